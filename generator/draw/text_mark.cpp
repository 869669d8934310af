#include "draw/text_mark.h"

#include <algorithm>
#include <iterator>

namespace besshi::draw {

namespace {

using layout::MeasuredCell;
using text::PlacedGlyph;

/// Where the underline lies below the baseline, and its thickness, in permille of the type size.
constexpr std::int64_t underline_depth_permille = 90;
constexpr std::int64_t underline_width_permille = 50;

std::string_view text_of(const MeasuredCell& cell, const PlacedGlyph& glyph) {
    return std::string_view(cell.runs[glyph.run].text).substr(glyph.begin, glyph.end - glyph.begin);
}

Length inner_width(const TextBlock& block) {
    return block.box.width - block.cell.padding_x * 2;
}

Length top_of_text(const TextBlock& block) {
    const Length height = block.cell.line_pitch * block.line_count;
    switch (block.vertical_align) {
        case form::VerticalAlign::top:
            return block.box.y + block.cell.padding_y;
        case form::VerticalAlign::middle:
            return block.box.y + (block.box.height - height) / 2;
        case form::VerticalAlign::bottom:
            return block.box.bottom() - block.cell.padding_y - height;
    }
    return block.box.y;
}

Length start_of_line(const TextBlock& block, const text::Line& line) {
    const Length left = block.box.x + block.cell.padding_x + line.indent;
    const Length surplus = inner_width(block) - line.indent - line.width;
    switch (block.align) {
        case form::Align::left:
        case form::Align::justify:
            return left;
        case form::Align::center:
        case form::Align::distributed:  // a line of one character; others fill the measure
            return left + surplus / 2;
        case form::Align::right:
            return left + surplus;
    }
    return left;
}

/// Sets one line: walks its glyphs with the pen.
class LineSetter {
public:
    LineSetter(std::vector<Mark>& marks, const TextBlock& block, Owner owner)
        : marks_(marks), block_(block), owner_(owner) {}

    void set(const text::Line& line, Point start) {
        const auto glyphs = std::span(block_.cell.text.glyphs).subspan(line.first_glyph, line.glyph_count);
        baseline_ = start.y;
        pen_ = start.x;
        run_ = nullptr;
        for (std::size_t i = 0; i < glyphs.size(); ++i) add(glyphs[i], line.glyph_count - i);
        end_underline();
    }

    std::vector<RunExtent> take_extents() { return std::move(extents_); }
    std::vector<Mark> take_underlines() { return std::move(underlines_); }

private:
    Length size_of(const PlacedGlyph& glyph) const { return block_.cell.run_sizes[glyph.run]; }
    bool is_underlined(const PlacedGlyph& glyph) const {
        return block_.cell.runs[glyph.run].underline.value_or(block_.underline);
    }

    void add(const PlacedGlyph& glyph, std::size_t glyphs_left) {
        if (!run_ || run_->face != glyph.face || run_->size != size_of(glyph)) begin_run(glyph, glyphs_left);
        if (is_underlined(glyph))
            begin_underline(glyph);
        else
            end_underline();

        Glyph placed{.glyph = glyph.glyph, .advance = glyph.advance, .dx = glyph.dx, .dy = glyph.dy};
        placed.text_begin = static_cast<std::uint32_t>(run_->text.size());
        run_->text += text_of(block_.cell, glyph);
        placed.text_end = static_cast<std::uint32_t>(run_->text.size());
        run_->glyphs.push_back(placed);
        if (std::ranges::find(block_.cell.chosen_runs, glyph.run) != block_.cell.chosen_runs.end()) extend(glyph);
        pen_ += glyph.advance;
    }

    void begin_run(const PlacedGlyph& glyph, std::size_t glyphs_left) {
        GlyphRun run{.face = glyph.face,
                     .size = size_of(glyph),
                     .narrow_permille = block_.cell.narrow_permille,
                     .origin = {pen_, baseline_},
                     .color = {},
                     .text = {},
                     .glyphs = {}};
        run.glyphs.reserve(glyphs_left);
        marks_.push_back({std::move(run), owner_.node, owner_.artifact});
        run_ = &std::get<GlyphRun>(marks_.back().shape);
    }

    void extend(const PlacedGlyph& glyph) {
        const Length size = size_of(glyph);
        const Length top = baseline_ - scale(size, 88, 100);
        if (extents_.empty() || extents_.back().run != glyph.run || extents_.back().box.y != top) {
            extents_.push_back({glyph.run, {pen_, top, Length{0}, size}});
        }
        extents_.back().box.width = pen_ + glyph.advance - extents_.back().box.x;
    }

    void begin_underline(const PlacedGlyph& glyph) {
        if (underline_size_ == size_of(glyph)) return;
        end_underline();
        underline_from_ = pen_;
        underline_size_ = size_of(glyph);
    }

    void end_underline() {
        if (underline_size_ == Length{0}) return;
        const Length y = baseline_ + scale(underline_size_, underline_depth_permille, 1000);
        underlines_.push_back({Rule{{underline_from_, y},
                                    {pen_, y},
                                    scale(underline_size_, underline_width_permille, 1000),
                                    form::Stroke::thin,
                                    {}},
                               {},
                               ArtifactKind::layout});
        underline_size_ = Length{0};
    }

    std::vector<Mark>& marks_;
    const TextBlock& block_;
    Owner owner_;
    GlyphRun* run_ = nullptr;  ///< the last mark; nothing else is appended while it is open
    Length baseline_, pen_;
    Length underline_from_, underline_size_;
    std::vector<Mark> underlines_;
    std::vector<RunExtent> extents_;
};

}  // namespace

std::vector<Point> line_starts(const TextBlock& block) {
    std::vector<Point> starts;
    Length top = top_of_text(block);
    for (std::uint32_t l = block.first_line; l < block.first_line + block.line_count; ++l) {
        const text::Line& line = block.cell.text.lines[l];
        const Length leading = block.cell.line_pitch - (line.ascent + line.descent);
        starts.push_back({start_of_line(block, line), top + leading / 2 + line.ascent});
        top += block.cell.line_pitch;
    }
    return starts;
}

std::vector<RunExtent> append_text(std::vector<Mark>& marks, const TextBlock& block, Owner owner) {
    LineSetter setter(marks, block, owner);
    const std::vector<Point> starts = line_starts(block);
    for (std::uint32_t l = 0; l < block.line_count; ++l) {
        setter.set(block.cell.text.lines[block.first_line + l], starts[l]);
    }
    std::ranges::move(setter.take_underlines(), std::back_inserter(marks));
    return setter.take_extents();
}

}  // namespace besshi::draw
