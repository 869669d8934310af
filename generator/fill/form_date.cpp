#include "fill/fill.h"
#include "fill/scope.h"

namespace besshi::fill {

namespace {

/// `hours.created_on` behind `hours.`: `created_on`.
std::string_view behind_first(std::string_view name) {
    const std::size_t first = first_component(name).size();
    return first < name.size() ? name.substr(first + 1) : std::string_view{};
}

}  // namespace

std::optional<Date> find_form_date(const form::FormDefinition& form, const plan::CaseDocument& document) {
    std::string name = form.dated;
    const plan::Value* scope = nullptr;
    if (form.for_each && first_component(name) == form.for_each->as) {
        const plan::Value* list = document.find(nullptr, form.for_each->path, std::nullopt);
        if (!list || list->elements().empty()) return std::nullopt;
        scope = list->elements().front();
        name = behind_first(name);
    }
    for (const form::Binding& bound : form.document.bind) {
        if (first_component(name) == bound.as) name = bound.path + "." + std::string(behind_first(name));
    }
    const plan::Value* value = document.find(scope, name, std::nullopt);
    const Date* date = value ? std::get_if<Date>(&value->content) : nullptr;
    return date ? std::optional(*date) : std::nullopt;
}

}  // namespace besshi::fill
