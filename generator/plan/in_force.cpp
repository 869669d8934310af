#include "plan/in_force.h"

namespace besshi::plan {

namespace {

/// First and last day, both inclusive; open ends reach as far as dates go.
struct Days {
    Date from{0, 1, 1}, to{9999, 12, 31};
};

Days days_of(const Value& fact) {
    Days days;
    const auto take = [&](std::string_view key, Date& date) {
        const Value* value = fact.find(key);
        const Date* written = value ? std::get_if<Date>(&value->content) : nullptr;
        if (written) date = *written;
    };
    take("from", days.from);
    take("to", days.to);
    return days;
}

bool signs(const Value& fact) {
    const Value* value = fact.find("signs");
    const bool* truth = value ? std::get_if<bool>(&value->content) : nullptr;
    return truth && *truth;
}

/// Whether nothing may be given to the person.
bool is_withheld(const Value& fact) {
    return fact.find("withheld") != nullptr;
}

std::string_view take_token(std::string_view& name) {
    const std::size_t dot = name.find('.');
    const std::string_view token = name.substr(0, dot);
    name = dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
    return token;
}

}  // namespace

const Value* find_plain(const Value* scope, std::string_view name) {
    const Value* value = scope;
    while (value && !name.empty()) {
        if (const Reference* reference = std::get_if<Reference>(&value->content)) value = reference->element;
        if (value) value = value->find(take_token(name));
    }
    return value;
}

const Value* find_in_force(const Value& list, std::optional<Date> on) {
    const auto counts_more = [&](const Value& a, const Value& b) {
        if (signs(a) != signs(b)) return signs(a);
        if (is_withheld(a) != is_withheld(b)) return is_withheld(b);
        return !on && days_of(b).from < days_of(a).from;
    };
    const Value* found = nullptr;
    for (const Value* fact : list.elements()) {
        const Days days = days_of(*fact);
        if (on && (*on < days.from || days.to < *on)) continue;
        if (!found || counts_more(*fact, *found)) found = fact;
    }
    return found;
}

bool may_share_a_day(const Value& a, const Value& b) {
    return a.field->find_child("signs") && !(signs(a) && signs(b));
}

bool share_a_day(const Value& a, const Value& b) {
    const Days first = days_of(a), second = days_of(b);
    return first.from <= second.to && second.from <= first.to;
}

}  // namespace besshi::plan
