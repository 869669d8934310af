#include "text/face.h"
#include "text/text.h"

#include <hb.h>
#include <unicode/uchar.h>
#include <unicode/uvernum.h>

#include <memory>

namespace besshi::text {

namespace {

using UnicodeSet = std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)>;

UnicodeSet new_set() {
    return {hb_set_create(), hb_set_destroy};
}

}  // namespace

Coverage coverage(const FontSet& fonts, FaceId id) {
    hb_face_t* const face = hb_font_get_face(fonts.state().face(id).font());
    const UnicodeSet characters = new_set(), selectors = new_set();
    hb_face_collect_unicodes(face, characters.get());
    hb_face_collect_variation_selectors(face, selectors.get());
    Coverage counted{hb_set_get_population(characters.get()), 0};
    for (hb_codepoint_t selector = HB_SET_VALUE_INVALID; hb_set_next(selectors.get(), &selector);) {
        const UnicodeSet bases = new_set();
        hb_face_collect_variation_unicodes(face, selector, bases.get());
        counted.variation_sequences += hb_set_get_population(bases.get());
    }
    return counted;
}

std::vector<base::Library> libraries() {
    UVersionInfo version;
    u_getVersion(version);
    char icu[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, icu);
    return {{"ICU", icu}, {"HarfBuzz", hb_version_string()}};
}

}  // namespace besshi::text
