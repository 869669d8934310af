#include "text/even_lines.h"

#include "text/line_positions.h"

#include <algorithm>

namespace besshi::text {

namespace {

/// Lines may end as far as this before the measure; they would be ragged.
constexpr std::int64_t most_white_ems = 4;

/// Paragraphs of more lines are not looked at in the whole.
constexpr std::ptrdiff_t most_lines = 20;

struct Column {
    Length justified;  ///< width to which lines are justified
    Length full;       ///< of the column itself, to which a last line may go
};

/// Paragraph by paragraph: shortest path over the places where its lines may end.
class Evener {
public:
    /// `text` has one type size.
    Evener(const ShapedText& text, const LinePositions& positions, const Scaler& scaler, Column column)
        : text_(text), positions_(positions), scaler_(scaler), column_(column), addable_eighths_(text.glyphs.size()) {
        for (std::uint32_t i = 1; i < addable_eighths_.size(); ++i) {
            const Gap& gap = gap_before(text, i);
            addable_eighths_[i] = addable_eighths_[i - 1] + gap.most - gap.natural;
        }
    }

    void even(std::span<Line> lines) {
        lines_ = lines;
        cost_as_filled_ = cost_of_all();
        if (cost_as_filled_ == 0) return;
        std::vector<std::vector<Node>> reached{{{.end = lines_.front().first_glyph, .cost = 0}}};
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i) reached.push_back(ends_of(i, reached.back()));
        const std::size_t last = best_last(reached.back());
        if (last < reached.back().size()) move_ends(reached, last);
    }

private:
    /// The cheapest way to end a line in front of a glyph.
    struct Node {
        std::uint32_t end = 0;
        double cost = 0;
        std::size_t from = 0;  ///< among the ends of the line before
    };

    std::uint32_t text_end() const { return lines_.back().first_glyph + lines_.back().glyph_count; }

    std::vector<Node> ends_of(std::size_t line_index, const std::vector<Node>& starts) const {
        const Line& line = lines_[line_index];
        const Length room = column_.justified - line.indent;
        const Length em = scaler_.em(text_.glyphs[line.first_glyph].run);
        const Length least_ink = room - em * most_white_ems;
        const Length room_for_rest = room_behind(line_index, em);
        std::vector<Node> ends;
        for (std::size_t from = 0; from < starts.size(); ++from) {
            const std::uint32_t begin = starts[from].end;
            for (std::uint32_t end = last_end(begin, line); end > begin; --end) {
                if (text_.before[end] < BreakClass::allowed) continue;
                if (positions_.ink(begin, end) < least_ink || positions_.ink(end, text_end()) > room_for_rest) break;
                const double cost = starts[from].cost + cost_of(begin, end, line, room);
                if (cost < cost_as_filled_) reach(ends, {end, cost, from});
            }
        }
        return ends;
    }

    /// What the lines behind one can hold, with what reducing takes.
    Length room_behind(std::size_t line_index, Length em) const {
        Length room;
        for (const Line& line : lines_.subspan(line_index + 1)) room += column_.full - line.indent + em;
        return room;
    }

