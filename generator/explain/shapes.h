#pragma once

#include "draw/draw.h"

/// What the overlay is drawn with: artifacts.
namespace besshi::explain {

inline draw::Mark artifact(draw::Shape shape) {
    return {std::move(shape), {}, draw::ArtifactKind::layout};
}

struct Pen {
    Length width;
    form::Color color;
    form::Stroke stroke = form::Stroke::thin;
};

inline void append_line(std::vector<draw::Mark>& marks, Point from, Point to, const Pen& pen) {
    marks.push_back(artifact(draw::Rule{from, to, pen.width, pen.stroke, pen.color}));
}

inline void append_frame(std::vector<draw::Mark>& marks, const Rect& box, const Pen& pen) {
    const Point top_left{box.x, box.y}, top_right{box.right(), box.y};
    const Point bottom_left{box.x, box.bottom()}, bottom_right{box.right(), box.bottom()};
    append_line(marks, top_left, top_right, pen);
    append_line(marks, bottom_left, bottom_right, pen);
    append_line(marks, top_left, bottom_left, pen);
    append_line(marks, top_right, bottom_right, pen);
}

}  // namespace besshi::explain
