#include "draw/text_check.h"
#include "draw/diagnostics.h"

#include <fmt/format.h>

namespace besshi::draw {

namespace {

/// Text by what it belongs to: logical nodes, and per page what is no part of the logical document.
struct Texts {
    std::vector<std::string> nodes, artifacts;
};

Texts printed(const DrawList& list) {
    Texts texts{std::vector<std::string>(list.nodes.size()), std::vector<std::string>(list.pages.size())};
    for (std::size_t p = 0; p < list.pages.size(); ++p) {
        for (const Mark& mark : list.pages[p].marks) {
            const auto* run = std::get_if<GlyphRun>(&mark.shape);
            if (!run) continue;
            std::string& text = mark.node.is_artifact() ? texts.artifacts[p] : texts.nodes[mark.node.index];
            for (const Glyph& glyph : run->glyphs)
                text.append(run->text, glyph.text_begin, glyph.text_end - glyph.text_begin);
        }
    }
    return texts;
}

std::string text_of(const layout::MeasuredCell& cell) {
    std::string text;
    for (const text::PlacedGlyph& glyph : cell.text.glyphs) {
        text.append(cell.runs[glyph.run].text, glyph.begin, glyph.end - glyph.begin);
    }
    return text;
}

Diagnostic lost(std::string_view name, const Origin& origin, std::string_view expected, std::string_view actual) {
    return diagnose(
        kinds::text_lost, origin,
        {name, fmt::format("{}", base::count_characters(expected)), fmt::format("{}", base::count_characters(actual))});
}

}  // namespace

Diagnostics check_text(const DrawList& list, const layout::PagedForm& paged) {
    return check_text(list, paged, logical_tree(paged.form).cells);
}

Diagnostics check_text(const DrawList& list, const layout::PagedForm& paged, const FormNodes& nodes) {
    Texts expected{std::vector<std::string>(list.nodes.size()), std::vector<std::string>(paged.pages.size())};
    for (std::size_t p = 0; p < paged.pages.size(); ++p) {
        const layout::Page& page = paged.pages[p];
        for (const layout::PlacedCell& cell : page.cells) {
            const NodeId node = nodes.of(page, cell).text;
            const bool is_artifact = cell.repeated || node.is_artifact();
            (is_artifact ? expected.artifacts[p] : expected.nodes[node.index]) += placed_text(paged, page, cell);
        }
        for (const layout::PlacedBand& band : page.bands) expected.artifacts[p] += text_of(band.text);
    }

    const Texts actual = printed(list);
    Diagnostics faults;
    for (std::size_t n = 0; n < expected.nodes.size(); ++n) {
        if (expected.nodes[n] == actual.nodes[n]) continue;
        faults.push_back(lost(list.nodes[n].cell, list.nodes[n].origin, expected.nodes[n], actual.nodes[n]));
    }
    for (std::size_t p = 0; p < expected.artifacts.size(); ++p) {
        if (p < actual.artifacts.size() && expected.artifacts[p] == actual.artifacts[p]) continue;
        const std::string_view found = p < actual.artifacts.size() ? actual.artifacts[p] : std::string_view();
        faults.push_back(lost(fmt::format("{}ページ目の柱と見出し", p + 1), {}, expected.artifacts[p], found));
    }
    return faults;
}

}  // namespace besshi::draw
