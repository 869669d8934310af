#include "plan/diagnostics.h"

#include "plan/plan.h"

namespace besshi::plan {

std::span<const DiagnosticKind> diagnostic_kinds() {
    using namespace kinds;
    static constexpr DiagnosticKind all[] = {
        file_too_large,      not_utf8,           byte_order_mark,   too_deep,          too_many_items,
        json_syntax,         lone_surrogate,     toml_syntax,       more_faults,       more_notes,
        unknown_key,         repeated_key,       derived_key,       office_twice,      not_of_office,
        bad_form_parameter,  bad_document_set,   wrong_type,        not_whole,         number_out_of_range,
        number_unexpected,   bad_date,           bad_month,         bad_time,          bad_digits,
        unknown_code,        period_incomplete,  period_reversed,   list_too_long,     list_unexpected,
        text_too_long,       text_unexpected,    control_character, noncharacter,      line_break,
        line_ends_converted, kana_composed,      digits_converted,  invisible_dropped, image_name,
        image_uri,           image_missing,      image_unsupported, image_broken,      image_too_large,
        image_turned,        dangling_reference, repeated_id,       dated_overlap,
    };
    return all;
}

}  // namespace besshi::plan
