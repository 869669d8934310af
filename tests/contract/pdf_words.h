#pragma once

#include "shell.h"

#include <algorithm>
#include <cmath>
#include <regex>
#include <string>
#include <vector>

/// What poppler reads back from a PDF: words with their boxes, in points from the top left corner.
namespace besshi::tests {

struct Word {
    double x_min = 0, y_min = 0, x_max = 0, y_max = 0;
    std::string text;
    double middle() const { return (y_min + y_max) / 2; }
};

inline std::string without_spaces(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("\u3000") || rest.starts_with("\u2060"))
            i += 2;  // three bytes each
        else if (rest.starts_with("\u00A0"))
            i += 1;
        else if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t')
            out += text[i];
    }
    return out;
}

inline std::string decode_entities(std::string text) {
    for (const auto& [entity, character] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&#39;", "'"}, {"&amp;", "&"}})
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
            text.replace(at, std::string_view(entity).size(), character);
    return text;
}

/// A full-width mark at an end of a word is half blank; at an end of a line the blank may stand outside the cell.
inline Word without_blank_halves(Word word) {
    constexpr std::string_view opening = "「『（【〔［｛〈《“‘", closing = "」』）】〕］｝〉》”’、。，．";
    const auto is_in = [](std::string_view set, std::string_view character) {
        return character.size() == 3 && set.find(character) != set.npos;
    };
    const double half = (word.y_max - word.y_min) / 2;
    if (is_in(opening, std::string_view(word.text).substr(0, 3))) word.x_min += half;
    if (word.text.size() >= 3 && is_in(closing, std::string_view(word.text).substr(word.text.size() - 3))) {
        word.x_max -= half;
    }
    return word;
}

/// The words of each page.
inline std::vector<std::vector<Word>> read_words(const std::filesystem::path& pdf) {
    const std::string html = run("pdftotext -bbox " + pdf.string() + " -").out;
    static const std::regex line(
        R"re(<page |<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*)</word>)re");
    std::vector<std::vector<Word>> pages;
    for (std::sregex_iterator it(html.begin(), html.end(), line), end; it != end; ++it) {
        if (!(*it)[1].matched)
            pages.emplace_back();
        else
            pages.back().push_back(without_blank_halves({std::stod((*it)[1]), std::stod((*it)[2]), std::stod((*it)[3]),
                                                         std::stod((*it)[4]), decode_entities((*it)[5])}));
    }
    return pages;
}

/// Words of one cell put into lines, top to bottom, left to right.
inline std::vector<std::string> to_lines(std::vector<Word> words) {
    std::ranges::sort(words, {}, &Word::middle);
    std::vector<std::vector<Word>> lines;
    for (const Word& word : words) {
        const bool same =
            !lines.empty() && word.middle() - lines.back().back().middle() < (word.y_max - word.y_min) * 0.45;
        if (!same) lines.emplace_back();
        lines.back().push_back(word);
    }
    std::vector<std::string> texts;
    for (std::vector<Word>& line : lines) {
        std::ranges::sort(line, {}, &Word::x_min);
        texts.emplace_back();
        for (const Word& word : line) texts.back() += without_spaces(word.text);
    }
    return texts;
}

}  // namespace besshi::tests
