#include "fill/scope.h"

#include <algorithm>

namespace besshi::fill {

namespace {

/// What follows the first component: `row.goal` → `goal`, `row` → nothing.
std::string_view after_first(std::string_view name) {
    const std::size_t dot = name.find('.');
    return dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
}

/// Whether `path` is `prefix` or lies below it.
bool is_below(std::string_view path, std::string_view prefix) {
    return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '.');
}

/// A path of the form file or field table without brackets: `rows[].goal` → `rows.goal`.
std::string without_brackets(std::string_view path) {
    std::string plain(path);
    std::erase_if(plain, [](char c) { return c == '[' || c == ']' || c == '{' || c == '}'; });
    return plain;
}

}  // namespace

std::string_view first_component(std::string_view name) {
    return name.substr(0, name.find('.'));
}

std::string_view last_component(std::string_view name) {
    return name.substr(name.rfind('.') + 1);
}

std::string_view parent_name(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view{} : name.substr(0, dot);
}

Scope Scope::without_data() const {
    Scope scope(*this);
    scope.hidden_ = true;
    return scope;
}

const Binding* Scope::find_binding(std::string_view name) const {
    const std::string_view first = first_component(name);
    for (const Scope* scope = this; scope; scope = scope->outer_) {
        if (!scope->binding_.as.empty() && scope->binding_.as == first) return &scope->binding_;
    }
    return nullptr;
}

const plan::Value* Scope::find(std::string_view name) const {
    return is_shown(name) ? source_.disclosure.let_through(find_given(name)) : nullptr;
}

const plan::Value* Scope::find_given(std::string_view name) const {
    const Binding* binding = find_binding(name);
    if (!binding) return source_.document.find(nullptr, name, source_.on);
    const std::string_view rest = after_first(name);
    if (!binding->value || rest.empty()) return binding->value;
    return source_.document.find(binding->value, rest, source_.on);
}

const field::Field* Scope::find_field(std::string_view name) const {
    const field::Table& table = source_.document.table();
    const Binding* binding = find_binding(name);
    if (!binding) return table.resolve(nullptr, name);
    const std::string_view rest = after_first(name);
    return !binding->field || rest.empty() ? binding->field : table.resolve(binding->field, rest);
}

std::string Scope::full_path(std::string_view name) const {
    const Binding* binding = find_binding(name);
    if (!binding) return without_brackets(name);
    const std::string_view rest = after_first(name);
    return rest.empty() ? binding->path : binding->path + "." + std::string(rest);
}

bool Scope::is_shown(std::string_view name) const {
    if (hidden_ || source_.request.purpose == form::Purpose::blank) return false;
    if (source_.request.purpose != form::Purpose::prefilled) return true;
    const std::string path = full_path(name);
    return std::ranges::any_of(source_.form.prefilled, [&](const std::string& entry) {
        const std::string shown = without_brackets(full_path(entry));
        return is_below(path, shown) || is_below(shown, path);
    });
}

Binding bind_name(const Scope& scope, std::string_view as, std::string_view path) {
    Binding binding;
    binding.as = as;
    binding.path = scope.full_path(path);
    binding.value = scope.find_given(path);
    return binding;
}

}  // namespace besshi::fill
