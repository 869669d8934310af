#include "ledger/chain.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace besshi::ledger {

namespace {

constexpr std::size_t group_length = 4, group_count = 4;

void append_field(std::string& bytes, std::string_view field) {
    fmt::format_to(std::back_inserter(bytes), "{}:", field.size());
    bytes += field;
}

/// A digit as the hash has it, however a person copied it; nothing if it is none.
std::optional<char> hexadecimal_digit(char c) {
    if (c >= 'A' && c <= 'F') return static_cast<char>(c - 'A' + 'a');
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) return c;
    return std::nullopt;
}

}  // namespace

std::string to_json(const Facts& facts) {
    return nlohmann::json(facts).dump();
}

std::optional<Facts> read_facts(std::string_view json) {
    const auto read = nlohmann::json::parse(json, nullptr, false);
    if (!read.is_object()) return std::nullopt;
    Facts facts;
    for (const auto& [name, value] : read.items()) {
        if (!value.is_string()) return std::nullopt;
        facts.emplace(name, value.get<std::string>());
    }
    return facts;
}

std::string hash_of(std::string_view office, const Event& event) {
    return hash_of(office, event, to_json(event.facts));
}

std::string hash_of(std::string_view office, const Event& event, std::string_view facts) {
    std::string bytes;
    append_field(bytes, office);
    append_field(bytes, std::to_string(event.number));
    append_field(bytes, name_of(event.kind).word);
    for (const std::string* field : {&event.case_number, &event.document, &event.on, &event.at, &event.by,
                                     &event.entered.moment, &event.entered.by})
        append_field(bytes, *field);
    append_field(bytes, facts);
    append_field(bytes, event.previous);
    return base::sha256_hex(bytes);
}

std::string to_text(const Head& head) {
    std::string text = std::to_string(head.events);
    for (std::size_t group = 0; group < group_count && !head.hash.empty(); ++group) {
        text += '-';
        for (const char c : head.hash.substr(group * group_length, group_length))
            text += static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
    }
    return text;
}

std::optional<KeptHead> read_head(std::string_view text) {
    KeptHead head;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), head.events);
    if (error != std::errc() || head.events < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    if (head.events == 0) return text.empty() ? std::optional(head) : std::nullopt;
    if (text.size() != group_count * (group_length + 1)) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i % (group_length + 1) == 0;
        const std::optional<char> digit = hexadecimal_digit(text[i]);
        if (is_dash ? text[i] != '-' : !digit) return std::nullopt;
        if (!is_dash) head.beginning += *digit;
    }
    return head;
}

}  // namespace besshi::ledger
