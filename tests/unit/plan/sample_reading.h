#pragma once

#include "expect_diagnostic.h"
#include "plan/plan.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace besshi::plan::tests {

inline std::string file_text(const std::string& path) {
    std::ifstream in(std::string(BESSHI_ROOT) + "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// The field table of the project, read once.
inline const field::Table& table() {
    static const field::Table read = [] {
        auto result = field::Table::read(file_text("forms/fields.toml"), "forms/fields.toml");
        if (!result) throw std::runtime_error(base::to_line(result.error().front()));
        return std::move(*result);
    }();
    return read;
}

inline Result<CaseDocument> read_case(std::string_view json) {
    return read(table(), {json, "case.json"}, std::nullopt);
}

inline Result<CaseDocument> read_case(std::string_view json, std::string_view office) {
    return read(table(), {json, "case.json"}, Source{office, "office.toml"});
}

/// All that was said: faults of a refused case, notes of one that was read.
inline Diagnostics said(const Result<CaseDocument>& result) {
    return result ? result->notes : result.error();
}

/// The text of the value at `name`; throws if there is none.
inline const std::string& text_at(const CaseDocument& document, std::string_view name) {
    const Value* value = document.find(nullptr, name, std::nullopt);
    if (!value) throw std::runtime_error("nothing at " + std::string(name));
    return std::get<std::string>(value->content);
}

/// A case with nothing but the 備考 of the plan, a field of several lines.
inline std::string case_with_remarks(const std::string& text) {
    return nlohmann::json{{"support_plan", {{"remarks", text}}}}.dump();
}

/// What is left of `text` after reading; throws if it was refused.
inline std::string read_remarks(const std::string& text) {
    const auto result = read_case(case_with_remarks(text));
    if (!result) throw std::runtime_error(besshi::tests::list(result.error()));
    return text_at(*result, "support_plan.remarks");
}

/// The codes of what was said, in order.
inline std::vector<std::string> codes(const Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (const Diagnostic& diagnostic : diagnostics) all.emplace_back(diagnostic.code);
    return all;
}

}  // namespace besshi::plan::tests
