#include "pdf/deflate_code.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace besshi::pdf {

namespace {

constexpr std::size_t symbol_count = 286, distance_count = 30, first_length = 257;
constexpr std::size_t shortest_match = 3, longest_match = 258, farthest_match = 32'768;

/// A length or distance: the code word that names its range, and where in the range it lies.
struct Ranged {
    std::size_t index = 0;
    unsigned extra_bits = 0;
    std::uint64_t extra = 0;
};

/// RFC 1951 §3.2.5: ranges double in size after every four (lengths) or two (distances) code words.
constexpr Ranged ranged(std::size_t value, unsigned log_of_step) {
    const std::size_t step = std::size_t{1} << log_of_step;
    if (value < 2 * step) return {value, 0, 0};
    const auto extra_bits = static_cast<unsigned>(std::bit_width(value)) - 1 - log_of_step;
    return {step * extra_bits + (value >> extra_bits), extra_bits, value & ((std::uint64_t{1} << extra_bits) - 1)};
}

constexpr Ranged ranged_length(std::size_t length) {
    if (length == longest_match) return {symbol_count - 1, 0, 0};
    Ranged range = ranged(length - shortest_match, 2);
    range.index += first_length;
    return range;
}

constexpr Ranged ranged_distance(std::size_t distance) {
    return ranged(distance - 1, 1);
}

/// A literal (length 1) or a match.
struct Step {
    std::uint16_t length = 1;
    std::uint16_t distance = 0;
};

/// Bits that each step takes.
class Prices {
public:
    Prices(std::span<const CodeWord> symbols, std::span<const CodeWord> distances) {
        for (std::size_t byte = 0; byte < literals_.size(); ++byte) literals_[byte] = symbols[byte].length;
        for (std::size_t length = shortest_match; length <= longest_match; ++length) {
            const Ranged range = ranged_length(length);
            lengths_[length] = symbols[range.index].length + range.extra_bits;
        }
        for (std::size_t i = 0; i < distance_count; ++i) distances_[i] = distances[i].length;
    }

    unsigned literal(std::byte byte) const { return literals_[static_cast<std::size_t>(byte)]; }
    unsigned length(std::size_t length) const { return lengths_[length]; }
    unsigned distance(std::size_t distance) const {
        const Ranged range = ranged_distance(distance);
        return distances_[range.index] + range.extra_bits;
    }

private:
    std::array<unsigned, 256> literals_{};
    std::array<unsigned, longest_match + 1> lengths_{};
    std::array<unsigned, distance_count> distances_{};
};

/// Finds places before a position that go on with the same three bytes, the nearest first.
class Matches {
public:
    explicit Matches(Bytes piece) : piece_(piece), previous_(piece.size(), none) { newest_.fill(none); }

    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// Enters position `at` and returns the place before it, or `none`. `at` + 2 < size.
    std::uint32_t enter(std::size_t at) {
        std::uint32_t& newest = newest_[hash(at)];
        previous_[at] = newest;
        newest = static_cast<std::uint32_t>(at);
        return previous_[at];
    }

    std::uint32_t before(std::uint32_t place) const { return previous_[place]; }

    std::size_t length(std::size_t at, std::uint32_t place) const {
        const std::size_t most = std::min(longest_match, piece_.size() - at);
        std::size_t length = 0;
        while (length < most && piece_[at + length] == piece_[place + length]) ++length;
        return length;
    }

private:
    std::size_t hash(std::size_t at) const {
        const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(piece_[at + i]); };
        return (byte(0) << 16 | byte(1) << 8 | byte(2)) * 0x9E3779B1u >> 23;
    }

    Bytes piece_;
    std::array<std::uint32_t, 512> newest_;
    std::vector<std::uint32_t> previous_;
};

/// The cheapest steps through `piece`: a shortest path over its positions.
std::vector<Step> cheapest_steps(Bytes piece, const Prices& prices) {
    constexpr int most_candidates = 64;  // bounds the work for pieces that repeat themselves all over
    std::vector<std::uint32_t> cost(piece.size() + 1, std::numeric_limits<std::uint32_t>::max());
    std::vector<Step> arriving(piece.size() + 1);
    cost[0] = 0;
    const auto offer = [&](std::size_t from, Step step, std::uint32_t price) {
        const std::size_t to = from + step.length;
        if (cost[from] + price >= cost[to]) return;
        cost[to] = cost[from] + price;
        arriving[to] = step;
    };
    Matches matches(piece);
    for (std::size_t at = 0; at < piece.size(); ++at) {
        offer(at, {}, prices.literal(piece[at]));
        if (at + shortest_match > piece.size()) continue;
        std::size_t longest = shortest_match - 1;
        std::uint32_t place = matches.enter(at);
        for (int i = 0; i < most_candidates && longest < longest_match; ++i) {
            if (place == Matches::none || at - place > farthest_match) break;
            const std::size_t length = matches.length(at, place), distance = at - place;
            for (; longest < length; ++longest) {
                offer(at, {static_cast<std::uint16_t>(longest + 1), static_cast<std::uint16_t>(distance)},
                      prices.length(longest + 1) + prices.distance(distance));
            }
            place = matches.before(place);
        }
    }
    std::vector<Step> steps;
    for (std::size_t at = piece.size(); at > 0; at -= arriving[at].length) steps.push_back(arriving[at]);
    std::ranges::reverse(steps);
    return steps;
}

/// Code words of equal length for literals and lengths, and for distances: what nothing is known about.
std::vector<CodeWord> plain_code(std::size_t count, std::uint8_t length) {
    return std::vector<CodeWord>(count, {0, length});
}

