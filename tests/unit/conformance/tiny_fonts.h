#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// The smallest font programs that a reader must understand.
namespace besshi::tests {

inline std::string big_endian(std::uint32_t value, int size) {
    std::string bytes;
    for (int i = size - 1; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

/// TrueType with three glyphs of 1000 units an em: .notdef 500, glyph 1 of 1000, glyph 2 of 600.
inline std::string tiny_true_type() {
    const std::string glyf(24, '\0');
    std::string loca, hmtx;
    for (const std::uint32_t half_offset : {0u, 0u, 6u, 12u}) loca += big_endian(half_offset, 2);
    for (const std::uint32_t advance : {500u, 1000u, 600u}) hmtx += big_endian(advance, 2) + big_endian(0, 2);
    std::string head(54, '\0'), hhea(36, '\0'), maxp(6, '\0');
    head.replace(18, 2, big_endian(1000, 2));
    hhea.replace(34, 2, big_endian(3, 2));
    maxp.replace(4, 2, big_endian(3, 2));
    const std::vector<std::pair<std::string, std::string>> tables{{"glyf", glyf}, {"head", head}, {"hhea", hhea},
                                                                  {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}};
    std::string directory = big_endian(0x00010000, 4) + big_endian(6, 2) + std::string(6, '\0'), data;
    const std::size_t begin = 12 + tables.size() * 16;
    for (const auto& [tag, table] : tables) {
        directory += tag + big_endian(0, 4) + big_endian(static_cast<std::uint32_t>(begin + data.size()), 4) +
                     big_endian(static_cast<std::uint32_t>(table.size()), 4);
        data += table;
    }
    return directory + data;
}

inline std::string cff_index(const std::vector<std::string>& objects) {
    std::string index = big_endian(static_cast<std::uint32_t>(objects.size()), 2);
    if (objects.empty()) return index;
    index += '\x02';
    std::uint32_t end = 1;
    index += big_endian(end, 2);
    for (const std::string& object : objects) index += big_endian(end += static_cast<std::uint32_t>(object.size()), 2);
    for (const std::string& object : objects) index += object;
    return index;
}

/// CID-keyed CFF with two glyphs: CID 0 of 500, CID 7 of 600 (its width stands behind a subroutine call).
inline std::string tiny_cff(const std::vector<std::string>& subroutines = {"\x1C\x02\x58\x0B"}) {
    const auto number = [](std::uint32_t value) { return '\x1D' + big_endian(value, 4); };
    const auto short_number = [](std::uint32_t value) { return '\x1C' + big_endian(value, 2); };
    const std::string header("\x01\x00\x04\x02", 4);
    const std::string names = cff_index({"Tiny"}), strings = cff_index({"Adobe", "Identity"});
    const std::string global = cff_index(subroutines);
    const std::string charstrings = cff_index({"\x0E", short_number(static_cast<std::uint32_t>(-107)) + "\x1D\x0E"});
    const std::string charset = '\x00' + big_endian(7, 2);
    const std::string fd_select("\x00\x00\x00", 3);
    const std::string private_part = number(500) + '\x14';  // defaultWidthX
    const auto top = [&](std::uint32_t charset_at, std::uint32_t select_at, std::uint32_t strings_at,
                         std::uint32_t fonts_at) {
        return number(391) + number(392) + number(0) + "\x0C\x1E" + number(charset_at) + '\x0F' + number(strings_at) +
               '\x11' + number(fonts_at) + "\x0C\x24" + number(select_at) + "\x0C\x25";
    };
    const auto size = [](const std::string& text) { return static_cast<std::uint32_t>(text.size()); };
    const std::uint32_t charset_at =
        size(header) + size(names) + size(cff_index({top(0, 0, 0, 0)})) + size(strings) + size(global);
    const std::uint32_t select_at = charset_at + size(charset), strings_at = select_at + size(fd_select),
                        private_at = strings_at + size(charstrings), fonts_at = private_at + size(private_part);
    const std::string fonts = cff_index({number(size(private_part)) + number(private_at) + '\x12'});
    return header + names + cff_index({top(charset_at, select_at, strings_at, fonts_at)}) + strings + global + charset +
           fd_select + charstrings + private_part + fonts;
}

/// The header of an ICC profile for a monitor; `space` has four letters.
inline std::string tiny_icc(const std::string& space) {
    std::string profile(132, '\0');
    profile.replace(0, 4, big_endian(132, 4));
    profile[8] = 2;
    profile.replace(12, 4, "mntr");
    profile.replace(16, 4, space);
    profile.replace(20, 4, "XYZ ");
    profile.replace(36, 4, "acsp");
    return profile;
}

}  // namespace besshi::tests
