#pragma once

#include "unit/layout/form_builder.h"

#include "tiny_pictures.h"

#include <rapidcheck.h>

/// Forms of every shape the language can express: tilings with spans, records, headings, keeps, all ways of
/// overflow, texts from nothing to more than a page.
namespace besshi::layout::tests {

inline int between(int low, int high) {
    return *rc::gen::inRange(low, high + 1);
}
inline bool once_in(int n) {
    return between(1, n) == 1;
}

inline std::string random_text(int most_pieces) {
    static const std::vector<std::string> pieces{"あ",           "い",
                                                 "漢字",         "、",
                                                 "。",           "「",
                                                 "」",           "（",
                                                 "）",           "ー",
                                                 "っ",           "…",
                                                 "１０",         "12",
                                                 "hello",        " ",
                                                 "　",           "令和８年３月",
                                                 "\n",           "①",
                                                 "・",           "ア",
                                                 "葛\U000E0101", "𠮷",
                                                 "ｶﾞ",           "internationalization"};
    std::string text;
    const int count = between(0, most_pieces);
    for (int i = 0; i < count; ++i)
        text += pieces[static_cast<std::size_t>(between(0, static_cast<int>(pieces.size()) - 1))];
    return text;
}

inline fill::Content random_content() {
    switch (between(0, 11)) {
        case 0:
            return fill::Empty{};
        case 1:
            return fill::Tick{.ticked = once_in(2), .origin = {}};
        case 2: {
            fill::Choice choice{.options = {}, .between = run("・")};
            for (int i = between(1, 3); i > 0; --i) choice.options.push_back({run("選" + random_text(2)), once_in(2)});
            return choice;
        }
        case 3:
            return fill::Signature{.field_name = "s", .tip = "署名", .locks = ""};
        case 4: {
            const int digits = between(0, 12);
            std::string number;
            for (int i = 0; i < digits; ++i) number += static_cast<char>('0' + between(0, 9));
            return fill::Digits{run(number), std::max({1, digits, between(1, 14)})};
        }
        case 5:
            return fill::Image{besshi::tests::tiny_picture(between(1, 40), between(1, 40)), run("図")};
        default: {
            fill::Text text;
            for (int i = between(0, 2); i >= 0; --i) {
                fill::Run made = run(random_text(once_in(12) ? 200 : 12));
                if (once_in(5)) made.size = mm(between(3, 6));
                if (once_in(6)) made.underline = true;
                text.runs.push_back(std::move(made));
            }
            if (once_in(4)) text.hang.items = true;
            return text;
        }
    }
}

inline form::Style random_style() {
    form::Style style = plain_style();
    style.align = static_cast<form::Align>(between(0, 4));
    style.vertical_align = static_cast<form::VerticalAlign>(between(0, 2));
    style.wrap = !once_in(4);
    style.underline = once_in(8);
    if (once_in(4)) style.overflow = {form::Overflow::shrink, form::Overflow::narrow, form::Overflow::grow};
    if (once_in(8)) style.overflow = {form::Overflow::shrink, form::Overflow::carry_over, form::Overflow::grow};
    if (once_in(3)) style.fill = form::Color{0xF2, 0xF2, 0xF2};
    return style;
}

/// With the ways of overflow that vertical text may have.
inline void make_vertical(form::Style& style) {
    style.direction = Direction::vertical;
    style.overflow = {form::Overflow::grow};
    if (once_in(2)) style.overflow.insert(style.overflow.begin(), form::Overflow::shrink);
}

inline form::Borders random_borders() {
    const auto stroke = [] { return static_cast<form::Stroke>(between(0, 4)); };
    return {.left = stroke(), .right = stroke(), .top = stroke(), .bottom = stroke()};
}

/// Rectangles over `rows` from `first_row` on, left to right and down, none over another.
inline void tile(fill::Grid& grid, int first_row, int rows, int columns, bool may_span_rows) {
    std::vector<std::vector<bool>> taken(static_cast<std::size_t>(rows),
                                         std::vector<bool>(static_cast<std::size_t>(columns)));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const auto is_taken = [&](int r, int c) {
                return taken[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
            };
            if (is_taken(row, column)) continue;
            int width = 1;
            while (column + width < columns && !is_taken(row, column + width) && once_in(2)) ++width;
            const int height = may_span_rows && once_in(4) ? between(1, rows - row) : 1;
            for (int r = row; r < row + height; ++r) {
                for (int c = column; c < column + width; ++c)
                    taken[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)] = true;
            }
            fill::Cell& cell = add_cell(grid, {first_row + row, column, height, width}, random_content());
            cell.style = random_style();
            if (std::holds_alternative<fill::Text>(cell.content) && once_in(5)) make_vertical(cell.style);
            cell.borders = random_borders();
            if (once_in(3)) cell.continued = run("（つづき）", fill::TextSource::generated);
        }
    }
}

inline void add_random_grid(fill::FilledForm& form, bool may_span_rows) {
    fill::Grid& grid = add_grid(form, "g" + std::to_string(form.sections.back().grids.size()),
                                static_cast<fill::Grid::Kind>(between(0, 2)));
    const bool is_table = grid.kind == fill::Grid::Kind::table;
    const int columns = static_cast<int>(form.ruler.size());
    grid.gap = mm(between(0, 3));
    grid.keep = static_cast<form::Keep>(between(0, 2));
    grid.break_before = once_in(8);
    grid.box = {form::Stroke::medium, form::Stroke::thin};
    const int headings = is_table ? between(0, 2) : 0;
    for (int i = 0; i < headings; ++i) add_row(grid, between(0, 8), -1, true);
    if (headings > 0) tile(grid, 0, headings, columns, false);
    const int rows = between(1, 7);
    int record = 0;
    for (int i = 0; i < rows; ++i) {
        const bool is_record = is_table && !once_in(4);
        add_row(grid, between(0, 20), is_record ? record : -1);
        if (!is_record || once_in(2)) ++record;
    }
    tile(grid, headings, rows, columns, may_span_rows);
}

enum class Spans { none, allowed };

inline fill::FilledForm random_form(Spans spans = Spans::allowed) {
    fill::FilledForm form = blank_form();
    form.fit = {.sizes = {mm(4), mm(3)}, .pages = between(0, 2)};
    form.sections.resize(static_cast<std::size_t>(between(1, 2)));
    for (fill::Section& section : form.sections) section.sheet_name = "様式";
    const int grids = between(1, 4);
    for (int i = 0; i < grids; ++i) add_random_grid(form, spans == Spans::allowed);
    add_annexes(form);
    if (once_in(2)) {
        form.sections.back().footer.center =
            fill::BandText{.runs = {run("（\uFDD2／\uFDD3）")}, .style = plain_style()};
        form.page.footer_at = mm(between(2, 8));
        form.sections.back().footer.if_pages = between(1, 3);
    }
    return form;
}

}  // namespace besshi::layout::tests
