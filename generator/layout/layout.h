#pragma once

#include "fill/fill.h"
#include "text/text.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

/// Measuring and paginating. PDF and Excel break at the same rows because both read a `PagedForm`.
namespace besshi::layout {

/// Annexes (別紙) of a section are numbered in reading order of the cells they are for; 0 = no annex.
struct AnnexNumber {
    std::uint32_t number = 0, of = 0;
};

/// The runs of a cell: those of the filled form, or others that layout made.
class Runs {
public:
    Runs() = default;
    /// `filled` must outlive this.
    explicit Runs(std::span<const fill::Run> filled) : filled_(filled) {}
    explicit Runs(std::vector<fill::Run> made) : made_(std::move(made)) {}

    operator std::span<const fill::Run>() const { return made_.empty() ? filled_ : std::span(made_); }
    std::size_t size() const { return made_.empty() ? filled_.size() : made_.size(); }
    bool empty() const { return size() == 0; }
    const fill::Run& operator[](std::size_t i) const { return made_.empty() ? filled_[i] : made_[i]; }

private:
    std::span<const fill::Run> filled_;
    std::vector<fill::Run> made_;
};

/// The body of a cell after measuring. Texts, choices and digits have lines (none if there is nothing to set);
/// ticks, signatures, images and empties have none, their `text_height` is the room they need.
struct MeasuredCell {
    Runs runs;                      ///< what is set, after decisions (a note number, a choice joined …)
    std::vector<Length> run_sizes;  ///< as set, parallel to `runs`
    text::BrokenText text;
    Direction direction = Direction::horizontal;  ///< of its lines; as the style asks only where that has room
    Length measure;                               ///< how long its lines may be
    text::Adjustment adjustment = text::Adjustment::none;
    Length size;                  ///< the largest type size set; the side of a tick box
    Length line_pitch;            ///< distance of baselines
    Length reading_height;        ///< what of it readings take above each line; 0 = there are none
    Length text_height;           ///< of all lines
    Length padding_x, padding_y;  ///< inside the borders
    std::int32_t narrow_permille = 1000;
    std::int32_t shrink_permille = 1000;     ///< size used / size asked
    std::vector<std::uint32_t> chosen_runs;  ///< runs with an ellipse round them (choice)
    std::uint32_t note = 0;                  ///< number printed instead of the text (①), 0 = the text itself
    AnnexNumber annex;                       ///< on which the text stands; the cell says 別紙のとおり
};

struct MeasuredGrid {
    std::vector<MeasuredCell> cells;  ///< parallel to fill::Grid::cells
    std::vector<Length> row_heights;
    AnnexNumber annex;  ///< if it is one; an annex without a number is not needed and stands on no page
};

/// A filled form at one type size. `filled` is what it was measured from.
struct MeasuredForm {
    std::shared_ptr<const fill::FilledForm> filled;
    Length size;                                   ///< chosen from fit.sizes
    std::vector<std::vector<MeasuredGrid>> grids;  ///< [section][grid]
};

enum class PageEnd {
    end_of_section,
    no_room,         ///< the next row did not fit
    kept_with_next,  ///< a row moved on with what must not leave it
    break_before,    ///< the form asks for a new page, or the annexes begin
    row_split,       ///< one row alone is higher than a page
};

/// One row of a grid on a page: an Excel row.
struct PlacedRow {
    std::uint32_t grid = 0, row = 0;
    Length top, height;                           ///< on the page, from its top edge
    bool repeated = false;                        ///< a heading printed again
    bool torn_above = false, torn_below = false;  ///< part of a row that is higher than a page
};

/// One cell (or the part of it) on a page.
struct PlacedCell {
    std::uint32_t grid = 0, cell = 0;
    Rect box;
    std::uint32_t first_row = 0, row_count = 1;    ///< into Page::rows
    std::uint32_t first_line = 0, line_count = 0;  ///< of the MeasuredCell's lines
    bool repeated = false;                         ///< generated repetition: heading, or label torn by the page break
    bool torn_above = false, torn_below = false;
    std::unique_ptr<MeasuredCell> own;  ///< if not null it is set instead of the MeasuredForm's (（つづき）)
};

/// A running head or foot of one page, counters filled in.
struct PlacedBand {
    enum class Place { header_left, header_center, header_right, footer_left, footer_center, footer_right };
    Place place = Place::footer_center;
    Rect box;
    form::Align align = form::Align::left;
    MeasuredCell text;
};

struct Page {
    std::uint32_t section = 0;
    int number = 1, pages_in_section = 1;
    std::vector<PlacedRow> rows;
    std::vector<PlacedCell> cells;  ///< in reading order
    std::vector<PlacedBand> bands;
    PageEnd end = PageEnd::end_of_section;
};

/// Why a text looks as it does: data for `--report` and `--strict`.
struct Decision {
    enum class Kind {
        size_chosen,      ///< for the whole form, from `fit.sizes`; amount: Length units
        shrunk,           ///< amount: permille of the size asked
        narrowed,         ///< amount: permille of the natural width
        grown,            ///< the text made its rows higher; amount: permille of their minimum height
        emergency_break,  ///< a line ended where none may; amount: how often
        noted,            ///< the text stands in another cell of the block; amount: number of the note
        carried_over      ///< the text stands on an annex (別紙); amount: number of the annex
    };
    Kind kind;
    // Of `size_chosen` empty.
    Origin origin;      ///< of the cell: a pointer if its text comes from the data
    std::string cell;   ///< its name
    std::string label;  ///< the form's words that head it, else its name; never data
    std::int64_t amount = 0;
};

/// How a text of the data stands on paper, and for how much more of it the form has room: data for `--report`.
struct Fitting {
    Origin origin;
    std::string cell, label;           ///< as in `Decision`
    std::vector<std::uint32_t> pages;  ///< of the document, from 1; those of its annex too
    Length size_asked, size_used;      ///< the largest type size, at the first of `fit.sizes` and as set
    std::int32_t narrow_permille = 1000;
    std::size_t characters = 0;                            ///< of the cell's text, as a person counts
    std::size_t lines = 0;                                 ///< in the cell as printed
    std::int64_t height_permille = 0, width_permille = 0;  ///< all lines, the widest line / the room inside the cell

