#pragma once

#include "form/form.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace besshi::fill {

/// Where the characters of a run come from; the lost-text check counts generated text apart.
enum class TextSource { data, label, generated };

struct Run {
    std::string text;          ///< UTF-8, `\n` = line break
    std::vector<Ruby> rubies;  ///< readings over it
    TextSource source = TextSource::data;
    Origin origin;               ///< pointer into the data and/or line in the form file
    bool personal_name = false;  ///< set in one face, kept whole
    bool whole = false;          ///< a word to choose: kept whole
    // What differs from the cell's style.
    std::optional<Length> size;
    std::optional<Weight> weight;
    std::optional<bool> underline;
    bool narrow = false;
};

struct Text {
    std::vector<Run> runs;
    form::Hang hang;
};

struct Choice {
    struct Option {
        Run run;
        bool chosen = false;
    };
    std::vector<Option> options;
    Run between;
    std::vector<Run> before, after;  ///< around the options
};

struct Tick {
    bool ticked = false;
    Origin origin;
};

/// An empty AcroForm signature field over the place where a person signs with a pen.
struct Signature {
    std::string field_name;
    std::string tip;
    std::string locks;
};

/// A number written one character in each of equal boxes, the last in the last; none = boxes for the pen.
struct Digits {
    Run run;
    int boxes = 1;  ///< at least as many as characters
};

struct Image {
    SharedPicture picture;
    Run alternative;  ///< what a reader speaks in its place, never empty
};

/// Nothing is printed. Where a person is to write at length there are lines to write on.
struct Empty {
    bool ruled = false;
};

using Content = std::variant<Text, Choice, Tick, Signature, Digits, Image, Empty>;

/// An event of a timetable that does not fit its box prints as ①, ② …; the sentence then stands at the
/// end of another cell. Layout numbers the notes it needs in their order.
struct NoteAlternative {
    std::size_t target_cell = 0;  ///< index into the same grid
    std::size_t order = 0;        ///< by weekday and start; boxes of one event have one: one number, one sentence
    std::vector<Run> sentence;    ///< 火 13:00～14:00 訪問看護: without its number
};

/// A text that is carried over to an annex (別紙) if it does not fit its cell.
struct CarryOver {
    std::size_t annex = 0;  ///< index of the annex's grid in the same section
    Run reference;          ///< generated, printed in place of the text: 別紙のとおり, with `annex_number_mark`
};

/// One cell of a grid. Rows and columns count from 0; columns are ruler columns.
struct Cell {
    std::string name;  ///< as in the form file; of a table `rows.3.goal`: block, row from 1, column
    form::CellRole role = form::CellRole::value;
    int row = 0, column = 0, row_span = 1, column_span = 1;
    Content content;
    form::Style style;
    form::Borders borders;            ///< decided: box, style and neighbours resolved; every side set
    std::vector<std::size_t> labels;  ///< of a label: indexes of the cells it heads
    std::optional<Run> continued;     ///< generated （つづき） for the part after a page break
    std::optional<NoteAlternative> note;
    std::optional<CarryOver> carry_over;
    bool is_heading = false;  ///< heads its column if it stands in a heading row (THead), else its row
    Origin origin;
};

struct Row {
    Length min_height;
    int record = -1;       ///< rows of one record are never on two pages unless the record alone is too high
    bool heading = false;  ///< repeated at the top of each page the grid goes on to
};

/// A block ready to be measured.
struct Grid {
    enum class Kind { panel, table, timetable };
    std::string name;
    Kind kind = Kind::panel;
    Length gap;
    form::Keep keep = form::Keep::none;
    bool break_before = false;
    form::Box box;
    std::vector<Row> rows;
    std::vector<Cell> cells;  ///< in reading order; they do not overlap
    int line = 0;             ///< in the form file
    /// Generated 〔週間予定の続き〕, a line of its own before the notes in a cell.
    std::optional<Run> notes_heading;

    /// Of an annex: the cell it is for. It is printed only if layout carries that cell's text over. Its last
    /// cell holds the text; those above it are generated and may have an `annex_number_mark`.
    struct AnnexOf {
        std::size_t grid = 0, cell = 0;
    };
    std::optional<AnnexOf> annex_of;
};

/// One piece of a running head or foot. `{{page}}` and `{{pages}}` are still in it, as these marks.
struct BandText {
    std::vector<Run> runs;
    form::Style style;
};
inline constexpr char32_t page_counter_mark = 0xFDD2;   ///< noncharacter that stands for {{page}}
inline constexpr char32_t pages_counter_mark = 0xFDD3;  ///< … for {{pages}}
inline constexpr char32_t annex_number_mark = 0xFDD4;   ///< … for the number of an annex, none if it is the only one

struct Band {
    int from_page = 1;
    int if_pages = 1;
    std::optional<BandText> left, center, right;
};

/// What is printed once per element of `for_each`: begins a new page, has page numbers of its own.
struct Section {
    std::string sheet_name;   ///< unique in the form, at most 31 UTF-16 units
    std::vector<Grid> grids;  ///< from the top down; annexes are the last
    Band header, footer;
};

/// A form filled with one case. Nobody downstream looks at the case, the form file or a formatter.
struct FilledForm {
    std::string document, number, form, revision, title;
    std::map<std::string, std::string> parameters;  ///< as used, defaults included
    std::optional<bool>
        proves_delivery;  ///< whether the consent sentence printed proves it; nothing if the form has none
    form::Purpose purpose = form::Purpose::record;
    std::string document_id, version;
    std::string watermark;  ///< generated: 原案 across each page in purpose draft, else empty
    form::PageSetup page;
    std::vector<Length> ruler;
    form::RulerAlign ruler_align = form::RulerAlign::left;
    form::Fit fit;
    Length min_size;
    std::vector<Section> sections;
    std::vector<Diagnostic> holes;      ///< what the purpose needs and the case does not have (warning or note)
    std::vector<Diagnostic> disclosed;  ///< what is marked not to be shown or given, and is for the request's reason
};

}  // namespace besshi::fill