/// Bits in memory of their own, of which not more than `capacity` are put.
class PieceWriter {
public:
    explicit PieceWriter(std::size_t capacity) : words_(words_for_bits(capacity) + 1), writer_(to()) {
        static_assert(sizeof words_[0] >= BitWriter::slack);
    }

    void put(std::uint64_t bits, unsigned count) {
        writer_.put(bits, count);
        length_ += count;
    }
    void put(const CodeWord& word) { put(word.bits, word.length); }

    CodedPiece take() {
        writer_.end_byte();
        words_.resize(words_for_bits(length_));
        return {std::move(words_), length_};
    }

private:
    char* to() { return reinterpret_cast<char*>(words_.data()); }

    std::vector<std::uint64_t> words_;
    BitWriter writer_;
    std::size_t length_ = 0;
};

/// How the lengths of code words are told (RFC 1951 §3.2.7): one by one, or the last again three to six times.
struct LengthStep {
    static constexpr std::uint8_t again = 16;
    std::uint8_t symbol;
    std::uint8_t times = 1;
};

std::vector<LengthStep> length_steps(std::span<const CodeWord> symbols, std::span<const CodeWord> distances) {
    std::vector<std::uint8_t> lengths;
    for (const std::span<const CodeWord> words : {symbols, distances})
        for (const CodeWord& word : words) lengths.push_back(word.length);
    std::vector<LengthStep> steps;
    for (std::size_t at = 0; at < lengths.size();) {
        const auto run_end = std::find_if(lengths.begin() + static_cast<std::ptrdiff_t>(at), lengths.end(),
                                          [&](std::uint8_t length) { return length != lengths[at]; });
        const auto run = static_cast<std::size_t>(run_end - lengths.begin()) - at;
        steps.push_back({lengths[at]});
        std::size_t rest = run - 1;
        for (; rest >= 3; rest -= steps.back().times)
            steps.push_back({LengthStep::again, static_cast<std::uint8_t>(std::min<std::size_t>(rest, 6))});
        steps.insert(steps.end(), rest, {lengths[at]});
        at += run;
    }
    return steps;
}

}  // namespace

/// How often samples use each code word.
struct DeflateCode::Counts {
    std::array<std::uint32_t, symbol_count> symbols;
    std::array<std::uint32_t, distance_count> distances;

    /// Every symbol counts a little without having been seen: each must have a code word.
    Counts() {
        symbols.fill(1);
        distances.fill(1);
    }

    void see_literal(std::byte byte) { symbols[static_cast<std::size_t>(byte)] += seen; }
    void see_match(const Step& step) {
        symbols[ranged_length(step.length).index] += seen;
        distances[ranged_distance(step.distance).index] += seen;
    }

private:
    static constexpr std::uint32_t seen = 16;
};

DeflateCode::DeflateCode(const Counts& counts)
    : symbols_(shortest_prefix_code(counts.symbols, longest_word)),
      distances_(shortest_prefix_code(counts.distances, longest_word)),
      header_(coded_header()) {}

DeflateCode DeflateCode::fitted_to(std::span<const Bytes> samples) {
    Counts counts;
    const Prices unknown(plain_code(symbol_count, 8), plain_code(distance_count, 5));
    for (const Bytes sample : samples) {
        std::size_t at = 0;
        for (const Step step : cheapest_steps(sample, unknown)) {
            if (step.distance == 0) {
                counts.see_literal(sample[at]);
            } else {
                counts.see_match(step);
            }
            at += step.length;
        }
    }
    return DeflateCode(counts);
}

DeflateCode DeflateCode::fitted_to_literals(Bytes sample) {
    Counts counts;
    for (const std::byte byte : sample) counts.see_literal(byte);
    return DeflateCode(counts);
}

/// RFC 1951 §3.2.7
CodedPiece DeflateCode::coded_header() const {
    constexpr std::size_t length_code_count = 19;
    constexpr std::array<std::size_t, length_code_count> order{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                               11, 4,  12, 3, 13, 2, 14, 1, 15};
    const std::vector<LengthStep> steps = length_steps(symbols_, distances_);
    std::array<std::uint32_t, length_code_count> counts{};
    for (const LengthStep step : steps) ++counts[step.symbol];
    const std::vector<CodeWord> length_code = shortest_prefix_code(counts, 7);

    PieceWriter out(64 + 3 * length_code_count + 9 * steps.size());
    out.put(1, 1);  // BFINAL
    out.put(2, 2);  // BTYPE: dynamic Huffman codes
    out.put(symbol_count - 257, 5);
    out.put(distance_count - 1, 5);
    out.put(length_code_count - 4, 4);
    for (const std::size_t length : order) out.put(length_code[length].length, 3);
    for (const LengthStep step : steps) {
        out.put(length_code[step.symbol]);
        if (step.symbol == LengthStep::again) out.put(step.times - 3u, 2);
    }
    return out.take();
}

CodedPiece DeflateCode::encode(Bytes piece) const {
    PieceWriter out(longest_word * piece.size());
    std::size_t at = 0;
    for (const Step step : cheapest_steps(piece, Prices(symbols_, distances_))) {
        if (step.distance == 0) {
            out.put(literal(piece[at]));
        } else {
            const Ranged length = ranged_length(step.length), distance = ranged_distance(step.distance);
            out.put(symbols_[length.index]);
            out.put(length.extra, length.extra_bits);
            out.put(distances_[distance.index]);
            out.put(distance.extra, distance.extra_bits);
        }
        at += step.length;
    }
    return out.take();
}

}  // namespace besshi::pdf
