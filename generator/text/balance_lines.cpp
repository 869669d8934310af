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
            const BreakClass at_full = ends[line].at_full;
            ends[line] = places_[place];
            ends[line].extent = steps[line][place].extent;
            ends[line].at_full = at_full;
        }
    }

private:
    /// The cheapest way to end a line at a place.
    struct Step {
        double cost = infinite;
        std::size_t from = 0;
        Extent extent{};
    };

    std::vector<Step> next_line(const std::vector<Step>& reached, const Room& room) const {
        std::vector<Step> next(places_.size());
        for (std::size_t from = 0; from + 1 < places_.size(); ++from) {
            if (reached[from].cost == infinite) continue;
            Walk walk(paragraph_.text, paragraph_.scaler, places_[from].end, 0);
            std::uint32_t i = places_[from].end;
            int characters = 0;
            for (std::size_t to = from + 1; to < places_.size(); ++to) {
                for (; i < places_[to].end; ++i) {
                    walk.add(i);
                    characters += is_character(i);
                }
                const Extent& extent = walk.extent();
                if (extent.ink > room.available()) break;
                const double cost = reached[from].cost + cost_of(extent, room, places_[to].by, characters);
                if (cost < next[to].cost) next[to] = {cost, from, extent};
            }
        }
        return next;
    }

    bool is_character(std::uint32_t i) const {
        return paragraph_.text.before[i] != BreakClass::none || i == paragraph_.begin;
    }

    /// In squares of the measure.
    static double cost_of(const Extent& extent, const Room& room, BreakClass by, int characters) {
        constexpr double torn_phrase = 1, lone_character = 4;
        const double measure = static_cast<double>(room.available().units);
        const double white = static_cast<double>((room.available() - extent.ink).units) / measure;
        return white * white + (by == BreakClass::within_phrase ? torn_phrase : 0) +
               (characters == 1 ? lone_character : 0);
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
