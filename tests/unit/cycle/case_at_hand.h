#pragma once

#include "cycle/cycle.h"
#include "cycle/place.h"

#include <filesystem>
#include <fstream>
#include <sstream>

/// The samples, as the tests of this layer change them.
namespace besshi::tests {

inline const std::filesystem::path root = BESSHI_ROOT;

inline std::string read_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline const field::Table& table() {
    static const std::string toml = read_bytes(root / "forms/fields.toml");
    static const field::Table table = field::Table::read(toml, "forms/fields.toml").value();
    return table;
}

inline const std::string& sample_office() {
    static const std::string text = read_bytes(root / "samples/kotonoha/office.toml");
    return text;
}

inline const std::string& full_case() {
    static const std::string text = read_bytes(root / "samples/kotonoha/cases/full.json");
    return text;
}

inline cycle::CaseFiles with_office(std::string_view case_json) {
    return {{case_json, "case.json"}, plan::Source{sample_office(), "office.toml"}};
}

/// `text` with the value at dotted `name` (elements of lists by number) replaced.
inline std::string with(std::string_view text, std::string_view name, cycle::Json value) {
    cycle::Json document = cycle::parse_json(text);
    *cycle::make_place(document, table(), name).value = std::move(value);
    return cycle::to_text(document);
}

/// The value at dotted `name`; null if it is not written.
inline cycle::Json value_at(std::string_view text, std::string_view name) {
    cycle::Json document = cycle::parse_json(text);
    return *cycle::make_place(document, table(), name).value;
}

inline cycle::Json period(const char* from, const char* to) {
    return cycle::Json::Object{{"from", from}, {"to", to}};
}

}  // namespace besshi::tests
