#pragma once

#include "text/font_set.h"

#include <vector>

/// Fonts, fallback, shaping, line breaking. One line breaker serves PDF and Excel heights.
namespace besshi::text {

/// A piece of text in one style. The bytes must outlive the `ShapedText`.
struct StyledRun {
    std::string_view text;  ///< well-formed UTF-8; `\n` ends a line
    Family family = Family::gothic;
    Weight weight = Weight::regular;
    bool personal_name = false;  ///< one face for all of it; broken only if wider than the line
    const Origin* origin = nullptr;  ///< for diagnostics
};

/// Why a line ended where it did.
enum class BreakReason : std::uint8_t {
    end,          ///< end of the text
    line_feed,    ///< `\n`
    opportunity,  ///< a break ICU and the project's tables allow
    second_rank,  ///< inside a date, a name, a number with its unit: the whole is wider than the line
    emergency,    ///< nothing fitted: between any two grapheme clusters (never before a mark or selector)
};

/// A glyph before its size is known.
struct ShapedGlyph {
    GlyphId glyph = 0;
    FaceId face;
    std::int32_t advance = 0;           ///< font units
    std::int32_t dx = 0, dy = 0;        ///< font units; dy upwards
    std::uint32_t run = 0;
    std::uint32_t begin = 0, end = 0;   ///< bytes of the run's text this glyph stands for; end == begin: none of its own
};

/// What may happen in front of a glyph.
enum class BreakClass : std::uint8_t { none, forbidden, second_rank, allowed, mandatory };

/// Text with faces chosen and glyphs shaped; independent of size and measure.
struct ShapedText {
    std::vector<ShapedGlyph> glyphs;
    std::vector<BreakClass> before;     ///< one per glyph, what may happen in front of it
    std::vector<std::uint32_t> line_feeds;  ///< glyph indexes in front of which `\n` stood, in order, repeated for empty lines
    std::vector<std::uint32_t> item_leads;  ///< per paragraph (text between `\n`): glyphs of its lead ①, ・, 1., （本人） …; 0 = none
};

/// Faces by grapheme cluster before anything is broken, one face for a personal name, variation
/// sequences checked in the cmap. Error `text.glyph.missing` names each character no face has.
Result<ShapedText> shape(const FontSet& fonts, std::span<const StyledRun> runs, BreakMode mode);

/// How a text is set into lines.
struct Measure {
    Length width;                            ///< of the column
    std::span<const Length> run_sizes;       ///< type size per run
    bool wrap = true;                        ///< false: only `\n` ends a line
    enum class Hang { none, item_leads, literal } hang = Hang::none;
    std::string_view hang_lead;              ///< for `literal`: paragraphs that begin with it hang by its width
    std::int32_t narrow_permille = 1000;     ///< 長体: horizontal scale of all glyphs
};

struct PlacedGlyph {
    GlyphId glyph = 0;
    FaceId face;
    std::uint32_t run = 0;
    std::uint32_t begin = 0, end = 0;  ///< as in ShapedGlyph
    Length advance;                    ///< to the next glyph, spacing included
    Length dx, dy;                     ///< of the glyph from the pen; dy upwards
};

struct Line {
    std::uint32_t first_glyph = 0, glyph_count = 0;  ///< into BrokenText::glyphs
    Length indent;                   ///< from the left edge of the column
    Length width;                    ///< of its glyphs, white space at its end not counted
    Length ascent, descent;          ///< of the largest type size on it: 0.88 and 0.12 em (JIS X 4051 body)
    BreakReason reason = BreakReason::end;
};

struct BrokenText {
    std::vector<PlacedGlyph> glyphs;
    std::vector<Line> lines;         ///< at least one, even for empty text
    int emergencies = 0;             ///< lines ended by second_rank or emergency
};

/// Fills lines first fit. Advances are rounded here, once; all sums are exact. A glyph wider than the
/// measure stands alone on its line.
BrokenText break_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure);

/// Width of the widest paragraph if nothing is wrapped.
Length natural_width(const FontSet& fonts, const ShapedText& text, std::span<const Length> run_sizes);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::text
