#include "conformance/operators.h"

#include <unordered_map>

namespace besshi::conformance {

std::optional<Act> find_act(std::string_view op) {
    static const std::unordered_map<std::string_view, Act> acts = [] {
        std::unordered_map<std::string_view, Act> all{
            {"q", Act::save},
            {"Q", Act::restore},
            {"g", Act::set_gray_fill},
            {"G", Act::set_gray_stroke},
            {"rg", Act::set_rgb_fill},
            {"RG", Act::set_rgb_stroke},
            {"k", Act::set_cmyk_fill},
            {"K", Act::set_cmyk_stroke},
            {"cs", Act::set_space_fill},
            {"CS", Act::set_space_stroke},
            {"scn", Act::set_pattern},
            {"SCN", Act::set_pattern},
            {"sh", Act::shade},
            {"Do", Act::draw_object},
            {"BT", Act::begin_text},
            {"ET", Act::end_text},
            {"Tf", Act::set_font},
            {"Tr", Act::set_rendering},
            {"gs", Act::set_state},
            {"ri", Act::set_intent},
            {"BMC", Act::begin_marked},
            {"BDC", Act::begin_marked_with_properties},
            {"EMC", Act::end_marked},
            {"BI", Act::inline_image},
        };
        for (const char* each : {"f", "F", "f*"}) all[each] = Act::fill;
        for (const char* each : {"s", "S"}) all[each] = Act::stroke;
        for (const char* each : {"b", "B", "b*", "B*"}) all[each] = Act::fill_and_stroke;
        for (const char* each : {"Tj", "TJ", "'", "\""}) all[each] = Act::show_text;
        for (const char* each :
             {"BX", "EX", "c",  "cm", "d",  "d0", "d1", "DP", "h",  "i",  "j",  "J",  "l", "m", "M", "MP", "n",
              "re", "sc", "SC", "T*", "Tc", "Td", "TD", "TL", "Tm", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y"})
            all[each] = Act::nothing;
        return all;
    }();
    const auto found = acts.find(op);
    return found == acts.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace besshi::conformance
