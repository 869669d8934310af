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
/// How far the middle of an em box lies above the baseline, in permille of the type size.
constexpr std::int64_t middle_permille = text::body_ascent_permille - 500;

Length ascent_of(Length size) {
    return scale(size, text::body_ascent_permille, 1000);
}
Length descent_of(Length size) {
    return size - ascent_of(size);
}

std::string_view text_of(const MeasuredCell& cell, const PlacedGlyph& glyph) {
    return std::string_view(cell.runs[glyph.run].text).substr(glyph.begin, glyph.end - glyph.begin);
}

/// Where something stands in what has more room than it needs, in the direction of reading.
enum class Stand : std::uint8_t { start, middle, end };

/// A block of lines in coordinates of its own: along the lines, and on from line to line. Vertical lines run down and
/// follow each other to the left.
class Frame {
public:
    explicit Frame(const TextBlock& block) : block_(block), is_vertical_(block.cell.direction == Direction::vertical) {
        const std::span lines(block.cell.text.lines);
        for (const text::Line& line : lines.subspan(block.first_line, block.line_count)) {
            longest_line_ = std::max(longest_line_, line.indent + line.width);
        }
    }

    bool is_vertical() const { return is_vertical_; }

    Point on_page(Length along, Length on) const {
        const Rect& box = block_.box;
        return is_vertical_ ? Point{box.right() - on, box.y + along} : Point{box.x + along, box.y + on};
    }

    /// Where the first line of the block begins, on from the edge of the box.
    Length first_line() const {
        const Rect& box = block_.box;
        const Length room = is_vertical_ ? box.width : box.height;
        const Length padding = is_vertical_ ? block_.cell.padding_x : block_.cell.padding_y;
        const Length lines = block_.cell.line_pitch * block_.line_count;
        switch (is_vertical_ ? stand_across() : stand_up_and_down()) {
            case Stand::start:
                return padding;
            case Stand::middle:
                return (room - lines) / 2;
            case Stand::end:
                return room - padding - lines;
        }
        return padding;
    }

    /// Where a line begins, along from the edge of the box. Columns begin at one height, wherever they stand together.
    Length start_of(const text::Line& line) const {
        const Length padding = is_vertical_ ? block_.cell.padding_y : block_.cell.padding_x;
        const Length room = is_vertical_ ? block_.box.height : block_.box.width;
        const Length length =
            is_vertical_ && block_.align != form::Align::distributed ? longest_line_ : line.indent + line.width;
        const Length start = padding + line.indent, surplus = room - padding * 2 - length;
        if (block_.align == form::Align::distributed) return start + surplus / 2;  // a line of one character
        switch (is_vertical_ ? stand_up_and_down() : stand_across()) {
            case Stand::start:
                return start;
            case Stand::middle:
                return start + surplus / 2;
            case Stand::end:
                return start + surplus;
        }
        return start;
    }

private:
    /// Horizontal lines begin on the left, the first of vertical lines stands on the right.
    Stand stand_across() const {
        switch (block_.align) {
            case form::Align::left:
                return is_vertical_ ? Stand::end : Stand::start;
            case form::Align::justify:
                return Stand::start;
            case form::Align::center:
            case form::Align::distributed:
                return Stand::middle;
            case form::Align::right:
                return is_vertical_ ? Stand::start : Stand::end;
        }
        return Stand::start;
    }

    Stand stand_up_and_down() const {
        switch (block_.vertical_align) {
            case form::VerticalAlign::top:
                return Stand::start;
            case form::VerticalAlign::middle:
                return Stand::middle;
            case form::VerticalAlign::bottom:
                return Stand::end;
        }
        return Stand::start;
    }

    const TextBlock& block_;
    bool is_vertical_;
    Length longest_line_;
};

