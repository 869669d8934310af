#include "text/balance_lines.h"

#include <limits>

namespace besshi::text {

namespace {

/// Longer paragraphs are running text, where the eye follows lines that are full.
constexpr std::uint32_t longest_balanced = 100;

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Shortest path over the places where a line may end, line by line.
class Balancer {
public:
    Balancer(const Paragraph& paragraph, const Rooms& rooms) : paragraph_(paragraph), rooms_(rooms) {
        places_.push_back({.end = paragraph.begin});
        for (std::uint32_t i = paragraph.begin + 1; i < paragraph.end; ++i) {
            const BreakClass by = paragraph.text.before[i];
            if (by >= BreakClass::within_phrase) places_.push_back({.end = i, .by = by});
        }
        places_.push_back({.end = paragraph.end, .by = BreakClass::mandatory});
    }

    void balance(std::vector<LineEnd>& ends) {
        const std::size_t line_count = ends.size();
        std::vector<Step> reached(places_.size());
        reached.front().cost = 0;
        std::vector<std::vector<Step>> steps;
        for (std::size_t line = 0; line < line_count; ++line) {
            steps.push_back(next_line(reached, line == 0 ? rooms_.first : rooms_.other));
            reached = steps.back();
        }
        if (reached.back().cost == infinite) return;
        std::size_t place = places_.size() - 1;
        for (std::size_t line = line_count; line-- > 0; place = steps[line][place].from) {
            ends[line] = places_[place];
        }
    }

private:
    /// The cheapest way to end a line at a place.
    struct Step {
        double cost = infinite;
        std::size_t from = 0;
    };

    std::vector<Step> next_line(const std::vector<Step>& reached, Length room) const {
        std::vector<Step> next(places_.size());
        for (std::size_t from = 0; from + 1 < places_.size(); ++from) {
            if (reached[from].cost == infinite) continue;
            for (std::size_t to = from + 1; to < places_.size(); ++to) {
                const Length ink = paragraph_.positions.ink(places_[from].end, places_[to].end);
                if (ink > room) break;
                const double cost = reached[from].cost + cost_of(ink, room, places_[from], places_[to]);
                if (cost < next[to].cost) next[to] = {cost, from};
            }
        }
        return next;
    }

    /// In squares of the measure. A place behind white space is where the writer parts the words.
    double cost_of(Length ink, Length room, const LineEnd& from, const LineEnd& to) const {
        constexpr double torn_phrase = 1, not_behind_white_space = 0.25, lone_character = 4;
        const double white = static_cast<double>((room - ink).units) / static_cast<double>(room.units);
        double cost = white * white;
        if (to.by == BreakClass::within_phrase) cost += torn_phrase;
        if (to.end < paragraph_.end && !paragraph_.text.glyphs[to.end - 1].space) cost += not_behind_white_space;
        if (is_one_character(from.end, to.end)) cost += lone_character;
        return cost;
    }

    bool is_one_character(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin + 1; i < end; ++i) {
            if (paragraph_.text.before[i] != BreakClass::none && !paragraph_.text.glyphs[i].space) return false;
        }
        return true;
    }

    const Paragraph& paragraph_;
    const Rooms& rooms_;
    std::vector<LineEnd> places_;  ///< the start of the paragraph, places inside it, its end
};

}  // namespace

void balance_lines(const Paragraph& paragraph, const Rooms& rooms, std::vector<LineEnd>& ends) {
    if (paragraph.end - paragraph.begin > longest_balanced) return;
    Balancer(paragraph, rooms).balance(ends);
}

}  // namespace besshi::text
