#include "text/balance_lines.h"

#include <algorithm>
#include <array>

namespace besshi::text {

namespace {

/// A lead hangs if it takes no more than this part of the measure.
constexpr std::int64_t widest_hang_divisor = 3;

/// What room a line has.
struct Room {
    Length full;                ///< to the edge of the column
    std::optional<Length> set;  ///< to which it is justified

    Length available() const { return set.value_or(full); }
};

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
          positions_(positions_of(text, scaler_)),
          justified_width_(justified_width(text, measure)),
          lines_(lines),
          ends_(kept_ends()) {}

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
    static const LinePositions& positions_of(const ShapedText& text, const Scaler& scaler) {
        thread_local LinePositions positions;
        positions.measure(text, scaler);
        return positions;
    }

    static std::vector<LineEnd>& kept_ends() {
        thread_local std::vector<LineEnd> ends;
        return ends;
    }

    void break_paragraph(std::size_t paragraph, std::uint32_t begin, std::uint32_t end, BreakReason at_end) {
        if (begin == end) {
            add_empty_line(paragraph, begin, at_end);
            return;
        }
        if (!measure_.wrap) return add_line(begin, {end, BreakClass::mandatory}, {}, at_end);
        const std::uint32_t lead = lead_of(paragraph, begin, end);
        text_begin_ = begin + lead;
        const Length hang = lead == 0 ? Length{} : positions_.start_of(text_begin_, begin);
        fill_lines(begin, end, hang);
        if (text_.mode == BreakMode::phrase && ends_.size() > 1 && !has_emergency(ends_)) {
            balance_lines({text_, positions_, begin, end}, {room_beside({}).full, room_beside(hang).full}, ends_);
            note_where_full(begin, end, hang);
        } else if (measure_.adjustment == Adjustment::justify && !justified_width_) {
            keep_last_company(begin, end);
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

    /// JLREQ §3.5.3: one character on the last line of a paragraph looks lost. In a column too narrow
    /// to be justified the line before gives it another, if it is not much shorter for that; where lines are justified
    /// `even_lines` weighs this with their spaces.
    void keep_last_company(std::uint32_t begin, std::uint32_t end) {
        if (ends_.size() < 2 || !is_lone(ends_[ends_.size() - 2].end, end)) return;
        LineEnd& before_last = ends_[ends_.size() - 2];
        const std::uint32_t begin_before = ends_.size() > 2 ? ends_[ends_.size() - 3].end : begin;
        std::uint32_t moved = before_last.end - 1;
        while (moved > begin_before && text_.before[moved] < BreakClass::allowed) --moved;
        const Length left = positions_.ink(begin_before, before_last.end);
        if (moved > begin_before && positions_.ink(begin_before, moved) * 4 >= left * 3)
            before_last = {moved, BreakClass::allowed, before_last.at_full};
    }

    /// One character, and what may not start a line behind it.
    bool is_lone(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin + 1; i < end; ++i)
            if (text_.before[i] > BreakClass::forbidden) return false;
        return true;
    }

    void note_where_full(std::uint32_t begin, std::uint32_t end, Length hang) {
        Length indent;
        for (LineEnd& line : ends_) {
            line.at_full = class_at(first_beyond(begin, end, room_beside(indent)), end);
            begin = line.end;
            indent = hang;
        }
    }

    BreakClass class_at(std::uint32_t full, std::uint32_t end) const {
        return full == end ? BreakClass::allowed : text_.before[full];
    }

    static bool has_emergency(std::span<const LineEnd> ends) {
        return std::ranges::any_of(ends, [](const LineEnd& line) { return line.by < BreakClass::within_phrase; });
    }

    Room room_beside(Length indent) const {
        Room room{measure_.width - indent, std::nullopt};
        if (justified_width_) room.set = *justified_width_ - indent;
        return room;
    }

    /// Glyphs of the lead that a paragraph hangs by.
    std::uint32_t lead_of(std::size_t paragraph, std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t lead = measure_.item_leads ? text_.item_leads[paragraph] : 0;
        for (const std::string& literal : measure_.leads) lead = std::max(lead, glyphs_of_lead(literal, begin, end));
        if (lead == 0 || begin + lead == end) return 0;
        return positions_.start_of(begin + lead, begin) <= measure_.width / widest_hang_divisor ? lead : 0;
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
    LineEnd find_line_end(std::uint32_t begin, std::uint32_t end, const Room& room) const {
        const std::uint32_t full = first_beyond(begin, end, room);
        const bool is_last = full == end || room.set;  // which may go on to the edge of the column
        if (is_last && positions_.ink(begin, end) <= room.full) return {end, BreakClass::mandatory};
        LineEnd line = best_up_to(std::min(full, end - 1), begin, room);
        if (line.end == 0) line = {end_of_cluster(full, end), BreakClass::emergency};
        line.at_full = class_at(full, end);
        return line;
    }

    /// The first glyph with which the line has no room even if its spaces are reduced, else `end`. Lines only get
    /// wider with each glyph.
    std::uint32_t first_beyond(std::uint32_t begin, std::uint32_t end, const Room& room) const {
        const auto is_beyond = [&](std::uint32_t i) {
            const Length taken = room.set ? positions_.reducible(std::max(begin, text_begin_), i + 1) : Length{};
            return positions_.ink(begin, i + 1) - taken > room.available();
        };
        std::uint32_t low = begin, high = end;
        while (low < high) {
            const std::uint32_t middle = low + (high - low) / 2;
            if (is_beyond(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// Of the places in front of the glyphs up to `last`, that of the best class: the last in front of which everything
    /// fits as it is, or the first that wants reducing.
    LineEnd best_up_to(std::uint32_t last, std::uint32_t begin, const Room& room) const {
        std::array<LineEnd, class_count> natural{}, reduced{};
        for (std::uint32_t i = last; i > begin; --i) {
            const BreakClass by = text_.before[i];
            if (by == BreakClass::none) continue;
            const bool fits = positions_.ink(begin, i) <= room.available();
            if (!fits) {
                reduced[index_of(by)] = {i, by};
            } else if (natural[index_of(by)].end == 0) {
                natural[index_of(by)] = {i, by};
                if (by == BreakClass::allowed) break;
            }
        }
        for (std::size_t by = index_of(BreakClass::allowed); by > 0; --by) {
            if (natural[by].end != 0 || reduced[by].end != 0) return better(natural[by], reduced[by], begin, room);
        }
        return {};
    }

    /// Of two lines, one with less than the measure and one with more, the one nearer to it; of equal ones the reduced
    /// (JLREQ §3.8.2).
    LineEnd better(const LineEnd& natural, const LineEnd& reduced, std::uint32_t begin, const Room& room) const {
        if (natural.end == 0) return reduced;
        if (reduced.end == 0) return natural;
        const Length lacking =
            positions_.lacking_with_blank(room.available() - positions_.ink(begin, natural.end), natural.end);
        const Length surplus = positions_.ink(begin, reduced.end) - room.available();
        return surplus <= lacking || lacking > addable(begin, natural.end) ? reduced : natural;
    }

    Length addable(std::uint32_t begin, std::uint32_t end) const {
        Length sum;
        for (std::uint32_t i = std::max(begin, text_begin_) + 1; i < end; ++i) {
            const Gap& gap = gap_before(text_, i);
            sum += scaler_.eighths_between(gap.most - gap.natural, text_.glyphs[i - 1], text_.glyphs[i]);
        }
        return sum;
    }

    std::uint32_t end_of_cluster(std::uint32_t i, std::uint32_t end) const {
        do ++i;
        while (i < end && (text_.before[i] == BreakClass::none || text_.glyphs[i].space));
        return i;
    }

    void add_line(std::uint32_t begin, const LineEnd& found, Length indent, BreakReason reason) {
        const bool wrapped = !ends_paragraph(reason);
        Line line;
        line.first_glyph = begin;
        line.glyph_count = found.end - begin;
        line.text_begin = std::max(begin, text_begin_);
        line.indent = indent;
        line.width = positions_.ink(begin, found.end);
        if (wrapped && justified_width_) line.width = std::min(line.width, *justified_width_ - indent);
        line.space = !measure_.wrap ? positions_.width_of_space(begin, found.end)
                     : wrapped      ? Length{}
                                    : measure_.width - indent - line.width;
        line.reason = reason;
        line.at_full = found.at_full;
        push_line(line, largest_size(begin, found.end));
        if (is_break_in_need(reason)) ++emergencies_;
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
        line.ascent = base::scale(size, body_ascent_permille, 1000);
        line.descent = base::scale(size, 1000 - body_ascent_permille, 1000);
        lines_.push_back(line);
    }

    const ShapedText& text_;
    const Measure& measure_;
    Scaler scaler_;
    const LinePositions& positions_;
    std::optional<Length> justified_width_;
    std::vector<Line>& lines_;
    std::vector<LineEnd>& ends_;    ///< of the paragraph at hand
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

Length natural_width(const FontSet& fonts, const ShapedText& text, std::span<const Length> run_sizes) {
    Length widest;
    for (const Line& line : find_lines(fonts, text, {.width = {}, .run_sizes = run_sizes, .wrap = false}).lines) {
        widest = std::max(widest, line.width);
    }
    return widest;
}

}  // namespace besshi::text
