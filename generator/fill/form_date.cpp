#include "fill/fill.h"
#include "fill/scope.h"

#include <algorithm>

namespace besshi::fill {

namespace {

/// `hours.created_on` behind `hours.`: `created_on`.
std::string_view behind_first(std::string_view name) {
    const std::size_t first = first_component(name).size();
    return first < name.size() ? name.substr(first + 1) : std::string_view{};
}

/// A name of the document as one of the field table: `week.events` → `use_plan.week.events`.
std::string bound_name(const form::FormDefinition& form, std::string_view name) {
    for (const form::Binding& bound : form.document.bind) {
        if (first_component(name) == bound.as) return bound.path + "." + std::string(behind_first(name));
    }
    return std::string(name);
}

}  // namespace

std::optional<Date> find_form_date(const form::FormDefinition& form, const plan::CaseDocument& document) {
    std::string_view name = form.dated;
    const plan::Value* scope = nullptr;
    if (form.for_each && first_component(name) == form.for_each->as) {
        const plan::Value* list = document.find(nullptr, form.for_each->path, std::nullopt);
        if (!list || list->elements().empty()) return std::nullopt;
        scope = list->elements().front();
        name = behind_first(name);
    }
    const plan::Value* value = document.find(scope, bound_name(form, name), std::nullopt);
    const Date* date = value ? std::get_if<Date>(&value->content) : nullptr;
    return date ? std::optional(*date) : std::nullopt;
}

bool has_data(const form::FormDefinition& form, const plan::CaseDocument& document) {
    const auto exists = [&](std::string_view name) { return document.find(nullptr, name, std::nullopt) != nullptr; };
    if (form.for_each && !exists(bound_name(form, form.for_each->path))) return false;
    const bool all_bound =
        std::ranges::all_of(form.document.bind, [&](const form::Binding& bound) { return exists(bound.path); });
    const bool dated_by_element = form.for_each && first_component(form.dated) == form.for_each->as;
    return all_bound && (dated_by_element || exists(parent_name(bound_name(form, form.dated))));
}

}  // namespace besshi::fill
