#pragma once

#include "layout/layout.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

/// Filled forms made by hand. Sizes are chosen for whole numbers: the page is 100 mm × 100 mm with margins
/// of 10 mm, four ruler columns of 20 mm; type is 4 mm, so that lines are 5 mm apart, a cell of n lines
/// needs 5 n + 1 mm, and a column holds four full-width characters.
namespace besshi::layout::tests {

inline Length mm(double value) {
    return Length::from_mm(value);
}

inline const text::FontSet& fonts() {
    static const text::FontSet set = [] {
        std::ifstream file(BESSHI_ROOT "/fonts/manifest.toml", std::ios::binary);
        std::ostringstream toml;
        toml << file.rdbuf();
        return text::FontSet::load(toml.str(), "fonts/manifest.toml").value();
    }();
    return set;
}

inline form::Style plain_style() {
    form::Style style;
    style.size = mm(4);
    style.min_size = mm(2);
    style.overflow = {form::Overflow::grow};
    return style;
}

inline fill::FilledForm blank_form() {
    fill::FilledForm form;
    form.document = "test-form";
    form.number = "F99";
    form.form = "test";
    form.revision = "2024-05-17";
    form.title = "様式";
    form.page.width = form.page.height = mm(100);
    form.page.top = form.page.right = form.page.bottom = form.page.left = mm(10);
    form.page.header_at = form.page.footer_at = mm(4);
    form.ruler = {mm(20), mm(20), mm(20), mm(20)};
    form.fit.sizes = {mm(4)};
    form.min_size = mm(2);
    form.sections.resize(1);
    form.sections[0].sheet_name = "様式";
    return form;
}

inline fill::Grid& add_grid(fill::FilledForm& form, std::string name, fill::Grid::Kind kind = fill::Grid::Kind::panel) {
    fill::Grid& grid = form.sections.back().grids.emplace_back();
    grid.name = std::move(name);
    grid.kind = kind;
    grid.line = static_cast<int>(form.sections.back().grids.size()) * 10;
    return grid;
}

inline fill::Run run(std::string text, fill::TextSource source = fill::TextSource::data) {
    fill::Run made;
    made.text = std::move(text);
    made.source = source;
    return made;
}

/// `text` with its readings: `{漢字|かんじ}`.
inline fill::Run ruby_run(std::string_view text, fill::TextSource source = fill::TextSource::data) {
    base::RubyText read = base::read_ruby(text);
    fill::Run made = run(std::move(read.text), source);
    made.rubies = std::move(read.rubies);
    return made;
}

struct Place {
    int row = 0, column = 0, row_span = 1, column_span = 1;
};

inline fill::Cell& add_cell(fill::Grid& grid, Place place, fill::Content content) {
    fill::Cell& cell = grid.cells.emplace_back();
    cell.name = grid.name + "." + std::to_string(grid.cells.size());
    cell.row = place.row;
    cell.column = place.column;
    cell.row_span = place.row_span;
    cell.column_span = place.column_span;
    cell.content = std::move(content);
    cell.style = plain_style();
    cell.borders = {form::Stroke::none, form::Stroke::none, form::Stroke::none, form::Stroke::none};
    cell.origin = {.pointer = "/" + cell.name, .file = {}, .line = 0, .column = 0};
    return cell;
}

inline fill::Cell& add_cell(fill::Grid& grid, Place place, std::string text) {
    return add_cell(grid, place, fill::Text{.runs = {run(std::move(text))}, .hang = {}});
}

inline int add_row(fill::Grid& grid, double min_mm, int record = -1, bool heading = false) {
    grid.rows.push_back({mm(min_mm), record, heading});
    return static_cast<int>(grid.rows.size()) - 1;
}

/// A table row that is a record of its own, with one cell over the whole ruler.
inline fill::Cell& add_record(fill::Grid& table, double min_mm, std::string text) {
    const int record = table.rows.empty() ? 0 : table.rows.back().record + 1;
    const int row = add_row(table, min_mm, record);
    return add_cell(table, {.row = row, .column_span = 4}, std::move(text));
}

/// A panel of one row and one cell over the whole ruler.
inline fill::Grid& add_panel(fill::FilledForm& form, std::string name, double min_mm, std::string text) {
    fill::Grid& grid = add_grid(form, std::move(name));
    add_row(grid, min_mm);
    add_cell(grid, {.column_span = 4}, std::move(text));
    return grid;
}

/// `count` lines of one character each.
inline std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += i == 0 ? "あ" : "\nあ";
    return text;
}

/// `text` with the place of an annex's number behind its first two characters (別紙).
inline fill::Run annex_run(std::string_view text) {
    std::string marked(text.substr(0, 6));
    base::append_utf8(marked, fill::annex_number_mark);
    return run(marked + std::string(text.substr(6)), fill::TextSource::generated);
}

/// Annexes for the texts of the last section whose style has `carry_over`: title, heading and text, a row each.
inline void add_annexes(fill::FilledForm& form) {
    std::vector<fill::Grid>& grids = form.sections.back().grids;
    const std::size_t count = grids.size();
    for (std::size_t g = 0; g < count; ++g) {
        for (std::size_t c = 0; c < grids[g].cells.size(); ++c) {
            const auto& ways = grids[g].cells[c].style.overflow;
            const bool may = std::ranges::find(ways, form::Overflow::carry_over) != ways.end();
            if (!may || !std::holds_alternative<fill::Text>(grids[g].cells[c].content)) continue;
            fill::Grid& annex = add_grid(form, grids[g].name + ".annex");
            annex.annex_of = fill::Grid::AnnexOf{g, c};
            annex.gap = mm(6);
            add_row(annex, 0, -1, true);
            add_row(annex, 0, -1, true);
            add_row(annex, 0);
            add_cell(annex, {.column_span = 4}, fill::Text{.runs = {annex_run("別紙")}, .hang = {}});
            add_cell(annex, {.row = 1, .column_span = 4}, "見出し");
            add_cell(annex, {.row = 2, .column_span = 4}, grids[g].cells[c].content);
            grids[g].cells[c].carry_over = fill::CarryOver{grids.size() - 1, annex_run("別紙参照")};
        }
    }
}

inline PagedForm laid_out(fill::FilledForm form) {
    auto paged = lay_out(std::move(form), fonts());
    if (!paged) throw std::runtime_error(base::to_line(paged.error().front()));
    return std::move(*paged);
}

/// `name[row]` of every row of a page, `*` = repeated, `-` = torn above, `_` = torn below.
inline std::string rows_of(const PagedForm& paged, std::size_t page) {
    std::string text;
    for (const PlacedRow& row : paged.pages.at(page).rows) {
        if (!text.empty()) text += ' ';
        if (row.repeated) text += '*';
        if (row.torn_above) text += '-';
        text += paged.form.filled->sections[paged.pages[page].section].grids[row.grid].name;
        text += "[" + std::to_string(row.row) + "]";
        if (row.torn_below) text += '_';
    }
    return text;
}

inline const MeasuredCell& measured(const PagedForm& paged, std::size_t grid, std::size_t cell) {
    return paged.form.grids[0][grid].cells[cell];
}

inline const PlacedCell& placed(const PagedForm& paged, std::size_t page, std::size_t cell) {
    return paged.pages.at(page).cells.at(cell);
}

inline std::string text_of(const PagedForm& paged, std::size_t page, std::size_t cell) {
    return placed_text(paged, paged.pages.at(page), placed(paged, page, cell));
}

}  // namespace besshi::layout::tests
