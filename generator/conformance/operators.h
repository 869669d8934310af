#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace besshi::conformance {

/// What the operators of a content stream do, as far as it is judged here (ISO 32000-1 annex A).
enum class Act : std::uint8_t {
    nothing,
    save,
    restore,
    fill,
    stroke,
    fill_and_stroke,
    set_gray_fill,
    set_gray_stroke,
    set_rgb_fill,
    set_rgb_stroke,
    set_cmyk_fill,
    set_cmyk_stroke,
    set_space_fill,
    set_space_stroke,
    set_pattern,
    shade,
    draw_object,
    begin_text,
    end_text,
    set_font,
    set_rendering,
    show_text,
    set_state,
    set_intent,
    begin_marked,
    begin_marked_with_properties,
    end_marked,
    inline_image,
};

/// None for an operator that ISO 32000-1 does not define.
std::optional<Act> find_act(std::string_view op);

}  // namespace besshi::conformance
