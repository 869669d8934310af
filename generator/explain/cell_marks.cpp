#include "explain/cell_marks.h"

#include "explain/palette.h"
#include "explain/shapes.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::explain {

namespace {

/// White between a caption and the border of its cell.
constexpr Length caption_inset{Length::per_pt / 2};
/// Of a caption's baseline, from the upper border.
constexpr Length caption_baseline{palette::caption_size * 9 / 10};

std::string words_of(const layout::Decision& decision) {
    using Kind = layout::Decision::Kind;
    const double percent = static_cast<double>(decision.amount) / 10;
    switch (decision.kind) {
        case Kind::size_chosen:
            return {};
        case Kind::shrunk:
            return fmt::format("文字 {:.1f}％", percent);
        case Kind::narrowed:
            return fmt::format("字幅 {:.1f}％", percent);
        case Kind::grown:
            return fmt::format("行 {:.0f}％", percent);
        case Kind::emergency_break:
            return fmt::format("無理な改行 {}", decision.amount);
        case Kind::noted:
            return fmt::format("番号 {}", decision.amount);
        case Kind::carried_over:
            return fmt::format("別紙 {}", decision.amount);
    }
    return {};
}

std::string adaptations_of(const fill::Cell& cell, std::span<const layout::Decision> decisions) {
    std::string words;
    for (const layout::Decision& decision : decisions) {
        if (decision.cell != cell.name || decision.origin != cell.origin) continue;
        words += (words.empty() ? "" : "　") + words_of(decision);
    }
    return words;
}

/// `goals.long`, as `[[accept]]` calls it; cells of tables have their block's name already.
std::string name_of(const StandingCell& cell) {
    const std::string block = cell.grid.name + ".";
    return cell.filled.name.starts_with(block) ? cell.filled.name : block + cell.filled.name;
}

/// The longest that has room: name, line and pointer; name and line; line.
std::string caption_of(const StandingCell& cell, Lettering& lettering, Length room) {
    const std::string line = fmt::format(":{}", cell.filled.origin.line);
    const std::string name = name_of(cell) + line;
    for (const std::string& candidate : {name + "  " + cell.filled.origin.pointer, name, line})
        if (lettering.width_of({candidate, palette::caption_size, {}}) <= room) return candidate;
    return {};
}

/// The lines of the form stay in sight beside the frame.
Rect within_borders(const Rect& box) {
    const Length inset = palette::thin * 2;
    return {box.x + inset, box.y + inset, box.width - inset * 2, box.height - inset * 2};
}

/// Left, right and below; above, from `from` to `to`, where no words stand.
void append_text_area(std::vector<draw::Mark>& marks, const Rect& area, Length from, Length to) {
    const Pen pen{palette::hair, palette::cell, form::Stroke::dashed};
    append_line(marks, {area.x, area.y}, {area.x, area.bottom()}, pen);
    append_line(marks, {area.right(), area.y}, {area.right(), area.bottom()}, pen);
    append_line(marks, {area.x, area.bottom()}, {area.right(), area.bottom()}, pen);
    if (from < to) append_line(marks, {from, area.y}, {to, area.y}, pen);
}

/// Gives the left edge of the words.
Length append_adaptations(std::vector<draw::Mark>& marks, Lettering& lettering, const StandingCell& cell,
                          std::string words) {
    const Rect& box = cell.placed.box;
    if (words.empty()) return box.right();
    const Words adapted{std::move(words), palette::caption_size, palette::adapted};
    const Length left = box.right() - caption_inset - lettering.width_of(adapted);
    lettering.append(marks, adapted, {left, box.y + caption_baseline});
    return left;
}

}  // namespace

void append_cell_marks(std::vector<draw::Mark>& marks, Lettering& lettering, const StandingCell& cell,
                       std::span<const layout::Decision> decisions) {
    const Rect& box = cell.placed.box;
    append_frame(marks, within_borders(box), {palette::hair, palette::cell});
    if (cell.filled.name.empty()) return;

    const Length end = append_adaptations(marks, lettering, cell, adaptations_of(cell.filled, decisions));
    const Point start{box.x + caption_inset, box.y + caption_baseline};
    const Words caption{caption_of(cell, lettering, end - start.x - caption_inset), palette::caption_size,
                        palette::caption};
    const Length width = lettering.append(marks, caption, start);

    if (cell.placed.line_count == 0) return;
    const Length x = cell.measured.padding_x, y = cell.measured.padding_y;
    const Rect area{box.x + x, box.y + y, box.width - x * 2, box.height - y * 2};
    append_text_area(marks, area, std::max(area.x, start.x + width + caption_inset),
                     std::min(area.right(), end - caption_inset));
}

}  // namespace besshi::explain
