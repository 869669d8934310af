#include "text/ligatures.h"

#include "text/font_table.h"

#include <hb-ot.h>
#include <hb.h>

namespace besshi::text {

namespace {

constexpr std::uint16_t ligature_substitution = 4, extension_substitution = 7;

/// Reads one lookup of GSUB (ISO/IEC 14496-22 §6.3.4.4, LookupType 4 and 7).
class LigatureLookup {
public:
    LigatureLookup(const Table& gsub, std::uint32_t index) : gsub_(gsub) {
        const std::size_t list = gsub.u16(8);  // LookupList
        at_ = list + gsub.u16(list + 2 + 2 * std::size_t{index});
    }

    bool joins_neighbours_only() const {
        const std::uint16_t flags = gsub_.u16(at_ + 2);
        if (flags != 0) return false;
        for (std::size_t i = 0; i < subtable_count(); ++i) {
            if (!is_ligature_subtable(subtable(i))) return false;
        }
        return subtable_count() > 0;
    }

    void collect_later_components(hb_set_t* glyphs) const {
        for (std::size_t i = 0; i < subtable_count(); ++i) collect_of_subtable(inner(subtable(i)), glyphs);
    }

private:
    std::uint16_t type() const { return gsub_.u16(at_); }
    std::size_t subtable_count() const { return gsub_.u16(at_ + 4); }
    std::size_t subtable(std::size_t i) const { return at_ + gsub_.u16(at_ + 6 + 2 * i); }

    bool is_ligature_subtable(std::size_t subtable) const {
        const std::uint16_t inner_type = type() == extension_substitution ? gsub_.u16(subtable + 2) : type();
        return inner_type == ligature_substitution;
    }

    /// The subtable an extension stands for.
    std::size_t inner(std::size_t subtable) const {
        return type() == extension_substitution ? subtable + gsub_.u32(subtable + 4) : subtable;
    }

    void collect_of_subtable(std::size_t subtable, hb_set_t* glyphs) const {
        for (std::size_t s = 0; s < gsub_.u16(subtable + 4); ++s) {
            const std::size_t set = subtable + gsub_.u16(subtable + 6 + 2 * s);
            for (std::size_t l = 0; l < gsub_.u16(set); ++l) {
                const std::size_t ligature = set + gsub_.u16(set + 2 + 2 * l);
                const std::size_t components = gsub_.u16(ligature + 2);
                for (std::size_t c = 1; c < components; ++c) hb_set_add(glyphs, gsub_.u16(ligature + 2 + 2 * c));
            }
        }
    }

    const Table& gsub_;
    std::size_t at_ = 0;
};

}  // namespace

bool collect_later_components(hb_face_t* face, std::uint32_t lookup, hb_set_t* glyphs) {
    const Table gsub(face, HB_OT_TAG_GSUB);
    const LigatureLookup ligatures(gsub, lookup);
    if (!ligatures.joins_neighbours_only()) return false;
    ligatures.collect_later_components(glyphs);
    return true;
}

}  // namespace besshi::text
