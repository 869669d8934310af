#include "draw/draw.h"

#include "draw/grid_line.h"
#include "draw/pen_line.h"
#include "draw/symbol.h"
#include "draw/text_check.h"

#include <algorithm>
#include <iterator>

namespace besshi::draw {

namespace {

TextBlock block_of(const layout::PagedForm& paged, const layout::Page& page, const layout::PlacedCell& placed) {
    const form::Style& style = paged.form.filled->sections[page.section].grids[placed.grid].cells[placed.cell].style;
    return {.cell = layout::measured_cell(paged, page, placed),
            .first_line = placed.first_line,
            .line_count = placed.line_count,
            .box = placed.box,
            .align = style.align,
            .vertical_align = style.vertical_align,
            .underline = style.underline};
}

ArtifactKind kind_of(layout::PlacedBand::Place place) {
    using Place = layout::PlacedBand::Place;
    const bool is_head = place == Place::header_left || place == Place::header_center || place == Place::header_right;
    return is_head ? ArtifactKind::running_head : ArtifactKind::running_foot;
}

/// Places what one page holds, in painting order: grounds, watermark, lines, contents, bands.
class PagePainter {
public:
    PagePainter(const layout::PagedForm& paged, const layout::Page& page, const FormNodes& nodes)
        : paged_(paged), page_(page), nodes_(nodes), section_(paged.form.filled->sections[page.section]) {}

    Page run(const std::optional<Watermark>& across) {
        painted_.width = paged_.form.filled->page.width;
        painted_.height = paged_.form.filled->page.height;
        painted_.marks.reserve(page_.cells.size() * 4);
        for (const layout::PlacedCell& placed : page_.cells) append_ground(placed);
        if (across) painted_.marks.push_back({*across, {}, ArtifactKind::watermark});
        std::ranges::move(grid_lines(paged_, page_), std::back_inserter(painted_.marks));
        for (const layout::PlacedCell& placed : page_.cells) append_content(placed);
        for (const layout::PlacedBand& band : page_.bands) append_band(band);
        return std::move(painted_);
    }

private:
    const fill::Cell& cell(const layout::PlacedCell& placed) const {
        return section_.grids[placed.grid].cells[placed.cell];
    }

    void append_ground(const layout::PlacedCell& placed) {
        const auto& fill = cell(placed).style.fill;
        if (fill) painted_.marks.push_back({Fill{placed.box, *fill}, {}, ArtifactKind::layout});
    }

    void append_content(const layout::PlacedCell& placed) {
        const fill::Cell& filled = cell(placed);
        const CellNodes& nodes = nodes_.of(page_, placed);
        const TextBlock block = block_of(paged_, page_, placed);
        std::vector<Mark>& marks = painted_.marks;
        if (placed.repeated) {
            const Owner repetition{{}, ArtifactKind::repeated_heading};
            append_rings(marks, block, append_text(marks, block, repetition), repetition);
            return;
        }
        append_rings(marks, block, append_text(marks, block, {nodes.text, ArtifactKind::none, nodes.parts}),
                     {nodes.first_object});
        if (const auto* empty = std::get_if<fill::Empty>(&filled.content); empty && empty->ruled) {
            append_pen_lines(marks, placed.box);
        }
        if (const auto* digits = std::get_if<fill::Digits>(&filled.content)) append_boxes(marks, block, digits->boxes);
        if (placed.torn_above) return;
        if (const auto* tick = std::get_if<fill::Tick>(&filled.content)) {
            append_tick(marks, block, tick->ticked, nodes.first_object);
        }
        if (const auto* signature = std::get_if<fill::Signature>(&filled.content)) {
            append_signature(marks, block, *signature, nodes.first_object);
        }
        if (const auto* image = std::get_if<fill::Image>(&filled.content)) {
            append_image(marks, block, *image, nodes.first_object);
        }
    }

    void append_band(const layout::PlacedBand& band) {
        append_text(painted_.marks,
                    {.cell = band.text,
                     .first_line = 0,
                     .line_count = static_cast<std::uint32_t>(band.text.text.lines.size()),
                     .box = band.box,
                     .align = band.align},
                    {{}, kind_of(band.place)});
    }

    const layout::PagedForm& paged_;
    const layout::Page& page_;
    const FormNodes& nodes_;
    const fill::Section& section_;
    Page painted_;
};

}  // namespace

std::vector<Point> line_starts(const layout::PagedForm& paged, const layout::Page& page,
                               const layout::PlacedCell& cell) {
    return line_starts(block_of(paged, page, cell));
}

Result<DrawList> place(const layout::PagedForm& paged, const text::FontSet& fonts) {
    const fill::FilledForm& filled = *paged.form.filled;
    std::optional<Watermark> across;
    if (!filled.watermark.empty()) {
        auto made = watermark(filled, fonts);
        if (!made) return fail(std::move(made.error()));
        across = std::move(*made);
    }
    LogicalTree tree = logical_tree(paged.form);
    DrawList list;
    list.title = filled.title;
    list.subject = filled.document + " " + filled.revision;
    list.document_id = filled.document_id;
    list.pages.reserve(paged.pages.size());
    for (const layout::Page& page : paged.pages) list.pages.push_back(PagePainter(paged, page, tree.cells).run(across));
    list.nodes = std::move(tree.nodes);
    if (Diagnostics lost = check_text(list, paged, tree.cells); !lost.empty()) return fail(std::move(lost));
    return list;
}

}  // namespace besshi::draw
