#include "pdf/output_intent.h"

#include "pdf/big_endian.h"
#include "pdf/deflate.h"

#include <array>

namespace besshi::pdf {

namespace {

/// s15Fixed16Number (ISO 15076-1 §4.6).
void append_fixed(std::string& out, double value) {
    append_u32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(value * 65536 + (value < 0 ? -0.5 : 0.5))));
}

/// The head of an element: its type, four bytes reserved.
std::string element(std::string_view type) {
    return std::string(type) + std::string(4, '\0');
}

std::string xyz(double x, double y, double z) {
    std::string out = element("XYZ ");
    for (const double value : {x, y, z}) append_fixed(out, value);
    return out;
}

/// multiLocalizedUnicodeType (§10.13) with one record of ASCII text.
std::string text(std::string_view ascii) {
    constexpr std::uint32_t records = 1, record_size = 12, head_size = 16;
    std::string out = element("mluc");
    append_u32(out, records);
    append_u32(out, record_size);
    out += "enUS";
    append_u32(out, static_cast<std::uint32_t>(2 * ascii.size()));
    append_u32(out, head_size + record_size);
    for (const char c : ascii) append_u16(out, static_cast<unsigned char>(c));
    return out;
}

/// parametricCurveType (§10.16) of function type 3: (aX + b)^g above d, cX below.
std::string srgb_curve() {
    constexpr std::uint32_t function_type = 3;
    std::string out = element("para");
    append_u16(out, function_type);
    append_u16(out, 0);
    for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) append_fixed(out, value);
    return out;
}

/// The way from D65 to the D50 of the profile connection space (Bradford; ISO 15076-1 Annex E).
std::string adaptation() {
    std::string out = element("sf32");
    for (const double value : {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168})
        append_fixed(out, value);
    return out;
}

constexpr std::string_view name = "sRGB IEC61966-2.1";

}  // namespace

std::string srgb_profile() {
    const std::array<std::pair<std::string_view, std::string>, 10> tags{{{"desc", text(name)},
                                                                         {"cprt", text("No copyright")},
                                                                         {"wtpt", xyz(0.9642, 1, 0.8249)},
                                                                         {"chad", adaptation()},
                                                                         {"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
                                                                         {"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
                                                                         {"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
                                                                         {"rTRC", srgb_curve()},
                                                                         {"gTRC", {}},
                                                                         {"bTRC", {}}}};
    constexpr std::size_t header_size = 128, entry_size = 12;
    std::string table, elements;
    append_u32(table, static_cast<std::uint32_t>(tags.size()));
    std::uint32_t offset = 0, length = 0;
    for (const auto& [signature, data] : tags) {
        if (!data.empty()) {  // an empty one shares the element before it
            while (elements.size() % 4 != 0) elements += '\0';
            offset = static_cast<std::uint32_t>(header_size + 4 + entry_size * tags.size() + elements.size());
            length = static_cast<std::uint32_t>(data.size());
            elements += data;
        }
        table += signature;
        append_u32(table, offset);
        append_u32(table, length);
    }
    while (elements.size() % 4 != 0) elements += '\0';

    std::string profile(header_size, '\0');  // §7.2; platform, maker and profile ID are left 0
    put_u32(profile, 0, static_cast<std::uint32_t>(header_size + table.size() + elements.size()));
    put_u32(profile, 8, 0x04200000);  // version 4.2
    profile.replace(12, 12, "mntrRGB XYZ ");
    put_u16(profile, 24, 2026);  // of this table, not of the file
    put_u16(profile, 26, 1);
    put_u16(profile, 28, 1);
    profile.replace(36, 4, "acsp");
    std::string illuminant;
    for (const double value : {0.9642, 1.0, 0.8249}) append_fixed(illuminant, value);
    profile.replace(68, illuminant.size(), illuminant);
    return profile + table + elements;
}

ObjectId add_output_intent(ObjectFile& file) {
    static const std::string profile = deflate(srgb_profile(), Material::text, Size::small);
    const ObjectId stream = file.add_deflated({{"N", "3"}}, profile);
    return file.add({{"Type", "/OutputIntent"},
                     {"S", "/GTS_PDFA1"},
                     {"OutputConditionIdentifier", "(sRGB IEC61966-2.1)"},
                     {"Info", "(sRGB IEC61966-2.1)"},
                     {"DestOutputProfile", reference(stream)}});
}

}  // namespace besshi::pdf
