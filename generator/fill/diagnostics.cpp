#include "fill/diagnostics.h"

#include "fill/fill.h"

#include <array>

namespace besshi::fill {

std::span<const DiagnosticKind> diagnostic_kinds() {
    static constexpr std::array all = {
        kinds::parameter_unknown, kinds::parameter_value, kinds::parameter_text,     kinds::need_missing,
        kinds::need_hole,         kinds::date_missing,    kinds::timetable_hours,    kinds::timetable_step,
        kinds::event_incomplete,  kinds::event_outside,   kinds::event_crowded,      kinds::image_untold,
        kinds::held_back,         kinds::secret_repeated, kinds::withheld_recipient, kinds::withheld_signer,
        kinds::disclosed,
    };
    return all;
}

}  // namespace besshi::fill
