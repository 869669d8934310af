#include "conformance/checks.h"
#include "conformance/structure.h"

#include <algorithm>
#include <set>
#include <span>

namespace besshi::conformance {

namespace {

/// What is further right is not looked at.
constexpr std::size_t most_columns = 1'000;

class TableCheck {
public:
    TableCheck(const PdfFile& file, const StructureTree& tree, const Element& table, Findings& findings)
        : file_(file), tree_(tree), table_(table), findings_(findings) {}

    void check() {
        collect_rows(table_);
        check_grid();
        check_headers();
    }

private:
    void collect_rows(const Element& parent) {
        for (const std::size_t child : parent.children) {
            const Element& element = tree_.elements[child];
            if (element.role == "TR")
                rows_.push_back(&element);
            else if (element.role == "THead" || element.role == "TBody" || element.role == "TFoot")
                collect_rows(element);
        }
    }

    std::size_t span(const Element& cell, std::string_view key, std::size_t most) const {
        const auto value = find_attribute(file_, tree_, cell, "Table", key).as_integer().value_or(1);
        return static_cast<std::size_t>(std::clamp<std::int64_t>(value, 1, static_cast<std::int64_t>(most)));
    }

    /// Puts each cell where the first free place of its row is, as HTML does.
    void check_grid() {
        std::vector<std::size_t> free_from;  // by column: the first row that no cell above reaches
        std::set<std::ptrdiff_t> widths;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            std::size_t column = 0;
            for (const std::size_t child : rows_[row]->children) {
                const Element& cell = tree_.elements[child];
                while (column < free_from.size() && free_from[column] > row) ++column;
                const std::size_t end = std::min(column + span(cell, "ColSpan", most_columns), most_columns);
                const std::size_t bottom = row + span(cell, "RowSpan", rows_.size() + 1);
                if (bottom > rows_.size()) findings_.add("7.2-41"_rule, cell.place);
                if (end > free_from.size()) free_from.resize(end, row);
                const std::span covered = std::span(free_from).subspan(column, end - column);
                if (std::ranges::any_of(covered, [&](std::size_t free) { return free > row; }))
                    findings_.add("7.2-15"_rule, cell.place);
                std::ranges::fill(covered, bottom);
                column = end;
            }
            widths.insert(std::ranges::count_if(free_from, [&](std::size_t free) { return free > row; }));
        }
        if (widths.size() > 1) findings_.add("7.2-42"_rule, table_.place);
    }

    void check_headers() {
        std::set<std::string_view> ids;
        for (const Element* row : rows_)
            for (const std::size_t child : row->children) {
                const Element& cell = tree_.elements[child];
                const auto id = file_.find(*cell.object, "ID").as_string();
                if (cell.role == "TH" && id) ids.insert(*id);
            }
        bool all_named = true, all_scoped = true;
        for (const Element* row : rows_)
            for (const std::size_t child : row->children) {
                const Element& cell = tree_.elements[child];
                const Object& headers = find_attribute(file_, tree_, cell, "Table", "Headers");
                if (!names_ids(headers, ids)) findings_.add("7.5-2"_rule, cell.place);
                if (cell.role == "TD" && headers.is_null()) all_named = false;
                if (cell.role == "TH" && !has_scope(cell)) all_scoped = false;
            }
        if (!all_scoped && !all_named) findings_.add("15-003"_rule, table_.place);
    }

    bool names_ids(const Object& headers, const std::set<std::string_view>& ids) const {
        const Object::Array* names = headers.as_array();
        return names == nullptr || std::ranges::all_of(*names, [&](const Object& name) {
                   const auto id = file_.resolve(name).as_string();
                   return id && ids.contains(*id);
               });
    }

    bool has_scope(const Element& cell) const {
        const auto scope = find_attribute(file_, tree_, cell, "Table", "Scope").as_name();
        return scope == "Row" || scope == "Column" || scope == "Both";
    }

    const PdfFile& file_;
    const StructureTree& tree_;
    const Element& table_;
    Findings& findings_;
    std::vector<const Element*> rows_;
};

}  // namespace

void check_tables(const PdfFile& file, const StructureTree& tree, Findings& findings) {
    for (const Element& element : tree.elements)
        if (element.role == "Table") TableCheck(file, tree, element, findings).check();
}

}  // namespace besshi::conformance
