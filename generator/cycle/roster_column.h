#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The headings a roster may have.
namespace besshi::cycle {

/// How the cells of a column are read.
enum class Reading {
    case_number,
    text,
    date,
    period,     ///< two dates; goes to `from` and `to` of its path
    days,       ///< `15`, `月15日`
    yen,        ///< `4600`, `4,600円`
    word,       ///< the word of a code: `男`, `放課後等デイサービス`
    yes_or_no,  ///< `○`, `はい`, `×`, …
    office,     ///< name or id of a consultation office
    kana,       ///< `みほん　はなこ`; goes to `family_name_kana` and `given_name_kana` of its path
};

struct RosterColumn {
    std::string_view path;  ///< dotted, elements of lists by number; empty for the case number
    Reading reading;
    std::vector<std::string_view> headings;  ///< the first is that of an empty roster

    /// The names of all values this column gives: its path, or what stands below it.
    std::vector<std::string> targets() const;
};

/// In the order of an empty roster.
std::span<const RosterColumn> roster_columns();

/// The column a heading means, whatever its spaces and widths.
const RosterColumn* find_roster_column(std::string_view heading);

}  // namespace besshi::cycle
