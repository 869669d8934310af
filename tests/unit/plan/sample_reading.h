#pragma once

#include "plan/plan.h"

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
inline Diagnostics said(const Result<CaseDocument>& result) { return result ? result->notes : result.error(); }

}  // namespace besshi::plan::tests
