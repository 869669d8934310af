#pragma once

#include "layout/layout.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// Marks at fixed positions and the logical tree over them. The PDF writer decides nothing.
namespace besshi::draw {

/// Index into DrawList::nodes; `artifact` = not part of the logical document (rules, running heads …).
struct NodeId {
    static constexpr std::uint32_t artifact_index = 0xFFFF'FFFF;
    std::uint32_t index = artifact_index;
    bool is_artifact() const { return index == artifact_index; }
    auto operator<=>(const NodeId&) const = default;
};

/// Why a mark is an artifact (ISO 32000-1 §14.8.2.2.2).
enum class ArtifactKind : std::uint8_t { none, layout, running_head, running_foot, repeated_heading, watermark };

/// How the glyphs of a run stand on the page.
enum class Stance : std::uint8_t {
    level,    ///< side by side on a baseline that runs to the right
    turned,   ///< a level run turned clockwise by a right angle: its baseline runs down
    stacked,  ///< upright, one below the other; the pen is in the middle of the upper edge of each one's em box
};

struct Glyph {
    text::GlyphId glyph = 0;
    Length advance;                              ///< to the next glyph's pen position
    Length dx, dy;                               ///< from the pen along the run and, of none that is stacked, upwards
    std::uint32_t text_begin = 0, text_end = 0;  ///< bytes of GlyphRun::text it stands for
};

/// Glyphs of one face and size on one line. `origin` is the pen position of the first glyph.
struct GlyphRun {
    text::FaceId face;
    Stance stance = Stance::level;
    Length size;
    std::int32_t narrow_permille = 1000;
    Point origin;  ///< y of the baseline, from the top of the page
    form::Color color;
    std::string text;  ///< what the glyphs stand for, in order
    std::vector<Glyph> glyphs;
    bool is_reading = false;  ///< stands over another text
};

struct Rule {  ///< a straight line
    Point from, to;
    Length width;
    form::Stroke stroke = form::Stroke::thin;  ///< dashed or not
    form::Color color;
};
struct Fill {
    Rect rect;
    form::Color color;
};
/// Round a chosen word: half an ellipse at each end, straight between, so that a long word stands clear of it.
struct Ring {
    Rect rect;
    Length end;  ///< half width of the ellipses; `rect.width / 2` makes it one
    Length width;
    std::string alternative;
};
struct PathPoint {
    enum class Op : std::uint8_t { move, line, close } op;
    Point at;
};
struct Path {
    std::vector<PathPoint> points;
    Length width;
    bool filled = false;
    std::string alternative;
};  ///< tick boxes
struct Image {
    Rect rect;
    SharedPicture picture;
    std::string alternative;
};
/// An empty AcroForm signature field.
struct SignatureField {
    Rect rect;
    std::string name;
    std::string tip;
    std::string locks;
};
/// Big grey text across the page (原案), turned counter-clockwise about the centre of the page; the
/// run's origin is where it stood before the turn.
struct Watermark {
    GlyphRun run;
    std::int32_t degrees = 0;
};

using Shape = std::variant<GlyphRun, Rule, Fill, Ring, Path, Image, SignatureField, Watermark>;

struct Mark {
    Shape shape;
    NodeId node;
    ArtifactKind artifact = ArtifactKind::none;
};

struct Page {
    Length width, height;
    std::vector<Mark> marks;  ///< in painting order
};

/// Roles of ISO 32000-1 §14.8.4.
enum class Role : std::uint8_t {
    document,
    section,
    heading1,
    heading2,
    paragraph,
    table,
    table_head,
    table_body,
    table_row,
    header_cell,
    data_cell,
    span,
    ruby,  ///< a `ruby_base` and its `ruby_text` (§14.8.4.4.2)
    ruby_base,
    ruby_text,
    figure,
    form
};

struct Node {
    Role role = Role::paragraph;
    NodeId parent;  ///< artifact_index for the root
    std::vector<NodeId> children;
    std::string cell;  ///< name of the form cell it came from
    Origin origin;
    int row_span = 1, column_span = 1;
    enum class Scope : std::uint8_t { none, row, column, both } scope = Scope::none;  ///< of a header cell
    std::vector<NodeId> headers;  ///< header cells of this data cell
    std::string alternative;      ///< replacement for readers of a figure or form
};

/// One document: its pages and its logical tree. `nodes[0]` is the root; children stand in reading order.
struct DrawList {
    std::string title;  ///< the form's, never a person's name
    std::string language = "ja-JP";
    std::string subject;  ///< form and revision
    std::string document_id;
    std::vector<Page> pages;
    std::vector<Node> nodes;
};

/// Places every line, border, tick and field. Fails (`draw.text.lost`) if the text of the marks is not
/// the text of the pages: a fault of besshi, never of the data.
Result<DrawList> place(const layout::PagedForm& paged, const text::FontSet& fonts);

/// Where the pen begins each line of a placed cell, on its baseline.
std::vector<Point> line_starts(const layout::PagedForm& paged, const layout::Page& page,
                               const layout::PlacedCell& cell);

/// `draw.text.lost` for each cell whose marks do not stand for the text that `paged` places in it, and for
/// each page whose running heads, feet and repetitions differ.
Diagnostics check_text(const DrawList& list, const layout::PagedForm& paged);

/// Mark by mark, lengths in hundredths of a millimetre, then the tree.
std::string dump(const DrawList& list);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::draw
