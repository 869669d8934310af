#pragma once

#include "base/base.h"
#include "field/field.h"
#include "form/acceptance.h"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace besshi::form {

enum class Purpose { draft, sign, record, blank, prefilled };
std::optional<Purpose> find_purpose(std::string_view word);
std::string_view to_string(Purpose purpose);

enum class Align { left, center, right, justify, distributed };
enum class VerticalAlign { top, middle, bottom };
enum class Overflow { grow, shrink, narrow, carry_over, note };  ///< `continue` in the file is carry_over here
enum class Stroke { none, hair, thin, dashed, medium };

/// The words of the form language for these, as dumps print them.
std::string_view to_string(Align align);
std::string_view to_string(VerticalAlign align);
std::string_view to_string(Overflow overflow);
std::string_view to_string(Stroke stroke);

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;
    auto operator<=>(const Color&) const = default;
};

/// Absent = left to the block's box.
struct Borders {
    std::optional<Stroke> left, right, top, bottom;
    bool operator==(const Borders&) const = default;
};

/// A style with everything decided; all lengths and sizes as printed at the first size of `[type]`.
struct Style {
    Length size;      ///< type size
    Length min_size;  ///< floor of shrinking
    Family family = Family::gothic;
    Weight weight = Weight::regular;
    Align align = Align::justify;
    VerticalAlign vertical_align = VerticalAlign::top;
    BreakMode break_mode = BreakMode::strict;
    Direction direction = Direction::horizontal;
    bool wrap = true;
    bool underline = false;
    std::vector<Overflow> overflow;  ///< tried in order; `grow` is always last
    std::optional<Color> fill;
    Borders borders;
    int heading = 0;  ///< 1, 2 … for the document outline; 0 = none
    bool operator==(const Style&) const = default;
};

/// `{{path}}`, `{{#path}}` or `{{^path}}` as `load` resolved it. `name` is what stands in the braces.
/// Besides data it may be `param.x`, `document.id`, `document.version`, `words.<enumeration>.<code>`, `time`
/// (labels of a timetable) and, in bands, `page` and `pages`; `field` is null for these.
struct Tag {
    std::string name;
    const field::Field* field = nullptr;
    std::string derived;  ///< `wareki`, `word` …; empty = the value itself
    bool section = false;
};

/// One run of a cell's text: Mustache source, checked at load, and what differs from the cell's style.
struct RunTemplate {
    std::string source;     ///< plain Mustache; partials, lambdas, `{{{`, `{{&` and delimiter changes are refused
    std::vector<Tag> tags;  ///< in order of appearance, closing tags left out
    std::optional<Length> size;
    std::optional<Weight> weight;
    std::optional<bool> underline;
    bool narrow = false;
    std::vector<RunTemplate> reading;  ///< of all that the run prints: none, or the runs of its text
    int line = 0;                      ///< in the form file
    int column = 0;
};

/// By what a paragraph hangs: its second and further lines begin under the end of its lead.
struct Hang {
    bool items = false;              ///< leads of items: ①, ・, 1. …
    std::vector<std::string> leads;  ///< literal ones: （本人）
    bool operator==(const Hang&) const = default;
};

struct TextContent {
    std::vector<RunTemplate> runs;
    Hang hang;
};
struct ChoiceOption {
    std::string code;
    std::string word;
};
/// All options side by side, the chosen ones ringed; a list of codes rings several.
struct ChoiceContent {
    std::string path;
    std::vector<ChoiceOption> options;
    std::string between;
    std::vector<RunTemplate> before, after;  ///< in the same cell around the options
};
struct TickContent {
    std::string path;
    std::string code;
};  ///< ticked if the list at the path has the code, or the boolean there is the code: `true`
struct DigitsContent {
    std::string path;
    int boxes = 0;
};
/// The least field a person or Acrobat can sign in (forms.md §2, type `sign`), and its distance from the borders of
/// its cell, which a signature must not cover. A row grows to the height; the width is the ruler's.
inline constexpr Length least_signature_width{Length::per_mm * 45};
inline constexpr Length least_signature_height{Length::per_mm * 10};
inline constexpr Length signature_inset_x{Length::per_mm * 5 / 10};
inline constexpr Length signature_inset_y{Length::per_mm / 10};