/// A line's em box stands with its readings in the middle of its pitch, which begins at `top`.
Length line_baseline(const text::Line& line, Length top, const MeasuredCell& cell) {
    const Length leading = cell.line_pitch - cell.reading_height - (line.ascent + line.descent);
    return top + leading / 2 + cell.reading_height + line.ascent;
}

/// Sets one line: walks its glyphs with the pen.
class LineSetter {
public:
    LineSetter(std::vector<Mark>& marks, const TextBlock& block, Owner owner)
        : marks_(marks), block_(block), frame_(block), owner_(owner) {}

    /// `top`: on from the edge of the box, where the line's pitch begins.
    void set(const text::Line& line, Length top) {
        const auto glyphs = std::span(block_.cell.text.glyphs).subspan(line.first_glyph, line.glyph_count);
        middle_ = top + (block_.cell.line_pitch + block_.cell.reading_height) / 2;
        baseline_ = line_baseline(line, top, block_.cell);
        pen_ = frame_.start_of(line);
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

    /// Types of several sizes stand on one baseline; in vertical lines their em boxes have the same middle.
    Length baseline_of(const PlacedGlyph& glyph) const {
        return frame_.is_vertical() ? middle_ + scale(size_of(glyph), middle_permille, 1000) : baseline_;
    }

    /// Where the origin of the glyph stands, if it is the first of a run.
    Point origin_of(const PlacedGlyph& glyph) const {
        switch (glyph.posture) {
            case text::Posture::along:
                return frame_.on_page(pen_, baseline_of(glyph));
            case text::Posture::upright:
                return frame_.on_page(pen_, middle_);
            case text::Posture::abreast:
            case text::Posture::beside:
                return frame_.on_page(pen_ + glyph.dx, baseline_of(glyph) - glyph.dy);
        }
        return {};
    }

    Stance stance_of(const PlacedGlyph& glyph) const {
        switch (glyph.posture) {
            case text::Posture::along:
                return frame_.is_vertical() ? Stance::turned : Stance::level;
            case text::Posture::upright:
                return Stance::stacked;
            case text::Posture::abreast:
            case text::Posture::beside:
                return Stance::level;
        }
        return Stance::level;
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

    bool goes_on(const PlacedGlyph& glyph) const {
        return run_ && run_->face == glyph.face && run_->size == size_of(glyph) && run_->stance == stance_of(glyph) &&
               glyph.posture != text::Posture::abreast && marks_.back().node == node_of(glyph);
    }

    void add(const PlacedGlyph& glyph, std::size_t glyphs_left) {
        if (!goes_on(glyph)) begin_run(glyph, glyphs_left);
        if (is_underlined(glyph))
            begin_underline(glyph);
        else
            end_underline();

        append(*run_, glyph, text_of(block_.cell, glyph));
        if (run_->stance == Stance::level && frame_.is_vertical()) stand_level(run_->glyphs.back(), glyph);
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

    void stand_level(Glyph& placed, const PlacedGlyph& glyph) const {
        const Point at = origin_of(glyph);
        placed.advance = Length{0};
        placed.dx = at.x - run_->origin.x;
        placed.dy = run_->origin.y - at.y;
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

    /// Where a reading begins: above its base, on the right of a vertical one.
    Point start_of_reading(Length base_size, Length size, Length pen) const {
        if (frame_.is_vertical()) return frame_.on_page(pen, middle_ - (base_size + size) / 2);
        return frame_.on_page(pen, baseline_ - ascent_of(base_size) - descent_of(size));
    }

    /// A run for each face.
    void append_reading(const text::PlacedRuby& placed, Length pen) {
        const Ruby& ruby = block_.cell.runs[placed.run].rubies[placed.index];
        const TextPart* part = part_at(placed.run, ruby.begin);
        const Length base_size = block_.cell.run_sizes[placed.run], size = text::reading_size(base_size);
        GlyphRun* run = nullptr;
        for (const PlacedGlyph& glyph : placed.glyphs) {
            if (!run || run->face != glyph.face) {
                run = &append_run(part ? part->reading : owner_.node,
                                  {.face = glyph.face,
                                   .stance = frame_.is_vertical() ? Stance::stacked : Stance::level,
                                   .size = size,
                                   .origin = start_of_reading(base_size, size, pen)});
                run->is_reading = true;
            }
            append(*run, glyph, std::string_view(ruby.reading).substr(glyph.begin, glyph.end - glyph.begin));
            pen += glyph.advance;
        }
        run_ = nullptr;
    }

    /// What a run of glyphs is set with.
    struct Setting {
        text::FaceId face;
        Stance stance = Stance::level;
        Length size;
        Point origin;
    };

    void begin_run(const PlacedGlyph& glyph, std::size_t glyphs_left) {
        run_ = &append_run(
            node_of(glyph),
            {.face = glyph.face, .stance = stance_of(glyph), .size = size_of(glyph), .origin = origin_of(glyph)});
        run_->glyphs.reserve(glyphs_left);
    }

    GlyphRun& append_run(NodeId node, const Setting& setting) {
        GlyphRun run{.face = setting.face,
                     .stance = setting.stance,
                     .size = setting.size,
                     .narrow_permille = block_.cell.narrow_permille,
                     .origin = setting.origin,
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
        const Point corner = frame_.on_page(pen_, baseline_ - ascent_of(size) - above);
        if (extents_.empty() || extents_.back().run != glyph.run || extents_.back().box.y != corner.y) {
            extents_.push_back({glyph.run, {corner.x, corner.y, Length{0}, size + above}});
        }
        extents_.back().box.width = corner.x + glyph.advance - extents_.back().box.x;
    }

    void begin_underline(const PlacedGlyph& glyph) {
        if (underline_size_ == size_of(glyph)) return;
        end_underline();
        underline_from_ = pen_;
        underline_size_ = size_of(glyph);
    }

    void end_underline() {
        if (underline_size_ == Length{0}) return;
        const Length depth = scale(underline_size_, underline_depth_permille, 1000);
        const Length on = frame_.is_vertical() ? middle_ - underline_size_ / 2 - depth : baseline_ + depth;
        underlines_.push_back({Rule{frame_.on_page(underline_from_, on),
                                    frame_.on_page(pen_, on),
                                    scale(underline_size_, underline_width_permille, 1000),
                                    form::Stroke::thin,
                                    {}},
                               {},
                               ArtifactKind::layout});
        underline_size_ = Length{0};
    }

    std::vector<Mark>& marks_;
    const TextBlock& block_;
    Frame frame_;
    Owner owner_;
    GlyphRun* run_ = nullptr;   ///< the last mark; nothing else is appended while it is open
    Length middle_, baseline_;  ///< of the line, on from the edge of the box
    Length pen_;                ///< along from the edge of the box
    Length underline_from_, underline_size_;
    std::vector<Mark> underlines_;
    std::vector<RunExtent> extents_;
};

}  // namespace

std::vector<Point> line_starts(const TextBlock& block) {
    const Frame frame(block);
    std::vector<Point> starts;
    Length top = frame.first_line();
    for (const text::Line& line : std::span(block.cell.text.lines).subspan(block.first_line, block.line_count)) {
        starts.push_back(frame.on_page(frame.start_of(line), line_baseline(line, top, block.cell)));
        top += block.cell.line_pitch;
    }
    return starts;
}

std::vector<RunExtent> append_text(std::vector<Mark>& marks, const TextBlock& block, Owner owner) {
    LineSetter setter(marks, block, owner);
    Length top = Frame(block).first_line();
    for (const text::Line& line : std::span(block.cell.text.lines).subspan(block.first_line, block.line_count)) {
        setter.set(line, top);
        top += block.cell.line_pitch;
    }
    std::ranges::move(setter.take_underlines(), std::back_inserter(marks));
    return setter.take_extents();
}

}  // namespace besshi::draw
