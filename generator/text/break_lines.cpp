#include "text/face.h"
#include "text/text.h"

#include <algorithm>
#include <array>

namespace besshi::text {

namespace {

/// JIS X 4051: the body of a Japanese character is 0.88 em above and 0.12 em below the baseline.
constexpr std::int64_t ascent_permille = 880, descent_permille = 120;

/// A lead hangs if it takes no more than this part of the measure.
constexpr std::int64_t widest_hang_divisor = 3;

/// Font units to lengths, each advance rounded once.
class Scaler {
public:
    Scaler(const FontSet& fonts, std::span<const Length> run_sizes, std::int32_t narrow_permille)
        : fonts_(fonts), run_sizes_(run_sizes), narrow_permille_(narrow_permille) {}

    PlacedGlyph place(const ShapedGlyph& glyph) {
        const Length size = run_sizes_[glyph.run];
        PlacedGlyph placed{glyph.glyph, glyph.face, glyph.run, glyph.begin, glyph.end, advance(glyph, size), {}, {}};
        if (glyph.dx != 0) placed.dx = across(glyph.dx, size, units_per_em(glyph.face));
        if (glyph.dy != 0) placed.dy = base::scale(size, glyph.dy, units_per_em(glyph.face));
        return placed;
    }

    Length advance(const ShapedGlyph& glyph) { return advance(glyph, run_sizes_[glyph.run]); }

private:
    int units_per_em(FaceId face) const { return fonts_.state().face(face).units_per_em(); }

    Length across(std::int32_t units, Length size, int units_per_em) const {
        return base::scale(size, std::int64_t{units} * narrow_permille_, std::int64_t{units_per_em} * 1000);
    }

    /// Most glyphs are as wide as the one before: one em.
    Length advance(const ShapedGlyph& glyph, Length size) {
        if (glyph.advance != last_.units || glyph.face != last_.face || size != last_.size) {
            last_ = {glyph.advance, glyph.face, size, across(glyph.advance, size, units_per_em(glyph.face))};
        }
        return last_.advance;
    }

    struct Scaled {
        std::int32_t units = 0;
        FaceId face;
        Length size, advance;
    };

    const FontSet& fonts_;
    std::span<const Length> run_sizes_;
    std::int32_t narrow_permille_;
    Scaled last_;
};

/// Where a line may end, and what the line would be.
struct LineEnd {
    std::uint32_t end = 0;  ///< glyph behind the line; 0 = none found yet
    BreakClass by = BreakClass::none;
};

BreakReason reason_of(BreakClass by) {
    switch (by) {
        case BreakClass::mandatory:
            return BreakReason::line_feed;
        case BreakClass::allowed:
        case BreakClass::within_phrase:
            return BreakReason::opportunity;
        case BreakClass::second_rank:
            return BreakReason::second_rank;
        case BreakClass::emergency:
        case BreakClass::forbidden:
        case BreakClass::none:
            return BreakReason::emergency;
    }
    return BreakReason::emergency;
}

class LineBreaker {
public:
    LineBreaker(const FontSet& fonts, const ShapedText& text, const Measure& measure) : text_(text), measure_(measure) {
        Scaler scaler(fonts, measure.run_sizes, measure.narrow_permille);
        broken_.glyphs.reserve(text.glyphs.size());
        for (const ShapedGlyph& glyph : text.glyphs) broken_.glyphs.push_back(scaler.place(glyph));
    }

    BrokenText break_all() && {
        const auto glyph_count = static_cast<std::uint32_t>(text_.glyphs.size());
        std::uint32_t begin = 0;
        for (std::size_t paragraph = 0; paragraph <= text_.line_feeds.size(); ++paragraph) {
            const bool last = paragraph == text_.line_feeds.size();
            const std::uint32_t end = last ? glyph_count : text_.line_feeds[paragraph];
            break_paragraph(paragraph, begin, end, last ? BreakReason::end : BreakReason::line_feed);
            begin = end;
        }
        return std::move(broken_);
    }

private:
    void break_paragraph(std::size_t paragraph, std::uint32_t begin, std::uint32_t end, BreakReason at_end) {
        if (begin == end) {
            add_empty_line(paragraph, begin, at_end);
            return;
        }
        const Length hang = hang_of(paragraph, begin, end);
        Length indent;
        while (begin < end) {
            const LineEnd line = measure_.wrap ? find_line_end(begin, end, measure_.width - indent)
                                               : LineEnd{end, BreakClass::mandatory};
            const BreakReason reason = line.end == end ? at_end : reason_of(line.by);
            add_line(begin, line.end, indent, reason);
            begin = line.end;
            indent = hang;
        }
    }

    Length width_of(std::uint32_t begin, std::uint32_t end) const {
        Length width;
        for (std::uint32_t i = begin; i < end; ++i) width += broken_.glyphs[i].advance;
        return width;
    }

