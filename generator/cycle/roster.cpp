#include "cycle/case_number.h"
#include "cycle/csv.h"
#include "cycle/cycle.h"
#include "cycle/diagnostics.h"
#include "cycle/roster_cell.h"
#include "cycle/roster_column.h"
#include "cycle/spreadsheet_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace besshi::cycle {

namespace {

constexpr std::string_view display_name = "child.names.0.display_name";
constexpr std::string_view family_name = "child.names.0.family_name";
constexpr std::string_view given_name = "child.names.0.given_name";

/// The first line: what each column says.
class Headings {
public:
    Headings(const CsvRow& row, const std::string& file, Diagnostics& found) : texts_(row.cells) {
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const auto report = [&](const DiagnosticKind& kind) {
                found.push_back(diagnose(kind, {"", file, row.line, static_cast<int>(i) + 1}, {texts_[i]}));
            };
            const RosterColumn* column = find_roster_column(texts_[i]);
            columns_.push_back(column);
            if (!column) {
                if (!texts_[i].empty()) report(kinds::unknown_column);
                continue;
            }
            for (const std::string& target : column->targets())
                if (!place_of_.emplace(target, i).second) report(kinds::repeated_column);
        }
    }

    std::size_t count() const { return columns_.size(); }
    const RosterColumn* column(std::size_t i) const { return columns_[i]; }
    const std::string& text(std::size_t i) const { return texts_[i]; }

    /// Which column says the value at `target`.
    std::optional<std::size_t> find(const std::string& target) const {
        const auto found = place_of_.find(target);
        return found == place_of_.end() ? std::nullopt : std::optional(found->second);
    }
    bool has(std::string_view target) const { return find(std::string(target)).has_value(); }

private:
    std::vector<std::string> texts_;
    std::vector<const RosterColumn*> columns_;
    std::map<std::string, std::size_t> place_of_;
};

/// The member of staff who is the manager of child development support today, if there is exactly one.
std::optional<std::string> find_manager(const plan::CaseDocument& office) {
    const plan::Value* staff = office.find(nullptr, "staff", {});
    if (!staff) return std::nullopt;
    std::vector<std::string> managers;
    for (const plan::Value* person : staff->elements()) {
        const plan::Value* id = person->find("id");
        const plan::Value* roles = person->find("roles");
        if (!id || !roles) continue;
        const bool is_manager = std::ranges::any_of(roles->elements(), [](const plan::Value* one) {
            const plan::Value* role = one->find("role");
            return role && std::get<const field::Code*>(role->content)->code == "child_dev_manager" && !one->find("to");
        });
        if (is_manager) managers.push_back(std::get<std::string>(id->content));
    }
    return managers.size() == 1 ? std::optional(managers.front()) : std::nullopt;
}

class RosterReader {
public:
    RosterReader(const field::Table& table, const Roster& roster, const plan::CaseDocument* office)
        : table_(table), roster_(roster), office_(office) {}

    Result<NewCases> read(const std::vector<CsvRow>& rows, const Selection& selection) {
        if (rows.size() < 2) return fail(diagnose(kinds::no_lines, {"", roster_.csv.file, 0, 0}));
        const Headings headings(rows.front(), roster_.csv.file, found_);
        headings_ = &headings;
        // Without headings the first line is a child, of whom nothing may be repeated.
        if (!headings.has(display_name) && !(headings.has(family_name) && headings.has(given_name)))
            return fail(diagnose(kinds::no_name_column, {"", roster_.csv.file, rows.front().line, 0}));
        const std::vector<const CsvRow*> wanted = select(rows, selection);
        check_numbers(rows);
        if (base::has_error(found_)) return fail(std::move(found_));
        for (const CsvRow* row : wanted) make_case(*row);
        std::ranges::stable_sort(found_, {},
                                 [](const Diagnostic& one) { return std::pair(one.origin.line, one.origin.column); });
        if (base::has_error(found_)) return fail(std::move(found_));
        return NewCases{std::move(cases_), std::move(found_)};
    }

private:
    std::string number_in(const CsvRow& row) const {
        const auto column = headings_->find("case_number");
        return column ? std::string(row.cell(*column)) : std::string();
    }

