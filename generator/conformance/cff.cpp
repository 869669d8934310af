#include "conformance/byte_reader.h"
#include "conformance/font_program.h"

#include <charconv>
#include <limits>
#include <string>

namespace besshi::conformance {

namespace {

/// An INDEX (TN 5176 §5): its objects and where it ends.
struct Index {
    std::vector<std::string_view> objects;
    std::size_t end = 0;
};

std::optional<Index> read_index(std::string_view file, std::size_t at) {
    ByteReader reader(file, at);
    const std::size_t count = reader.u16();
    if (reader.ran_out()) return std::nullopt;
    if (count == 0) return Index{{}, at + 2};
    const int size = reader.byte();
    if (size < 1 || size > 4) return std::nullopt;
    const std::size_t data = at + 3 + (count + 1) * static_cast<std::size_t>(size) - 1;
    Index index;
    std::size_t begin = reader.unsigned_of(size);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t end = reader.unsigned_of(size);
        if (reader.ran_out() || end < begin || data + end > file.size()) return std::nullopt;
        index.objects.push_back(file.substr(data + begin, end - begin));
        begin = end;
    }
    index.end = data + begin;
    return index;
}

/// Operands by operator; two-byte operators are 1200 and more (TN 5176 §4).
using Dict = std::map<int, std::vector<double>>;

double read_real(ByteReader& reader) {
    static constexpr const char* nibbles[] = {"0", "1", "2", "3", "4",  "5",     "6", "7",
                                              "8", "9", ".", "E", "E-", nullptr, "-"};
    std::string text;
    while (!reader.at_end()) {
        const int byte = reader.byte();
        for (const int nibble : {byte >> 4, byte & 15}) {
            if (nibble == 15) {
                double value = 0;  // stays so for what is no number, or too large for one
                std::from_chars(text.data(), text.data() + text.size(), value);
                return value;
            }
            if (nibbles[nibble] != nullptr) text += nibbles[nibble];
        }
    }
    return 0;
}

Dict read_dict(std::string_view data) {
    Dict dict;
    std::vector<double> operands;
    for (ByteReader reader(data); !reader.at_end();) {
        const int b = reader.byte();
        if (b <= 21) {
            dict[b == 12 ? 1200 + reader.byte() : b] = std::move(operands);
            operands.clear();
        } else if (b == 28) {
            operands.push_back(reader.i16());
        } else if (b == 29) {
            operands.push_back(static_cast<std::int32_t>(reader.u32()));
        } else if (b == 30) {
            operands.push_back(read_real(reader));
        } else if (b >= 32 && b <= 246) {
            operands.push_back(b - 139);
        } else if (b >= 247 && b <= 250) {
            operands.push_back((b - 247) * 256 + reader.byte() + 108);
        } else if (b >= 251 && b <= 254) {
            operands.push_back(-(b - 251) * 256 - reader.byte() - 108);
        }
    }
    return dict;
}

enum Operator {
    private_dict = 18,
    charset = 15,
    char_strings = 17,
    font_matrix = 1207,
    ros = 1230,
    fd_array = 1236,
    fd_select = 1237,
    subrs = 19,
    default_width = 20,
    nominal_width = 21
};

double number(const Dict& dict, Operator op, double otherwise, std::size_t i = 0) {
    const auto found = dict.find(op);
    return found == dict.end() || found->second.size() <= i ? otherwise : found->second[i];
}

/// 0 for a number that is none.
std::size_t offset(const Dict& dict, Operator op, std::size_t i = 0) {
    const double value = number(dict, op, 0, i);
    const bool is_offset = value >= 0 && value <= std::numeric_limits<std::uint32_t>::max();
    return is_offset ? static_cast<std::size_t>(value) : 0;
}

/// A font dictionary's private part: what the widths of its charstrings are counted from.
struct PrivatePart {
    double default_width = 0, nominal_width = 0;
    double em_per_unit = 0.001;
    std::vector<std::string_view> subrs;
};

PrivatePart read_private(std::string_view file, const Dict& font, double em_per_unit) {
    PrivatePart part;
    part.em_per_unit = em_per_unit;
    const std::size_t size = offset(font, private_dict, 0), at = offset(font, private_dict, 1);
    if (at > file.size() || size > file.size() - at) return part;
    const Dict dict = read_dict(file.substr(at, size));
    part.default_width = number(dict, default_width, 0);
    part.nominal_width = number(dict, nominal_width, 0);
    if (const std::size_t own = offset(dict, subrs))
        if (auto index = read_index(file, at + own)) part.subrs = std::move(index->objects);
    return part;
}

/// Reads a charstring as far as its first operator that clears the stack: an operand too many there is the width.
class WidthReader {
public:
    WidthReader(const std::vector<std::string_view>& global, const PrivatePart& part) : global_(global), part_(part) {}

    /// In units of the charstrings; none if the charstring is broken.
    std::optional<double> read(std::string_view charstring) {
        if (!run(charstring, 0)) return std::nullopt;
        return width_ ? part_.nominal_width + *width_ : part_.default_width;
    }

private:
    bool run(std::string_view code, int depth) {
        constexpr int deepest = 10;
        constexpr std::size_t largest_stack = 513;
        constexpr int most_steps = 2'000;  // subroutines that call each other twice take 2^10 times as many
        if (depth > deepest) return false;
        for (ByteReader reader(code); !reader.at_end() && stack_.size() < largest_stack;) {
            if (++steps_ > most_steps) return false;
            const int b = reader.byte();
            if (b == 28) {
                stack_.push_back(reader.i16());
            } else if (b == 255) {
                stack_.push_back(static_cast<std::int32_t>(reader.u32()) / 65536.0);
            } else if (b >= 32 && b <= 246) {
                stack_.push_back(b - 139);
            } else if (b >= 247 && b <= 250) {
                stack_.push_back((b - 247) * 256 + reader.byte() + 108);
            } else if (b >= 251) {
                stack_.push_back(-(b - 251) * 256 - reader.byte() - 108);
            } else if (b == 10 || b == 29) {
                const auto subr = pop_subr(b == 10 ? part_.subrs : global_);
                if (!subr || !run(*subr, depth + 1)) return false;
                if (finished_) return true;
            } else if (b == 11) {
                return true;
            } else {
                return finish(b);
            }
        }
        return false;
    }

