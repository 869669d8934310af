#include "text/even_lines.h"
#include "text/ruby.h"
#include "text/scaler.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace besshi::text {

namespace {

constexpr Reduction reductions[] = {Reduction::word_space, Reduction::middle_dot, Reduction::bracket,
                                    Reduction::japanese_western};
constexpr Addition additions[] = {Addition::japanese_western, Addition::ordinary};

/// Sets one line: natural spaces first, then line adjustment.
class LineSetter {
public:
    LineSetter(const ShapedText& text, Scaler& scaler, Line& line, std::vector<PlacedGlyph>& glyphs)
        : text_(text),
          scaler_(scaler),
          line_(line),
          glyphs_(glyphs),
          first_(line.first_glyph),
          end_(line.first_glyph + line.glyph_count),
          ink_end_(end_) {
        while (ink_end_ > first_ && text_.glyphs[ink_end_ - 1].space) --ink_end_;
    }

    void set_natural() {
        for (std::uint32_t i = first_; i < end_; ++i) {
            const ShapedGlyph& glyph = text_.glyphs[i];
            PlacedGlyph& placed = glyphs_.emplace_back(scaler_.place(glyph));
            if (i > first_ && i < ink_end_) {
                if (!glyph.spaced) continue;
                const Gap& gap = gap_before(text_, i);
                widen(i, scaler_.eighths_between(gap.natural, text_.glyphs[i - 1], glyph));
            } else if (i == first_) {
                const Length in = scaler_.hang(glyph.hang_before, glyph) -
                                  scaler_.eighths(blank_at_line_start(glyph.space_class), glyph.run);
                placed.dx += in;
                placed.advance += in;
            }
        }
        let_space_hang();
        trim_end();
    }

    /// JLREQ §3.8.3 and §3.8.4: reduces in order what may be reduced, else adds in order; a line that would need more
    /// than the tables allow keeps its natural spaces.
    void justify(Length width) {
        const Length ink = advances();
        const Length change = width - (ink + blank_at_end_);
        if (change >= Length{}) {
            add(change);
        } else if (-change <= most_taken(Reduction::word_space)) {
            take(-change);
        } else if (width >= ink) {
            add(width - ink);
        } else {
            take(ink - width);
        }
        line_.width = ink + line_.adjusted;
    }

    /// The same is added in front of each character but the first, in parts of its em.
    void distribute(Length width) {
        const Length surplus = width - line_.width;
        if (surplus <= Length{}) return;
        spread(surplus, [&](std::uint32_t i) {
            const ShapedGlyph& glyph = text_.glyphs[i];
            const bool begins_character = glyph.end > glyph.begin && text_.before[i] != BreakClass::none;
            return begins_character ? scaler_.em(glyph.run) : Length{};
        });
        line_.width += line_.adjusted;
    }

private:
    void widen(std::uint32_t before, Length by) { glyphs_[before - 1].advance += by; }

    /// White space a line was broken at has no width; what a person typed at the end of a paragraph keeps it as far
    /// as there is room, for a rule under it.
    void let_space_hang() {
        Length room = line_.space;
        for (std::uint32_t i = ink_end_; i < end_; ++i) {
            Length& advance = glyphs_[i].advance;
            advance = std::clamp(room, Length{}, advance);
            room -= advance;
        }
    }

    /// A mark at the end of a line ends with its body; a reading there hangs over nothing.
    void trim_end() {
        if (ink_end_ == first_) return;
        const ShapedGlyph& last = text_.glyphs[ink_end_ - 1];
        blank_at_end_ = scaler_.eighths(blank_after(last.space_class), last.run);
        glyphs_[ink_end_ - 1].advance += scaler_.hang(last.hang_after, last) - blank_at_end_;
    }

    Length advances() const {
        Length sum;
        for (std::uint32_t i = first_; i < ink_end_; ++i) sum += glyphs_[i].advance;
        return sum;
    }

    Length space_before(std::uint32_t i, int eighths) const {
        return scaler_.eighths_between(eighths, text_.glyphs[i - 1], text_.glyphs[i]);
    }

    Length reducible(std::uint32_t i, Reduction round) const {
        if (i <= line_.text_begin) return {};
        const Gap& gap = gap_before(text_, i);
        return gap.reduction == round ? space_before(i, gap.natural) - space_before(i, gap.least) : Length{};
    }

    Length addable(std::uint32_t i, Addition round) const {
        if (i <= line_.text_begin) return {};
        const Gap& gap = gap_before(text_, i);
        return gap.addition == round ? space_before(i, gap.most - gap.natural) : Length{};
    }

    Length most_taken(Reduction round) const {
        return total([&](std::uint32_t i) { return reducible(i, round); });
    }

    void take(Length amount) {
        for (const Reduction round : reductions) {
            if (amount == Length{}) return;
            const auto room = [&](std::uint32_t i) { return reducible(i, round); };
            const Length part = std::min(amount, total(room));
            amount -= part;
            spread(-part, room);
        }
    }

    void add(Length amount) {
        if (amount == Length{}) return;
        std::array<Length, std::size(additions)> most;
        for (std::size_t k = 0; k < most.size(); ++k) {
            most[k] = total([&](std::uint32_t i) { return addable(i, additions[k]); });
        }
        if (amount > std::accumulate(most.begin(), most.end(), Length{})) return;
        for (std::size_t k = 0; k < most.size(); ++k) {
            const Length part = std::min(amount, most[k]);
            amount -= part;
            spread(part, [&](std::uint32_t i) { return addable(i, additions[k]); });
        }
    }

    template <class RoomOf>
    Length total(RoomOf room_of) const {
        Length sum;
        for (std::uint32_t i = first_ + 1; i < ink_end_; ++i) sum += room_of(i);
        return sum;
    }

    /// Shares `amount` over the gaps of the line in proportion to their room.
    template <class RoomOf>
    void spread(Length amount, RoomOf room_of) {
        const Length all = total(room_of);
        if (amount == Length{} || all == Length{}) return;
        Length seen, given;
        for (std::uint32_t i = first_ + 1; i < ink_end_; ++i) {
            seen += room_of(i);
            const Length until_here = base::scale(amount, seen.units, all.units);
            widen(i, until_here - given);
            given = until_here;
        }
        line_.adjusted += amount;
    }

    const ShapedText& text_;
    Scaler& scaler_;
    Line& line_;
    std::vector<PlacedGlyph>& glyphs_;
    std::uint32_t first_, end_;
    Length blank_at_end_;
    std::uint32_t ink_end_;  ///< behind the last glyph that is no white space
};

}  // namespace

void place_glyphs(const FontSet& fonts, const ShapedText& text, const Measure& measure, BrokenText& broken) {
    even_lines(fonts, text, measure, broken);
    Scaler scaler(fonts, measure);
    const std::optional<Length> justified = justified_width(text, measure);
    broken.glyphs.clear();
    broken.glyphs.reserve(text.glyphs.size());
    for (Line& line : broken.lines) {
        LineSetter setter(text, scaler, line, broken.glyphs);
        setter.set_natural();
        if (line.glyph_count == 0) continue;
        if (justified && !ends_paragraph(line.reason)) setter.justify(*justified - line.indent);
        if (measure.adjustment == Adjustment::distribute) setter.distribute(measure.width - line.indent);
    }
    place_readings(fonts, text, measure, broken);
}

}  // namespace besshi::text
