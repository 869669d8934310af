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
/// How far the middle of an em box lies above the baseline, in permille of the type size (JIS X 4051).
constexpr std::int64_t middle_permille = 380;

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

/// A line's em box stands in the middle of its pitch, which begins at `top`.
Length baseline_of(const text::Line& line, Length top, Length pitch) {
    return top + (pitch - (line.ascent + line.descent)) / 2 + line.ascent;
}

/// Sets one line: walks its glyphs with the pen.
class LineSetter {
public:
    LineSetter(std::vector<Mark>& marks, const TextBlock& block, Owner owner)
        : marks_(marks), block_(block), frame_(block), owner_(owner) {}

    /// `top`: on from the edge of the box, where the line's pitch begins.
    void set(const text::Line& line, Length top) {
        const auto glyphs = std::span(block_.cell.text.glyphs).subspan(line.first_glyph, line.glyph_count);
        middle_ = top + block_.cell.line_pitch / 2;
        baseline_ = baseline_of(line, top, block_.cell.line_pitch);
        pen_ = frame_.start_of(line);
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

    bool goes_on(const PlacedGlyph& glyph) const {
        return run_ && run_->face == glyph.face && run_->size == size_of(glyph) && run_->stance == stance_of(glyph) &&
               glyph.posture != text::Posture::abreast;
    }

    void add(const PlacedGlyph& glyph, std::size_t glyphs_left) {
        if (!goes_on(glyph)) begin_run(glyph, glyphs_left);
        if (is_underlined(glyph))
            begin_underline(glyph);
        else
            end_underline();

        Glyph placed{.glyph = glyph.glyph, .advance = glyph.advance, .dx = glyph.dx, .dy = glyph.dy};
        if (run_->stance == Stance::level && frame_.is_vertical()) {
            const Point at = origin_of(glyph);
            placed.advance = Length{0};
            placed.dx = at.x - run_->origin.x;
            placed.dy = run_->origin.y - at.y;
        }
        placed.text_begin = static_cast<std::uint32_t>(run_->text.size());
        run_->text += text_of(block_.cell, glyph);
        placed.text_end = static_cast<std::uint32_t>(run_->text.size());
        run_->glyphs.push_back(placed);
        if (std::ranges::find(block_.cell.chosen_runs, glyph.run) != block_.cell.chosen_runs.end()) extend(glyph);
        pen_ += glyph.advance;
    }

    void begin_run(const PlacedGlyph& glyph, std::size_t glyphs_left) {
        GlyphRun run{.face = glyph.face,
                     .stance = stance_of(glyph),
                     .size = size_of(glyph),
                     .narrow_permille = block_.cell.narrow_permille,
                     .origin = origin_of(glyph),
                     .color = {},
                     .text = {},
                     .glyphs = {}};
        run.glyphs.reserve(glyphs_left);
        marks_.push_back({std::move(run), owner_.node, owner_.artifact});
        run_ = &std::get<GlyphRun>(marks_.back().shape);
    }

    void extend(const PlacedGlyph& glyph) {
        const Length size = size_of(glyph);
        const Point corner = frame_.on_page(pen_, baseline_ - scale(size, 88, 100));
        if (extents_.empty() || extents_.back().run != glyph.run || extents_.back().box.y != corner.y) {
            extents_.push_back({glyph.run, {corner.x, corner.y, Length{0}, size}});
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
        starts.push_back(frame.on_page(frame.start_of(line), baseline_of(line, top, block.cell.line_pitch)));
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
