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
        PlacedGlyph placed{glyph.glyph, glyph.face, glyph.run, glyph.begin, glyph.end, advance(glyph), {}, {}};
        if (glyph.dx != 0) placed.dx = across(glyph.dx, glyph);
        if (glyph.dy != 0) placed.dy = base::scale(run_sizes_[glyph.run], glyph.dy, units_per_em(glyph.face));
        return placed;
    }

    /// Most glyphs are as wide as the one before: one em.
    Length advance(const ShapedGlyph& glyph) {
        if (glyph.advance != last_.units || glyph.run != last_.run || glyph.face != last_.face) {
            last_ = {glyph.advance, glyph.run, glyph.face, across(glyph.advance, glyph)};
        }
        return last_.advance;
    }

private:
    int units_per_em(FaceId face) const { return fonts_.state().face(face).units_per_em(); }

    Length across(std::int32_t units, const ShapedGlyph& glyph) const {
        return base::scale(run_sizes_[glyph.run], std::int64_t{units} * narrow_permille_,
                           std::int64_t{units_per_em(glyph.face)} * 1000);
    }

    struct Scaled {
        std::int32_t units = 0;
        std::uint32_t run = 0;
        FaceId face;
        Length advance;
    };

    const FontSet& fonts_;
    std::span<const Length> run_sizes_;
    std::int32_t narrow_permille_;
    Scaled last_;
};

/// Where a line may end, and what the line would be.
struct LineEnd {
    std::uint32_t end = 0;  ///< glyph behind the line
    BreakClass by = BreakClass::none;
    Length width;  ///< of all its glyphs, white space at the end too
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

class LineFinder {
public:
    /// `lines` is empty; what it can hold is used again from text to text.
    LineFinder(const FontSet& fonts, const ShapedText& text, const Measure& measure, std::vector<Line>& lines)
        : text_(text), measure_(measure), scaler_(fonts, measure.run_sizes, measure.narrow_permille), lines_(lines) {}

    /// Returns how many lines end where the text may only be broken in need.
    int find_all() {
        const auto glyph_count = static_cast<std::uint32_t>(text_.glyphs.size());
        std::uint32_t begin = 0;
        for (std::size_t paragraph = 0; paragraph <= text_.line_feeds.size(); ++paragraph) {
            const bool last = paragraph == text_.line_feeds.size();
            const std::uint32_t end = last ? glyph_count : text_.line_feeds[paragraph];
            break_paragraph(paragraph, begin, end, last ? BreakReason::end : BreakReason::line_feed);
            begin = end;
        }
        return emergencies_;
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
                                               : LineEnd{end, BreakClass::mandatory, width_of(begin, end)};
            add_line(begin, line, indent, line.end == end ? at_end : reason_of(line.by));
            begin = line.end;
            indent = hang;
        }
    }

    Length width_of(std::uint32_t begin, std::uint32_t end) {
        Length width;
        for (std::uint32_t i = begin; i < end; ++i) width += scaler_.advance(text_.glyphs[i]);
        return width;
    }

    Length hang_of(std::size_t paragraph, std::uint32_t begin, std::uint32_t end) {
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
    LineEnd find_line_end(std::uint32_t begin, std::uint32_t end, Length available) {
        std::array<std::uint32_t, static_cast<std::size_t>(BreakClass::mandatory) + 1> last_place{};  // 0 = none
        const std::span glyphs(text_.glyphs);
        const std::span before(text_.before);
        Scaler scaler = scaler_;
        Length width;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (i > begin) last_place[static_cast<std::size_t>(before[i])] = i;
            width += scaler.advance(glyphs[i]);
            if (width <= available || glyphs[i].space) continue;
            for (auto by = static_cast<std::size_t>(BreakClass::allowed); by > 0; --by) {
                const std::uint32_t place = last_place[by];
                if (place != 0) return {place, static_cast<BreakClass>(by), width - width_of(place, i + 1)};
            }
            const std::uint32_t cluster_end = end_of_cluster(i, end);
            return {cluster_end, BreakClass::emergency, width + width_of(i + 1, cluster_end)};
        }
        return {end, BreakClass::mandatory, width};
    }

    std::uint32_t end_of_cluster(std::uint32_t i, std::uint32_t end) const {
        do ++i;
        while (i < end && (text_.before[i] == BreakClass::none || text_.glyphs[i].space));
        return i;
    }

    void add_line(std::uint32_t begin, const LineEnd& found, Length indent, BreakReason reason) {
        std::uint32_t ink_end = found.end;
        while (ink_end > begin && text_.glyphs[ink_end - 1].space) --ink_end;
        const Length space = width_of(ink_end, found.end);
        const bool wrapped = reason != BreakReason::end && reason != BreakReason::line_feed;
        Line line;
        line.first_glyph = begin;
        line.glyph_count = found.end - begin;
        line.indent = indent;
        line.width = found.width - space;
        line.space = !measure_.wrap ? space : wrapped ? Length{} : measure_.width - indent - line.width;
        line.reason = reason;
        push_line(line, largest_size(begin, found.end));
        if (reason == BreakReason::second_rank || reason == BreakReason::emergency) ++emergencies_;
    }

    /// Every run between those of two glyphs on one line has glyphs on it, unless it has no text at all.
    Length largest_size(std::uint32_t begin, std::uint32_t end) const {
        Length size;
        for (std::uint32_t run = text_.glyphs[begin].run; run <= text_.glyphs[end - 1].run; ++run) {
            if (!text_.run_texts[run].empty()) size = std::max(size, measure_.run_sizes[run]);
        }
        return size;
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
        Line line;
        line.first_glyph = at;
        line.reason = reason;
        push_line(line, size);
    }

    void push_line(Line line, Length size) {
        line.ascent = base::scale(size, ascent_permille, 1000);
        line.descent = base::scale(size, descent_permille, 1000);
        lines_.push_back(line);
    }

    const ShapedText& text_;
    const Measure& measure_;
    Scaler scaler_;
    std::vector<Line>& lines_;
    int emergencies_ = 0;
};

/// White space a line was broken at has no width; what a person typed at the end of a paragraph keeps it as far
/// as there is room, for a rule under it.
void let_space_hang(const ShapedText& text, const Line& line, std::vector<PlacedGlyph>& glyphs) {
    const std::uint32_t end = line.first_glyph + line.glyph_count;
    std::uint32_t ink_end = end;
    while (ink_end > line.first_glyph && text.glyphs[ink_end - 1].space) --ink_end;
    Length room = line.space;
    for (std::uint32_t i = ink_end; i < end; ++i) {
        Length& advance = glyphs[i].advance;
        advance = std::clamp(room, Length{}, advance);
        room -= advance;
    }
}

}  // namespace

BrokenText find_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure) {
    thread_local std::vector<Line> lines;
    lines.clear();
    BrokenText broken;
    broken.emergencies = LineFinder(fonts, text, measure, lines).find_all();
    broken.lines.assign(lines.begin(), lines.end());
    return broken;
}

void place_glyphs(const FontSet& fonts, const ShapedText& text, const Measure& measure, BrokenText& broken) {
    Scaler scaler(fonts, measure.run_sizes, measure.narrow_permille);
    broken.glyphs.clear();
    broken.glyphs.reserve(text.glyphs.size());
    for (const ShapedGlyph& glyph : text.glyphs) broken.glyphs.push_back(scaler.place(glyph));
    for (const Line& line : broken.lines) let_space_hang(text, line, broken.glyphs);
}

BrokenText break_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure) {
    BrokenText broken = find_lines(fonts, text, measure);
    place_glyphs(fonts, text, measure, broken);
    return broken;
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
