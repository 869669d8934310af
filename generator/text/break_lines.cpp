#include "text/balance_lines.h"
#include "text/line_walk.h"

#include <algorithm>
#include <array>

namespace besshi::text {

namespace {

/// JIS X 4051: the body of a Japanese character is 0.88 em above and 0.12 em below the baseline.
constexpr std::int64_t ascent_permille = 880, descent_permille = 120;

/// A lead hangs if it takes no more than this part of the measure.
constexpr std::int64_t widest_hang_divisor = 3;

constexpr std::size_t index_of(BreakClass c) {
    return static_cast<std::size_t>(c);
}
constexpr std::size_t class_count = index_of(BreakClass::mandatory) + 1;

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
        : text_(text),
          measure_(measure),
          scaler_(fonts, measure),
          justified_width_(justified_width(text, measure)),
          lines_(lines) {}

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
        if (!measure_.wrap) return add_line(begin, {end, BreakClass::mandatory, extent_of(begin, end)}, {}, at_end);
        const std::uint32_t lead = lead_of(paragraph, begin, end);
        text_begin_ = begin + lead;
        const Length hang = lead == 0 ? Length{} : start_of_text(begin, text_begin_);
        fill_lines(begin, end, hang);
        if (text_.mode == BreakMode::phrase && ends_.size() > 1 && !has_emergency(ends_)) {
            balance_lines({text_, scaler_, begin, end}, {room_beside({}), room_beside(hang)}, ends_);
        }
        Length indent;
        for (const LineEnd& line : ends_) {
            add_line(begin, line, indent, line.end == end ? at_end : reason_of(line.by));
            begin = line.end;
            indent = hang;
        }
    }

    void fill_lines(std::uint32_t begin, std::uint32_t end, Length hang) {
        ends_.clear();
        for (Length indent; begin < end; begin = ends_.back().end, indent = hang) {
            ends_.push_back(find_line_end(begin, end, room_beside(indent)));
        }
    }

    static bool has_emergency(std::span<const LineEnd> ends) {
        return std::ranges::any_of(ends, [](const LineEnd& line) { return line.by < BreakClass::within_phrase; });
    }

    Room room_beside(Length indent) const {
        Room room{measure_.width - indent, std::nullopt};
        if (justified_width_) room.set = *justified_width_ - indent;
        return room;
    }

    Extent extent_of(std::uint32_t begin, std::uint32_t end) const {
        Walk walk(text_, scaler_, begin, text_begin_);
        for (std::uint32_t i = begin; i < end; ++i) walk.add(i);
        return walk.extent();
    }

    /// Glyphs of the lead that a paragraph hangs by.
    std::uint32_t lead_of(std::size_t paragraph, std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t lead = measure_.item_leads ? text_.item_leads[paragraph] : 0;
        for (const std::string& literal : measure_.leads) lead = std::max(lead, glyphs_of_lead(literal, begin, end));
        if (lead == 0 || begin + lead == end) return 0;
        return start_of_text(begin, begin + lead) <= measure_.width / widest_hang_divisor ? lead : 0;
    }

