#include "judge/font_reading.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <stdexcept>

namespace besshi::tests {

namespace {

std::string bytes_of(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::uint32_t number_of(std::string_view digits) {
    return static_cast<std::uint32_t>(std::stoul(std::string(digits), nullptr, 16));
}

/// The <…> and the [ ] of a part of a CMap, one after another.
class Tokens {
public:
    explicit Tokens(std::string_view text) : text_(text) {}

    /// Hexadecimal digits, `[` or `]`; empty at the end.
    std::string_view next() {
        const std::size_t begin = text_.find_first_of("<[]", at_);
        if (begin == text_.npos) return {};
        if (text_[begin] != '<') {
            at_ = begin + 1;
            return text_.substr(begin, 1);
        }
        const std::size_t end = text_.find('>', begin);
        at_ = end + 1;
        return text_.substr(begin + 1, end - begin - 1);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::u32string from_utf16_hex(std::string_view digits) {
    std::u32string text;
    for (std::size_t i = 0; i + 4 <= digits.size(); i += 4) {
        const char32_t unit = number_of(digits.substr(i, 4));
        const bool completes = unit >= 0xDC00 && unit < 0xE000 && !text.empty();
        if (completes) {
            text.back() = 0x10000 + ((text.back() - 0xD800) << 10) + (unit - 0xDC00);
        } else {
            text += unit;
        }
    }
    return text;
}

FontReading::FontReading(QPDFObjectHandle font) {
    if (!font.getKey("/Encoding").isNameAndEquals("/Identity-H"))
        throw std::runtime_error("a font that is not Identity-H");
    QPDFObjectHandle descendant = font.getKey("/DescendantFonts").getArrayItem(0);
    if (descendant.hasKey("/DW")) default_width_ = descendant.getKey("/DW").getNumericValue() / 1000;
    if (descendant.hasKey("/W")) read_widths(descendant.getKey("/W"));
    read_unicode(bytes_of(font.getKey("/ToUnicode")));
    QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
    if (descriptor.hasKey("/FontFile2")) boxes_.emplace(bytes_of(descriptor.getKey("/FontFile2")));
}

const std::u32string& FontReading::text_of(std::uint32_t code) const {
    static const std::u32string none;
    const auto found = texts_.find(code);
    return found == texts_.end() ? none : found->second;
}

double FontReading::width_of(std::uint32_t code) const {
    const auto found = widths_.find(code);
    return found == widths_.end() ? default_width_ : found->second;
}

std::optional<GlyphBoxes::Extent> FontReading::find_ink(std::uint32_t code) const {
    return boxes_ ? boxes_->find(code) : std::nullopt;
}

/// ISO 32000-1 §9.7.4.3: `first [ w … ]` or `first last w`.
void FontReading::read_widths(QPDFObjectHandle widths) {
    const int size = widths.getArrayNItems();
    for (int i = 0; i + 1 < size;) {
        const auto first = static_cast<std::uint32_t>(widths.getArrayItem(i).getIntValue());
        QPDFObjectHandle second = widths.getArrayItem(i + 1);
        if (second.isArray()) {
            for (int k = 0; k < second.getArrayNItems(); ++k)
                widths_[first + static_cast<std::uint32_t>(k)] = second.getArrayItem(k).getNumericValue() / 1000;
            i += 2;
        } else {
            const double width = widths.getArrayItem(i + 2).getNumericValue() / 1000;
            for (std::uint32_t code = first; code <= static_cast<std::uint32_t>(second.getIntValue()); ++code)
                widths_[code] = width;
            i += 3;
        }
    }
}

/// ISO 32000-1 §9.10.3: `<code> <text>` between beginbfchar and endbfchar, `<first> <last> [ <text> … ]` or
/// `<first> <last> <text of the first>` between beginbfrange and endbfrange.
void FontReading::read_unicode(std::string_view map) {
    const auto for_each_part = [&](const std::string& kind, auto read) {
        for (std::size_t at = 0; (at = map.find("begin" + kind, at)) != map.npos;) {
            const std::size_t begin = at + 5 + kind.size(), end = map.find("end" + kind, begin);
            read(Tokens(map.substr(begin, end - begin)));
            at = end;
        }
    };
    for_each_part("bfchar", [&](Tokens tokens) {
        for (std::string_view code; !(code = tokens.next()).empty();)
            texts_[number_of(code)] = from_utf16_hex(tokens.next());
    });
    for_each_part("bfrange", [&](Tokens tokens) {
        for (std::string_view code; !(code = tokens.next()).empty();) {
            std::uint32_t next = number_of(code);
            const std::uint32_t last = number_of(tokens.next());
            std::string_view text = tokens.next();
            if (text == "[") {
                while ((text = tokens.next()) != "]") texts_[next++] = from_utf16_hex(text);
            } else {
                for (std::u32string each = from_utf16_hex(text); next <= last; ++each.back()) texts_[next++] = each;
            }
        }
    });
}

}  // namespace besshi::tests
