#include "field/field.h"

#include "field/kind.h"

#include <algorithm>

namespace besshi::field {

namespace {

struct KindNames {
    Kind kind;
    std::string_view in_table, in_messages;
};

constexpr KindNames kind_names[] = {
    {Kind::object, "object", "項目のまとまり"},
    {Kind::list, "list", "一覧"},
    {Kind::map, "map", "見出しごとの値"},
    {Kind::text, "text", "文字"},
    {Kind::long_text, "long_text", "文章"},
    {Kind::name, "name", "氏名"},
    {Kind::digits, "digits", "数字の並び"},
    {Kind::integer, "integer", "整数"},
    {Kind::yen, "yen", "金額（円の整数）"},
    {Kind::boolean, "boolean", "はい・いいえ"},
    {Kind::date, "date", "日付"},
    {Kind::month, "month", "年月"},
    {Kind::time, "time", "時刻"},
    {Kind::period, "period", "期間"},
    {Kind::code, "code", "語の選択"},
    {Kind::reference, "reference", "ほかの一覧の id"},
    {Kind::span, "span", "時間の合計"},
    {Kind::image, "image", "画像"},
};

const KindNames& names_of(Kind kind) {
    return *std::ranges::find(kind_names, kind, &KindNames::kind);
}

}  // namespace

std::string_view to_string(Kind kind) {
    return names_of(kind).in_table;
}
std::string_view kind_word(Kind kind) {
    return names_of(kind).in_messages;
}

std::optional<Kind> find_kind(std::string_view word) {
    const auto found = std::ranges::find(kind_names, word, &KindNames::in_table);
    if (found == std::end(kind_names)) return std::nullopt;
    return found->kind;
}

std::span<const std::string_view> derived_names(Kind kind) {
    static constexpr std::string_view date[] = {"wareki", "wareki_ascii", "short", "weekday", "age"};
    static constexpr std::string_view wareki[] = {"wareki"};
    static constexpr std::string_view time[] = {"hm"};
    static constexpr std::string_view span[] = {"sum"};
    static constexpr std::string_view code[] = {"word"};
    static constexpr std::string_view yen[] = {"yen"};
    static constexpr std::string_view list[] = {"count", "lines"};
    switch (kind) {
        case Kind::date:
            return date;
        case Kind::month:
        case Kind::period:
            return wareki;
        case Kind::time:
            return time;
        case Kind::span:
            return span;
        case Kind::code:
            return code;
        case Kind::yen:
            return yen;
        case Kind::list:
            return list;
        case Kind::object:
        case Kind::map:
        case Kind::text:
        case Kind::long_text:
        case Kind::name:
        case Kind::digits:
        case Kind::integer:
        case Kind::boolean:
        case Kind::reference:
        case Kind::image:
            return {};
    }
    return {};
}

}  // namespace besshi::field