    std::optional<std::string_view> pop_subr(const std::vector<std::string_view>& subrs) {
        if (stack_.empty()) return std::nullopt;
        const int bias = subrs.size() < 1240 ? 107 : subrs.size() < 33900 ? 1131 : 32768;
        const auto index = static_cast<std::int64_t>(stack_.back()) + bias;
        stack_.pop_back();
        if (index < 0 || static_cast<std::size_t>(index) >= subrs.size()) return std::nullopt;
        return subrs[static_cast<std::size_t>(index)];
    }

    bool finish(int op) {
        finished_ = true;
        const auto has_width = [&]() -> std::optional<bool> {
            switch (op) {
                case 1:
                case 3:
                case 18:
                case 19:
                case 20:
                case 23:
                    return stack_.size() % 2 == 1;
                case 21:
                    return stack_.size() > 2;
                case 4:
                case 22:
                    return stack_.size() > 1;
                case 14:
                    return stack_.size() == 1 || stack_.size() == 5;
                default:
                    return std::nullopt;  // no glyph begins with it
            }
        }();
        if (!has_width) return false;
        if (*has_width) width_ = stack_.front();
        return true;
    }

    const std::vector<std::string_view>& global_;
    const PrivatePart& part_;
    std::vector<double> stack_;
    std::optional<double> width_;
    bool finished_ = false;
    int steps_ = 0;
};

/// The CIDs of the glyphs from 1 on (TN 5176 §13).
std::map<std::uint32_t, std::uint32_t> read_charset(std::string_view file, std::size_t at, std::size_t glyphs) {
    std::map<std::uint32_t, std::uint32_t> glyph_of_cid{{0, 0}};
    ByteReader reader(file, at);
    const int format = reader.byte();
    for (std::uint32_t glyph = 1; glyph < glyphs && !reader.ran_out();) {
        const std::uint32_t first = reader.u16();
        const std::uint32_t more = format == 0 ? 0 : format == 1 ? reader.byte() : reader.u16();
        for (std::uint32_t i = 0; i <= more && glyph < glyphs; ++i) glyph_of_cid[first + i] = glyph++;
    }
    return glyph_of_cid;
}

/// The number of the font dictionary of each glyph (TN 5176 §19).
std::vector<std::size_t> read_fd_select(std::string_view file, std::size_t at, std::size_t glyphs) {
    std::vector<std::size_t> select(glyphs, 0);
    ByteReader reader(file, at);
    if (reader.byte() == 0) {
        for (std::size_t& fd : select) fd = reader.byte();
        return select;
    }
    const int ranges = reader.u16();
    std::size_t first = reader.u16();
    for (int i = 0; i < ranges; ++i) {
        const std::size_t fd = reader.byte(), next = reader.u16();
        for (; first < next && first < glyphs; ++first) select[first] = fd;
    }
    return select;
}

}  // namespace

std::optional<FontProgram> read_cff(std::string_view file) {
    if (file.size() < 4 || file[0] != 1) return std::nullopt;
    const auto names = read_index(file, static_cast<unsigned char>(file[2]));
    const auto tops = names ? read_index(file, names->end) : std::nullopt;
    const auto strings = tops ? read_index(file, tops->end) : std::nullopt;
    const auto global = strings ? read_index(file, strings->end) : std::nullopt;
    if (!global || tops->objects.empty()) return std::nullopt;
    const Dict top = read_dict(tops->objects.front());
    const auto charstrings = read_index(file, offset(top, char_strings));
    if (!charstrings || offset(top, char_strings) == 0) return std::nullopt;
    const std::size_t glyphs = charstrings->objects.size();

    FontProgram program;
    program.is_cid_keyed = top.contains(ros);
    std::vector<PrivatePart> parts;
    std::vector<std::size_t> select(glyphs, 0);
    const bool has_matrix = top.contains(font_matrix);
    const double unit = number(top, font_matrix, 0.001);
    if (program.is_cid_keyed) {
        program.glyph_of_cid = read_charset(file, offset(top, charset), glyphs);
        select = read_fd_select(file, offset(top, fd_select), glyphs);
        const auto fonts = read_index(file, offset(top, fd_array));
        if (!fonts) return std::nullopt;
        for (const std::string_view data : fonts->objects) {
            const Dict font = read_dict(data);
            const double own = number(font, font_matrix, has_matrix ? 1 : 0.001);
            parts.push_back(read_private(file, font, has_matrix ? unit * own : own));
        }
    } else {
        parts.push_back(read_private(file, top, unit));
    }
    for (std::size_t glyph = 0; glyph < glyphs; ++glyph) {
        const bool known = select[glyph] < parts.size();
        const auto width =
            known ? WidthReader(global->objects, parts[select[glyph]]).read(charstrings->objects[glyph]) : std::nullopt;
        program.widths.push_back(width ? *width * parts[select[glyph]].em_per_unit * 1000 : -1);
    }
    return program;
}

}  // namespace besshi::conformance
