#include "draw/draw.h"

#include <fmt/format.h>

#include <iterator>

namespace besshi::draw {

namespace {

/// Hundredths of a millimetre, rounded to nearest.
std::string mm(Length length) {
    const std::int64_t hundredths = scale(length, 100, Length::per_mm).units;
    const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
    return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", size / 100, size % 100);
}

std::string at(Point point) {
    return mm(point.x) + "," + mm(point.y);
}
std::string box(const Rect& rect) {
    return fmt::format("{} {} {}x{}", mm(rect.x), mm(rect.y), mm(rect.width), mm(rect.height));
}
std::string hex(form::Color color) {
    return fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

std::string_view name_of(ArtifactKind kind) {
    switch (kind) {
        case ArtifactKind::none:
            return "none";
        case ArtifactKind::layout:
            return "layout";
        case ArtifactKind::running_head:
            return "running head";
        case ArtifactKind::running_foot:
            return "running foot";
        case ArtifactKind::repeated_heading:
            return "repeated heading";
        case ArtifactKind::watermark:
            return "watermark";
    }
    return "";
}

std::string_view name_of(Role role) {
    switch (role) {
        case Role::document:
            return "document";
        case Role::section:
            return "section";
        case Role::heading1:
            return "heading1";
        case Role::heading2:
            return "heading2";
        case Role::paragraph:
            return "paragraph";
        case Role::table:
            return "table";
        case Role::table_head:
            return "table head";
        case Role::table_body:
            return "table body";
        case Role::table_row:
            return "row";
        case Role::header_cell:
            return "header cell";
        case Role::data_cell:
            return "data cell";
        case Role::span:
            return "span";
        case Role::ruby:
            return "ruby";
        case Role::ruby_base:
            return "ruby base";
        case Role::ruby_text:
            return "ruby text";
        case Role::figure:
            return "figure";
        case Role::form:
            return "form";
    }
    return "";
}

std::string_view name_of(Node::Scope scope) {
    switch (scope) {
        case Node::Scope::none:
            return "";
        case Node::Scope::row:
            return " scope row";
        case Node::Scope::column:
            return " scope column";
        case Node::Scope::both:
            return " scope both";
    }
    return "";
}

std::string_view name_of(Stance stance) {
    switch (stance) {
        case Stance::level:
            return "";
        case Stance::turned:
            return " turned";
        case Stance::stacked:
            return " stacked";
    }
    return "";
}

std::string describe(const GlyphRun& run) {
    return fmt::format("{} {} face {} size {}{}{} {}", run.is_reading ? "reading" : "text", at(run.origin),
                       run.face.index, mm(run.size),
                       run.narrow_permille == 1000 ? "" : fmt::format(" narrow {}", run.narrow_permille),
                       name_of(run.stance), run.text);
}
std::string describe(const Rule& rule) {
    return fmt::format("rule {} {} to {}", to_string(rule.stroke), at(rule.from), at(rule.to));
}
std::string describe(const Fill& fill) {
    return fmt::format("fill {} {}", hex(fill.color), box(fill.rect));
}
std::string describe(const Ring& ring) {
    return fmt::format("ring {} {}", box(ring.rect), ring.alternative);
}
std::string describe(const Path& path) {
    std::string text = "path";
    for (const PathPoint& point : path.points) {
        text += point.op == PathPoint::Op::close ? " close" : " " + at(point.at);
    }
    return text + " " + path.alternative;
}
std::string describe(const Image& image) {
    return fmt::format("image {} {} {}x{} {}", box(image.rect), base::to_string(image.picture->format),
                       image.picture->width, image.picture->height, image.alternative);
}
std::string describe(const SignatureField& field) {
    return fmt::format("signature {} {} {}", box(field.rect), field.name, field.tip);
}
std::string describe(const Watermark& mark) {
    return fmt::format("watermark {} turned {}", describe(mark.run), mark.degrees);
}

void dump_node(std::string& out, const DrawList& list, NodeId id, int depth) {
    const Node& node = list.nodes[id.index];
    fmt::format_to(std::back_inserter(out), "{:{}}#{} {}", "", depth * 2, id.index, name_of(node.role));
    if (!node.cell.empty()) out += " " + node.cell;
    if (node.row_span != 1 || node.column_span != 1) {
        fmt::format_to(std::back_inserter(out), " spans {}x{}", node.row_span, node.column_span);
    }
    out += name_of(node.scope);
    for (const NodeId header : node.headers) fmt::format_to(std::back_inserter(out), " under #{}", header.index);
    if (!node.alternative.empty()) out += " (" + node.alternative + ")";
    out += '\n';
    for (const NodeId child : node.children) dump_node(out, list, child, depth + 1);
}

}  // namespace

std::string dump(const DrawList& list) {
    std::string out = fmt::format("{} | {} | {}\n", list.title, list.subject, list.language);
    for (std::size_t p = 0; p < list.pages.size(); ++p) {
        const Page& page = list.pages[p];
        fmt::format_to(std::back_inserter(out), "page {} {}x{}\n", p + 1, mm(page.width), mm(page.height));
        for (const Mark& mark : page.marks) {
            const std::string owner =
                mark.node.is_artifact() ? std::string(name_of(mark.artifact)) : fmt::format("#{}", mark.node.index);
            out += "  " + std::visit([](const auto& shape) { return describe(shape); }, mark.shape) + "  [" + owner +
                   "]\n";
        }
    }
    dump_node(out, list, NodeId{0}, 0);
    return out;
}

}  // namespace besshi::draw
