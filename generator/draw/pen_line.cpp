#include "draw/pen_line.h"

namespace besshi::draw {

namespace {

constexpr Length least_distance{Length::per_mm * 8};
constexpr Length least_width{Length::per_mm * 30};
constexpr Length inset{Length::per_mm * 3 / 2};
constexpr Length line_width{Length::per_mm / 10};
constexpr form::Color line_color{160, 160, 160};

}  // namespace

void append_pen_lines(std::vector<Mark>& marks, const Rect& box) {
    if (box.width < least_width) return;
    const std::int64_t spaces = box.height.units / least_distance.units;
    for (std::int64_t line = 1; line < spaces; ++line) {
        const Length y = box.y + box.height * line / spaces;
        const Rule rule{{box.x + inset, y}, {box.right() - inset, y}, line_width, form::Stroke::dashed, line_color};
        marks.push_back({rule, {}, ArtifactKind::layout});
    }
}

}  // namespace besshi::draw