    std::vector<const CsvRow*> select(const std::vector<CsvRow>& rows, const Selection& selection) {
        std::vector<const CsvRow*> wanted;
        std::set<int> lines = selection.lines;
        std::set<std::string> numbers = selection.numbers;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const bool by_line = lines.erase(rows[i].line) > 0, by_number = numbers.erase(number_in(rows[i])) > 0;
            if (selection.is_all() || by_line || by_number) wanted.push_back(&rows[i]);
        }
        for (const int line : lines)
            found_.push_back(diagnose(kinds::line_not_there, {"", roster_.csv.file, 0, 0}, {std::to_string(line)}));
        for (const std::string& number : numbers)
            found_.push_back(diagnose(kinds::number_not_there, {"", roster_.csv.file, 0, 0}, {number}));
        return wanted;
    }

    /// Case numbers name files: good ones, each once. Takes the next one where there is none.
    void check_numbers(const std::vector<CsvRow>& rows) {
        std::set<std::string> taken = roster_.taken_numbers;
        std::map<std::string, int> line_of;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const std::string number = number_in(rows[i]);
            if (number.empty()) continue;
            if (!is_case_number(number)) fault(kinds::bad_number, rows[i], "case_number");
            const auto [before, is_new] = line_of.emplace(number, rows[i].line);
            if (!is_new) fault(kinds::repeated_number, rows[i], "case_number", std::to_string(before->second));
            taken.insert(number);
        }
        numbers_.emplace(std::move(taken));
    }

    void make_case(const CsvRow& row) {
        const std::size_t faults_before = found_.size();
        check_length(row);
        Json document = Json::Object();
        for (std::size_t i = 0; i < headings_->count(); ++i)
            if (const RosterColumn* column = headings_->column(i); column && !row.cell(i).empty())
                if (const auto bad = read_cell(*column, row.cell(i), document, table_, office_))
                    found_.push_back(diagnose(*bad->kind, origin(row, i), {headings_->text(i), bad->expected}));
        complete_names(document, row);
        complete_guardians(document);
        add_empty_plan(document);

        NewCase made{number_in(row), Numbering::from_roster, row.line, {}};
        if (made.number.empty() && found_.size() == faults_before) {
            made.number = numbers_->next();
            made.numbering = Numbering::given;
            set(document, "case_number", made.number);
        }
        made.json = to_text(document);
        read_back(made, row);
        cases_.push_back(std::move(made));
    }

    void check_length(const CsvRow& row) {
        std::size_t length = row.cells.size();
        while (length > 0 && row.cells[length - 1].empty()) --length;
        if (length > headings_->count())
            found_.push_back(diagnose(kinds::too_many_cells, origin(row, headings_->count()),
                                      {std::to_string(headings_->count()), std::to_string(length)}));
    }

    /// The name as it is printed from its two parts, or the parts from a name with one space.
    void complete_names(Json& document, const CsvRow& row) {
        Json& name = *make_place(document, table_, "child.names.0").value;
        const auto text = [&](std::string_view key) {
            const Json* value = name.find(key);
            return value ? std::string(value->text()) : std::string();
        };
        const std::string shown = text("display_name"), family = text("family_name"), given = text("given_name");
        if (shown.empty() && (family.empty() || given.empty())) {
            fault(kinds::no_name, row, display_name);
        } else if (shown.empty()) {
            set(document, display_name, family + "　" + given);
        } else if (const auto parts = split_name(shown); parts && family.empty() && given.empty()) {
            set(document, family_name, parts->family);
            set(document, given_name, parts->given);
        }
    }

    /// Of several guardians the first one signs.
    void complete_guardians(Json& document) {
        const Json* guardians = document.find("guardians");
        if (guardians && guardians->elements().size() > 1) set(document, "guardians.0.signs", true);
    }

    /// A plan with one row for each kind of support, in the order of the form.
    void add_empty_plan(Json& document) {
        if (const auto manager = office_ ? find_manager(*office_) : std::nullopt) {
            set(document, "support_plan.author", *manager);
            set(document, "support_plan.manager", *manager);
        }
        const auto& items = table_.find_enumeration("plan_item")->codes;
        for (std::size_t i = 0; i < items.size(); ++i)
            set(document, fmt::format("support_plan.rows.{}.item", i), items[i].code);
    }

    /// What the field table says of the values, at their places in the roster.
    void read_back(const NewCase& made, const CsvRow& row) {
        const auto read = plan::read(table_, {made.json, roster_.csv.file}, roster_.office_toml);
        for (Diagnostic finding : read ? read->notes : read.error()) {
            if (finding.origin.file != roster_.csv.file) continue;  // of the office, reported once
            std::string target = finding.origin.pointer.substr(std::min<std::size_t>(finding.origin.pointer.size(), 1));
            std::ranges::replace(target, '/', '.');
            const auto column = headings_->find(target);
            if (column) finding.sentence = fmt::format("列「{}」：{}", headings_->text(*column), finding.sentence);
            finding.origin = column ? origin(row, *column) : Origin{"", roster_.csv.file, row.line, 0};
            found_.push_back(std::move(finding));
        }
    }

    void set(Json& document, std::string_view name, Json value) {
        *make_place(document, table_, name).value = std::move(value);
    }

    Origin origin(const CsvRow& row, std::size_t column) const {
        return {"", roster_.csv.file, row.line, static_cast<int>(column) + 1};
    }

    void fault(const DiagnosticKind& kind, const CsvRow& row, std::string_view target, std::string_view more = {}) {
        const auto column = headings_->find(std::string(target));
        found_.push_back(column ? diagnose(kind, origin(row, *column), {headings_->text(*column), more})
                                : diagnose(kind, {"", roster_.csv.file, row.line, 0}, {"", more}));
    }

    const field::Table& table_;
    const Roster& roster_;
    const plan::CaseDocument* office_;
    const Headings* headings_ = nullptr;
    std::optional<CaseNumbers> numbers_;
    std::vector<NewCase> cases_;
    Diagnostics found_;
};

}  // namespace

Result<NewCases> make_cases(const field::Table& table, const Roster& roster, const Selection& selection) {
    std::optional<plan::CaseDocument> office;
    if (roster.office_toml) {
        auto read = plan::read(table, {"{}", roster.csv.file}, roster.office_toml);
        if (!read) return fail(read.error());
        office = std::move(*read);
    }
    const auto rows = read_csv(roster.csv);
    if (!rows) return fail(rows.error());
    return RosterReader(table, roster, office ? &*office : nullptr).read(*rows, selection);
}

}  // namespace besshi::cycle
