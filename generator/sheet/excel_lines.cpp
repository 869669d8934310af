#include "sheet/excel_lines.h"

#include <algorithm>
#include <string_view>

namespace besshi::sheet {

namespace {

constexpr std::int64_t cell_padding_pixels = 5;
constexpr std::int64_t line_gap_pixels = 3;
constexpr std::int64_t last_line_gap_pixels = 2;

constexpr std::u32string_view closing_marks =
    U"、。，．・：；？！゛゜´｀ヽヾゝゞ々〻ー‐―…‥～〜）〕］｝〉》」』】〙〗’”°′″℃％‰"
    U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡､｣･ｰﾞﾟ";
constexpr std::u32string_view opening_marks = U"（〔［｛〈《「『【〘〖‘“｢￥＄";

bool is_in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}
bool is_word_character(char32_t c) {
    return c > 0x20 && c < 0x7F;
}
bool is_half_width(char32_t c) {
    return c < 0x7F || (c >= 0xFF61 && c <= 0xFF9F);
}
bool has_no_width(char32_t c) {
    return base::is_variation_selector(c) || c == 0x3099 || c == 0x309A || c == 0x2060;
}

struct Character {
    char32_t code_point;
    std::int64_t em;  ///< pixels, for the height
    Length advance;
};

std::int64_t em_pixels(Length size) {
    return (size.units + pixel.units - 1) / pixel.units;
}

std::int64_t largest_em(std::span<const RichRun> runs) {
    std::int64_t em = 0;
    for (const RichRun& run : runs) em = std::max(em, em_pixels(run.size));
    return em;
}

Length em_width(Length size) {
    return std::max(pixel * em_pixels(size), base::scale(size, 1000 + width_reserve_permille, 1000));
}

std::vector<Character> characters_of(std::span<const RichRun> runs) {
    std::vector<Character> characters;
    for (const RichRun& run : runs) {
        const std::int64_t em = em_pixels(run.size);
        const Length full = em_width(run.size);
        for (std::size_t offset = 0; offset < run.text.size();) {
            const auto [c, bytes] = base::code_point_at(run.text, offset);
            offset += bytes;
            const Length advance = has_no_width(c) || c == U'\n' ? Length{} : is_half_width(c) ? full / 2 : full;
            characters.push_back({c, em, advance});
        }
    }
    return characters;
}

/// Whether Excel keeps `before` and `after` on one line.
bool are_kept_together(char32_t before, char32_t after) {
    return has_no_width(after) || (is_word_character(before) && is_word_character(after)) ||
           is_in(closing_marks, after) || is_in(opening_marks, before);
}

/// Heights of the lines that one paragraph takes.
class LineFiller {
public:
    explicit LineFiller(Length width) : width_(width) {}

    /// In pixels.
    std::int64_t height_of(std::span<const Character> paragraph, std::int64_t em_if_empty) {
        height_ = 0;
        line_em_ = paragraph.empty() ? em_if_empty : 0;
        for (std::size_t begin = 0; begin < paragraph.size();) {
            std::size_t end = begin + 1;
            while (end < paragraph.size() &&
                   are_kept_together(paragraph[end - 1].code_point, paragraph[end].code_point))
                ++end;
            place(paragraph.subspan(begin, end - begin));
            begin = end;
        }
        end_line();
        return height_;
    }

private:
    void place(std::span<const Character> group) {
        Length group_width;
        for (const Character& c : group) group_width += c.advance;
        if (used_ > Length{} && used_ + group_width > width_) end_line();
        for (const Character& c : group) {
            if (used_ > Length{} && used_ + c.advance > width_) end_line();
            used_ += c.advance;
            line_em_ = std::max(line_em_, c.em);
        }
    }

    void end_line() {
        height_ += line_em_ + line_gap_pixels;
        line_em_ = 0;
        used_ = {};
    }

    Length width_, used_;
    std::int64_t height_ = 0, line_em_ = 0;
};

}  // namespace

Length wrapped_height(std::span<const RichRun> runs, Length width) {
    if (runs.empty()) return {};
    const std::vector<Character> characters = characters_of(runs);
    LineFiller filler(width - pixel * cell_padding_pixels);
    std::int64_t height = last_line_gap_pixels - line_gap_pixels;
    std::int64_t em = em_pixels(runs.front().size);
    for (auto begin = characters.begin();;) {
        const auto end =
            std::find_if(begin, characters.end(), [](const Character& c) { return c.code_point == U'\n'; });
        height += filler.height_of({begin, end}, em);
        if (end == characters.end()) return pixel * height;
        em = end->em;
        begin = end + 1;
    }
}

Length stacked_height(std::span<const RichRun> runs, std::int64_t characters) {
    if (runs.empty()) return {};
    return pixel * (characters * (largest_em(runs) + line_gap_pixels) + last_line_gap_pixels - line_gap_pixels);
}

Length single_line_height(std::span<const RichRun> runs) {
    return runs.empty() ? Length{} : pixel * (largest_em(runs) + last_line_gap_pixels);
}

}  // namespace besshi::sheet
