#pragma once

#include "base/base.h"
#include "field/field.h"
#include "plan/plan.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the next step of a case starts from: a new case from a line of the roster, the next plan from the
/// last, a monitoring sheet from the plan in force; and how two versions of a case differ. Everything else of a case
/// keeps its text and its place.
namespace besshi::cycle {

/// A case and its office, as their files have them.
struct CaseFiles {
    plan::Source case_json;
    std::optional<plan::Source> office_toml;
};

enum class ChangeKind {
    moved,    ///< dates that went on
    emptied,  ///< to be written anew
    copied,   ///< taken from another place of the case
    marked,   ///< a fact that has to be asked again: 要確認
};

/// One thing that differs from the case before.
struct Change {
    ChangeKind kind;
    std::string pointer;  ///< RFC 6901, in the new case
    std::string label;    ///< with the block it stands in: 個別支援計画：同意日
    std::string dates;    ///< the dates it came to, or the day it was last confirmed; never another value
};

/// A case file made from another, checked to be readable.
struct NextCase {
    std::string json;
    std::string name_part;  ///< what tells its file from that of the old case: `2026-04`, `monitoring`
    std::vector<Change> changes;
    Diagnostics notes;  ///< what a person has to look at; dates only, no names
};

/// The case of the next plan. Periods go on to the day after the old ones, as many months long; dates of
/// writing, meeting, explaining, signing and delivering are emptied; `previous_consented_on` is the old
/// consent; the next actions of the monitoring stand beside their rows; health facts and emergency contacts
/// are marked 要確認. All faults of the old case, or that it has no period.
Result<NextCase> renew(const field::Table& table, const CaseFiles& old);

/// Sheets that are laid out from a plan.
enum class Sheet {
    monitoring,      ///< `office_monitoring`, from `support_plan`
    use_plan,        ///< `use_plan`, from `use_plan_draft`
    use_monitoring,  ///< `use_plan_monitoring`, from `use_plan`
};

/// What happens to a sheet that is already written.
enum class Written { keep, replace };

/// The case with `sheet` laid out for writing: what the plan says is copied in its order, the rest is there
/// with empty values. A written sheet is a fault unless it may be replaced; a monitoring sheet of an earlier
/// plan gives way by itself.
Result<NextCase> start(const field::Table& table, const CaseFiles& files, Sheet sheet, Written written);

/// One thing in which a version of a case differs from an earlier one.
struct Difference {
    enum class Kind {
        changed,
        added,        ///< a value where there was none
        removed,      ///< a value
        row_added,    ///< a row of a list, or a whole block
        row_removed,  ///< likewise
        moved,        ///< rows of a list stand in another order
    };
    Kind kind;
    std::string pointer;        ///< RFC 6901, in the later case; of what is gone in the earlier
    std::string place;          ///< in the labels of the field table: 本人支援 支援内容１の「支援目標」
    std::string before, after;  ///< in words; of a row that came or went its first text
};

enum class Extent {
    plan,       ///< what is planned, without the days and people of its making
    everything  ///< of the case
};

/// How `after` differs from `before`, in the order of the field table; a row is the same row as long as its heading
/// and much of its text are. Faults of both cases.
Result<std::vector<Difference>> describe_changes(const field::Table& table, const CaseFiles& before,
                                                 const CaseFiles& after, Extent extent);

/// As the minutes of a meeting (F21 原案からの修正) say it: 本人支援 支援内容１の「支援目標」を「…」から「…」に変更.
std::string to_sentence(const Difference& difference);

/// A list of children (名簿) as a spreadsheet saves it.
struct Roster {
    plan::Source csv;  ///< UTF-8, with or without a byte order mark, or CP932; RFC 4180
    std::optional<plan::Source> office_toml;
    std::set<std::string> taken_numbers;  ///< case numbers the office has already
};

/// Lines of the roster that are wanted, by their place in the file or their case number; all if both are empty.
struct Selection {
    std::set<int> lines;
    std::set<std::string> numbers;
    bool is_all() const { return lines.empty() && numbers.empty(); }
};

enum class Numbering { from_roster, given };

/// A case made from one line of a roster.
struct NewCase {
    std::string number;
    Numbering numbering;
    int line;  ///< in the roster, from 1
    std::string json;
};

struct NewCases {
    std::vector<NewCase> cases;  ///< in the order of the roster
    Diagnostics notes;           ///< columns nobody knows, conversions
};

/// Cases with the facts of the roster and an empty plan to be written. All faults of all wanted lines, each
/// with its line and column; lines without a case number get the next ones in the office's pattern.
Result<NewCases> make_cases(const field::Table& table, const Roster& roster, const Selection& selection);

/// An empty roster with the headings `make_cases` knows, as Excel opens it: byte order mark, CR LF.
std::string roster_template();

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::cycle