    /// Where the body of the glyph `i` of a line begins.
    Length start_of_text(std::uint32_t begin, std::uint32_t i) const {
        const ShapedGlyph& glyph = text_.glyphs[i];
        const Length advance = Scaler(scaler_).advance(glyph);
        return extent_of(begin, i + 1).width - advance +
               scaler_.eighths(blank_at_line_start(glyph.space_class), glyph.run);
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

    /// The places of a line where it may end, by class: the last that fits as it is, and the first that fits if its
    /// spaces are reduced.
    struct Places {
        std::array<LineEnd, class_count> natural{}, reduced{};

        void note(const LineEnd& place, const Room& room) {
            const std::size_t by = index_of(place.by);
            if (place.extent.ink <= room.available()) {
                natural[by] = place;
            } else if (reduced[by].end == 0) {
                reduced[by] = place;
            }
        }
    };

    /// First fit: the last place of the best class in front of which everything fits. White space does not
    /// count at the end of a line.
    LineEnd find_line_end(std::uint32_t begin, std::uint32_t end, const Room& room) const {
        Places places;
        Walk walk(text_, scaler_, begin, text_begin_);
        for (std::uint32_t i = begin; i < end; ++i) {
            const BreakClass by = text_.before[i];
            if (i > begin && by != BreakClass::none) places.note({i, by, walk.extent()}, room);
            walk.add(i);
            const Length least = room.set ? walk.extent().ink - walk.reducible() : walk.extent().ink;
            if (least <= room.available() || text_.glyphs[i].space) continue;
            if (rest_fits(walk, i, end, room)) break;
            if (auto line = best_of(places, room)) {
                line->at_full = by;
                return *line;
            }
            const std::uint32_t cluster_end = end_of_cluster(i, end);
            return {cluster_end, BreakClass::emergency, extent_of(begin, cluster_end), BreakClass::emergency};
        }
        const LineEnd last{end, BreakClass::mandatory, extent_of(begin, end)};
        return last.extent.ink <= room.full ? last : best_of(places, room).value_or(last);
    }

    std::optional<LineEnd> best_of(const Places& places, const Room& room) const {
        for (std::size_t by = index_of(BreakClass::allowed); by > 0; --by) {
            const LineEnd &natural = places.natural[by], &reduced = places.reduced[by];
            if (natural.end != 0 || reduced.end != 0) return better(natural, reduced, room);
        }
        return std::nullopt;
    }

    /// Of two lines, one with less than the measure and one with more, the one nearer to it; of equal ones the reduced
    /// (JLREQ §3.8.2).
    LineEnd better(const LineEnd& natural, const LineEnd& reduced, const Room& room) const {
        if (natural.end == 0) return reduced;
        if (reduced.end == 0) return natural;
        const Length lacking = room.available() - natural.extent.ink;
        const Length surplus = reduced.extent.ink - room.available();
        const Length addable = scaler_.eighths(natural.extent.addable, text_.glyphs[natural.end - 1].run);
        return surplus <= lacking || lacking > addable ? reduced : natural;
    }

    /// A last line may go on to the edge of the column, beyond what lines are justified to.
    bool rest_fits(Walk walk, std::uint32_t i, std::uint32_t end, const Room& room) const {
        constexpr std::uint32_t most_glyphs_in_less_than_an_em = 4;
        if (!room.set || end - i > most_glyphs_in_less_than_an_em) return false;
        for (++i; i < end; ++i) walk.add(i);
        return walk.extent().ink <= room.full;
    }

    std::uint32_t end_of_cluster(std::uint32_t i, std::uint32_t end) const {
        do ++i;
        while (i < end && (text_.before[i] == BreakClass::none || text_.glyphs[i].space));
        return i;
    }

    void add_line(std::uint32_t begin, const LineEnd& found, Length indent, BreakReason reason) {
        const bool wrapped = reason != BreakReason::end && reason != BreakReason::line_feed;
        const Room room = room_beside(indent);
        Line line;
        line.first_glyph = begin;
        line.glyph_count = found.end - begin;
        line.text_begin = std::max(begin, text_begin_);
        line.indent = indent;
        line.width = wrapped && room.set ? std::min(found.extent.ink, *room.set) : found.extent.ink;
        line.space = !measure_.wrap ? found.extent.width - found.extent.ink
                     : wrapped      ? Length{}
                                    : room.full - line.width;
        line.reason = reason;
        line.at_full = found.at_full;
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
    std::optional<Length> justified_width_;
    std::vector<Line>& lines_;
    std::vector<LineEnd> ends_;     ///< of the paragraph at hand
    std::uint32_t text_begin_ = 0;  ///< of it: behind the lead it hangs by
    int emergencies_ = 0;
};

}  // namespace

BrokenText find_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure) {
    thread_local std::vector<Line> lines;
    lines.clear();
    BrokenText broken;
    broken.emergencies = LineFinder(fonts, text, measure, lines).find_all();
    broken.lines.assign(lines.begin(), lines.end());
    return broken;
}

BrokenText break_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure) {
    BrokenText broken = find_lines(fonts, text, measure);
    place_glyphs(fonts, text, measure, broken);
    return broken;
}

int blank_eighths(const ShapedGlyph& glyph) {
    return blank_before(glyph.space_class) + blank_after(glyph.space_class);
}

Length natural_width(const FontSet& fonts, const ShapedText& text, std::span<const Length> run_sizes) {
    Length widest;
    for (const Line& line : find_lines(fonts, text, {.width = {}, .run_sizes = run_sizes, .wrap = false}).lines) {
        widest = std::max(widest, line.width);
    }
    return widest;
}

}  // namespace besshi::text
