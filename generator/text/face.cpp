#include "text/face.h"

#include "text/font_table.h"
#include "text/ligatures.h"
#include "text/shaping_features.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace besshi::text {

namespace {

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 256> buffer{};
    unsigned size = buffer.size();
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, buffer.data());
    return std::string(buffer.data(), size);
}

}  // namespace

struct Face::Handles {
    struct Destroy {
        void operator()(hb_face_t* face) const { hb_face_destroy(face); }
        void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    };
    Blob blob;
    std::unique_ptr<hb_face_t, Destroy> face;
    std::unique_ptr<hb_font_t, Destroy> font;
};

Face::Face(const FaceEntry& entry) : handles_(std::make_unique<Handles>()) {
    handles_->blob.reset(hb_blob_create_from_file_or_fail(entry.file.c_str()));
    if (!handles_->blob) throw std::runtime_error(fmt::format("cannot map font file {}", entry.file.string()));
    handles_->face.reset(hb_face_create(handles_->blob.get(), static_cast<unsigned>(entry.index_in_file)));
    hb_face_t* const face = handles_->face.get();
    if (hb_face_get_glyph_count(face) == 0) throw std::runtime_error(fmt::format("no font in {}", entry.file.string()));
    handles_->font.reset(hb_font_create(face));
    hb_face_make_immutable(face);
    hb_font_make_immutable(handles_->font.get());

    const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
    const Table hhea(face, HB_TAG('h', 'h', 'e', 'a'));
    const Table os2(face, HB_TAG('O', 'S', '/', '2'));
    const Table post(face, HB_TAG('p', 'o', 's', 't'));
    info_.id = entry.id;
    info_.name = entry.name;
    info_.postscript_name = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    info_.package = entry.package;
    info_.version = name_of(face, HB_OT_NAME_ID_VERSION_STRING);
    info_.licence = entry.licence;
    info_.sha256 = entry.sha256;
    info_.file = entry.file;
    info_.index_in_file = entry.index_in_file;
    info_.format = Table(face, HB_TAG('g', 'l', 'y', 'f')).empty() ? OutlineFormat::cff : OutlineFormat::glyf;
    info_.units_per_em = static_cast<int>(hb_face_get_upem(face));
    info_.ascent = hhea.i16(4);
    info_.descent = hhea.i16(6);
    info_.cap_height = os2.u16(0) >= 2 ? os2.i16(88) : info_.ascent;
    info_.italic_angle = post.i16(4);
    for (std::size_t i = 0; i < 4; ++i) info_.bbox[i] = head.i16(36 + 2 * i);
    info_.family = entry.family;
    info_.weight = entry.weight;
    info_.serif = entry.family == Family::mincho;

    read_characters();
    read_advances();
    find_reactions();
}

Face::~Face() = default;

std::span<const std::byte> Face::file_bytes() const {
    unsigned length = 0;
    const char* const data = hb_blob_get_data(handles_->blob.get(), &length);
    return std::as_bytes(std::span(data, length));
}

hb_font_t* Face::font() const {
    return handles_->font.get();
}

void Face::read_characters() {
    page_of_.assign(0x1100, 0);
    glyphs_.assign(256, 0);
    const Set characters(hb_set_create());
    hb_face_collect_unicodes(handles_->face.get(), characters.get());
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters.get(), &c) && c <= 0x10FFFF;) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(handles_->font.get(), c, &glyph)) continue;
        std::uint16_t& page = page_of_[c >> 8];
        if (page == 0) {
            page = static_cast<std::uint16_t>(glyphs_.size() / 256);
            glyphs_.resize(glyphs_.size() + 256, 0);
        }
        glyphs_[std::size_t{page} * 256 + (c & 0xFF)] = static_cast<GlyphId>(glyph);
    }
}

void Face::read_advances() {
    hb_face_t* const face = handles_->face.get();
    const Table hmtx(face, HB_TAG('h', 'm', 't', 'x'));
    const std::size_t measured = Table(face, HB_TAG('h', 'h', 'e', 'a')).u16(34);  // numberOfHMetrics
    advances_.resize(hb_face_get_glyph_count(face));
    for (std::size_t glyph = 0; glyph < advances_.size(); ++glyph) {
        advances_[glyph] = hmtx.u16(4 * std::min(glyph, measured - 1));
    }
}

void Face::find_reactions() {
    reactions_.assign(advances_.size(), Reaction::none);
    const auto mark = [&](const Set& glyphs, Reaction reaction) {
        for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs.get(), &glyph);) {
            if (glyph < reactions_.size()) reactions_[glyph] = std::max(reactions_[glyph], reaction);
        }
    };
    hb_face_t* const face = handles_->face.get();
    for (const hb_tag_t table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
        const Set lookups(hb_set_create());
        hb_ot_layout_collect_lookups(face, table, nullptr, nullptr, default_features.data(), lookups.get());
        for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup);) {
            const Set touched(hb_set_create()), later(hb_set_create());
            hb_ot_layout_lookup_collect_glyphs(face, table, lookup, touched.get(), touched.get(), touched.get(),
                                               nullptr);
            const bool joins = table == HB_OT_TAG_GSUB && collect_later_components(face, lookup, later.get());
            mark(touched, joins ? Reaction::begins : Reaction::any);
            mark(later, Reaction::any);
        }
    }
}

GlyphId Face::variation_glyph(char32_t base, char32_t selector) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_variation_glyph(handles_->font.get(), base, selector, &glyph) ? static_cast<GlyphId>(glyph)
                                                                                     : GlyphId{0};
}

FontSet::State::~State() {
    for (const std::atomic<const Face*>& face : open_faces) delete face.load();
}

const Face& FontSet::State::open(FaceId id) const {
    const std::lock_guard lock(opening);
    std::atomic<const Face*>& slot = open_faces[id.index];
    if (!slot.load()) slot.store(new Face(manifest.faces[id.index]), std::memory_order_release);
    return *slot.load();
}

}  // namespace besshi::text