/// The names that mean the same signer on every form, by which a program that signs finds its field.
inline constexpr std::array<std::string_view, 3> signature_names{"guardian_signature", "receipt_signature",
                                                                 "manager_signature"};

/// AcroForm name (Latin), Japanese /TU, what signing locks (`all` or nothing).
struct SignContent {
    std::string field_name;
    std::string tip;
    std::string locks;
};
struct ImageContent {
    std::string path;
    std::string alternative_path;
};
struct EmptyContent {};  ///< left for handwriting
using Content =
    std::variant<TextContent, ChoiceContent, TickContent, DigitsContent, SignContent, ImageContent, EmptyContent>;

enum class CellRole { value, label, blank };  ///< blank: `_`, no borders, nothing in it

/// When a date or a text is left white for the pen.
enum class ByHand { never, when_signing, when_absent };

/// A number, or the parameter of type count that gives it.
struct Count {
    int number = 0;
    std::string parameter;  ///< empty: the number itself
};

/// `if = "param.x"` / `unless = "param.x"`: parameters only, never data.
struct Condition {
    std::string parameter;
    bool wanted = true;
};

/// A named cell of a panel or the cell of a table column.
struct CellTemplate {
    std::string name;  ///< as in the file, of a column from what it prints; empty for `_`
    CellRole role = CellRole::value;
    Content content;
    Style style;
    std::vector<std::string> labels;  ///< of a label: names of the cells it heads
    ByHand by_hand = ByHand::never;
    std::string continued;               ///< appended when the cell is torn by a page break: 「（つづき）」
    std::optional<Condition> condition;  ///< not met: the place stays, with nothing in it
    int line = 0, column = 0;
};

/// One cell's place in a panel line, in ruler columns.
struct LineCell {
    std::string name;  ///< empty: `_`
    int span = 1;
    int repeat = 0;  ///< 0: printed once; else element number 1 … of the panel's `each`
};

struct PanelLine {
    Length min_height;
    std::vector<LineCell> cells;  ///< spans add up to the ruler; a name that stands again in the next line merges
    std::optional<Condition> condition;
    std::optional<Stroke> bottom;
};

/// `each = { day = "hours.days", count = 7 }`; `field` is the element (`hours.days{}`), not the list.
struct Each {
    std::string as;
    std::string path;
    const field::Field* field = nullptr;
    int count = 0;
};

struct Box {
    Stroke outer = Stroke::none;
    Stroke inner = Stroke::none;
};
enum class Keep { none, next, previous };

/// `repeat = "plan.goals"`, `as = "goal"`: the panel is printed once for each element.
struct Repeat {
    std::string as;
    std::string path;
    const field::Field* field = nullptr;  ///< the list or fixed-key map
    Count min;                            ///< printed at least so often
};

struct Panel {
    std::optional<Repeat> repeat;
    std::vector<PanelLine> lines;
    std::map<std::string, CellTemplate> cells;
    std::optional<Each> each;
};

struct ColumnGroup {
    std::string name;
    CellTemplate heading;
};

struct TableColumn {
    int span = 1;
    std::optional<CellTemplate> heading;  ///< absent: the height goes to the group
    std::string group;
    std::vector<CellTemplate> cells;  ///< one (merged over the record's lines) or `row_lines`
    bool merge_equal = false;         ///< equal neighbours become one cell
    std::optional<Stroke> between;    ///< between the lines of one record
};

/// A label left of a table, over its headings and all its rows.
struct TableLead {
    int span = 1;
    CellTemplate cell;
};

struct Table {
    std::string rows_path;
    const field::Field* rows_field = nullptr;  ///< the list, or the fixed-key map whose keys are the rows
    std::string as;
    int row_lines = 1;
    int across = 1;  ///< records side by side; each has all the columns
    Length heading_min, row_min;
    Count min_rows;  ///< lines of records, with `across` too
    bool repeat_heading = true;
    std::optional<TableLead> lead;
    std::vector<TableColumn> columns;  ///< of one record
    std::vector<ColumnGroup> groups;
};

