#include "draw/draw.h"
#include "unit/layout/random_form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

namespace besshi::draw::tests {
namespace {

using namespace layout::tests;

struct Drawn {
    layout::PagedForm paged;
    DrawList list;
};

Drawn drawn() {
    layout::PagedForm paged = laid_out(random_form());
    auto list = place(paged, fonts());
    RC_ASSERT(list.has_value());
    return {std::move(paged), std::move(*list)};
}

/// White space at the end of a line hangs and is not counted.
Rect em_box(const GlyphRun& run) {
    Length length, pen;
    for (const Glyph& glyph : run.glyphs) {
        const std::string text = run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
        pen += glyph.advance;
        if (text != " " && text != "　") length = pen;
    }
    switch (run.stance) {
        case Stance::level:
            return {run.origin.x, run.origin.y - scale(run.size, 88, 100), length, run.size};
        case Stance::turned:
            return {run.origin.x - scale(run.size, 12, 100), run.origin.y, run.size, length};
        case Stance::stacked:
            return {run.origin.x - run.size / 2, run.origin.y, run.size, length};
    }
    return {};
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

RC_GTEST_PROP(DrawProperty, MarksStandInACellOfTheirName, ()) {
    const Drawn made = drawn();
    const std::string* const none = nullptr;
    for (std::size_t p = 0; p < made.paged.pages.size(); ++p) {
        const layout::Page& page = made.paged.pages[p];
        const auto& grids = made.paged.form.filled->sections[page.section].grids;
        for (const Mark& mark : made.list.pages[p].marks) {
            const auto* run = std::get_if<GlyphRun>(&mark.shape);
            if (!run || mark.artifact == ArtifactKind::running_head || mark.artifact == ArtifactKind::running_foot)
                continue;
            if (em_box(*run).width == mm(0)) continue;
            const std::string* name = mark.node.is_artifact() ? none : &made.list.nodes[mark.node.index].cell;
            RC_ASSERT(std::ranges::any_of(page.cells, [&](const layout::PlacedCell& cell) {
                return (!name || grids[cell.grid].cells[cell.cell].name == *name) && holds(cell.box, em_box(*run));
            }));
        }
    }
}

RC_GTEST_PROP(DrawProperty, NoTwoRulesLieOnTheSamePlace, ()) {
    const Drawn made = drawn();
    for (const Page& page : made.list.pages) {
        std::map<std::pair<bool, Length>, std::vector<std::pair<Length, Length>>> lines;
        for (const Mark& mark : page.marks) {
            const auto* rule = std::get_if<Rule>(&mark.shape);
            if (!rule || (rule->width != mm(0.1) && rule->width != mm(0.18) && rule->width != mm(0.5))) continue;
            const bool level = rule->from.y == rule->to.y;
            lines[{level, level ? rule->from.y : rule->from.x}].push_back(level ? std::pair(rule->from.x, rule->to.x)
                                                                                : std::pair(rule->from.y, rule->to.y));
        }
        for (auto& [place, extents] : lines) {
            std::ranges::sort(extents);
            for (std::size_t i = 1; i < extents.size(); ++i) RC_ASSERT(extents[i - 1].second <= extents[i].first);
        }
    }
}

RC_GTEST_PROP(DrawProperty, TheTreeIsOneTreeInReadingOrder, ()) {
    const Drawn made = drawn();
    const auto& nodes = made.list.nodes;
    for (std::uint32_t n = 0; n < nodes.size(); ++n) {
        RC_ASSERT((n == 0) == nodes[n].parent.is_artifact());
        for (const NodeId child : nodes[n].children) RC_ASSERT(nodes[child.index].parent.index == n);
        RC_ASSERT(std::is_sorted(nodes[n].children.begin(), nodes[n].children.end()));
    }
    for (const Page& page : made.list.pages) {
        for (const Mark& mark : page.marks) RC_ASSERT(mark.node.is_artifact() == (mark.artifact != ArtifactKind::none));
    }
}

}  // namespace
}  // namespace besshi::draw::tests
