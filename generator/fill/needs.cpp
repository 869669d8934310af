#include "fill/needs.h"

#include "fill/diagnostics.h"

namespace besshi::fill {

namespace {

const std::vector<std::string>* find_needs(const form::FormDefinition& form, form::Purpose purpose) {
    const auto needs = form.needs.find(purpose);
    return needs == form.needs.end() ? nullptr : &needs->second;
}

const std::vector<std::string>* needs_of(const form::FormDefinition& form, form::Purpose purpose) {
    switch (purpose) {
        case form::Purpose::sign:
        case form::Purpose::record:
            return find_needs(form, purpose);
        case form::Purpose::draft: {
            const auto* own = find_needs(form, purpose);
            return own ? own : find_needs(form, form::Purpose::sign);
        }
        case form::Purpose::blank:
        case form::Purpose::prefilled:
            return nullptr;
    }
    return nullptr;
}

std::string_view purpose_words(form::Purpose purpose) {
    return purpose == form::Purpose::sign ? "署名用" : "保管用";
}

/// Of `support_plan.manager.name` it is the manager that is missing, if the reference is, and not a name.
std::string_view missing_name(const Scope& scope, std::string_view name) {
    for (std::string_view known = parent_name(name); !known.empty(); known = parent_name(known)) {
        const field::Field* field = scope.find_field(known);
        if (field && field->kind == field::Kind::reference && !scope.find(known)) name = known;
    }
    return name;
}

/// Where a missing value belongs: below the nearest thing that is there, else where its field says.
std::string missing_pointer(const Scope& scope, std::string_view name, const field::Field* field) {
    std::string below;
    for (std::string_view known = name; !known.empty(); known = parent_name(known)) {
        if (const plan::Value* value = scope.find(known)) return value->pointer + below;
        below = base::pointer_token(last_component(known)) + below;
    }
    if (!field) return below;
    std::string pointer;
    std::string_view path = std::string_view(field->path).substr(0, field->path.find_first_of("[{"));
    for (; !path.empty(); path = parent_name(path)) pointer = base::pointer_token(last_component(path)) + pointer;
    return pointer;
}

class NeedCheck {
public:
    NeedCheck(const DiagnosticKind& kind, Diagnostics& missing) : kind_(kind), missing_(missing) {}

    /// `path` is a name of `scope`, or one of the field table: `rows[].goal` is needed of every element, of a
    /// fixed-key map only itself.
    void check(const Scope& scope, std::string_view path) {
        path = path.substr(0, path.find("{}"));
        const std::size_t brackets = path.find("[]");
        if (brackets == std::string_view::npos) return check_value(scope, path);
        const std::string_view list_path = path.substr(0, brackets), rest = path.substr(brackets + 2);
        const plan::Value* list = scope.find(list_path);
        if (!list || list->elements().empty()) return check_value(scope, list_path);
        for (const plan::Value* element : list->elements()) {
            Binding binding;
            binding.as = element_name;
            binding.path = scope.full_path(list_path);
            binding.field = element->field;
            binding.value = element;
            check(Scope(scope, std::move(binding)), std::string(element_name).append(rest));
        }
    }

private:
    static constexpr std::string_view element_name = "*";

    void check_value(const Scope& scope, std::string_view name) {
        const plan::Value* value = scope.find(name);
        const auto* list = value ? std::get_if<std::vector<const plan::Value*>>(&value->content) : nullptr;
        if (value && !(list && list->empty())) return;
        if (const plan::Value* given = scope.find_given(name); given && given->withheld) return;
        name = missing_name(scope, name);
        const field::Field* field = scope.find_field(name);
        const Origin origin{missing_pointer(scope, name, field), {}, 0, 0};
        missing_.push_back(diagnose(
            kind_, origin, {field ? field->label : std::string(name), purpose_words(scope.source().request.purpose)}));
    }

    const DiagnosticKind& kind_;
    Diagnostics& missing_;
};

}  // namespace

Diagnostics missing_needs(const Scope& scope) {
    Diagnostics missing;
    const form::Purpose purpose = scope.source().request.purpose;
    const auto* needs = needs_of(scope.source().form, purpose);
    if (!needs) return missing;
    const DiagnosticKind& kind = purpose == form::Purpose::draft ? kinds::need_hole : kinds::need_missing;
    NeedCheck check(kind, missing);
    for (const std::string& path : *needs) check.check(scope, path);
    return missing;
}

}  // namespace besshi::fill
