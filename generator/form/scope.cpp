#include "form/scope.h"

#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace besshi::form {

namespace {

struct Split {
    std::string_view head, tail;  ///< tail empty if there is no dot
};

Split split_first(std::string_view name) {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return {name, {}};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

Split split_last(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return {{}, name};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

constexpr std::string_view parameter_prefix = "param.";

/// Names of an element's number in its list: 1, ①.
constexpr std::array element_numbers{std::string_view("ordinal"), std::string_view("circled")};

std::string_view to_japanese(Parameter::Type type) {
    switch (type) {
        case Parameter::Type::text:
            return "text（文字）";
        case Parameter::Type::boolean:
            return "bool（true か false）";
        case Parameter::Type::count:
            return "count（個数）";
        case Parameter::Type::time:
            return "time（時刻）";
    }
    return {};
}

}  // namespace

std::string_view to_japanese(field::Kind kind) {
    switch (kind) {
        case field::Kind::object:
            return "項目のまとまり";
        case field::Kind::list:
            return "並び";
        case field::Kind::map:
            return "決まった項目の表";
        case field::Kind::text:
        case field::Kind::long_text:
            return "文字";
        case field::Kind::name:
            return "氏名";
        case field::Kind::digits:
            return "番号";
        case field::Kind::integer:
            return "整数";
        case field::Kind::yen:
            return "金額";
        case field::Kind::boolean:
            return "はい・いいえ";
        case field::Kind::date:
            return "日付";
        case field::Kind::month:
            return "年月";
        case field::Kind::time:
            return "時刻";
        case field::Kind::period:
            return "期間";
        case field::Kind::code:
            return "選択肢";
        case field::Kind::reference:
            return "他の項目への参照";
        case field::Kind::span:
            return "時間の長さ";
        case field::Kind::image:
            return "画像";
    }
    return {};
}

const field::Field* element_of(const field::Field* field, const field::Table& table) {
    if (!field) return nullptr;
    if (field->kind == field::Kind::list || field->kind == field::Kind::map)
        return field->children.empty() ? nullptr : field->children.front().get();
    if (field->kind == field::Kind::reference) return table.find(field->target + "[]");
    return field;
}

std::vector<std::string_view> derived_names_of(const field::Field& field) {
    std::vector<std::string_view> names;
    for (const std::string_view name : field::derived_names(field.kind)) {
        const bool of_words = field.kind != field::Kind::list ||
                              (!field.children.empty() && field.children.front()->kind == field::Kind::code);
        if (name != "lines" || of_words) names.push_back(name);
    }
    if (field.key == "{}") names.push_back("word");
    if (field.key == "[]") names.insert(names.end(), element_numbers.begin(), element_numbers.end());
    return names;
}

Scope::Scope(const field::Table& table, const std::map<std::string, Parameter>& parameters)
    : table_(&table), parameters_(&parameters) {}

Scope Scope::with(std::string_view alias, const field::Field* element) const {
    Scope inner = *this;
    if (element) inner.aliases_.insert(inner.aliases_.begin(), {std::string(alias), element});
    return inner;
}

Scope Scope::at(Where where) const {
    Scope there = *this;
    there.where_ = where;
    return there;
}

const Scope::Alias* Scope::find_alias(std::string_view name) const {
    const auto alias = std::ranges::find(aliases_, name, &Alias::name);
    return alias == aliases_.end() ? nullptr : &*alias;
}

const field::Field* Scope::find_field(std::string_view name) const {
    if (name.empty()) return nullptr;
    const auto [head, tail] = split_first(name);
    const Alias* alias = find_alias(head);
    if (!alias) return table_->resolve(nullptr, name);
    return tail.empty() ? alias->element : table_->resolve(alias->element, tail);
}

const field::Field* Scope::expect_field(std::string_view name, Place place, Faults& faults) const {
    const field::Field* field = find_field(name);
    if (!field) add_unknown(name, {}, place, faults);
    return field;
}

const field::Field* Scope::find_below(const field::Field* context, std::string_view name) const {
    return context ? table_->resolve(context, name) : find_field(name);
}

std::optional<Target> Scope::find_target(const field::Field* context, std::string_view name) const {
    if (const field::Field* field = find_below(context, name)) return Target{field, {}};
    const auto [owner, last] = split_last(name);
    const field::Field* field = owner.empty() ? context : find_below(context, owner);
    if (!field) return std::nullopt;
    const std::vector<std::string_view> derived = derived_names_of(*field);
    if (std::ranges::find(derived, last) == derived.end()) return std::nullopt;
    const bool counts = std::ranges::find(element_numbers, last) != element_numbers.end();
    if (counts && !owner.empty() && !find_alias(owner)) return std::nullopt;  // not repeated here, only its field is
    return Target{field, std::string(last)};
}

std::optional<Target> Scope::expect_tag(std::string_view name, const std::vector<const field::Field*>& contexts,
                                        Place place, Faults& faults) const {
    const std::string_view head = split_first(name).head;
    if (head == "param" || head == "words" || head == "document" || head == "page" || head == "pages" || head == "time")
        return expect_special(name, place, faults);

    if (name.starts_with('.')) {
        if (contexts.empty()) {
            faults.add(kinds::tag_dot_outside, place, {name});
            return std::nullopt;
        }
        if (name == ".") return Target{contexts.back(), {}};
        if (std::optional<Target> target = find_target(contexts.back(), name.substr(1))) return target;
    }
    for (auto context = contexts.rbegin(); context != contexts.rend(); ++context)
        if (std::optional<Target> target = find_target(*context, name)) return target;
    if (std::optional<Target> target = find_target(nullptr, name)) return target;

    const auto [owner, last] = split_last(name);
    const field::Field* field = owner.empty() ? nullptr : find_field(owner);
    if (field && field->is_scalar() && field->kind != field::Kind::reference) {
        const std::vector<std::string_view> names = derived_names_of(*field);
        faults.add(kinds::tag_derived, place,
                   {owner, to_japanese(field->kind), last,
                    names.empty() ? "この項目のあとには何も付けられません。"
                                  : "付けられるのは" + quoted_list(names) + "です。"});
    } else {
        add_unknown(name, contexts, place, faults);
    }
    return std::nullopt;
}

std::optional<Target> Scope::expect_special(std::string_view name, Place place, Faults& faults) const {
    const auto [head, tail] = split_first(name);
    if (head == "param") {
        if (parameters_->contains(std::string(tail))) return Target{};
        faults.add(kinds::param_unknown, place, {tail, nearest_parameter(tail)});
        return std::nullopt;
    }
    if (head == "words") {
        const auto [enumeration_name, code] = split_first(tail);
        const field::Enumeration* enumeration = table_->find_enumeration(enumeration_name);
        if (enumeration && enumeration->find(code)) return Target{};
        faults.add(kinds::words_unknown, place, {tail});
        return std::nullopt;
    }
    if (head == "document" && (tail == "id" || tail == "version")) return Target{};
    if ((name == "page" || name == "pages") && where_ == Where::band) return Target{};
    if (name == "time.hm" && where_ == Where::time_label) return Target{nullptr, "hm"};
    if (name == "page" || name == "pages")
        faults.add(kinds::tag_band_only, place, {name});
    else
        add_unknown(name, {}, place, faults);
    return std::nullopt;
}

const Parameter* Scope::expect_parameter(std::string_view text, Parameter::Type type, Place place,
                                         Faults& faults) const {
    const std::string_view name = text.starts_with(parameter_prefix) ? text.substr(parameter_prefix.size()) : text;
    const auto parameter = parameters_->find(std::string(name));
    if (!text.starts_with(parameter_prefix) || parameter == parameters_->end()) {
        faults.add(kinds::param_unknown, place, {name, nearest_parameter(name)});
        return nullptr;
    }
    if (parameter->second.type != type) {
        faults.add(kinds::param_type, place, {name, to_japanese(type), to_japanese(parameter->second.type)});
        return nullptr;
    }
    return &parameter->second;
}

void Scope::add_unknown(std::string_view name, const std::vector<const field::Field*>& contexts, Place place,
                        Faults& faults) const {
    std::string nearest = nearest_name(nullptr, name);
    if (nearest.empty() && !contexts.empty()) nearest = nearest_name(contexts.back(), name);
    faults.add(kinds::path_unknown, place, {name, suggestion(nearest, "項目の名前は forms/fields.toml にあります。")});
}

std::string Scope::nearest_name(const field::Field* context, std::string_view name) const {
    std::string_view known = name;  // the longest beginning that exists
    const field::Field* owner = nullptr;
    while (!owner && !known.empty()) {
        known = split_last(known).head;
        if (!known.empty()) owner = find_below(context, known);
    }
    const std::string_view rest = known.empty() ? name : name.substr(known.size() + 1);
    const std::string_view wrong = split_first(rest).head;

    if (!owner && !context) {
        std::vector<std::string_view> aliases;
        for (const Alias& alias : aliases_) aliases.push_back(alias.name);
        if (const std::string_view alias = find_nearest(wrong, aliases); !alias.empty())
            return std::string(alias) + std::string(rest.substr(wrong.size()));
    }
    const field::Field* parent = owner ? element_of(owner, *table_) : context ? context : &table_->root();
    if (!parent) return {};
    if (owner && parent->is_scalar()) {
        const std::vector<std::string_view> derived = derived_names_of(*owner);
        const std::string_view near = find_nearest(wrong, derived);
        return near.empty() ? std::string{} : fmt::format("{}.{}", known, near);
    }
    const std::optional<std::string> key = table_->find_nearest_key(*parent, wrong);
    if (!key) return {};
    return fmt::format("{}{}{}{}", known, known.empty() ? "" : ".", *key, rest.substr(wrong.size()));
}

std::string Scope::nearest_parameter(std::string_view name) const {
    std::vector<std::string_view> names;
    for (const auto& [parameter, unused] : *parameters_) names.push_back(parameter);
    return suggestion(find_nearest(name, names), "[param.名前] の表で先に決めてください。");
}

}  // namespace besshi::form
