#include "form/toml_tree.h"

#include "form/diagnostics.h"
#include "form/syntax_fault.h"

#include <toml++/toml.h>

#include <algorithm>

namespace besshi::form {

namespace {

Place to_place(const toml::source_position& position) {
    return {static_cast<int>(position.line), static_cast<int>(position.column)};
}

Node to_node(const toml::node& source) {
    Node node;
    node.place = to_place(source.source().begin);
    node.end = to_place(source.source().end);
    if (const auto* text = source.as_string()) {
        node.kind = Node::Kind::text;
        node.text = text->get();
    } else if (const auto* integer = source.as_integer()) {
        node.kind = Node::Kind::integer;
        node.number = static_cast<double>(integer->get());
    } else if (const auto* number = source.as_floating_point()) {
        node.kind = Node::Kind::number;
        node.number = number->get();
    } else if (const auto* flag = source.as_boolean()) {
        node.kind = Node::Kind::boolean;
        node.flag = flag->get();
    } else if (const auto* date = source.as_date()) {
        node.kind = Node::Kind::date;
        node.text = base::to_iso(Date{date->get().year, date->get().month, date->get().day});
    } else if (const auto* array = source.as_array()) {
        node.kind = Node::Kind::array;
        for (const toml::node& item : *array) node.items.push_back(to_node(item));
    } else if (const auto* table = source.as_table()) {
        node.kind = Node::Kind::table;
        for (const auto& [key, value] : *table)
            node.members.push_back({std::string(key.str()), to_place(key.source().begin), to_node(value)});
        std::ranges::stable_sort(node.members, {}, &Member::place);
    }
    return node;
}

/// Line and column of the byte at `offset`, all bytes before it being well-formed UTF-8.
Place place_in(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 = 0
    return {static_cast<int>(std::ranges::count(before, '\n')) + 1,
            static_cast<int>(base::count_code_points(before.substr(line_start))) + 1};
}

}  // namespace

const Member* Node::find(std::string_view key) const {
    const auto member = std::ranges::find(members, key, &Member::key);
    return member == members.end() ? nullptr : &*member;
}

Place Node::place_of(std::size_t offset) const {
    if (kind != Kind::text || place.line != end.line) return place;
    const auto width_in_file = [](std::string_view part) {
        return static_cast<int>(base::count_code_points(part) +
                                static_cast<std::size_t>(std::ranges::count_if(
                                    part, [](char c) { return c == '\n' || c == '\t' || c == '"' || c == '\\'; })));
    };
    constexpr int quotes = 2;
    if (width_in_file(text) + quotes != end.column - place.column) return place;
    return {place.line, place.column + 1 + width_in_file(std::string_view(text).substr(0, offset))};
}

Result<Node> parse_toml(std::string_view toml, std::string_view file) {
    const std::size_t ill_formed = base::find_ill_formed_utf8(toml);
    if (ill_formed != std::string_view::npos) {
        const Place place = place_in(toml, ill_formed);
        return fail(diagnose(kinds::file_not_utf8, {{}, std::string(file), place.line, place.column}));
    }
    try {
        return to_node(toml::parse(toml));
    } catch (const toml::parse_error& error) {
        const SyntaxFault fault{to_place(error.source().begin), error.description()};
        return fail(explain_syntax(toml, file, fault));
    }
}

}  // namespace besshi::form