struct TimetableSide {
    int span = 1;
    int from = 0, to = 0;  ///< minutes
    CellTemplate heading, cell;
};

struct Timetable {
    std::string events_path;
    std::string as;
    std::string from_parameter, to_parameter;  ///< parameters of type time
    Count step{30, {}};                        ///< minutes per grid row; the number beside a parameter is its default
    Length row_height, heading_min;            ///< row_height: at `step.number`; others are in proportion
    CellTemplate event;
    int time_span = 1;
    int label_every = 120, label_first = 360;  ///< minutes
    CellTemplate time_label;
    int day_span = 1;
    std::vector<CellTemplate> day_headings;
    std::vector<TimetableSide> sides;
};

struct Block {
    std::string name;
    Length gap;  ///< white space above it
    Keep keep = Keep::none;
    bool break_before = false;
    Box box;
    std::optional<Condition> condition;
    std::variant<Panel, Table, Timetable> body;
    int line = 0;
};

struct Parameter {
    enum class Type { text, boolean, count, time };
    std::string name;
    Type type = Type::text;
    std::string default_value;  ///< `true`/`false`, digits, `HH:MM`
    std::map<Purpose, std::string> by_purpose;
    std::vector<std::string> choices;
    std::vector<std::string> proves_delivery;  ///< consent sentences that prove the delivery to the guardian
    int line = 0;
};

/// A line at the head or foot of the page. In purpose `sign` it stands on every page.
struct Band {
    int from_page = 1;
    int if_pages = 1;  ///< only in documents of at least so many pages
    std::optional<CellTemplate> left, center, right;
};

struct PageSetup {
    Length width, height;  ///< of the paper as it lies
    Length top, right, bottom, left;
    bool center_vertically = false;
    Band header, footer;
    Length header_at, footer_at;  ///< from the edge of the paper to the band
};

enum class RulerAlign { left, center };

struct Fit {
    std::vector<Length> sizes;
    int pages = 0;
};  ///< first size that keeps to `pages`, else the last

/// `hours` → `support_plan.hours_tables`. `path` is as in the file; `field` is what the name stands for: of
/// `for_each` the element `support_plan.hours_tables[]`, of `bind` the field itself.
struct Binding {
    std::string as;
    std::string path;
    const field::Field* field = nullptr;
};

/// One document id of a form: F13, F15 and F17 are three documents of one form.
struct DocumentId {
    std::string id;
    std::string number;  ///< F13
    std::string title;
    std::vector<Binding> bind;
    std::map<std::string, std::string> parameters;
};

/// The words a form prints in place of the field table's: enumeration → code → printed word.
using Words = std::map<std::string, std::map<std::string, std::string>>;

/// The word printed for a code: the form's own, else the field table's.
std::string_view printed_word(const Words& words, const field::Enumeration& enumeration, const field::Code& code);

/// One document of one revision of one form, resolved: every `{{path}}` is in the field table, lines
/// add up to the ruler, merges are rectangles, styles exist. Keeps pointers into the `field::Table`.
struct FormDefinition {
    std::string form;  ///< support-plan
    DocumentId document;
    std::string revision;  ///< 2024-05-17
    Date in_force;
    std::optional<Date> accepted_until;
    std::string notice;
    std::string file;    ///< as named in messages
    std::string sha256;  ///< of the file
    std::string dated;   ///< path of the form's date
    std::string sheet;   ///< worksheet name
    PageSetup page;
    std::vector<Length> ruler;
    RulerAlign ruler_align = RulerAlign::left;
    Fit fit;  ///< sizes[0] is the body size
    Length min_size;
    std::optional<Binding> for_each;
    std::map<std::string, Parameter> parameters;
    Words words;
    std::optional<Condition> readings;                  ///< not met: the form's own words are printed without theirs
    std::map<Purpose, std::vector<std::string>> needs;  ///< paths without which the purpose has holes
    std::vector<std::string> prefilled;                 ///< paths (and all below them) that purpose `prefilled` prints
    std::vector<Acceptance> accepted;                   ///< strains `forms lint` does not report
    std::vector<Block> blocks;
};

}  // namespace besshi::form
