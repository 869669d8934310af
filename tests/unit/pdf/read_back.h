#pragma once

#include "pdf/big_endian.h"

#include <harfbuzz/hb.h>

#include <string>
#include <string_view>

namespace besshi::pdf::tests {

inline std::string_view view(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// HarfBuzz's view of a font: it parses the file anew.
class ReadBack {
public:
    ReadBack(std::string_view file, int index)
        : blob_(hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr,
                               nullptr)),
          face_(hb_face_create(blob_, static_cast<unsigned>(index))),
          font_(hb_font_create(face_)) {}
    ~ReadBack() {
        hb_font_destroy(font_);
        hb_face_destroy(face_);
        hb_blob_destroy(blob_);
    }
    ReadBack(const ReadBack&) = delete;
    ReadBack& operator=(const ReadBack&) = delete;

    unsigned glyph_count() const { return hb_face_get_glyph_count(face_); }
    unsigned units_per_em() const { return hb_face_get_upem(face_); }
    int advance(unsigned glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }

    /// Every step of the glyph's contours with its coordinates.
    std::string outline(unsigned glyph) const {
        hb_draw_funcs_t* pens = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(pens, move_to, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(pens, line_to, nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(pens, quadratic_to, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(pens, cubic_to, nullptr, nullptr);
        std::string drawn;
        hb_font_get_glyph_shape(font_, glyph, pens, &drawn);
        hb_draw_funcs_destroy(pens);
        return drawn;
    }

private:
    static void put(void* out, char step, std::initializer_list<float> coordinates) {
        auto& text = *static_cast<std::string*>(out);
        text += step;
        for (const float coordinate : coordinates) text += std::to_string(coordinate) + ' ';
    }
    static void move_to(hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
        put(out, 'M', {x, y});
    }
    static void line_to(hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
        put(out, 'L', {x, y});
    }
    static void quadratic_to(hb_draw_funcs_t*, void* out, hb_draw_state_t*, float a, float b, float x, float y, void*) {
        put(out, 'Q', {a, b, x, y});
    }
    static void cubic_to(hb_draw_funcs_t*, void* out, hb_draw_state_t*, float a, float b, float c, float d, float x,
                         float y, void*) {
        put(out, 'C', {a, b, c, d, x, y});
    }

    hb_blob_t* blob_;
    hb_face_t* face_;
    hb_font_t* font_;
};

}  // namespace besshi::pdf::tests
