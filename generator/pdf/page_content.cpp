#include "pdf/page_content.h"

#include "pdf/structure.h"
#include "pdf/syntax.h"
#include "pdf/text_run.h"

#include <cmath>
#include <numbers>
#include <optional>
#include <variant>

namespace besshi::pdf {

namespace {

/// What the reader has set, so that it is not set again. The values are those a page begins with.
struct GraphicsState {
    form::Color fill, stroke;
    std::int64_t line_width = 100;  ///< hundredths of a point
    bool dashed = false;
    std::size_t font = 0;     ///< number of the resource, 0 = none
    char writing_mode = 'F';  ///< first letter of its name
    PrintedSize size;
};

class ContentWriter {
public:
    ContentWriter(const draw::Page& page, std::span<const draw::Node> nodes, FontUses& fonts, PictureUses& pictures)
        : page_(page), nodes_(nodes), fonts_(fonts), pictures_(pictures) {
        out_ += "2 J\n";  // lines reach past their ends by half their width: frames close at the corners
    }

    void append(const draw::Mark& mark) {
        if (leaves_nothing(mark.shape)) return;
        open_sequence(mark);
        std::visit([this](const auto& shape) { append(shape); }, mark.shape);
    }

    PageContent take() {
        close_sequence();
        return {std::move(out_), std::move(content_nodes_)};
    }

private:
    /// What the open marked-content sequence belongs to.
    struct Owner {
        draw::NodeId node;
        draw::ArtifactKind artifact = draw::ArtifactKind::none;
        bool operator==(const Owner&) const = default;
    };

    static bool leaves_nothing(const draw::Shape& shape) {
        if (const auto* run = std::get_if<draw::GlyphRun>(&shape)) return run->glyphs.empty();
        return std::holds_alternative<draw::SignatureField>(shape);  // an annotation, not content
    }

    void open_sequence(const draw::Mark& mark);
    void close_sequence();

    void append(const draw::GlyphRun& run) { append_run(run, run.origin.x, page_.height - run.origin.y); }
    void append(const draw::Rule& rule);
    void append(const draw::Fill& fill);
    void append(const draw::Ring& ring);
    void append(const draw::Path& path);
    void append(const draw::Image& image);
    void append(const draw::SignatureField&) {}
    void append(const draw::Watermark& watermark);

    void append_run(const draw::GlyphRun& run, Length x, Length y);

    void set_fill(form::Color color);
    void set_stroke(form::Color color);
    void set_line(Length width, bool dashed);
    void set_font(std::size_t index, char writing_mode, const PrintedSize& size);

    void number(std::int64_t hundredths) {
        append_decimal(out_, hundredths, 2);
        out_ += ' ';
    }
    void point(Point at) {
        number(hundredths_of_point(at.x));
        number(hundredths_of_point(page_.height - at.y));
    }
    void append_color(form::Color color, std::string_view gray_operator, std::string_view rgb_operator);

