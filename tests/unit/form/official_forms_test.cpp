#include "form_fixture.h"

#include <cmath>
#include <set>
#include <sstream>

/// The form files of the project against the geometry of the official forms; their words are read in
/// unit/fill/printed_words_test.cpp.
namespace besshi::form::tests {

namespace {

const Catalogue& catalogue() {
    static const Catalogue read = [] {
        static const field::Table fields =
            std::move(field::Table::read(read_file(BESSHI_ROOT "/forms/fields.toml"), "forms/fields.toml").value());
        auto catalogue = Catalogue::read(fields, BESSHI_ROOT "/forms");
        EXPECT_TRUE(catalogue) << besshi::tests::list(faults_of(catalogue));
        for (const BrokenForm& broken : catalogue->broken()) ADD_FAILURE() << besshi::tests::list(broken.faults);
        return std::move(catalogue.value());
    }();
    return read;
}

const FormDefinition& form(std::string_view number) {
    return **catalogue().find(number, {}, {});
}

/// The lines of a table under tests/spec, without comments.
std::vector<std::string> spec_lines(const std::string& name) {
    std::istringstream stream(read_file(std::string(BESSHI_ROOT "/tests/spec/") + name));
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
    return lines;
}

/// Whether what stands under `condition` is printed when no parameter is set.
bool is_met_by_default(const FormDefinition& form, const std::optional<Condition>& condition) {
    return !condition || (form.parameters.at(condition->parameter).default_value == "true") == condition->wanted;
}

TEST(OfficialForms, all_load) {
    std::set<std::string> numbers;
    for (const CatalogueEntry& entry : catalogue().entries()) numbers.insert(entry.number + " " + entry.document);
    const std::set<std::string> all = {
        "F01 support-plan",          "F02 support-hours",   "F03 support-plan-tokyo", "F04 old-support-plan",
        "F05 specialist-plan",       "F10 basic-info",      "F11 current-life",       "F12 use-plan-draft",
        "F13 weekly-plan-draft",     "F14 use-plan",        "F15 weekly-plan-final",  "F16 use-plan-monitoring",
        "F17 weekly-plan-continued", "F18 self-plan",       "F20 assessment",         "F21 meeting-minutes",
        "F22 office-monitoring",     "F23 delivery-record", "F24 delivery-letter",    "F25 delivery-receipt",
        "F26 privacy-consent",       "F27 dispatch-sheet",
    };
    EXPECT_EQ(numbers, all);
}

const Length* printed_height(const FormDefinition& definition, const std::string& what, const std::string& name,
                             int number) {
    const Block* block = find_block(definition, name);
    if (!block) return nullptr;
    if (what == "gap") return &block->gap;
    if (what == "heading") return &std::get<Table>(block->body).heading_min;
    if (what == "row") return &std::get<Table>(block->body).row_min;
    return &std::get<Panel>(block->body).lines.at(static_cast<std::size_t>(number - 1)).min_height;
}

/// Widths within a hundredth of a millimetre of the form's, heights within the rounding of two decimals.
void compare_geometry(std::string_view number) {
    const FormDefinition& definition = form(number);
    double scale = 0;
    for (const std::string& line : spec_lines("geometry/" + std::string(number) + ".txt")) {
        std::istringstream words(line);
        std::string what;
        words >> what;
        if (what == "scale") {
            words >> scale;
        } else if (what == "columns" || what == "shares") {
            std::vector<double> wanted;
            double total = 0;
            for (double width = 0; words >> width;) wanted.push_back(width), total += width;
            Length body;
            for (const Length column : definition.ruler) body += column;
            ASSERT_EQ(definition.ruler.size(), wanted.size());
            for (std::size_t i = 0; i < wanted.size(); ++i)
                EXPECT_NEAR(definition.ruler[i].mm(), what == "columns" ? wanted[i] : wanted[i] / total * body.mm(),
                            0.01)
                    << i;
        } else {
            std::string name;
            int line_number = 0;
            double points = 0;
            words >> name;
            if (what == "line") words >> line_number;
            words >> points;
            const Length* height = printed_height(definition, what, name, line_number);
            ASSERT_TRUE(height) << line;
            EXPECT_NEAR(height->mm(), points * scale * 25.4 / 72, 0.0051) << line;
        }
    }
}

TEST(OfficialForms, geometry_of_F01) {
    compare_geometry("F01");
}
TEST(OfficialForms, geometry_of_F02) {
    compare_geometry("F02");
}
TEST(OfficialForms, geometry_of_the_other_plans) {
    for (const std::string_view number : {"F03", "F04"}) compare_geometry(number);
}
TEST(OfficialForms, geometry_of_the_consultation_forms) {
    for (const std::string_view number : {"F10", "F11", "F12", "F13", "F14", "F16"}) compare_geometry(number);
}

TEST(OfficialForms, F01_fits_one_landscape_page_when_nothing_grows) {
    Length height = form("F01").page.top + form("F01").page.bottom;
    for (const Block& block : form("F01").blocks) {
        if (!is_met_by_default(form("F01"), block.condition)) continue;
        height += block.gap;
        if (const auto* panel = std::get_if<Panel>(&block.body))
            for (const PanelLine& line : panel->lines)
                if (is_met_by_default(form("F01"), line.condition)) height += line.min_height;
        if (const auto* table = std::get_if<Table>(&block.body))
            height += table->heading_min + table->row_min * table->min_rows.number;
    }
    EXPECT_LT(height, form("F01").page.height);
    EXPECT_GT(height, form("F01").page.height - Length::from_mm(12));
}

TEST(OfficialForms, F13_fits_one_landscape_page_when_nothing_grows) {
    const FormDefinition& definition = form("F13");
    Length height = definition.page.top + definition.page.bottom;
    for (const Block& block : definition.blocks) {
        height += block.gap;
        if (const auto* panel = std::get_if<Panel>(&block.body)) {
            for (const PanelLine& line : panel->lines)
                if (!line.condition || !line.condition->wanted || line.condition->parameter == "guardian_row")
                    height += line.min_height;
        }
        if (const auto* week = std::get_if<Timetable>(&block.body)) height += week->heading_min + week->row_height * 46;
    }
    EXPECT_LE(height, definition.page.height);
}

TEST(OfficialForms, F01_details) {
    const FormDefinition& definition = form("F01");
    EXPECT_EQ(definition.ruler_align, RulerAlign::center);
    EXPECT_EQ(definition.fit.pages, 2);
    EXPECT_EQ(definition.parameters.at("title").by_purpose.at(Purpose::draft), "個別支援計画書（原案）");
    const auto& goals = std::get<Panel>(find_block(definition, "goals")->body);
    EXPECT_EQ(goals.cells.at("hours_label").labels, std::vector<std::string>{"hours"});
    EXPECT_EQ(goals.cells.at("short_label").labels, std::vector<std::string>{"short"});
    const auto& rows = std::get<Table>(find_block(definition, "rows")->body);
    EXPECT_TRUE(rows.columns[0].merge_equal);
    EXPECT_EQ(rows.columns[0].cells[0].continued, "\n（つづき）");
    EXPECT_EQ(rows.columns[3].cells[0].style.borders.left, Stroke::dashed);
    EXPECT_EQ(rows.min_rows.number, 4);
    EXPECT_EQ(rows.groups[0].heading.style.fill, (Color{0xF2, 0xF2, 0xF2}));
    const auto& group_runs = std::get<TextContent>(rows.groups[0].heading.content).runs;
    EXPECT_EQ(group_runs[1].size, Length::from_pt(9.3));
    EXPECT_EQ(find_block(definition, "rows")->box.outer, Stroke::medium);
    EXPECT_EQ(find_block(definition, "consent")->keep, Keep::previous);
    const auto& consent = std::get<Panel>(find_block(definition, "consent")->body);
    EXPECT_EQ(consent.cells.at("consent_date").by_hand, ByHand::when_signing);
}

TEST(OfficialForms, each_has_a_running_head_that_names_the_child_and_the_page) {
    for (const FormDefinition& definition : catalogue().definitions()) {
        std::set<std::string> names;
        for (const Band* band : {&definition.page.header, &definition.page.footer})
            for (const auto* piece : {&band->left, &band->center, &band->right})
                if (*piece)
                    for (const RunTemplate& run : std::get<TextContent>((*piece)->content).runs)
                        for (const Tag& tag : run.tags) names.insert(tag.name);
        for (const std::string_view name :
             {"param.title", "child.display_name", "case_number", "document.id", "document.version", "page", "pages"})
            EXPECT_TRUE(names.contains(std::string(name))) << definition.document.id << " " << name;
    }
}

TEST(OfficialForms, dump_is_the_same_every_time) {
    for (const FormDefinition& definition : catalogue().definitions()) {
        EXPECT_EQ(dump(definition), dump(definition));
        EXPECT_NE(dump(definition).find("document " + definition.document.id), std::string::npos);
    }
}

}  // namespace

}  // namespace besshi::form::tests
