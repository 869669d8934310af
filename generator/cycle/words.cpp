#include "cycle/words.h"

#include "fill/fill.h"

#include <algorithm>

namespace besshi::cycle {

namespace {

using plan::Value;

std::string on_one_line(std::string_view text) {
    std::string line = base::without_ruby(text);
    for (std::size_t at; (at = line.find('\n')) != std::string::npos;) line.replace(at, 1, "\u3000");
    return line;
}

struct Words {
    std::string operator()(const std::vector<plan::Member>&) const { return {}; }
    std::string operator()(const std::vector<const Value*>& list) const {
        std::string words;
        for (const Value* element : list) words += (words.empty() ? "" : "、") + words_of(*element);
        return words;
    }
    std::string operator()(const std::string& text) const { return on_one_line(text); }
    std::string operator()(std::int64_t number) const {
        return value.field->kind == field::Kind::yen ? fill::yen(number) : std::to_string(number);
    }
    std::string operator()(bool yes) const { return yes ? "有" : "無"; }
    std::string operator()(Date date) const { return fill::wareki(date); }
    std::string operator()(Month month) const { return fill::wareki(month); }
    std::string operator()(ClockTime time) const { return fill::clock(time); }
    std::string operator()(const plan::Period& period) const {
        return fill::wareki(period.from) + "～" + fill::wareki(period.to);
    }
    std::string operator()(const field::Code* code) const { return code->word; }
    std::string operator()(const plan::Reference& reference) const {
        const Value* name = reference.element->find("name");
        return words_of(name ? *name : *reference.element->find("id"));
    }
    std::string operator()(const plan::Image& image) const {
        return image.picture ? "図（" + image.picture->sha256.substr(0, 8) + "）" : image.file;
    }

    const Value& value;
};

}  // namespace

std::string words_of(const Value& value) {
    return std::visit(Words{value}, value.content);
}

std::string content_of(const Value& value) {
    if (const auto* members = std::get_if<std::vector<plan::Member>>(&value.content)) {
        std::string content;
        for (const plan::Member& member : *members)
            content += std::string(member.key) + "\n" + content_of(*member.value) + "\n";
        return content;
    }
    if (value.elements().empty()) {
        const std::string* text = std::get_if<std::string>(&value.content);
        return text ? *text : words_of(value);
    }
    std::string content;
    for (const Value* element : value.elements()) content += content_of(*element) + "\n";
    return content;
}

std::string ordinal_words(std::size_t number) {
    constexpr std::size_t first_of_two_digits = 10;
    if (number >= first_of_two_digits) return std::to_string(number);
    std::string text;
    base::append_utf8(text, U'\uFF10' + static_cast<char32_t>(number));
    return text;
}

}  // namespace besshi::cycle
