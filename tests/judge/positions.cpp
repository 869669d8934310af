#include "judge/positions.h"

#include "judge/font_reading.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <charconv>
#include <memory>
#include <stdexcept>
#include <utility>

namespace besshi::tests {

namespace {

using Fonts = std::map<std::string, std::shared_ptr<FontReading>, std::less<>>;

/// One token of a content stream, as far as besshi writes it.
struct Token {
    enum class Kind { end, number, name, hexadecimal, mark, word } kind = Kind::end;
    std::string_view text;  ///< without / < >; of a mark the [ ] << >> itself
};

class Tokenizer {
public:
    explicit Tokenizer(std::string_view content) : content_(content) {}

    Token next() {
        at_ = std::min(content_.find_first_not_of(" \n\r\t", at_), content_.size());
        if (at_ == content_.size()) return {};
        const char c = content_[at_];
        if (content_.substr(at_, 2) == "<<" || content_.substr(at_, 2) == ">>") return take(Token::Kind::mark, 0, 2);
        if (c == '[' || c == ']') return take(Token::Kind::mark, 0, 1);
        if (c == '<') return take(Token::Kind::hexadecimal, 1, content_.find('>', at_) - at_, 1);
        if (c == '(') throw std::runtime_error("a literal string in a content stream");
        const std::size_t end = std::min(content_.find_first_of(" \n\r\t[]<>/", at_ + 1), content_.size());
        if (c == '/') return take(Token::Kind::name, 1, end - at_);
        const bool number = (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+';
        return take(number ? Token::Kind::number : Token::Kind::word, 0, end - at_);
    }

private:
    Token take(Token::Kind kind, std::size_t skip, std::size_t length, std::size_t behind = 0) {
        const Token token{kind, content_.substr(at_ + skip, length - skip)};
        at_ += length + behind;
        return token;
    }

    std::string_view content_;
    std::size_t at_ = 0;
};

double value_of(std::string_view digits) {
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Runs through the content of one page with the text state of ISO 32000-1 §9.3.
class PageReader {
public:
    PageReader(const Fonts& fonts, std::vector<Shown>& shown) : fonts_(fonts), shown_(shown) {}

    void read(std::string_view content) {
        Tokenizer tokenizer(content);
        for (Token token = tokenizer.next(); token.kind != Token::Kind::end; token = tokenizer.next()) {
            if (token.kind == Token::Kind::word) {
                execute(token.text);
                operands_.clear();
            } else {
                operands_.push_back(token);
            }
        }
    }

private:
    void execute(std::string_view op) {
        if (op == "Tf") {
            font_ = fonts_.find(operands_.at(0).text)->second.get();
            size_ = value_of(operands_.at(1).text);
        } else if (op == "Tz") {
            scale_ = value_of(operands_.at(0).text) / 100;
        } else if (op == "BT") {
            x_ = y_ = 0;
        } else if (op == "Td") {
            x_ += value_of(operands_.at(0).text);
            y_ += value_of(operands_.at(1).text);
            pen_ = x_;
        } else if (op == "TJ") {
            for (const Token& operand : operands_) show(operand);
        } else if (op == "BDC" || op == "BMC") {
            begin_sequence();
        } else if (op == "EMC") {
            actual_.pop_back();
        } else if (op == "Tm" || op == "cm" || op == "Tj" || op == "Tc" || op == "Tw" || op == "'" || op == "\"") {
            throw std::runtime_error("the operator " + std::string(op));
        }
    }

    void show(const Token& operand) {
        if (operand.kind == Token::Kind::number) pen_ -= value_of(operand.text) / 1000 * size_ * scale_;
        if (operand.kind != Token::Kind::hexadecimal) return;
        for (std::size_t i = 0; i + 4 <= operand.text.size(); i += 4) {
            std::uint32_t code = 0;
            std::from_chars(operand.text.data() + i, operand.text.data() + i + 4, code, 16);
            show(code);
        }
    }

    void show(std::uint32_t code) {
        Shown& glyph = shown_.emplace_back();
        glyph.x = pen_;
        glyph.y = y_;
        glyph.size = size_ * scale_;
        glyph.width = font_->width_of(code) * glyph.size;
        if (const auto ink = font_->find_ink(code))
            glyph.ink = {pen_ + ink->left * glyph.size, pen_ + ink->right * glyph.size};
        if (!actual_.empty() && actual_.back()) {
            glyph.text = std::exchange(*actual_.back(), {});
        } else {
            glyph.text = font_->text_of(code);
        }
        pen_ += glyph.width;
    }

    /// Of the operands of a marked-content sequence only /ActualText counts (ISO 32000-1 §14.9.4).
    void begin_sequence() {
        std::optional<std::u32string> actual;
        for (std::size_t i = 0; i + 1 < operands_.size(); ++i) {
            if (operands_[i].kind != Token::Kind::name || operands_[i].text != "ActualText") continue;
            actual = from_utf16_hex(operands_[i + 1].text).substr(1);  // without the byte order mark
        }
        actual_.push_back(std::move(actual));
    }

    const Fonts& fonts_;
    std::vector<Shown>& shown_;
    std::vector<Token> operands_;
    const FontReading* font_ = nullptr;
    double size_ = 0, scale_ = 1;
    double x_ = 0, y_ = 0, pen_ = 0;
    std::vector<std::optional<std::u32string>> actual_;  ///< of the open sequences
};

}  // namespace

std::vector<Shown> read_positions(std::string_view pdf) {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("judged.pdf", pdf.data(), pdf.size());
    std::vector<Shown> shown;
    std::map<QPDFObjGen, std::shared_ptr<FontReading>> known;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(file).getAllPages()) {
        Fonts fonts;
        QPDFObjectHandle resources = page.getAttribute("/Resources", false).getKey("/Font");
        for (const std::string& name : resources.getKeys()) {
            QPDFObjectHandle font = resources.getKey(name);
            std::shared_ptr<FontReading>& reading = known[font.getObjGen()];
            if (!reading) reading = std::make_shared<FontReading>(font);
            fonts[name.substr(1)] = reading;
        }
        std::string content;
        for (QPDFObjectHandle& part : page.getPageContents()) {
            const auto buffer = part.getStreamData(qpdf_dl_all);
            content.append(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
            content += '\n';
        }
        PageReader(fonts, shown).read(content);
    }
    return shown;
}

}  // namespace besshi::tests