    /// Characters that the cell still has room for, less than 0: that it has too many, at `size_asked` and without
    /// making rows higher than the form and the other cells make them. What is free is counted in full-width
    /// characters, what is too much in those that stand there. Nothing where no height binds the text.
    std::optional<std::int64_t> spare;

    std::vector<Decision> decisions;  ///< about this text
};

struct PagedForm {
    MeasuredForm form;
    std::vector<Page> pages;
    std::vector<Decision> decisions;
    Diagnostics findings;             ///< warnings of shaping, cell by cell
    Length ruler_left;                ///< x of the first ruler edge on the page
    std::vector<Length> ruler_edges;  ///< x of every ruler edge on the page, ruler.size() + 1
};

/// Whether the grid is an annex that no text needs.
bool is_left_out(const fill::Grid& grid, const MeasuredGrid& measured);

/// Tries the sizes of `fit` in order, measures and paginates; the first that keeps to its pages (annexes not
/// counted) wins, else the last. Errors: missing glyphs, a page with no room for a single line. The text of all pages
/// is compared with the filled form before it returns (`layout.text.lost` can only be a fault of besshi).
Result<PagedForm> lay_out(fill::FilledForm filled, const text::FontSet& fonts);

/// `layout.text.lost` for each cell whose placed parts, repetitions left out, are not exactly its text in
/// the filled form (line feeds dropped, notes and what is carried over moved to where they stand).
Diagnostics check_text(const PagedForm& paged);

/// The right edge of box `number` (from 1; 0 = the left edge of the first) of `boxes` equal boxes over `width`.
constexpr Length edge_of_boxes(Length width, int number, int boxes) {
    return base::scale(width, number, boxes);
}

/// The lines of a cell that was set in `style`, their glyphs with the spaces of the class tables alone: what line
/// adjustment did to them is the difference.
Result<text::BrokenText> without_adjustment(const MeasuredCell& cell, const form::Style& style,
                                            const text::FontSet& fonts);

/// What is set in a place, line feeds left out.
struct SetText {
    std::string text;
    std::string readings;  ///< over it, in order

    bool operator==(const SetText&) const = default;
    SetText& operator+=(const SetText& other) {
        text += other.text;
        readings += other.readings;
        return *this;
    }
    std::size_t count_characters() const { return base::count_characters(text) + base::count_characters(readings); }
};

/// What is set in a placed cell: its own, or that of the form.
const MeasuredCell& measured_cell(const PagedForm& paged, const Page& page, const PlacedCell& cell);

/// Text of one placed cell: the runs' bytes its lines stand for, line feeds dropped.
std::string placed_text(const PagedForm& paged, const Page& page, const PlacedCell& cell);
/// The readings over it, in order.
std::string placed_readings(const PagedForm& paged, const Page& page, const PlacedCell& cell);

/// Whether a text of the data does not stand as the form asks for it: smaller, narrower, broken, elsewhere.
bool is_adapted(const Decision& decision);

/// The texts of the data that are printed, in reading order, running heads and feet last. The form is shaped and
/// measured again at its first size, which only who asks for a report has to pay for.
Result<std::vector<Fitting>> fittings(const PagedForm& paged, const text::FontSet& fonts);

/// A note for the size chosen and for each decision about a text of the data, in Japanese, without the text.
Diagnostics report(std::span<const Decision> decisions);

/// Page by page, row by row, cell by cell with its lines; lengths in hundredths of a millimetre.
std::string dump(const PagedForm& paged);
std::string dump(const MeasuredForm& measured);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::layout
