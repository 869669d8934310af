#include "sheet/defined_names.h"
#include "sheet/sheet.h"
#include "sheet/styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace besshi::sheet {

namespace {

constexpr std::size_t longest_sheet_name = 31;  ///< UTF-16 units

class Joiner {
public:
    explicit Joiner(std::string title) { plan_.title = std::move(title); }

    void add(WorkbookPart part) {
        if (plan_.normal_font.empty()) plan_.normal_font = part.plan.normal_font;
        plan_.created = std::max(plan_.created, part.plan.created);
        for (Worksheet& sheet : part.plan.sheets) {
            sheet.name = take_sheet_name(sheet.name, part.number);
            for (SheetCell& cell : sheet.cells) {
                cell.format = formats_.number_of(part.plan.formats[cell.format]);
                if (!cell.name.empty()) cell.name = names_.take(part.number + "_" + cell.name);
            }
            plan_.sheets.push_back(std::move(sheet));
        }
    }

    SheetPlan take() {
        plan_.formats = formats_.list();
        return std::move(plan_);
    }

private:
    /// `wanted`, `wanted（F15）`, `wanted（F15-2）` …; what Excel finds too long is left to the number alone.
    std::string take_sheet_name(const std::string& wanted, const std::string& number) {
        std::string name = wanted, mark = number;
        for (int count = 2; !sheet_names_.insert(name).second; ++count) {
            name = fmt::format("{}（{}）", wanted, mark);
            if (base::count_utf16_units(name) > longest_sheet_name) name = mark;
            mark = fmt::format("{}-{}", number, count);
        }
        return name;
    }

    SheetPlan plan_;
    FormatTable formats_;
    DefinedNames names_;
    std::set<std::string> sheet_names_;
};

}  // namespace

SheetPlan join(std::vector<WorkbookPart> parts, std::string title) {
    Joiner joiner(std::move(title));
    for (WorkbookPart& part : parts) joiner.add(std::move(part));
    return joiner.take();
}

}  // namespace besshi::sheet
