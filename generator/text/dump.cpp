#include "text/text.h"

#include <fmt/format.h>

namespace besshi::text {

namespace {

std::string_view to_string(BreakReason reason) {
    switch (reason) {
        case BreakReason::end:
            return "end";
        case BreakReason::line_feed:
            return "line_feed";
        case BreakReason::opportunity:
            return "opportunity";
        case BreakReason::second_rank:
            return "second_rank";
        case BreakReason::emergency:
            return "emergency";
    }
    return {};
}

}  // namespace

std::string line_text(const ShapedText& text, const BrokenText& broken, const Line& line) {
    std::string bytes;
    for (std::uint32_t i = line.first_glyph; i < line.first_glyph + line.glyph_count; ++i) {
        const PlacedGlyph& glyph = broken.glyphs[i];
        bytes += text.run_texts[glyph.run].substr(glyph.begin, glyph.end - glyph.begin);
    }
    return bytes;
}

std::string dump(const ShapedText& text, const BrokenText& broken) {
    std::string lines;
    for (const Line& line : broken.lines) {
        lines += fmt::format("{:<11} indent {:.2f} width {:.2f} | {}\n", to_string(line.reason), line.indent.mm(),
                             line.width.mm(), line_text(text, broken, line));
    }
    return lines;
}

}  // namespace besshi::text
