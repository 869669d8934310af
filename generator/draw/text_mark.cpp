#include "draw/text_mark.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace besshi::draw {

namespace {

using layout::MeasuredCell;
using text::PlacedGlyph;

/// Where the underline lies below the baseline, and its thickness, in permille of the type size.
constexpr std::int64_t underline_depth_permille = 90;
constexpr std::int64_t underline_width_permille = 50;

/// JIS X 4051: the body of a Japanese character is 0.88 em above and 0.12 em below the baseline.
Length ascent_of(Length size) {
    return scale(size, 88, 100);
}
Length descent_of(Length size) {
    return size - ascent_of(size);
}

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

    void set(const text::Line& line, Length baseline) {
        const auto glyphs = std::span(block_.cell.text.glyphs).subspan(line.first_glyph, line.glyph_count);
        baseline_ = baseline;
        pen_ = start_of_line(block_, line);
        run_ = nullptr;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            add(glyphs[i], line.glyph_count - i);
            append_readings_behind(line.first_glyph + static_cast<std::uint32_t>(i));
        }
        end_underline();
    }

    std::vector<RunExtent> take_extents() { return std::move(extents_); }
    std::vector<Mark> take_underlines() { return std::move(underlines_); }

private:
    Length size_of(const PlacedGlyph& glyph) const { return block_.cell.run_sizes[glyph.run]; }
    bool is_underlined(const PlacedGlyph& glyph) const {
        return block_.cell.runs[glyph.run].underline.value_or(block_.underline);
    }

    /// The part of the text in which byte `begin` of a run stands; null if it is not cut into parts.
    const TextPart* part_at(std::uint32_t run, std::uint32_t begin) const {
        const auto next = std::ranges::upper_bound(owner_.parts, std::tuple(run, begin), {}, [](const TextPart& part) {
            return std::tuple(part.run, part.begin);
        });
        return next == owner_.parts.begin() ? nullptr : &*std::prev(next);
    }

    NodeId node_of(const PlacedGlyph& glyph) const {
        const TextPart* part = part_at(glyph.run, glyph.begin);
        return part ? part->text : owner_.node;
    }

    void add(const PlacedGlyph& glyph, std::size_t glyphs_left) {
        const NodeId node = node_of(glyph);
        const bool goes_on =
            run_ && run_->face == glyph.face && run_->size == size_of(glyph) && marks_.back().node == node;
        if (!goes_on) begin_run(glyph, node, glyphs_left);
        if (is_underlined(glyph))
            begin_underline(glyph);
        else
            end_underline();

        append(*run_, glyph, text_of(block_.cell, glyph));
        if (std::ranges::find(block_.cell.chosen_runs, glyph.run) != block_.cell.chosen_runs.end()) extend(glyph);
        pen_ += glyph.advance;
    }

    static void append(GlyphRun& run, const PlacedGlyph& glyph, std::string_view text) {
        Glyph placed{.glyph = glyph.glyph, .advance = glyph.advance, .dx = glyph.dx, .dy = glyph.dy};
        placed.text_begin = static_cast<std::uint32_t>(run.text.size());
        run.text += text;
        placed.text_end = static_cast<std::uint32_t>(run.text.size());
        run.glyphs.push_back(placed);
    }

    /// The readings of bases that end with the glyph just added.
    void append_readings_behind(std::uint32_t glyph) {
        const auto last_of = [](const text::PlacedRuby& ruby) { return ruby.first_glyph + ruby.glyph_count - 1; };
        for (const text::PlacedRuby& ruby : std::ranges::equal_range(block_.cell.text.rubies, glyph, {}, last_of)) {
            Length pen = pen_ + ruby.x;
            for (std::uint32_t i = ruby.first_glyph; i <= glyph; ++i) pen -= block_.cell.text.glyphs[i].advance;
            append_reading(ruby, pen);
        }
    }

    /// A run for each face.
    void append_reading(const text::PlacedRuby& placed, Length pen) {
        const Ruby& ruby = block_.cell.runs[placed.run].rubies[placed.index];
        const TextPart* part = part_at(placed.run, ruby.begin);
        const Length base_size = block_.cell.run_sizes[placed.run], size = text::reading_size(base_size);
        const Length baseline = baseline_ - ascent_of(base_size) - descent_of(size);
        GlyphRun* run = nullptr;
        for (const PlacedGlyph& glyph : placed.glyphs) {
            if (!run || run->face != glyph.face) {
                run = &begin_run(glyph.face, size, {pen, baseline}, part ? part->reading : owner_.node);
                run->is_reading = true;
            }
            append(*run, glyph, std::string_view(ruby.reading).substr(glyph.begin, glyph.end - glyph.begin));
            pen += glyph.advance;
        }
        run_ = nullptr;
    }

    void begin_run(const PlacedGlyph& glyph, NodeId node, std::size_t glyphs_left) {
        run_ = &begin_run(glyph.face, size_of(glyph), {pen_, baseline_}, node);
        run_->glyphs.reserve(glyphs_left);
    }

    GlyphRun& begin_run(text::FaceId face, Length size, Point origin, NodeId node) {
        GlyphRun run{.face = face,
                     .size = size,
                     .narrow_permille = block_.cell.narrow_permille,
                     .origin = origin,
                     .color = {},
                     .text = {},
                     .glyphs = {}};
        marks_.push_back({std::move(run), node, owner_.artifact});
        return std::get<GlyphRun>(marks_.back().shape);
    }

    void extend(const PlacedGlyph& glyph) {
        const Length size = size_of(glyph);
        const bool has_readings = !block_.cell.runs[glyph.run].rubies.empty();
        const Length above = has_readings ? text::reading_size(size) : Length{};
        const Length top = baseline_ - ascent_of(size) - above;
        if (extents_.empty() || extents_.back().run != glyph.run || extents_.back().box.y != top) {
            extents_.push_back({glyph.run, {pen_, top, Length{0}, size + above}});
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

std::vector<RunExtent> append_text(std::vector<Mark>& marks, const TextBlock& block, Owner owner) {
    LineSetter setter(marks, block, owner);
    Length top = top_of_text(block);
    for (std::uint32_t l = block.first_line; l < block.first_line + block.line_count; ++l) {
        const text::Line& line = block.cell.text.lines[l];
        const Length readings = block.cell.reading_height;
        const Length leading = block.cell.line_pitch - readings - (line.ascent + line.descent);
        setter.set(line, top + leading / 2 + readings + line.ascent);
        top += block.cell.line_pitch;
    }
    std::ranges::move(setter.take_underlines(), std::back_inserter(marks));
    return setter.take_extents();
}

}  // namespace besshi::draw
