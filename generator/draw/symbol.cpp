#include "draw/symbol.h"

#include "draw/grid_line.h"

#include <algorithm>
#include <array>

namespace besshi::draw {

namespace {

/// Box and check in permille of the type size; x to the right, y downwards from the top of the em box.
constexpr std::int64_t tick_inset = 60;
struct Permille {
    std::int64_t x, y;
};
constexpr std::array<Permille, 3> check_stroke{{{220, 520}, {430, 740}, {800, 240}}};
constexpr std::int64_t tick_line = 50;
constexpr std::int64_t check_line = 90;

/// The ring reaches so far beyond the word, in permille of the type size; its ends take a little more than that.
constexpr std::int64_t ring_beside = 200;
constexpr std::int64_t ring_above = 110;
constexpr std::int64_t ring_end = 600;
constexpr Length ring_line{Length::per_mm * 2 / 10};

constexpr form::Color watermark_color{230, 230, 230};
constexpr std::int32_t watermark_degrees = 35;
/// Of the shorter side of the paper, for a word of two characters; longer words are set smaller.
constexpr std::int64_t watermark_em_permille = 360;

Length left_of_tick(const TextBlock& block, Length side) {
    const Length left = block.box.x + block.cell.padding_x;
    const Length surplus = block.box.width - block.cell.padding_x * 2 - side;
    switch (block.align) {
        case form::Align::left:
            return left;
        case form::Align::justify:
            return left;
        case form::Align::right:
            return left + surplus;
        case form::Align::center:
            return left + surplus / 2;
        case form::Align::distributed:
            return left + surplus / 2;
    }
    return left;
}

Length top_of_tick(const TextBlock& block, Length side) {
    const Length leading = (block.cell.line_pitch - side) / 2;
    switch (block.vertical_align) {
        case form::VerticalAlign::top:
            return block.box.y + block.cell.padding_y + leading;
        case form::VerticalAlign::middle:
            return block.box.y + (block.box.height - side) / 2;
        case form::VerticalAlign::bottom:
            return block.box.bottom() - block.cell.padding_y - leading - side;
    }
    return block.box.y;
}

/// The box of a cell without the white inside its borders.
Rect inside(const TextBlock& block) {
    const Length x = block.cell.padding_x;
    const Length y = block.cell.padding_y;
    return {block.box.x + x, block.box.y + y, block.box.width - x * 2, block.box.height - y * 2};
}

Rect intersection(const Rect& a, const Rect& b) {
    const Length x = std::max(a.x, b.x);
    const Length y = std::max(a.y, b.y);
    return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

}  // namespace

void append_tick(std::vector<Mark>& marks, const TextBlock& block, bool ticked, NodeId node) {
    using Op = PathPoint::Op;
    const Length side = block.cell.size;
    const Length x = left_of_tick(block, side);
    const Length y = top_of_tick(block, side);
    const auto at = [&](Permille place) {
        return Point{x + scale(side, place.x, 1000), y + scale(side, place.y, 1000)};
    };
    constexpr std::int64_t near = tick_inset;
    constexpr std::int64_t far = 1000 - tick_inset;
    const char* const alternative = ticked ? "チェックあり" : "チェックなし";
    marks.push_back({Path{.points = {{Op::move, at({near, near})},
                                     {Op::line, at({far, near})},
                                     {Op::line, at({far, far})},
                                     {Op::line, at({near, far})},
                                     {Op::close, {}}},
                          .width = scale(side, tick_line, 1000),
                          .filled = false,
                          .alternative = alternative},
                     node, ArtifactKind::none});
    if (!ticked) return;
    marks.push_back({Path{.points = {{Op::move, at(check_stroke[0])},
                                     {Op::line, at(check_stroke[1])},
                                     {Op::line, at(check_stroke[2])}},
                          .width = scale(side, check_line, 1000),
                          .filled = false,
                          .alternative = alternative},
                     node, ArtifactKind::none});
}

void append_rings(std::vector<Mark>& marks, const TextBlock& block, std::span<const RunExtent> extents, Owner owner) {
    const std::vector<std::uint32_t>& chosen = block.cell.chosen_runs;
    for (const RunExtent& extent : extents) {
        NodeId node = owner.node;
        if (!node.is_artifact()) {
            node.index += static_cast<std::uint32_t>(std::ranges::find(chosen, extent.run) - chosen.begin());
        }
        const Length beside = scale(extent.box.height, ring_beside, 1000);
        const Length above = scale(extent.box.height, ring_above, 1000);
        const Rect round{extent.box.x - beside, extent.box.y - above, extent.box.width + beside * 2,
                         extent.box.height + above * 2};
        const Rect rect = intersection(round, block.box);
        marks.push_back({Ring{.rect = rect,
                              .end = std::min(scale(extent.box.height, ring_end, 1000), rect.width / 2),
                              .width = ring_line,
                              .alternative = "「" + block.cell.runs[extent.run].text + "」に○"},
                         node, owner.artifact});
    }
}

void append_boxes(std::vector<Mark>& marks, const TextBlock& block, int boxes) {
    if (block.box.height == Length{0}) return;
    for (int number = 1; number < boxes; ++number) {
        const Length x = block.box.x + layout::edge_of_boxes(block.box.width, number, boxes);
        marks.push_back(
            {Rule{{x, block.box.y}, {x, block.box.bottom()}, width_of(form::Stroke::hair), form::Stroke::hair, {}},
             {},
             ArtifactKind::layout});
    }
}

void append_image(std::vector<Mark>& marks, const TextBlock& block, const fill::Image& image, NodeId node) {
    marks.push_back({Image{.rect = base::fit_into(inside(block), *image.picture),
                           .picture = image.picture,
                           .alternative = image.alternative.text},
                     node, ArtifactKind::none});
}

void append_signature(std::vector<Mark>& marks, const TextBlock& block, const fill::Signature& signature, NodeId node) {
    marks.push_back(
        {SignatureField{
             .rect = inside(block), .name = signature.field_name, .tip = signature.tip, .locks = signature.locks},
         node, ArtifactKind::none});
}

Result<Watermark> watermark(const fill::FilledForm& filled, const text::FontSet& fonts) {
    const std::array runs{text::StyledRun{.text = filled.watermark, .family = Family::gothic, .weight = Weight::bold}};
    auto shaped = text::shape(fonts, runs, BreakMode::strict);
    if (!shaped) return fail(std::move(shaped.error()));
    const Length shorter = std::min(filled.page.width, filled.page.height);
    const auto characters =
        static_cast<std::int64_t>(std::max<std::size_t>(base::count_characters(filled.watermark), 2));
    const Length size = scale(shorter, watermark_em_permille * 2, 1000 * characters);
    const std::array sizes{size};
    text::Measure measure;
    measure.run_sizes = sizes;
    measure.wrap = false;
    const text::BrokenText set = text::break_lines(fonts, *shaped, measure);

    const text::Line& line = set.lines.front();
    const Point centre{filled.page.width / 2, filled.page.height / 2};
    GlyphRun run{.face = set.glyphs.front().face,
                 .size = size,
                 .narrow_permille = 1000,
                 .origin = {centre.x - line.width / 2, centre.y + scale(size, 38, 100)},
                 .color = watermark_color,
                 .text = filled.watermark,
                 .glyphs = {}};
    for (const text::PlacedGlyph& glyph : set.glyphs) {
        run.glyphs.push_back({.glyph = glyph.glyph,
                              .advance = glyph.advance,
                              .dx = glyph.dx,
                              .dy = glyph.dy,
                              .text_begin = glyph.begin,
                              .text_end = glyph.end});
    }
    return Watermark{.run = std::move(run), .degrees = watermark_degrees};
}

}  // namespace besshi::draw
