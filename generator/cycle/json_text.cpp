#include "cycle/json.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace besshi::cycle {

namespace {

constexpr std::size_t widest_line = 110;
constexpr std::size_t indentation = 2;

/// Characters that cannot be seen, or that an editor would join with the one before.
bool is_written_as_escape(char32_t c) {
    constexpr char32_t no_break_space = 0x00A0, zero_width_space = 0x200B, byte_order_mark = 0xFEFF;
    constexpr char32_t voicing_mark = 0x3099, half_voicing_mark = 0x309A;
    return c < 0x20 || c == no_break_space || c == zero_width_space || c == byte_order_mark || c == voicing_mark ||
           c == half_voicing_mark;
}

void append_quoted(std::string& line, std::string_view text) {
    line += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, at);
        if (c == U'"' || c == U'\\')
            (line += '\\') += static_cast<char>(c);
        else if (c == U'\n')
            line += "\\n";
        else if (c == U'\r')
            line += "\\r";
        else if (c == U'\t')
            line += "\\t";
        else if (is_written_as_escape(c))
            line += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            line += text.substr(at, bytes);
        at += bytes;
    }
    line += '"';
}

std::size_t columns(std::string_view line) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto [c, bytes] = base::code_point_at(line, at);
        const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
        count += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
        at += bytes;
    }
    return count;
}

class Printer {
public:
    void print(const Json& document) {
        print_opened(document, 0);
        text += '\n';
    }

    std::string text;

private:
    /// On one line if it fits behind `head` and before a comma.
    void print_value(const Json& value, std::size_t depth, std::string_view head) {
        const std::string line = on_one_line(value);
        constexpr std::size_t comma = 1;
        const bool can_open = !line.starts_with('"') && line.size() > 2 && (line[0] == '{' || line[0] == '[');
        if (can_open && depth * indentation + columns(head) + columns(line) + comma > widest_line)
            print_opened(value, depth);
        else
            text += line;
    }

    /// Each member or element on lines of its own.
    void print_opened(const Json& value, std::size_t depth) {
        if (const auto* object = std::get_if<Json::Object>(&value.content)) {
            print_lines('{', '}', *object, depth, [&](const Member& member) {
                std::string head;
                append_quoted(head, member.key);
                head += ": ";
                text += head;
                print_value(member.value, depth + 1, head);
            });
        } else if (const auto* list = std::get_if<Json::List>(&value.content)) {
            print_lines('[', ']', *list, depth, [&](const Json& element) { print_value(element, depth + 1, {}); });
        } else {
            text += on_one_line(value);
        }
    }

    template <class Parts, class Print>
    void print_lines(char open, char close, const Parts& parts, std::size_t depth, const Print& print) {
        text += open;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            text += (i == 0 ? "\n" : ",\n") + std::string((depth + 1) * indentation, ' ');
            print(parts[i]);
        }
        text += "\n" + std::string(depth * indentation, ' ') + close;
    }

    static std::string on_one_line(const Json& value) {
        std::string line;
        append_on_line(line, value);
        return line;
    }

    static void append_on_line(std::string& line, const Json& value) {
        struct Append {
            std::string& line;
            void operator()(std::nullptr_t) const { line += "null"; }
            void operator()(bool truth) const { line += truth ? "true" : "false"; }
            void operator()(std::int64_t number) const { line += fmt::to_string(number); }
            void operator()(const std::string& text) const { append_quoted(line, text); }
            void operator()(const Json::List& list) const {
                line += '[';
                for (std::size_t i = 0; i < list.size(); ++i) {
                    if (i > 0) line += ", ";
                    append_on_line(line, list[i]);
                }
                line += ']';
            }
            void operator()(const Json::Object& object) const {
                line += '{';
                for (std::size_t i = 0; i < object.size(); ++i) {
                    if (i > 0) line += ", ";
                    append_quoted(line, object[i].key);
                    line += ": ";
                    append_on_line(line, object[i].value);
                }
                line += '}';
            }
        };
        std::visit(Append{line}, value.content);
    }
};

}  // namespace

std::string to_text(const Json& document) {
    Printer printer;
    printer.print(document);
    return std::move(printer.text);
}

}  // namespace besshi::cycle
