#include "layout/set_cell.h"

#include "layout/digit_boxes.h"
#include "layout/metrics.h"

#include <algorithm>
#include <utility>

namespace besshi::layout {

namespace {

Length largest_size(const ShapedCell& shaped, std::span<const Length> sizes, Length otherwise) {
    Length largest{0};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (!shaped.runs[i].text.empty()) largest = std::max(largest, sizes[i]);
    }
    return largest == Length{0} ? otherwise : largest;
}

/// Smallest number of steps from 0 to `last` for which `fits` holds; `last` if none does.
template <class Fits>
int first_that_fits(int last, Fits fits) {
    int low = 0;
    int high = last;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (fits(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/// What was broken into phrases stays ragged.
text::Adjustment adjustment_of(const form::Style& style) {
    switch (style.align) {
        case form::Align::left:
        case form::Align::center:
        case form::Align::right:
            return text::Adjustment::none;
        case form::Align::justify:
            return style.break_mode == BreakMode::phrase ? text::Adjustment::none : text::Adjustment::justify;
        case form::Align::distributed:
            return text::Adjustment::distribute;
    }
    return text::Adjustment::none;
}

/// Without what only finding lines needs.
text::Measure measure_of(const MeasuredCell& cell) {
    text::Measure measure;
    measure.width = cell.measure;
    measure.run_sizes = cell.run_sizes;
    measure.narrow_permille = cell.narrow_permille;
    measure.adjustment = cell.adjustment;
    return measure;
}

/// Vertical text is horizontal text in a cell that is turned by a right angle. The white beside its columns gives way
/// to them: half of their leading is enough.
MeasuredCell turned(MeasuredCell cell, const CellText& upright) {
    cell.direction = Direction::vertical;
    cell.padding_y = cell.padding_x;
    cell.padding_x = padding_within(upright.width, cell.text_height, upright.padding.x);
    cell.text_height = Length{0};
    for (const text::Line& line : cell.text.lines) {
        cell.text_height = std::max(cell.text_height, line.indent + line.width);
    }
    return cell;
}

/// Of the largest reading.
Length reading_height(const ShapedCell& shaped, std::span<const Length> sizes) {
    Length height;
    for (const text::ShapedRuby& ruby : shaped.text.rubies) {
        height = std::max(height, text::reading_size(sizes[ruby.run]));
    }
    return height;
}

/// All lines of a text with readings are as far from each other, so that those without one do not crowd.
Length pitch_with_readings(Length size, Length reading_height) {
    return size + scale(size, metrics::above_reading_permille, 1000) + reading_height;
}

int steps_between(int from, int to, int step) {
    return (from - to + step - 1) / step;
}

}  // namespace

Length TypeScale::of(Length asked) const {
    return std::max(scale(asked, chosen.units, first.units), std::min(asked, min_size));
}

Length padding_within(Length width, Length size, Length asked) {
    return std::clamp((width - size) / 2, Length{0}, asked);
}

Length line_pitch_of(Length size) {
    return scale(size, metrics::line_pitch_permille, 1000);
}

MeasuredCell CellSetter::set(const CellText& cell) const {
    return set(cell, {.wrap = cell.style.wrap});
}

MeasuredCell CellSetter::set(const CellText& cell, Setting setting) const {
    MeasuredCell measured;
    const auto at_shrink = [&](Length asked) {
        const Length size = scale_.of(asked);
        return std::max(scale(size, setting.shrink, 1000), std::min(size, scale_.min_size));
    };
    measured.run_sizes.reserve(cell.shaped.runs.size());
    bool narrow_run = false;
    for (const fill::Run& run : cell.shaped.runs) {
        measured.run_sizes.push_back(at_shrink(run.size.value_or(cell.style.size)));
        narrow_run = narrow_run || run.narrow;
    }
    measured.size = largest_size(cell.shaped, measured.run_sizes, at_shrink(cell.style.size));
    measured.reading_height = reading_height(cell.shaped, measured.run_sizes);
    measured.line_pitch = measured.reading_height == Length{}
                              ? line_pitch_of(measured.size)
                              : pitch_with_readings(measured.size, measured.reading_height);
    measured.padding_x = padding_within(cell.width, measured.size, cell.padding.x);
    measured.padding_y = cell.padding.y;
    measured.shrink_permille = setting.shrink;
    measured.narrow_permille = narrow_run ? metrics::narrow_floor : setting.narrow;
    measured.chosen_runs = cell.shaped.chosen_runs;
    if (cell.shaped.text.before.empty() && cell.shaped.text.line_feeds.empty()) return measured;

    measured.measure = cell.width - measured.padding_x * 2;
    measured.adjustment = adjustment_of(cell.style);
    text::Measure measure = measure_of(measured);
    measure.wrap = setting.wrap;
    measure.item_leads = cell.hang.items;
    measure.leads = cell.hang.leads;
    measured.text = text::find_lines(fonts_, cell.shaped.text, measure);
    measured.text_height = measured.line_pitch * static_cast<std::int64_t>(measured.text.lines.size());
    return measured;
}

bool CellSetter::fits(const MeasuredCell& measured, std::optional<Length> height) const {
    if (measured.text.emergencies > 0) return false;
    if (height && needed_height(measured) > *height) return false;
    return std::ranges::all_of(measured.text.lines,
                               [&](const text::Line& line) { return line.indent + line.width <= measured.measure; });
}

int CellSetter::shrink_floor(const CellText& cell) const {
    const Length asked = scale_.of(cell.style.size);
    const Length floor = std::max(scale_.min_size, cell.style.min_size);
    if (floor >= asked) return 1000;
    return static_cast<int>((floor.units * 1000 + asked.units - 1) / asked.units);
}

MeasuredCell CellSetter::set_within(const CellText& cell, std::optional<Length> height) const {
    Setting setting{.wrap = cell.style.wrap};
    MeasuredCell measured = set(cell, setting);
    if (fits(measured, height)) return measured;

    const auto settle = [&](int Setting::*property, int floor, int step) {
        const int from = setting.*property;
        const auto at = [&](int steps) {
            Setting tried = setting;
            tried.*property = std::max(floor, from - steps * step);
            return tried;
        };
        const int steps =
            first_that_fits(steps_between(from, floor, step), [&](int n) { return fits(set(cell, at(n)), height); });
        setting = at(steps);
        measured = set(cell, setting);
        return fits(measured, height);
    };
    const auto shrink = [&] { return settle(&Setting::shrink, shrink_floor(cell), metrics::shrink_step); };
    const auto narrow = [&] { return settle(&Setting::narrow, metrics::narrow_floor, metrics::narrow_step); };

    bool tried_any = false;
    for (const form::Overflow way : cell.style.overflow) {
        if (way == form::Overflow::carry_over) break;
        if (way != form::Overflow::shrink && way != form::Overflow::narrow) continue;
        tried_any = true;
        if (way == form::Overflow::shrink ? shrink() : narrow()) return measured;
    }
    if (cell.style.wrap) return measured;
    if (!tried_any && (shrink() || narrow())) return measured;
    setting.wrap = true;
    return set(cell, setting);
}

std::optional<MeasuredCell> CellSetter::set_in_columns(const CellText& cell, ColumnHeight height) const {
    CellText upended{.shaped = cell.shaped,
                     .style = cell.style,
                     .hang = cell.hang,
                     .width = Length{0},
                     .padding = {cell.padding.y, Length{0}}};
    const bool may_shrink = std::ranges::find(cell.style.overflow, form::Overflow::shrink) != cell.style.overflow.end();
    const auto set_at = [&](Length column) {
        upended.width = column;
        return may_shrink ? set_within(upended, cell.width) : set(upended);
    };
    const Length room = std::min(height.of_rows, height.most);
    const Length step = scale_.of(cell.style.size) / 2;  // where a character more has room, so has half of a bracket
    const auto most_steps = static_cast<int>((height.most - room).units / step.units);
    const int steps = first_that_fits(most_steps, [&](int n) {
        const MeasuredCell tried = set_at(room + step * n);
        return fits(tried, cell.width);
    });
    MeasuredCell measured = set_at(room + step * steps);
    if (!fits(measured, cell.width)) return std::nullopt;
    MeasuredCell columns = turned(std::move(measured), cell);
    const bool rows_grow = steps > 0;
    if (rows_grow && columns.adjustment != text::Adjustment::none) columns.text_height = columns.measure;
    return columns;
}

MeasuredCell CellSetter::set_in_boxes(const CellText& cell, int boxes) const {
    const auto set_and_place = [&](int shrink) {
        MeasuredCell measured = set(cell, {.shrink = shrink, .wrap = false});
        measured.adjustment = text::Adjustment::none;
        place_glyphs(cell.shaped, fonts_, measured);
        return measured;
    };
    MeasuredCell measured = set_and_place(1000);
    const Length widest = widest_character(measured.text), box = cell.width / boxes;
    if (widest > box) {
        measured = set_and_place(std::max(shrink_floor(cell), static_cast<int>(1000 * box.units / widest.units)));
    }
    spread_over_boxes(measured.text, boxes, cell.width);
    return measured;
}

void place_glyphs(const ShapedCell& shaped, const text::FontSet& fonts, MeasuredCell& cell) {
    if (cell.text.lines.empty() || !cell.text.glyphs.empty()) return;
    text::place_glyphs(fonts, shaped.text, measure_of(cell), cell.text);
}

Length needed_height(const MeasuredCell& cell) {
    return cell.text_height == Length{0} ? Length{0} : cell.text_height + cell.padding_y * 2;
}

std::uint32_t lines_that_fit(const MeasuredCell& cell, std::uint32_t first, Length height) {
    const auto left = static_cast<std::uint32_t>(cell.text.lines.size()) - first;
    if (cell.direction == Direction::vertical) return needed_height(cell) <= height ? left : 0;
    const Length inner = height - cell.padding_y * 2;
    if (left == 0 || inner < cell.line_pitch) return 0;
    return std::min(left, static_cast<std::uint32_t>(inner.units / cell.line_pitch.units));
}

Length height_of_lines(const MeasuredCell& cell, std::int64_t lines) {
    if (cell.direction == Direction::vertical) return lines == 0 ? Length{0} : needed_height(cell);
    return cell.line_pitch * lines + cell.padding_y * 2;
}

}  // namespace besshi::layout
