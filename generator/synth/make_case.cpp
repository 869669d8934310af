#include "synth/made_up.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace besshi::synth {

namespace {

using field::Field;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_elements = 7;  ///< of a list: a week
constexpr int first_hour = 9;

// The longest dates of these years as they are printed: 令和10年11月28日, 11歳1か月.
constexpr std::string_view birthday = "2017-10-28";
constexpr std::string_view beginning = "2028-10-10";
constexpr std::string_view day = "2028-11-28";
constexpr std::string_view end = "2029-10-31";
constexpr std::string_view month = "2028-11";

/// A grey chequered picture of 8 × 6 pixels.
constexpr std::string_view picture =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAAAAADbboAnAAAAE0lEQVR42mMIXQWBDFA6lIEIEQCFzBfp"
    "ZCNSmQAAAABJRU5ErkJggg==";

/// What a form makes necessary in a case: the fields it reads and all that these need to stand there.
class UsedFields {
public:
    UsedFields(const field::Table& table, const form::FormDefinition& form) : table_(table) {
        for (const Field* field : form::fields_read(form, table)) use(*field);
        complete(table.root());
        use_targets(table.root());
    }

    bool contains(const Field& field) const { return used_.contains(&field); }

private:
    void use(const Field& field) {
        for (const Field* above = &field; above; above = above->parent) used_.insert(above);
        for (const field::SpanTerm& term : field.span)
            for (const std::string& time : {term.start, term.end}) use(*field.parent->find_child(time));
    }

    /// A list, map or object of which nothing is read still has to hold something.
    void complete(const Field& field) {
        if (!contains(field)) return;
        const bool holds_something = std::ranges::any_of(field.children, [&](const auto& c) { return contains(*c); });
        for (const auto& child : field.children) {
            if (!holds_something) use(*child);
            complete(*child);
        }
    }

    /// What a reference names has to be there under its id.
    void use_targets(const Field& field) {
        if (contains(field) && field.kind == field::Kind::reference) use(*table_.find_target(field)->find_child("id"));
        for (const auto& child : field.children) use_targets(*child);
    }

    const field::Table& table_;
    std::set<const Field*> used_;
};

class CaseMaker {
public:
    CaseMaker(const field::Table& table, const form::FormDefinition& form, Amount amount)
        : table_(table), used_(table, form), amount_(amount) {}

    Json make() { return object_of(table_.root(), 0); }

private:
    /// `element` counts within the nearest list or map.
    Json value_of(const Field& field, std::size_t element) {
        switch (field.kind) {
            case field::Kind::object:
                return object_of(field, element);
            case field::Kind::list:
                return list_of(field);
            case field::Kind::map:
                return map_of(field);
            case field::Kind::text:
            case field::Kind::long_text:
            case field::Kind::name:
            case field::Kind::digits:
                return text_of(field, element);
            case field::Kind::integer:
            case field::Kind::yen:
                return size_of(field);
            case field::Kind::boolean:
                return field.key != "signs" || element == 0;  // of several guardians one signs
            case field::Kind::date:
                return date_of(field);
            case field::Kind::month:
                return month;
            case field::Kind::time:
                return time_of(field);
            case field::Kind::period:
                return {{"from", beginning}, {"to", end}};
            case field::Kind::code:
                return code_of(field, element);
            case field::Kind::reference:
                return "1";
            case field::Kind::image:
                return picture;
            case field::Kind::span:
                break;
        }
        return nullptr;  // derived, never in the data
    }

    Json object_of(const Field& field, std::size_t element) {
        Json object = Json::object();
        for (const auto& child : field.children)
            if (used_.contains(*child) && child->kind != field::Kind::span)
                object[child->key] = value_of(*child, element);
        return object;
    }

    Json list_of(const Field& field) {
        Json list = Json::array();
        const std::size_t elements = count_of(field);
        for (std::size_t i = 0; i < elements; ++i) list.push_back(value_of(*field.children.front(), i));
        return list;
    }

    static std::size_t count_of(const Field& list) {
        const Field& element = *list.children.front();
        const bool one_at_a_time = !list.in_force_as.empty() && !element.find_child("signs");
        if (one_at_a_time) return 1;
        const std::size_t different = element.enumeration ? element.enumeration->codes.size() : most_elements;
        return std::min({different, most_elements, list.expected > 0 ? list.expected : list.limit});
    }

    Json map_of(const Field& field) {
        Json map = Json::object();
        std::size_t element = 0;
        for (const field::Code& code : field.enumeration->codes)
            map[code.code] = value_of(*field.children.front(), element++);
        return map;
    }

    std::size_t size_of(const Field& field) const {
        return amount_ == Amount::limit || field.expected == 0 ? field.limit : field.expected;
    }

    std::string text_of(const Field& field, std::size_t element) {
        if (field.key == "id") return std::to_string(element + 1);
        const Wanted wanted{field.digits > 0 ? static_cast<std::size_t>(field.digits) : size_of(field), texts_++,
                            amount_};
        if (field.kind == field::Kind::digits) return made_up_digits(wanted);
        if (is_number(field.key)) return made_up_phone(wanted);
        if (field.key.ends_with("_kana")) return made_up_kana(wanted);
        if (field.kind == field::Kind::name) return made_up_name(wanted);
        return field.kind == field::Kind::long_text ? made_up_prose(wanted) : made_up_line(wanted);
    }

    static bool is_number(std::string_view key) {
        return std::ranges::any_of(std::array{"phone", "fax", "postal_code", "number"},
                                   [&](std::string_view ending) { return key.ends_with(ending); });
    }

    static std::string_view date_of(const Field& field) {
        if (field.key == "birth_date") return birthday;
        if (field.key == "from") return beginning;
        return field.key == "to" ? end : day;
    }

    /// The times of one object follow one another by the hour.
    static std::string time_of(const Field& field) {
        int hour = first_hour;
        for (const auto& sibling : field.parent->children) {
            if (sibling.get() == &field) break;
            if (sibling->kind == field::Kind::time) ++hour;
        }
        return base::to_iso(ClockTime{hour * 60});
    }

    /// The longest word first; elements of a list, and what stands in them, each another.
    static std::string code_of(const Field& field, std::size_t element) {
        const std::vector<field::Code>& codes = field.enumeration->codes;
        const auto longest = std::ranges::max_element(
            codes, {}, [](const field::Code& code) { return base::count_characters(code.word); });
        return codes[(static_cast<std::size_t>(longest - codes.begin()) + element) % codes.size()].code;
    }

    const field::Table& table_;
    UsedFields used_;
    Amount amount_;
    std::size_t texts_ = 0;  ///< made so far
};

}  // namespace

std::string make_case(const field::Table& table, const form::FormDefinition& form, Amount amount) {
    return CaseMaker(table, form, amount).make().dump(2);
}

}  // namespace besshi::synth