    Length hang_of(std::size_t paragraph, std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t lead = measure_.item_leads ? text_.item_leads[paragraph] : 0;
        for (const std::string& literal : measure_.leads) lead = std::max(lead, glyphs_of_lead(literal, begin, end));
        const Length width = width_of(begin, begin + lead);
        return width <= measure_.width / widest_hang_divisor ? width : Length{};
    }

    /// Glyphs at the start of the paragraph that stand for `rest`, 0 if it begins otherwise.
    std::uint32_t glyphs_of_lead(std::string_view rest, std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t i = begin;
        for (; i < end && !rest.empty(); ++i) {
            const ShapedGlyph& glyph = text_.glyphs[i];
            const std::string_view own = text_.run_texts[glyph.run].substr(glyph.begin, glyph.end - glyph.begin);
            if (!rest.starts_with(own)) return 0;
            rest.remove_prefix(own.size());
        }
        return rest.empty() ? i - begin : 0;
    }

    /// First fit: the last place of the best class in front of which everything fits. White space does not
    /// count at the end of a line.
    LineEnd find_line_end(std::uint32_t begin, std::uint32_t end, Length available) const {
        std::array<std::uint32_t, static_cast<std::size_t>(BreakClass::mandatory) + 1> last_place{};
        Length width;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (i > begin) last_place[static_cast<std::size_t>(text_.before[i])] = i;
            width += broken_.glyphs[i].advance;
            if (width <= available || text_.glyphs[i].space) continue;
            for (auto by = static_cast<std::size_t>(BreakClass::allowed); by > 0; --by) {
                if (last_place[by] != 0) return {last_place[by], static_cast<BreakClass>(by)};
            }
            return {end_of_cluster(i, end), BreakClass::emergency};
        }
        return {end, BreakClass::mandatory};
    }

    std::uint32_t end_of_cluster(std::uint32_t i, std::uint32_t end) const {
        do ++i;
        while (i < end && (text_.before[i] == BreakClass::none || text_.glyphs[i].space));
        return i;
    }

    void add_line(std::uint32_t begin, std::uint32_t end, Length indent, BreakReason reason) {
        std::uint32_t ink_end = end;
        while (ink_end > begin && text_.glyphs[ink_end - 1].space) --ink_end;
        const Length width = width_of(begin, ink_end);
        const bool wrapped = reason != BreakReason::end && reason != BreakReason::line_feed;
        let_space_hang(ink_end, end, wrapped ? Length{} : measure_.width - indent - width);
        Length size;
        for (std::uint32_t i = begin; i < end; ++i) size = std::max(size, measure_.run_sizes[text_.glyphs[i].run]);
        push_line({begin, end - begin, indent, width, {}, {}, reason}, size);
        if (reason == BreakReason::second_rank || reason == BreakReason::emergency) ++broken_.emergencies;
    }

    /// White space a line was broken at has no width; what a person typed at the end of a paragraph keeps
    /// it as far as there is room, for a rule under it.
    void let_space_hang(std::uint32_t begin, std::uint32_t end, Length room) {
        if (!measure_.wrap) return;
        for (std::uint32_t i = begin; i < end; ++i) {
            Length& advance = broken_.glyphs[i].advance;
            advance = std::clamp(room, Length{}, advance);
            room -= advance;
        }
    }

    void add_empty_line(std::size_t paragraph, std::uint32_t at, BreakReason reason) {
        Length size;
        if (paragraph < text_.line_feed_runs.size()) {
            size = measure_.run_sizes[text_.line_feed_runs[paragraph]];
        } else if (!text_.line_feed_runs.empty()) {
            size = measure_.run_sizes[text_.line_feed_runs.back()];
        } else if (!measure_.run_sizes.empty()) {
            size = measure_.run_sizes.front();
        }
        push_line({at, 0, {}, {}, {}, {}, reason}, size);
    }

    void push_line(Line line, Length size) {
        line.ascent = base::scale(size, ascent_permille, 1000);
        line.descent = base::scale(size, descent_permille, 1000);
        broken_.lines.push_back(line);
    }

    const ShapedText& text_;
    const Measure& measure_;
    BrokenText broken_;
};

}  // namespace

BrokenText break_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure) {
    return LineBreaker(fonts, text, measure).break_all();
}

Length natural_width(const FontSet& fonts, const ShapedText& text, std::span<const Length> run_sizes) {
    Scaler scaler(fonts, run_sizes, 1000);
    Length widest, width;
    for (std::size_t i = 0, line_feed = 0; i < text.glyphs.size(); ++i) {
        for (; line_feed < text.line_feeds.size() && text.line_feeds[line_feed] == i; ++line_feed) width = {};
        width += scaler.advance(text.glyphs[i]);
        if (!text.glyphs[i].space) widest = std::max(widest, width);
    }
    return widest;
}

}  // namespace besshi::text