    /// The glyph in front of which the line would be as full as reducing allows.
    std::uint32_t last_end(std::uint32_t begin, const Line& line) const {
        const Length room = column_.justified - line.indent;
        std::uint32_t low = begin, high = text_end() - 1;
        while (low < high) {
            const std::uint32_t middle = low + (high - low + 1) / 2;
            if (positions_.ink(begin, middle) - reducible(begin, middle, line) <= room)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    BreakClass class_where_full(std::uint32_t begin, const Line& line) const {
        const bool all_fits =
            positions_.ink(begin, text_end()) - reducible(begin, text_end(), line) <= column_.justified - line.indent;
        return all_fits ? BreakClass::allowed : text_.before[last_end(begin, line)];
    }

    Length reducible(std::uint32_t begin, std::uint32_t end, const Line& line) const {
        return positions_.reducible(first_adjusted(begin, line), end);
    }

    /// In front of the text of an item nothing is adjusted.
    static std::uint32_t first_adjusted(std::uint32_t begin, const Line& line) {
        return begin == line.first_glyph ? line.text_begin : begin;
    }

    static void reach(std::vector<Node>& ends, const Node& node) {
        const auto known = std::ranges::find(ends, node.end, &Node::end);
        if (known == ends.end())
            ends.push_back(node);
        else if (node.cost < known->cost)
            *known = node;
    }

    /// Square of the part that line adjustment uses of what it has (JLREQ §3.8.3, §3.8.4).
    double cost_of(std::uint32_t begin, std::uint32_t end, const Line& line, Length room) const {
        constexpr double ragged = 4, white = 40;
        const Length lacking = room - positions_.ink(begin, end);
        if (lacking < Length{}) return square_of_part(-lacking, reducible(begin, end, line));
        const Length added = positions_.lacking_with_blank(lacking, end);
        const Length addable = this->addable(first_adjusted(begin, line), end);
        return added > addable ? ragged + white * square_of_part(added, room) : square_of_part(added, addable);
    }

    static double square_of_part(Length part, Length of) {
        if (part == Length{}) return 0;
        const double ratio = static_cast<double>(part.units) / static_cast<double>(of.units);
        return ratio * ratio;
    }

    Length addable(std::uint32_t from, std::uint32_t end) const {
        const int eighths = end - 1 <= from ? 0 : addable_eighths_[end - 1] - addable_eighths_[from];
        return scaler_.eighths(eighths, text_.glyphs[from].run);
    }

    double cost_of_all() const {
        double cost = cost_of_last(lines_.back().first_glyph);
        for (const Line& line : lines_.first(lines_.size() - 1)) {
            cost +=
                cost_of(line.first_glyph, line.first_glyph + line.glyph_count, line, column_.justified - line.indent);
        }
        return cost;
    }

    /// A last line of one or two characters looks lost.
    double cost_of_last(std::uint32_t begin) const {
        constexpr std::uint32_t few_glyphs = 2;
        constexpr double lost = 0.5;
        return text_end() - begin <= few_glyphs ? lost : 0;
    }

    std::size_t best_last(const std::vector<Node>& starts) const {
        const Length room = column_.full - lines_.back().indent;
        std::size_t best = starts.size();
        double least = cost_as_filled_;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (positions_.ink(starts[i].end, text_end()) > room) continue;
            const double cost = starts[i].cost + cost_of_last(starts[i].end);
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return best;
    }

    void move_ends(const std::vector<std::vector<Node>>& reached, std::size_t node) {
        std::uint32_t end = text_end();
        for (std::size_t i = lines_.size(); i-- > 0;) {
            const std::uint32_t begin = reached[i][node].end;
            Line& line = lines_[i];
            if (line.text_begin == line.first_glyph) line.text_begin = begin;
            line.first_glyph = begin;
            line.glyph_count = end - begin;
            line.width = positions_.ink(begin, end);
            if (i + 1 < lines_.size()) {
                line.at_full = class_where_full(begin, line);
            } else {
                line.space = column_.full - line.indent - line.width;
            }
            end = begin;
            node = reached[i][node].from;
        }
    }

    const ShapedText& text_;
    const LinePositions& positions_;
    const Scaler& scaler_;
    Column column_;
    std::vector<int> addable_eighths_;  ///< of all spaces up to the one in front of the glyph
    std::span<Line> lines_;             ///< of the paragraph at hand
    double cost_as_filled_ = 0;         ///< what another way to break it must be cheaper than
};

bool has_one_size(const Measure& measure) {
    return std::ranges::adjacent_find(measure.run_sizes, std::ranges::not_equal_to()) == measure.run_sizes.end();
}

}  // namespace

void even_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure, BrokenText& broken) {
    const std::optional<Length> justified = justified_width(text, measure);
    if (!justified || broken.lines.size() == 1 || !has_one_size(measure)) return;
    const Scaler scaler(fonts, measure);
    thread_local LinePositions positions;
    positions.measure(text, scaler);
    Evener evener(text, positions, scaler, {*justified, measure.width});
    const auto ends = [](const Line& line) { return ends_paragraph(line.reason); };
    const auto is_torn = [](const Line& line) { return is_break_in_need(line.reason); };
    for (auto begin = broken.lines.begin(); begin != broken.lines.end();) {
        const auto end = std::find_if(begin, broken.lines.end(), ends) + 1;
        if (end - begin > 1 && end - begin <= most_lines && std::none_of(begin, end, is_torn))
            evener.even({begin, end});
        begin = end;
    }
}

}  // namespace besshi::text
