#include "cycle/diagnostics.h"

#include "cycle/cycle.h"

namespace besshi::cycle {

std::span<const DiagnosticKind> diagnostic_kinds() {
    using namespace kinds;
    static constexpr DiagnosticKind all[] = {
        no_period,       odd_period,       no_consent,       not_monitored,
        text_kept,       certificate_ends, new_school_year,  nothing_to_start_from,
        already_written, not_csv,          open_quote,       text_behind_quote,
        too_many_cells,  no_lines,         no_name_column,   unknown_column,
        repeated_column, line_not_there,   number_not_there, no_name,
        bad_number,      repeated_number,  bad_date,         bad_period,
        bad_amount,      bad_word,         bad_kana,         spoiled_digits,
        unknown_office,
    };
    return all;
}

}  // namespace besshi::cycle
