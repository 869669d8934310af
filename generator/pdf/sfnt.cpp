#include "pdf/sfnt.h"

namespace besshi::pdf {

namespace {

constexpr std::uint32_t collection_tag = 0x74746366;  // ttcf
constexpr std::size_t record_size = 16;

constexpr std::uint32_t tag_value(std::string_view tag) {
    std::uint32_t value = 0;
    for (const char letter : tag) value = value << 8 | static_cast<unsigned char>(letter);
    return value;
}

}  // namespace

std::optional<Sfnt> Sfnt::open(Bytes file, int index) {
    if (file.size() < 12) return std::nullopt;
    std::size_t directory = 0;
    if (u32(file, 0) == collection_tag) {
        const std::uint32_t faces = u32(file, 8);
        if (index < 0 || static_cast<std::uint32_t>(index) >= faces || faces > (file.size() - 12) / 4)
            return std::nullopt;
        directory = u32(file, 12 + 4 * static_cast<std::size_t>(index));
    } else if (index != 0) {
        return std::nullopt;
    }
    if (directory > file.size() - 12) return std::nullopt;
    const std::size_t records = u16(file, directory + 4) * record_size;
    if (records > file.size() - directory - 12) return std::nullopt;
    return Sfnt(file, file.subspan(directory + 12, records));
}

std::optional<Bytes> Sfnt::find_table(std::string_view tag) const {
    const std::uint32_t wanted = tag_value(tag);
    for (std::size_t record = 0; record < records_.size(); record += record_size) {
        if (u32(records_, record) != wanted) continue;
        const std::size_t offset = u32(records_, record + 8);
        const std::size_t length = u32(records_, record + 12);
        if (offset > file_.size() || length > file_.size() - offset) return std::nullopt;
        return file_.subspan(offset, length);
    }
    return std::nullopt;
}

}  // namespace besshi::pdf
