#include "explain/line_end.h"

#include "explain/palette.h"

#include <array>

namespace besshi::explain {

namespace {

enum Index : std::size_t { full, kinsoku, whole, phrase, second_rank, emergency, line_feed, end };

constexpr std::array<LineEnd, 8> ends{{
    {"", palette::full_line, "行がいっぱいになった"},
    {"禁", palette::kinsoku, "行頭・行末に来てはならない字があるので、前で折った（禁則）"},
    {"語", palette::moved_back, "分けない言葉（数と単位、日付、氏名、英単語など）なので、前で折った"},
    {"節", palette::phrase, "文節が分かれるので、前で折った"},
    {"次", palette::emergency, "行より長い日付や氏名などを、その区切りで折った"},
    {"急", palette::emergency, "行より長い言葉を、折ってはならないところで折った"},
    {"改", palette::full_line, "改行が入っている"},
    {"終", palette::full_line, "文の終わり"},
}};

/// Of a line that ends where any line may: what stood at the place where it was full.
Index index_of(text::BreakClass at_full) {
    switch (at_full) {
        case text::BreakClass::forbidden:
            return kinsoku;
        case text::BreakClass::none:
        case text::BreakClass::emergency:
        case text::BreakClass::second_rank:
            return whole;
        case text::BreakClass::within_phrase:
            return phrase;
        case text::BreakClass::allowed:
        case text::BreakClass::mandatory:
            return full;
    }
    return full;
}

Index index_of(const text::Line& line) {
    switch (line.reason) {
        case text::BreakReason::end:
            return end;
        case text::BreakReason::line_feed:
            return line_feed;
        case text::BreakReason::opportunity:
            return index_of(line.at_full);
        case text::BreakReason::second_rank:
            return second_rank;
        case text::BreakReason::emergency:
            return emergency;
    }
    return end;
}

}  // namespace

const LineEnd& end_of(const text::Line& line) {
    return ends[index_of(line)];
}

std::span<const LineEnd> line_ends() {
    return ends;
}

}  // namespace besshi::explain
