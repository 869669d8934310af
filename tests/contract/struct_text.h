#pragma once

#include "contract/pdf_words.h"
#include "contract/readings.h"
#include "layout/layout.h"

#include <map>
#include <tuple>

/// The text a screen reader speaks, and what it should speak.
namespace besshi::tests {

/// The content of poppler's structure tree, in order, without white space. A content stands in `"…"`, may hold line
/// feeds and quotation marks itself, and is followed by an indented line.
inline std::string struct_text(const std::filesystem::path& pdf) {
    const std::string tree = run("pdfinfo -struct-text " + pdf.string()).out;
    std::string text;
    for (std::size_t at = tree.find("\n "); at != std::string::npos; at = tree.find("\n ", at)) {
        const std::size_t begin = tree.find_first_not_of(' ', at + 1);
        at = begin;
        if (begin == std::string::npos || tree[begin] != '"') continue;
        std::size_t end = std::min(tree.find("\"\n ", begin + 1), tree.size());
        if (end == tree.size()) end = tree.rfind("\"\n");
        text.append(tree, begin + 1, end - begin - 1);
        at = end;
    }
    return without_spaces(text);
}

/// The texts of the form's own cells, block by block, row by row and from left to right, without white space. What
/// is repeated on a later page is read once.
inline std::string form_text(const layout::PagedForm& paged) {
    using Place = std::tuple<std::size_t, std::size_t, int, int>;  // section, grid, row, column
    std::map<Place, std::string> cells;
    for (const layout::Page& page : paged.pages) {
        for (const layout::PlacedCell& placed : page.cells) {
            if (placed.repeated) continue;
            const fill::Cell& cell = paged.form.filled->sections[page.section].grids[placed.grid].cells[placed.cell];
            cells[{page.section, placed.grid, cell.row, cell.column}] +=
                text_with_readings(paged, page, placed, spoken);
        }
    }
    std::string text;
    for (const auto& [place, cell] : cells) text += cell;
    return without_spaces(text);
}

/// Where two texts part, with some characters around.
inline std::string difference(const std::string& expected, const std::string& actual) {
    const std::u32string a = base::to_utf32(expected), b = base::to_utf32(actual);
    const std::size_t at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    const auto around = [&](const std::u32string& text) {
        constexpr std::size_t before = 10, shown = 30;
        const std::size_t begin = std::min(at < before ? 0 : at - before, text.size());
        std::string utf8;
        for (const char32_t c : text.substr(begin, shown)) base::append_utf8(utf8, c);
        return utf8;
    };
    return "form: …" + around(a) + "…\nread: …" + around(b) + "…";
}

}  // namespace besshi::tests
