#include "judge/verdict.h"

#include "judge/spaces.h"

#include "base/base.h"

#include <algorithm>
#include <cmath>

namespace besshi::tests {

namespace {

// The judge's own lists, from JLREQ 3.1.7, 3.1.8 and 3.1.10; ー々 and small kana under the strictest convention.
constexpr std::u32string_view never_first =
    U"、。，．・：；？！‼⁇⁈⁉々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ」』）】〕］｝〉》”’〟»…‥―—～"
    U"〜‐゠–"
    U"｡､･｣ｰｧｨｩｪｫｬｭｮｯﾞﾟ";
constexpr std::u32string_view never_last = U"「『（【〔［｛〈《“‘〝«￥＄￡＃€№〒㈱㈲①②③④⑤⑥⑦⑧⑨⑩｢";
constexpr std::u32string_view never_parted_from_itself = U"…‥―—";
constexpr std::u32string_view dashes = U"―—";
constexpr std::u32string_view digits = U"0123456789０１２３４５６７８９";
constexpr std::u32string_view behind_digits = U"年月日時分秒歳円回人名個枚本冊週点度％%℃㎏㎝㎜㎡㏄ℊ";
constexpr std::u32string_view letters = U"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Positions are written with two decimals of a point and thousandths of an em.
constexpr double written_exactly = 0.02;
/// In em: a space is the difference of two positions so written.
constexpr double space_tolerance = 0.004;
constexpr double ink_tolerance = 0.04;  ///< em; letters lean over their bodies
/// Em: wider than web addresses, spans of dates or words that happen to stand without a space between them.
constexpr double widest_whole = 45;
constexpr std::size_t most_examples = 40;

bool is_any_of(char32_t c, std::u32string_view list) {
    return list.find(c) != list.npos;
}

std::string to_utf8(std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text) base::append_utf8(bytes, c);
    return bytes;
}

class LineJudge {
public:
    LineJudge(const Column& column, std::span<const Shown> line, Record& record)
        : column_(column), line_(line), record_(record), visible_(line) {
        while (!visible_.empty() && shows_white(visible_.back())) visible_ = visible_.first(visible_.size() - 1);
    }

    /// What stands beside the line end that `after` follows.
    void judge_end(const Shown& after) const {
        if (visible_.empty() || after.text.empty()) return;
        const bool white_between = visible_.size() < line_.size();
        const char32_t last = last_character(visible_.back()), first = after.text.front();
        const bool may_begin = white_between && is_any_of(first, dashes);
        if (is_any_of(first, never_first) && !may_begin) fault("line start");
        if (is_any_of(last, never_last) && !stands_alone(last, first, white_between)) fault("line end");
        if (!white_between && is_torn(last, first)) fault("torn");
    }

    /// The first body stands at the edge, the blank of an opening bracket outside (§3.1.5); a middle dot may keep its
    /// blank, as the mark of an item.
    void judge_start() const {
        const Shown& first = line_.front();
        const double off = first.x - column_.left, blank = blank_before(first);
        const bool keeps_blank = blank < 0.5 && std::abs(off) <= written_exactly;
        if (std::abs(off + blank * first.size) > written_exactly && !keeps_blank) fault("start");
    }

    /// Nothing that belongs together is as wide as a wide column.
    void judge_emergency() const {
        ++record_.emergencies;
        if (column_.right - column_.left >= widest_whole * line_.front().size) fault("emergency");
    }

    void judge_spaces() const {
        for (std::size_t i = 0; i + 1 < visible_.size(); ++i) {
            const auto bounds = find_space_bounds(visible_[i], visible_[i + 1]);
            if (!bounds) continue;
            const double space = space_behind(i);
            const bool natural = !column_.justified_to;
            const double least = natural ? bounds->natural : bounds->least;
            const double most = natural ? bounds->natural : bounds->most;
            if (space < least - space_tolerance || space > most + space_tolerance)
                fault("space", to_utf8(visible_[i].text + visible_[i + 1].text) + " " + std::to_string(space) + " em");
        }
    }

    void judge_ink() const {
        const double em = line_.front().size;
        const Shown* left = nullptr;
        for (const Shown& glyph : visible_) {
            if (!glyph.ink) continue;
            const double tolerance = ink_tolerance * em;
            if (glyph.ink->left < column_.left - tolerance || glyph.ink->right > column_.right + tolerance)
                fault("outside");
            if (left && left->ink->right > glyph.ink->left + tolerance && !combines(glyph)) fault("overlap");
            left = &glyph;
        }
    }

