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
    bool personal_name = false;      ///< one face for all of it; broken only if wider than the line
    bool whole = false;              ///< broken only if wider than the line
    const Origin* origin = nullptr;  ///< for diagnostics
    std::span<const Ruby> rubies{};  ///< readings over it, in order; they must outlive the `ShapedText` too
};

/// Of the body of a Japanese character above the baseline; the rest is below (JIS X 4051).
inline constexpr std::int64_t body_ascent_permille = 880;

/// Why a line ended.
enum class BreakReason : std::uint8_t {
    end,          ///< end of the text
    line_feed,    ///< `\n`
    opportunity,  ///< a break ICU and the project's tables allow
    second_rank,  ///< inside a date, a time, a name, a web address: the whole is wider than the line
    emergency,    ///< nothing fitted: between any two grapheme clusters (never before a mark or selector)
};

constexpr bool ends_paragraph(BreakReason reason) {
    return reason == BreakReason::end || reason == BreakReason::line_feed;
}

/// What could not stay whole was torn.
constexpr bool is_break_in_need(BreakReason reason) {
    return reason == BreakReason::second_rank || reason == BreakReason::emergency;
}

/// What the tables of spaces ask of a glyph.
enum class SpaceClass : std::uint8_t;

/// How a glyph stands on its line. Vertical lines are horizontal ones turned clockwise by a right angle: advances and
/// `dx` run down, `dy` to the right, from the baseline of what lies on its side.
enum class Posture : std::uint8_t {
    along,    ///< as the line runs: in vertical lines it lies on its side
    upright,  ///< in vertical lines: its em box stands in the middle of the line, its upper edge `dx` from the pen
    abreast,  ///< in vertical lines: upright, the first of several side by side in one em; its origin is `dx`, `dy`
    beside,   ///< the same, but not the first
};

/// A glyph before its size is known.
struct ShapedGlyph {
    GlyphId glyph = 0;
    FaceId face;
    std::int32_t advance = 0;     ///< font units
    std::int32_t dx = 0, dy = 0;  ///< font units; dy upwards
    std::uint32_t run = 0;
    std::uint32_t begin = 0, end = 0;  ///< bytes of the run's text this glyph stands for; end == begin: none of its own
    bool space = false;                ///< white space at which a line may end: it hangs there
    SpaceClass space_class{};
    Posture posture = Posture::along;
    bool spaced = false;          ///< the tables of spaces put something in front of it, or may take something away
    bool continues_base = false;  ///< no space is added or taken in front of it: one reading stands over both
    /// What a reading hangs over the neighbour, font units; at an end of a line it needs that room itself.
    std::uint16_t hang_before = 0, hang_after = 0;
};

/// A reading before its size is known. Its base has the room it needs.
struct ShapedRuby {
    std::uint32_t run = 0, index = 0;                ///< of the text, of the run's `rubies`
    std::uint32_t first_glyph = 0, glyph_count = 0;  ///< its base
    std::vector<ShapedGlyph> reading;                ///< of half the size; `begin` and `end`: bytes of the reading
    bool is_word = false;                            ///< letters, which are not set apart

    std::uint32_t end_glyph() const { return first_glyph + glyph_count; }
};

/// What may happen in front of a glyph. Higher is better: a line ends at the last place of the best class
/// that fits on it.
enum class BreakClass : std::uint8_t {
    none,           ///< inside a grapheme cluster, or the start of the text: never
    forbidden,      ///< would put a character where JLREQ §3.1.7 to 3.1.9 forbid it; only if nothing else fits
    emergency,      ///< inside a word or a number with its unit, but no rule for line start and line end is broken
    second_rank,    ///< between the parts of a date, a time, a name, a web address
    within_phrase,  ///< BreakMode::phrase: allowed, but a phrase is torn
    allowed,
    mandatory,  ///< after `\n`
};

/// Text with faces chosen and glyphs shaped; independent of size and measure.
struct ShapedText {
    BreakMode mode = BreakMode::strict;
    std::vector<ShapedGlyph> glyphs;
    std::vector<BreakClass> before;             ///< one per glyph, what may happen in front of it
    std::vector<std::uint32_t> line_feeds;      ///< glyphs in front of which `\n` stood, repeated for empty lines
    std::vector<std::uint32_t> line_feed_runs;  ///< run of each of these `\n`
    std::vector<std::uint32_t> item_leads;  ///< glyphs of the lead ①, ・, 1., （本人） … of each paragraph; 0 = none
    std::vector<std::string_view> run_texts;
    std::vector<ShapedRuby> rubies;  ///< in the order of their bases
    Diagnostics findings;            ///< warnings: variation sequence without a glyph, name in two faces
};

/// Faces by grapheme cluster before anything is broken, one face for a word in letters and for a personal
/// name, variation sequences checked in the cmap. Every byte of a run but `\n` belongs to exactly one glyph.
/// A tab is one em of space, U+00A0 a space; invisible characters (U+2060 …) belong to the glyph before them.
/// For vertical lines one or two half-width digits or letters are one upright character (縦中横), longer words lie.
/// Readings are shaped with their bases.
/// Errors `text.glyph.missing` and `text.character.private`, once for each character that no face has.
Result<ShapedText> shape(const FontSet& fonts, std::span<const StyledRun> runs, BreakMode mode,
                         Direction direction = Direction::horizontal);

