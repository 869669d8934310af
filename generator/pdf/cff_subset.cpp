#include "pdf/cff_subset.h"

#include "pdf/sfnt.h"

#include <hb-subset.h>
#include <hb.h>

namespace besshi::pdf {

namespace {

template <class T, void (*destroy)(T*)>
struct Destroy {
    void operator()(T* object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_t, hb_subset_input_destroy>>;

Blob blob_of(Bytes bytes) {
    return Blob(hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                               HB_MEMORY_MODE_READONLY, nullptr, nullptr));
}

/// Where an INDEX ends, and the data of its first object (Adobe Technical Note 5176 §5).
struct Index {
    Bytes first;
    std::size_t end = 0;
};

std::optional<Index> read_index(Bytes cff, std::size_t at) {
    if (at + 3 > cff.size()) return std::nullopt;
    const std::size_t count = u16(cff, at);
    if (count == 0) return Index{{}, at + 2};
    const auto offset_size = static_cast<std::size_t>(cff[at + 2]);
    const std::size_t data = at + 2 + (count + 1) * offset_size;  // offsets count from the byte before the data
    if (offset_size < 1 || offset_size > 4 || data > cff.size()) return std::nullopt;
    const auto offset = [&](std::size_t i) {
        std::size_t value = 0;
        for (std::size_t b = 0; b < offset_size; ++b)
            value = value << 8 | static_cast<std::size_t>(cff[at + 3 + i * offset_size + b]);
        return value;
    };
    const std::size_t begin = data + offset(0), next = data + offset(1), end = data + offset(count);
    if (begin > next || next > cff.size() || end > cff.size()) return std::nullopt;
    return Index{cff.subspan(begin, next - begin), end};
}

struct TopDict {
    bool cid_keyed = false;  ///< has ROS
    std::size_t charset = 0;
};

/// The two operators that matter here (Technical Note 5176 §4 and §9).
std::optional<TopDict> read_top_dict(Bytes dict) {
    constexpr unsigned charset_operator = 15, escape = 12, ros_operator = 30;
    TopDict top;
    std::size_t operand = 0;
    for (std::size_t at = 0; at < dict.size();) {
        const auto b0 = static_cast<unsigned>(dict[at]);
        const auto needs = [&](std::size_t bytes) { return at + bytes <= dict.size(); };
        if (b0 <= 21) {
            if (b0 == charset_operator) top.charset = operand;
            if (b0 == escape && !needs(2)) return std::nullopt;
            if (b0 == escape && static_cast<unsigned>(dict[at + 1]) == ros_operator) top.cid_keyed = true;
            at += b0 == escape ? 2 : 1;
        } else if (b0 == 28) {
            if (!needs(3)) return std::nullopt;
            operand = u16(dict, at + 1);
            at += 3;
        } else if (b0 == 29) {
            if (!needs(5)) return std::nullopt;
            operand = u32(dict, at + 1);
            at += 5;
        } else if (b0 == 30) {
            for (++at; at < dict.size() && (static_cast<unsigned>(dict[at]) & 0x0F) != 0x0F; ++at) {
            }
            ++at;
        } else if (b0 >= 32 && b0 <= 246) {
            operand = b0 - 139;
            at += 1;
        } else {
            if (!needs(2)) return std::nullopt;
            operand = (b0 - 247) * 256 + static_cast<unsigned>(dict[at + 1]) + 108;
            at += 2;
        }
    }
    return top;
}

/// Whether CID and glyph number are the same for every glyph: one range from 1 on (Technical Note 5176 §13).
bool has_identity_cids(Bytes cff, std::size_t glyph_count) {
    if (cff.size() < 4) return false;
    const std::optional<Index> names = read_index(cff, static_cast<std::size_t>(cff[2]));
    if (!names) return false;
    const std::optional<Index> dicts = read_index(cff, names->end);
    if (!dicts) return false;
    const std::optional<TopDict> top = read_top_dict(dicts->first);
    if (!top || !top->cid_keyed || top->charset + 5 > cff.size()) return false;
    constexpr unsigned format_with_long_ranges = 2;
    return static_cast<unsigned>(cff[top->charset]) == format_with_long_ranges && u16(cff, top->charset + 1) == 1 &&
           u16(cff, top->charset + 3) + 2u >= glyph_count;
}

}  // namespace

struct CffFace::Handle {
    Face face;
};

std::optional<CffFace> CffFace::open(Bytes file, int index_in_file) {
    const std::optional<Sfnt> sfnt = Sfnt::open(file, index_in_file);
    if (!sfnt) return std::nullopt;
    // A face without GSUB: hb-subset would add every glyph the layout rules can reach from those asked for.
    Face face(hb_face_builder_create());
    for (const char* tag : {"CFF ", "head", "hhea", "hmtx", "maxp"}) {
        const std::optional<Bytes> table = sfnt->find_table(tag);
        if (!table) return std::nullopt;
        hb_face_builder_add_table(face.get(), HB_TAG(tag[0], tag[1], tag[2], tag[3]), blob_of(*table).get());
    }
    if (!has_identity_cids(*sfnt->find_table("CFF "), hb_face_get_glyph_count(face.get()))) return std::nullopt;
    hb_face_make_immutable(face.get());
    return CffFace(std::make_shared<const Handle>(std::move(face)));
}

std::optional<std::string> subset_cff(const CffFace& face, std::span<const text::GlyphId> glyphs) {
    hb_face_t* const source = face.handle().face.get();
    const unsigned glyph_count = hb_face_get_glyph_count(source);
    const Input input(hb_subset_input_create_or_fail());
    if (!input) return std::nullopt;
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    for (const text::GlyphId glyph : glyphs) {
        if (glyph >= glyph_count) return std::nullopt;
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    }
    const Face subset(hb_subset_or_fail(source, input.get()));
    if (!subset) return std::nullopt;
    const Blob cff(hb_face_reference_table(subset.get(), HB_TAG('C', 'F', 'F', ' ')));
    unsigned length = 0;
    const char* data = hb_blob_get_data(cff.get(), &length);
    if (length == 0) return std::nullopt;
    return std::string(data, length);
}

}  // namespace besshi::pdf
