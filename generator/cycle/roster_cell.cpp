#include "cycle/roster_cell.h"

#include "cycle/diagnostics.h"
#include "cycle/japanese_date.h"
#include "cycle/spreadsheet_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace besshi::cycle {

namespace {

/// Short words of the field beside those the forms print.
struct ShortWord {
    std::string_view word, code;
};
constexpr std::array short_words = {
    ShortWord{"男性", "male"},
    ShortWord{"男児", "male"},
    ShortWord{"男子", "male"},
    ShortWord{"女性", "female"},
    ShortWord{"女児", "female"},
    ShortWord{"女子", "female"},
    ShortWord{"放デイ", "after_school_day_service"},
    ShortWord{"放課後デイ", "after_school_day_service"},
    ShortWord{"児発", "child_development_support"},
};

constexpr std::array<std::string_view, 8> words_for_yes = {"○", "◯", "〇", "はい", "有", "あり", "1", "true"};
constexpr std::array<std::string_view, 8> words_for_no = {"×", "✕", "-", "いいえ", "無", "なし", "0", "false"};

bool is_among(const std::string& cell, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return folded(word) == cell; });
}

std::optional<std::string_view> find_code(const field::Enumeration& words, std::string_view cell) {
    const std::string wanted = folded(cell);
    for (const field::Code& code : words.codes)
        if (folded(code.word) == wanted || code.code == wanted) return code.code;
    for (const ShortWord& word : short_words)
        if (folded(word.word) == wanted && words.find(word.code)) return word.code;
    return std::nullopt;
}

std::string list_words(const field::Enumeration& words) {
    std::string list;
    for (const field::Code& code : words.codes) list += (list.empty() ? "" : "、") + code.word;
    return list;
}

/// The whole number that is left of `cell` without `ornaments`.
std::optional<std::int64_t> number_without(std::string_view cell, std::span<const std::string_view> ornaments) {
    std::string digits = folded(cell);
    for (const std::string_view ornament : ornaments)
        for (std::size_t at; (at = digits.find(ornament)) != std::string::npos;) digits.erase(at, ornament.size());
    std::int64_t number = 0;
    const auto [behind, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc() || behind != digits.data() + digits.size() || number < 0) return std::nullopt;
    return number;
}

/// `1.32E+09`: what Excel makes of a number of ten digits in a narrow column.
bool is_spoiled(std::string_view cell) {
    return cell.find("E+") != std::string_view::npos &&
           cell.find_first_not_of("0123456789.E+") == std::string_view::npos;
}

/// `id` of the consultation office that is called so.
std::optional<std::string> find_office(const plan::CaseDocument& office, std::string_view cell) {
    const plan::Value* list = office.find(nullptr, "consultation_offices", {});
    if (!list) return std::nullopt;
    const std::string wanted = folded(cell);
    for (const plan::Value* one : list->elements()) {
        const auto text = [&](std::string_view key) {
            const plan::Value* value = one->find(key);
            return value ? std::get<std::string>(value->content) : std::string();
        };
        if (folded(text("name")) == wanted || folded(text("id")) == wanted) return text("id");
    }
    return std::nullopt;
}

/// Puts the value of one cell where its column says.
class CellReader {
public:
    CellReader(const RosterColumn& column, Json& document, const field::Table& table)
        : column_(column), document_(document), table_(table) {}

    void put(std::size_t target, Json value) {
        *make_place(document_, table_, column_.targets()[target]).value = std::move(value);
    }

    std::optional<CellFault> read_text(std::string_view cell) {
        const Place place = make_place(document_, table_, column_.path);
        if (place.field->kind == field::Kind::digits && is_spoiled(cell)) return CellFault{&kinds::spoiled_digits, {}};
        *place.value = cell;
        return {};
    }

    std::optional<CellFault> read_date(std::string_view cell) {
        const auto date = parse_japanese_date(cell);
        if (!date) return CellFault{&kinds::bad_date, {}};
        put(0, base::to_iso(*date));
        return {};
    }

    std::optional<CellFault> read_period(std::string_view cell) {
        const auto period = parse_japanese_period(cell);
        if (!period) return CellFault{&kinds::bad_period, {}};
        put(0, base::to_iso(period->from));
        put(1, base::to_iso(period->to));
        return {};
    }

    std::optional<CellFault> read_number(std::string_view cell, std::span<const std::string_view> ornaments,
                                         std::string_view example) {
        const auto number = number_without(cell, ornaments);
        if (!number) return CellFault{&kinds::bad_amount, std::string(example)};
        put(0, *number);
        return {};
    }

    std::optional<CellFault> read_word(std::string_view cell) {
        const Place place = make_place(document_, table_, column_.path);
        const auto code = find_code(*place.field->enumeration, cell);
        if (!code) return CellFault{&kinds::bad_word, list_words(*place.field->enumeration)};
        *place.value = *code;
        return {};
    }

    std::optional<CellFault> read_yes_or_no(std::string_view cell) {
        const std::string word = folded(cell);
        const bool yes = is_among(word, words_for_yes);
        if (!yes && !is_among(word, words_for_no)) return CellFault{&kinds::bad_word, "○ か ×"};
        if (yes) put(0, true);
        return {};
    }

    std::optional<CellFault> read_office(std::string_view cell, const plan::CaseDocument* office) {
        const auto id = office ? find_office(*office, cell) : std::nullopt;
        if (!id) return CellFault{&kinds::unknown_office, {}};
        put(0, *id);
        return {};
    }

    std::optional<CellFault> read_kana(std::string_view cell) {
        const auto name = split_name(cell);
        if (!name) return CellFault{&kinds::bad_kana, {}};
        put(0, name->family);
        put(1, name->given);
        return {};
    }

private:
    const RosterColumn& column_;
    Json& document_;
    const field::Table& table_;
};

}  // namespace

std::optional<CellFault> read_cell(const RosterColumn& column, std::string_view cell, Json& document,
                                   const field::Table& table, const plan::CaseDocument* office) {
    static constexpr std::string_view around_days[] = {"1か月", "1ヶ月", "月", "日", "/"};
    static constexpr std::string_view around_yen[] = {"円", "¥", "\\", ","};
    CellReader reader(column, document, table);
    switch (column.reading) {
        case Reading::case_number:
        case Reading::text:
            return reader.read_text(cell);
        case Reading::date:
            return reader.read_date(cell);
        case Reading::period:
            return reader.read_period(cell);
        case Reading::days:
            return reader.read_number(cell, around_days, "15");
        case Reading::yen:
            return reader.read_number(cell, around_yen, "4600");
        case Reading::word:
            return reader.read_word(cell);
        case Reading::yes_or_no:
            return reader.read_yes_or_no(cell);
        case Reading::office:
            return reader.read_office(cell, office);
        case Reading::kana:
            return reader.read_kana(cell);
    }
    return {};
}

}  // namespace besshi::cycle
