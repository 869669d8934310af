#include "field/field.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::field {

namespace {

/// `name` up to the next dot; `name` keeps what follows it.
std::string_view take_token(std::string_view& name) {
    const std::size_t dot = name.find('.');
    const std::string_view token = name.substr(0, dot);
    name = dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
    return token;
}

/// What follows `alias.` in `name`; nothing if `name` is not below `alias`.
std::optional<std::string_view> below_alias(std::string_view name, std::string_view alias) {
    if (!name.starts_with(alias)) return std::nullopt;
    name.remove_prefix(alias.size());
    if (name.empty()) return name;
    if (name.front() != '.') return std::nullopt;
    return name.substr(1);
}

const Field* walk(const Table& table, const Field* field, std::string_view name) {
    while (field && !name.empty()) {
        if (field->kind == Kind::reference) field = table.find_target(*field);
        if (!field) return nullptr;
        const std::string_view token = take_token(name);
        if (field->kind == Kind::map) {
            field = field->enumeration->find(token) ? field->find_child("{}") : nullptr;
        } else if (field->kind == Kind::object) {
            field = field->find_child(token);
        } else {
            return nullptr;
        }
    }
    return field;
}

}  // namespace

const Code* Enumeration::find(std::string_view wanted) const {
    const auto found = std::ranges::find(codes, wanted, &Code::code);
    return found == codes.end() ? nullptr : &*found;
}

const Field* Field::find_child(std::string_view wanted) const {
    for (const auto& child : children) {
        if (child->key == wanted) return child.get();
    }
    return nullptr;
}

bool Field::is_scalar() const {
    return kind != Kind::object && kind != Kind::list && kind != Kind::map;
}

bool Field::is_text() const {
    return kind == Kind::text || kind == Kind::long_text || kind == Kind::name || kind == Kind::digits;
}

bool Field::may_have_readings() const {
    return kind == Kind::text || kind == Kind::long_text;
}

const Field* Table::find(std::string_view path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : found->second;
}

const Enumeration* Table::find_enumeration(std::string_view name) const {
    const auto found = enumerations_.find(name);
    return found == enumerations_.end() ? nullptr : found->second.get();
}

const Field* Table::find_target(const Field& reference) const {
    const Field* list = find(reference.target);
    return list ? list->find_child("[]") : nullptr;
}

const Field* Table::resolve(const Field* scope, std::string_view name) const {
    const Field* start = scope ? scope : root_.get();
    if (name.empty()) return start;
    if (const Field* plain = walk(*this, start, name)) return plain;
    if (start != root_.get()) return nullptr;
    for (const InForce& dated : dated_lists_) {
        const auto rest = below_alias(name, dated.alias);
        if (!rest) continue;
        if (const Field* found = walk(*this, dated.list->find_child("[]"), *rest)) return found;
    }
    return nullptr;
}

std::string dump(const Table& table) {
    std::string out;
    const auto line = [&](const auto& self, const Field& field) -> void {
        if (!field.path.empty()) {
            out += fmt::format("{} {}", field.path, to_string(field.kind));
            if (field.digits > 0) out += fmt::format(" digits={}", field.digits);
            if (field.expected > 0) out += fmt::format(" expected={}", field.expected);
            if (field.limit > 0) out += fmt::format(" limit={}", field.limit);
            if (field.enumeration)
                out += fmt::format(" {}={}", field.kind == Kind::map ? "keys" : "codes", field.enumeration->name);
            if (!field.target.empty()) out += " target=" + field.target;
            for (const SpanTerm& term : field.span) out += fmt::format(" sum={}-{}", term.end, term.start);
            for (const std::string& key : field.withholds) out += " withholds=" + key;
            if (!field.in_force_as.empty()) out += " in_force_as=" + field.in_force_as;
            if (field.of_office) out += " office";
            if (field.personal) out += " personal";
            out += fmt::format(" 「{}」\n", field.label);
        }
        for (const auto& child : field.children) self(self, *child);
    };
    line(line, table.root());
    for (const auto& [name, enumeration] : table.enumerations()) {
        out += fmt::format("enum {}:", name);
        for (const Code& code : enumeration->codes) out += fmt::format(" {}={}", code.code, code.word);
        out += '\n';
    }
    return out;
}

}  // namespace besshi::field
