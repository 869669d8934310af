#include "form/definition.h"

namespace besshi::form {

std::string_view printed_word(const Words& words, const field::Enumeration& enumeration, const field::Code& code) {
    const auto own = words.find(enumeration.name);
    if (own == words.end()) return code.word;
    const auto word = own->second.find(code.code);
    return word == own->second.end() ? std::string_view(code.word) : word->second;
}

std::string_view to_string(Align align) {
    switch (align) {
        case Align::left:
            return "left";
        case Align::center:
            return "center";
        case Align::right:
            return "right";
        case Align::justify:
            return "justify";
        case Align::distributed:
            return "distributed";
    }
    return {};
}

std::string_view to_string(VerticalAlign align) {
    switch (align) {
        case VerticalAlign::top:
            return "top";
        case VerticalAlign::middle:
            return "middle";
        case VerticalAlign::bottom:
            return "bottom";
    }
    return {};
}

std::string_view to_string(Overflow overflow) {
    switch (overflow) {
        case Overflow::grow:
            return "grow";
        case Overflow::shrink:
            return "shrink";
        case Overflow::narrow:
            return "narrow";
        case Overflow::carry_over:
            return "continue";
        case Overflow::note:
            return "note";
    }
    return {};
}

std::string_view to_string(Stroke stroke) {
    switch (stroke) {
        case Stroke::none:
            return "none";
        case Stroke::hair:
            return "hair";
        case Stroke::thin:
            return "thin";
        case Stroke::dashed:
            return "dashed";
        case Stroke::medium:
            return "medium";
    }
    return {};
}

}  // namespace besshi::form
