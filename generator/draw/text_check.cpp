#include "draw/text_check.h"
#include "draw/diagnostics.h"

#include <fmt/format.h>

namespace besshi::draw {

namespace {

using layout::SetText;

/// Text by what it belongs to: logical nodes, and per page what is no part of the logical document.
struct Texts {
    std::vector<SetText> nodes, artifacts;
};

/// The node of the cell or paragraph that `node` is a part of.
NodeId owner_of(const DrawList& list, NodeId node) {
    const auto is_part = [](Role role) {
        return role == Role::span || role == Role::ruby || role == Role::ruby_base || role == Role::ruby_text;
    };
    while (is_part(list.nodes[node.index].role)) node = list.nodes[node.index].parent;
    return node;
}

Texts printed(const DrawList& list) {
    Texts texts{std::vector<SetText>(list.nodes.size()), std::vector<SetText>(list.pages.size())};
    for (std::size_t p = 0; p < list.pages.size(); ++p) {
        for (const Mark& mark : list.pages[p].marks) {
            const auto* run = std::get_if<GlyphRun>(&mark.shape);
            if (!run) continue;
            SetText& set = mark.node.is_artifact() ? texts.artifacts[p] : texts.nodes[owner_of(list, mark.node).index];
            std::string& text = run->is_reading ? set.readings : set.text;
            for (const Glyph& glyph : run->glyphs)
                text.append(run->text, glyph.text_begin, glyph.text_end - glyph.text_begin);
        }
    }
    return texts;
}

void append(SetText& set, const layout::MeasuredCell& cell) {
    for (const text::PlacedGlyph& glyph : cell.text.glyphs) {
        set.text.append(cell.runs[glyph.run].text, glyph.begin, glyph.end - glyph.begin);
    }
    for (const text::PlacedRuby& ruby : cell.text.rubies) {
        const std::string& reading = cell.runs[ruby.run].rubies[ruby.index].reading;
        for (const text::PlacedGlyph& glyph : ruby.glyphs) {
            set.readings.append(reading, glyph.begin, glyph.end - glyph.begin);
        }
    }
}

Diagnostic lost(std::string_view name, const Origin& origin, const SetText& expected, const SetText& actual) {
    return diagnose(
        kinds::text_lost, origin,
        {name, fmt::format("{}", expected.count_characters()), fmt::format("{}", actual.count_characters())});
}

}  // namespace

Diagnostics check_text(const DrawList& list, const layout::PagedForm& paged) {
    return check_text(list, paged, logical_tree(paged.form).cells);
}

Diagnostics check_text(const DrawList& list, const layout::PagedForm& paged, const FormNodes& nodes) {
    Texts expected{std::vector<SetText>(list.nodes.size()), std::vector<SetText>(paged.pages.size())};
    for (std::size_t p = 0; p < paged.pages.size(); ++p) {
        const layout::Page& page = paged.pages[p];
        for (const layout::PlacedCell& cell : page.cells) {
            const NodeId node = nodes.of(page, cell).text;
            const bool is_artifact = cell.repeated || node.is_artifact();
            SetText& set = is_artifact ? expected.artifacts[p] : expected.nodes[node.index];
            set += {placed_text(paged, page, cell), placed_readings(paged, page, cell)};
        }
        for (const layout::PlacedBand& band : page.bands) append(expected.artifacts[p], band.text);
    }

    const Texts actual = printed(list);
    Diagnostics faults;
    for (std::size_t n = 0; n < expected.nodes.size(); ++n) {
        if (expected.nodes[n] == actual.nodes[n]) continue;
        faults.push_back(lost(list.nodes[n].cell, list.nodes[n].origin, expected.nodes[n], actual.nodes[n]));
    }
    for (std::size_t p = 0; p < expected.artifacts.size(); ++p) {
        if (p < actual.artifacts.size() && expected.artifacts[p] == actual.artifacts[p]) continue;
        const SetText found = p < actual.artifacts.size() ? actual.artifacts[p] : SetText{};
        faults.push_back(lost(fmt::format("{}ページ目の柱と見出し", p + 1), {}, expected.artifacts[p], found));
    }
    return faults;
}

}  // namespace besshi::draw