/// Whether lines are set to the same width (JLREQ §3.8).
enum class Adjustment : std::uint8_t {
    none,        ///< natural spaces
    justify,     ///< lines that end inside a paragraph fill the measure's whole ems, as far as the tables allow
    distribute,  ///< 均等割付: every line fills the measure, the same is added between any two characters
};

/// Columns of fewer ems are never justified: there are too few places to give or take from (JLREQ §3.8).
inline constexpr std::int64_t least_justified_ems = 10;

/// How a text is set into lines.
struct Measure {
    Length width;                          ///< of the column
    std::span<const Length> run_sizes;     ///< type size per run
    bool wrap = true;                      ///< false: only `\n` ends a line
    bool item_leads = false;               ///< paragraphs that begin like an item (①, ・, 1. …) hang by that lead
    std::span<const std::string> leads{};  ///< paragraphs that begin with one of these hang by the longest of them
    std::int32_t narrow_permille = 1000;   ///< 長体: horizontal scale of all glyphs
    Adjustment adjustment = Adjustment::none;
};

struct PlacedGlyph {
    GlyphId glyph = 0;
    FaceId face;
    std::uint32_t run = 0;
    std::uint32_t begin = 0, end = 0;  ///< as in ShapedGlyph
    Length advance;                    ///< to the next glyph, all spaces included; 0 for white space a line ends at
    Length dx, dy;                     ///< of the glyph from the pen; dy upwards
    Posture posture = Posture::along;
};

/// A reading in half the size of its run (JLREQ §3.3.3), its em boxes upon those of its base. Of a base that is wider
/// than a line, the part on one line with its part of the reading.
struct PlacedRuby {
    std::uint32_t run = 0, index = 0;                ///< as in ShapedRuby
    std::uint32_t first_glyph = 0, glyph_count = 0;  ///< into BrokenText::glyphs
    Length x;                                        ///< of its pen from that of the first glyph of the base
    std::vector<PlacedGlyph> glyphs;                 ///< `begin` and `end`: bytes of the reading
};

/// The type size of a reading.
constexpr Length reading_size(Length base) {
    return base / 2;
}

struct Line {
    std::uint32_t first_glyph = 0, glyph_count = 0;  ///< into BrokenText::glyphs
    std::uint32_t text_begin = 0;  ///< the glyph behind the lead a paragraph hangs by: no space before it is adjusted
    Length indent;                 ///< from the left edge of the column
    Length width;                  ///< as set, without the white space and the blank half of a mark at its end
    Length space;                  ///< what of that white space has room; less than 0 is none
    Length adjusted;               ///< by how much line adjustment made it wider (less than 0: narrower)
    Length ascent, descent;        ///< of the largest type size on it: 0.88 and 0.12 em (JIS X 4051 body)
    BreakReason reason = BreakReason::end;
    /// What may happen where the line was full; if not `allowed`, that moved the break back.
    BreakClass at_full = BreakClass::allowed;
};

struct BrokenText {
    std::vector<PlacedGlyph> glyphs;
    std::vector<Line> lines;         ///< at least one, even for empty text
    std::vector<PlacedRuby> rubies;  ///< line by line
    int emergencies = 0;             ///< lines ended by second_rank or emergency
};

/// Fills lines first fit; a justified line rather takes one more character by reducing spaces than to be widened
/// (JLREQ §3.8.2), a line of BreakMode::phrase is broken so that all lines of its paragraph are alike. Spaces between
/// characters are those of JLREQ Table 1, by advance. Advances are rounded here, once; all sums are exact. A glyph
/// wider than the measure stands alone on its line.
BrokenText break_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure);

/// The same in two steps, for who tries several measures and keeps one: the lines without `BrokenText::glyphs` and
/// before line adjustment; then the glyphs of lines found with the same measure. The second step may let lines of a
/// justified paragraph end elsewhere, so that adjustment has less to do; there are as many of them as before.
BrokenText find_lines(const FontSet& fonts, const ShapedText& text, const Measure& measure);
void place_glyphs(const FontSet& fonts, const ShapedText& text, const Measure& measure, BrokenText& broken);

/// How wide the glyphs of a paragraph are in one type size, white space left out, in 1/65536 em: a bound for who wants
/// to know how many lines it takes at the least. At each end of a line up to half an em more may stand.
struct ParagraphWidth {
    static constexpr std::int64_t em = 1 << 16;
    std::int64_t natural = 0;
    std::int64_t reducible = 0;  ///< what justifying may take from the spaces
    std::int64_t widest = 0;     ///< of what no line parts, white space behind it too
    std::int64_t lead = 0;       ///< of the item lead that it may hang by, without the blank parts of its marks
    std::int64_t glyphs = 0;     ///< each may be rounded by half a unit, and so may the space before it
};

/// One per paragraph.
std::vector<ParagraphWidth> paragraph_widths(const FontSet& fonts, const ShapedText& text);

/// Width of the widest paragraph if nothing is wrapped, white space at its end not counted.
Length natural_width(const FontSet& fonts, const ShapedText& text, std::span<const Length> run_sizes);

/// The bytes that a line's glyphs stand for, in order.
std::string line_text(const ShapedText& text, const BrokenText& broken, const Line& line);

/// A line of text per line: reason, indent and width in hundredths of a millimetre, text.
std::string dump(const ShapedText& text, const BrokenText& broken);

/// How much a face can print, by its own cmap.
struct Coverage {
    std::size_t characters = 0;
    std::size_t variation_sequences = 0;
};
Coverage coverage(const FontSet& fonts, FaceId face);

/// ICU and HarfBuzz.
std::vector<base::Library> libraries();

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::text