    /// A line that does not end its paragraph: full, or natural where the bounds do not let it be full.
    void judge_width() const {
        if (visible_.empty()) return;
        const double blank = blank_after(visible_.back()) * visible_.back().size;
        const double body_end = visible_.back().x + visible_.back().width;
        const double missing = *column_.justified_to - body_end;
        if (std::abs(missing) <= written_exactly || std::abs(missing + blank) <= written_exactly) {
            ++record_.justified;
        } else if (missing + blank < 0) {
            fault("too wide");
        } else if (room_to_grow() > (missing > 0 ? missing : missing + blank) + written_exactly) {
            fault("not justified");
        } else {
            ++record_.short_of;
            if (!is_natural()) fault("partly justified");
        }
    }

private:
    static bool shows_white(const Shown& glyph) { return !glyph.text.empty() && is_white(glyph.text.front()); }
    static char32_t last_character(const Shown& glyph) { return glyph.text.empty() ? U'\0' : glyph.text.back(); }
    static bool combines(const Shown& glyph) {
        return glyph.text.empty() || glyph.text.front() == U'ﾞ' || glyph.text.front() == U'ﾟ' ||
               glyph.text.front() == U'\u3099' || glyph.text.front() == U'\u309A';
    }

    static bool stands_alone(char32_t last, char32_t first, bool white_between) {
        const auto is_enclosed = [](char32_t c) { return c >= U'①' && c <= U'⑳'; };
        return (is_enclosed(last) && is_enclosed(first)) || (white_between && is_any_of(last, U"㈱㈲"));
    }

    static bool is_torn(char32_t last, char32_t first) {
        if (is_any_of(last, never_parted_from_itself) && last == first) return true;
        if (is_any_of(last, digits) && (is_any_of(first, digits) || is_any_of(first, behind_digits))) return true;
        return is_any_of(last, letters) && (is_any_of(first, letters) || is_any_of(first, digits));
    }

    /// Between the bodies, in em.
    double space_behind(std::size_t i) const {
        const Shown& left = visible_[i];
        const Shown& right = visible_[i + 1];
        return (right.x - left.x - left.width) / left.size + blank_after(left) + blank_before(right);
    }

    bool is_natural() const {
        for (std::size_t i = 0; i + 1 < visible_.size(); ++i) {
            const auto bounds = find_space_bounds(visible_[i], visible_[i + 1]);
            if (bounds && std::abs(space_behind(i) - bounds->natural) > space_tolerance) return false;
        }
        return true;
    }

    /// How much wider the line could be, in points.
    double room_to_grow() const {
        double room = 0;
        for (std::size_t i = 0; i + 1 < visible_.size(); ++i) {
            const auto bounds = find_space_bounds(visible_[i], visible_[i + 1]);
            if (bounds) room += std::max(0.0, bounds->most - space_behind(i)) * visible_[i].size;
        }
        return room;
    }

    void fault(const std::string& rule, const std::string& detail = {}) const {
        ++record_.faults[rule];
        if (record_.examples.size() == most_examples) return;
        std::u32string text;
        for (const Shown& glyph : line_) text += glyph.text;
        record_.examples.push_back(rule + " " + detail + " at " +
                                   std::to_string((column_.right - column_.left) / line_.front().size) +
                                   " em: " + to_utf8(text));
    }

    const Column& column_;
    std::span<const Shown> line_;
    Record& record_;
    std::span<const Shown> visible_;  ///< without the white space at its end
};

std::vector<std::span<const Shown>> lines_of(std::span<const Shown> glyphs) {
    std::vector<std::span<const Shown>> lines;
    for (std::size_t begin = 0, i = 1; i <= glyphs.size(); ++i) {
        if (i < glyphs.size() && glyphs[i].y == glyphs[begin].y) continue;
        lines.push_back(glyphs.subspan(begin, i - begin));
        begin = i;
    }
    return lines;
}

std::size_t count_characters(std::span<const Shown> glyphs) {
    std::size_t count = 0;
    for (const Shown& glyph : glyphs) count += glyph.text.size();
    return count;
}

}  // namespace

void judge(const Column& column, std::span<const Shown> glyphs, std::span<const LineEnd> ends, Record& record) {
    std::u32string expected, found;
    std::vector<std::size_t> paragraphs;  // where one ends in `expected`
    for (const char32_t c : column.text) {
        if (c == U'\n')
            paragraphs.push_back(expected.size());
        else
            expected += c;
    }
    paragraphs.push_back(expected.size());
    for (const Shown& glyph : glyphs) found += glyph.text;
    const auto lines = lines_of(glyphs);
    if (found != expected || lines.size() != ends.size()) {
        ++record.faults[found != expected ? "text" : "lines"];
        return;
    }
    std::size_t character = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const LineJudge line(column, lines[i], record);
        character += count_characters(lines[i]);
        const bool ends_paragraph = std::ranges::binary_search(paragraphs, character);
        line.judge_start();
        line.judge_spaces();
        line.judge_ink();
        if (!ends_paragraph && ends[i] == LineEnd::ordinary) line.judge_end(lines[i + 1].front());
        if (!ends_paragraph && column.justified_to) line.judge_width();
        if (ends[i] == LineEnd::emergency) line.judge_emergency();
    }
    record.lines += lines.size();
    record.characters += found.size();
}

}  // namespace besshi::tests