    const draw::Page& page_;
    std::span<const draw::Node> nodes_;
    FontUses& fonts_;
    PictureUses& pictures_;
    GraphicsState state_;
    std::string out_;
    std::vector<draw::NodeId> content_nodes_;
    std::optional<Owner> open_;
};

/// The tag of an artifact with the property list that says its kind (ISO 32000-1 table 330).
std::string_view artifact_tag(draw::ArtifactKind kind) {
    switch (kind) {
        case draw::ArtifactKind::none:
            return "/Artifact BMC\n";
        case draw::ArtifactKind::layout:
            return "/Artifact<</Type/Layout>>BDC\n";
        case draw::ArtifactKind::running_head:
            return "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
        case draw::ArtifactKind::running_foot:
            return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
        case draw::ArtifactKind::repeated_heading:
            return "/Artifact<</Type/Pagination>>BDC\n";
        case draw::ArtifactKind::watermark:
            return "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n";
    }
    return "";
}

void ContentWriter::open_sequence(const draw::Mark& mark) {
    const Owner owner{mark.node, mark.artifact};
    if (open_ == owner) return;
    close_sequence();
    open_ = owner;
    if (owner.node.is_artifact()) {
        out_ += artifact_tag(owner.artifact);
        return;
    }
    out_ += '/';
    out_ += structure_type(nodes_[owner.node.index].role);
    out_ += "<</MCID ";
    append_decimal(out_, static_cast<std::int64_t>(content_nodes_.size()), 0);
    out_ += ">>BDC\n";
    content_nodes_.push_back(owner.node);
}

void ContentWriter::close_sequence() {
    if (open_) out_ += "EMC\n";
    open_.reset();
}

void ContentWriter::append_color(form::Color color, std::string_view gray_operator, std::string_view rgb_operator) {
    const auto component = [this](std::uint8_t value) {
        append_decimal(out_, (value * 1000 + 127) / 255, 3);
        out_ += ' ';
    };
    component(color.red);
    if (color.red == color.green && color.green == color.blue) {
        out_ += gray_operator;
    } else {
        component(color.green);
        component(color.blue);
        out_ += rgb_operator;
    }
    out_ += '\n';
}

void ContentWriter::set_fill(form::Color color) {
    if (state_.fill == color) return;
    state_.fill = color;
    append_color(color, "g", "rg");
}

void ContentWriter::set_stroke(form::Color color) {
    if (state_.stroke == color) return;
    state_.stroke = color;
    append_color(color, "G", "RG");
}

void ContentWriter::set_line(Length width, bool dashed) {
    if (state_.line_width != hundredths_of_point(width)) {
        state_.line_width = hundredths_of_point(width);
        number(state_.line_width);
        out_ += "w\n";
    }
    if (state_.dashed != dashed) {
        state_.dashed = dashed;
        out_ += dashed ? "0 J[3 2]0 d\n" : "2 J[]0 d\n";
    }
}

void ContentWriter::set_font(std::size_t index, char writing_mode, const PrintedSize& size) {
    const bool scale_changes = state_.size.narrow_permille != size.narrow_permille;
    if (state_.font != index + 1 || state_.writing_mode != writing_mode ||
        state_.size.thousandths_of_point != size.thousandths_of_point) {
        out_ += '/';
        out_ += writing_mode;
        append_decimal(out_, static_cast<std::int64_t>(index) + 1, 0);
        out_ += ' ';
        append_decimal(out_, size.thousandths_of_point, 3);
        out_ += " Tf\n";
    }
    if (scale_changes) {
        append_decimal(out_, size.narrow_permille, 1);
        out_ += " Tz\n";
    }
    state_.font = index + 1;
    state_.writing_mode = writing_mode;
    state_.size = size;
}

void ContentWriter::append_run(const draw::GlyphRun& run, Length x, Length y) {
    const std::size_t font = fonts_.index_of(run.face);
    const PrintedSize size = printed_size(run);
    const bool is_stacked = run.stance == draw::Stance::stacked, is_turned = run.stance == draw::Stance::turned;
    if (is_stacked) fonts_[font].need_stacked();
    set_fill(run.color);
    set_font(font, is_stacked ? 'V' : 'F', size);
    out_ += is_turned ? "BT 0 -1 1 0 " : "BT ";
    number(hundredths_of_point(x));
    number(hundredths_of_point(y));
    out_ += is_turned ? "Tm\n" : "Td\n";
    append_glyphs(out_, run, size, fonts_[font]);
    out_ += "ET\n";
}

void ContentWriter::append(const draw::Rule& rule) {
    set_stroke(rule.color);
    set_line(rule.width, rule.stroke == form::Stroke::dashed);
    point(rule.from);
    out_ += "m ";
    point(rule.to);
    out_ += "l S\n";
}

void ContentWriter::append(const draw::Fill& fill) {
    set_fill(fill.color);
    // Edges are rounded, not width and height: areas that touch on the form touch in print.
    const std::int64_t left = hundredths_of_point(fill.rect.x), right = hundredths_of_point(fill.rect.right());
    const std::int64_t top = hundredths_of_point(page_.height - fill.rect.y);
    const std::int64_t bottom = hundredths_of_point(page_.height - fill.rect.bottom());
    number(left);
    number(bottom);
    number(right - left);
    number(top - bottom);
    out_ += "re f\n";
}

void ContentWriter::append(const draw::Ring& ring) {
    set_stroke({});
    set_line(ring.width, false);
    // A quarter of an ellipse as one Bézier curve; its control points lie at 4/3 (√2 − 1) of the half axes.
    constexpr std::int64_t kappa = 552'284'750, unit = 1'000'000'000;
    const Rect& r = ring.rect;
    const Length kx = base::scale(ring.end, kappa, unit), ky = base::scale(r.height / 2, kappa, unit);
    const Length left = r.x + ring.end, right = r.right() - ring.end, y = r.y + r.height / 2;
    const auto curve = [this](Point first, Point second, Point end) {
        point(first);
        point(second);
        point(end);
        out_ += "c\n";
    };
    point({r.right(), y});
    out_ += "m\n";
    const bool is_ellipse = ring.end == r.width / 2;
    const auto line_to = [&](Point end) {
        if (is_ellipse) return;
        point(end);
        out_ += "l\n";
    };
    curve({r.right(), y - ky}, {right + kx, r.y}, {right, r.y});
    line_to({left, r.y});
    curve({left - kx, r.y}, {r.x, y - ky}, {r.x, y});
    curve({r.x, y + ky}, {left - kx, r.bottom()}, {left, r.bottom()});
    line_to({right, r.bottom()});
    curve({right + kx, r.bottom()}, {r.right(), y + ky}, {r.right(), y});
    out_ += "s\n";
}

void ContentWriter::append(const draw::Path& path) {
    if (path.filled) {
        set_fill({});
    } else {
        set_stroke({});
        set_line(path.width, false);
    }
    for (const draw::PathPoint& step : path.points) {
        switch (step.op) {
            case draw::PathPoint::Op::move:
                point(step.at);
                out_ += "m\n";
                break;
            case draw::PathPoint::Op::line:
                point(step.at);
                out_ += "l\n";
                break;
            case draw::PathPoint::Op::close:
                out_ += "h\n";
                break;
        }
    }
    out_ += path.filled ? "f\n" : "S\n";
}

void ContentWriter::append(const draw::Image& image) {
    out_ += "q ";
    number(hundredths_of_point(image.rect.width));
    out_ += "0 0 ";
    number(hundredths_of_point(image.rect.height));
    point({image.rect.x, image.rect.bottom()});
    out_ += "cm /P";
    append_decimal(out_, static_cast<std::int64_t>(pictures_.index_of(image.picture)) + 1, 0);
    out_ += " Do Q\n";
}

void ContentWriter::append(const draw::Watermark& watermark) {
    const Point centre{page_.width / 2, page_.height / 2};
    const double angle = watermark.degrees * std::numbers::pi / 180;
    const auto millionths = [](double value) { return std::llround(value * 1e6); };
    const std::int64_t cos = millionths(std::cos(angle)), sin = millionths(std::sin(angle));
    const GraphicsState outside = state_;
    out_ += "q ";
    for (const std::int64_t factor : {cos, sin, -sin, cos}) {
        append_decimal(out_, factor, 6);
        out_ += ' ';
    }
    point(centre);
    out_ += "cm\n";
    append_run(watermark.run, watermark.run.origin.x - centre.x, centre.y - watermark.run.origin.y);
    out_ += "Q\n";
    state_ = outside;
}

}  // namespace

PageContent page_content(const draw::Page& page, std::span<const draw::Node> nodes, FontUses& fonts,
                         PictureUses& pictures) {
    ContentWriter writer(page, nodes, fonts, pictures);
    for (const draw::Mark& mark : page.marks) writer.append(mark);
    return writer.take();
}

}  // namespace besshi::pdf
