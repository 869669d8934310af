#include "paged_form.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace besshi::sheet::tests {

namespace {

constexpr int columns = 5;

std::string any_text() {
    static const std::vector<std::string> words = {"支援", "「", "」", "、",   "。",           "A4 ",
                                                   "0.35", "\n", "ー", "𠮷野", "葛\U000E0100", "ｱｲ"};
    std::string text;
    for (int left = *rc::gen::inRange(0, 60); left > 0; --left) text += *rc::gen::elementOf(words);
    return text;
}

/// A table of rows with cells merged across and down, some of them higher than a page.
fill::FilledForm any_form() {
    fill::FilledForm filled = form({20, 31.7, 55.5, 80.1, 12.3});
    std::vector<double> heights;
    std::vector<fill::Cell> cells;
    const int rows = *rc::gen::inRange(1, 12);
    for (int row = 0; row < rows; ++row) heights.push_back(*rc::gen::inRange(1, 400) / 10.0);
    for (int column = 0; column < columns;) {
        const int column_span = *rc::gen::inRange(1, columns - column + 1);
        for (int row = 0; row < rows;) {
            const int row_span = *rc::gen::inRange(1, std::min(3, rows - row) + 1);
            cells.push_back(cell("c" + std::to_string(row) + "." + std::to_string(column),
                                 {row, column, row_span, column_span}, any_text()));
            row += row_span;
        }
        column += column_span;
    }
    filled.sections.push_back(section("s", {grid(heights, cells)}));
    return filled;
}

Length height_of(const Worksheet& sheet, int first, int count) {
    Length height;
    for (int row = first; row < first + count; ++row) height += sheet.row_heights[static_cast<std::size_t>(row)];
    return height;
}

/// Row counts of the pages between the manual breaks.
std::vector<std::pair<int, int>> pages_of(const Worksheet& sheet) {
    std::vector<std::pair<int, int>> pages;
    int first = 0;
    for (const int above : sheet.row_breaks) {
        pages.emplace_back(first, above - first);
        first = above;
    }
    pages.emplace_back(first, static_cast<int>(sheet.row_heights.size()) - first);
    return pages;
}

RC_GTEST_PROP(ArrangeProperty, CellsNeverOverlapAndStayOnTheirPage, ()) {
    const SheetPlan plan = arranged(any_form());
    const Worksheet& sheet = plan.sheets[0];
    std::set<std::pair<int, int>> taken;
    for (const SheetCell& cell : sheet.cells) {
        for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
            for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                RC_ASSERT(taken.emplace(row, column).second);
            }
        }
        for (const int above : sheet.row_breaks) RC_ASSERT(above <= cell.row || above >= cell.row + cell.row_span);
    }
    for (const Length height : sheet.row_heights) RC_ASSERT(height >= pixel && height <= highest_row);
}

RC_GTEST_PROP(ArrangeProperty, EveryPageFitsItsPaper, ()) {
    const layout::PagedForm pages = paged(any_form());
    const SheetPlan plan = arrange(pages, fonts()).value();
    const Worksheet& sheet = plan.sheets[0];
    const auto printed_pages = pages_of(sheet);
    RC_ASSERT(printed_pages.size() == pages.pages.size());
    for (const auto& [first, count] : printed_pages) {
        const Length printed = base::scale(height_of(sheet, first, count), sheet.scale_percent, 100);
        RC_ASSERT(printed <= sheet.paper_height - sheet.top - sheet.bottom);
    }
    Length width;
    for (const Length column : sheet.column_widths) width += column;
    RC_ASSERT(base::scale(width, sheet.scale_percent, 100) <= sheet.paper_width - sheet.left - sheet.right);
}

RC_GTEST_PROP(ArrangeProperty, EveryCellShowsTheTextOfItsPage, ()) {
    const layout::PagedForm pages = paged(any_form());
    const SheetPlan plan = arrange(pages, fonts()).value();
    auto made = plan.sheets[0].cells.begin();
    for (const layout::Page& page : pages.pages) {
        for (const layout::PlacedCell& placed : page.cells) {
            RC_ASSERT(made != plan.sheets[0].cells.end());
            std::string text = text_of(*made++);
            std::erase(text, '\n');
            RC_ASSERT(text == layout::placed_text(pages, page, placed));
        }
    }
    RC_ASSERT(made == plan.sheets[0].cells.end());
}

RC_GTEST_PROP(ArrangeProperty, JoinedPartsAreTheWholeText, ()) {
    const fill::FilledForm filled = any_form();
    const SheetPlan plan = arranged(filled);
    std::map<std::string, std::string> texts;
    for (const SheetCell& cell : plan.sheets[0].cells) {
        std::string text = text_of(cell);
        std::erase(text, '\n');
        texts[cell.name.substr(0, cell.name.find("_part"))] += text;
    }
    for (const fill::Cell& cell : filled.sections[0].grids[0].cells) {
        std::string text = std::get<fill::Text>(cell.content).runs[0].text;
        std::erase(text, '\n');
        std::string name = cell.name;
        std::ranges::replace(name, '.', '_');
        RC_ASSERT(texts[name] == text);
    }
}

}  // namespace

}  // namespace besshi::sheet::tests
