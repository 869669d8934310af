#include "form/diagnostics.h"

#include "form/form.h"

#include <array>

namespace besshi::form {

namespace {

constexpr std::array all{
    kinds::file_unreadable,    kinds::file_not_utf8,      kinds::syntax_wide_space, kinds::syntax_quote,
    kinds::syntax_wide_sign,   kinds::syntax_bare_word,   kinds::syntax_twice,      kinds::syntax_braces,
    kinds::syntax_escape,      kinds::syntax_open_quote,  kinds::syntax_comma,      kinds::syntax_value,
    kinds::syntax_equals,      kinds::syntax_end_of_file, kinds::syntax_other,      kinds::key_unknown,
    kinds::key_missing,        kinds::key_conflict,       kinds::value_kind,        kinds::value_word,
    kinds::value_range,        kinds::time_syntax,        kinds::name_twice,        kinds::style_unknown,
    kinds::style_size,         kinds::fit_sizes,          kinds::color_syntax,      kinds::page_margins,
    kinds::ruler_choice,       kinds::ruler_wide,         kinds::line_sum,          kinds::cells_sign,
    kinds::cells_count,        kinds::group_open,         kinds::group_nested,      kinds::group_name,
    kinds::panel_empty,        kinds::cell_undefined,     kinds::cell_unused,       kinds::cell_twice,
    kinds::cell_content,       kinds::cell_no_content,    kinds::run_kind,          kinds::merge_shape,
    kinds::label_of,           kinds::condition_both,     kinds::path_unknown,      kinds::path_kind,
    kinds::code_unknown,       kinds::words_unknown,      kinds::tag_unclosed,      kinds::ruby_malformed,
    kinds::ruby_base,          kinds::tag_stray,          kinds::tag_refused,       kinds::tag_name,
    kinds::tag_dot_outside,    kinds::tag_derived,        kinds::tag_no_text,       kinds::tag_band_only,
    kinds::section_unclosed,   kinds::section_unopened,   kinds::section_crossed,   kinds::text_character,
    kinds::param_unknown,      kinds::param_type,         kinds::sign_small,        kinds::sign_name,
    kinds::sign_twice,         kinds::sheet_name,         kinds::table_lines,       kinds::group_unknown,
    kinds::group_apart,        kinds::timetable_days,     kinds::timetable_side,    kinds::timetable_side_span,
    kinds::timetable_labels,   kinds::for_each_one,       kinds::catalogue_folder,  kinds::catalogue_twice,
    kinds::document_unknown,   kinds::revision_unknown,   kinds::released_changed,  kinds::released_missing,
    kinds::released_entry,     kinds::set_empty,          kinds::set_unknown,       kinds::catalogue_number,
    kinds::annex_without_band,
};

}  // namespace

std::span<const DiagnosticKind> diagnostic_kinds() {
    return all;
}

}  // namespace besshi::form
