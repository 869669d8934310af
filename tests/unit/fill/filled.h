#pragma once

#include "fill/fill.h"

#include "expect_diagnostic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace besshi::fill::tests {

inline std::string file_text(const std::string& path) {
    std::ifstream in(std::string(BESSHI_ROOT) + "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// Rows of a table in tests/spec, split at tabs; lines that begin with # are left out.
inline std::vector<std::vector<std::string>> spec_rows(const std::string& name) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(file_text("tests/spec/" + name));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        std::vector<std::string>& row = rows.emplace_back(1);
        for (const char c : line) {
            if (c == '\t')
                row.emplace_back();
            else
                row.back() += c;
        }
    }
    return rows;
}

/// The project's field table, read once.
inline const field::Table& table() {
    static const field::Table read = [] {
        auto result = field::Table::read(file_text("forms/fields.toml"), "forms/fields.toml");
        if (!result) throw std::runtime_error(besshi::tests::list(result.error()));
        return std::move(*result);
    }();
    return read;
}

template <class T>
T value_or_throw(Result<T> result) {
    if (!result) throw std::runtime_error(besshi::tests::list(result.error()));
    return std::move(*result);
}

inline plan::CaseDocument case_of(std::string_view json) {
    return value_or_throw(plan::read(table(), {json, "case.json"}, std::nullopt));
}

/// A form of four columns of 20 mm. `top` goes before the first table of the file, `body` after the last.
inline form::FormDefinition form_of(std::string_view body, std::string_view top = {}) {
    std::string toml = "form = \"test\"\nrevision = 2024-05-17\nin_force = 2024-04-01\nsheet = \"様式\"\n";
    if (top.find("dated") == std::string_view::npos) toml += "dated = \"support_plan.created_on\"\n";
    toml += top;
    toml +=
        "\n[page]\npaper = \"A4 portrait\"\nmargin = { top = 10, right = 10, bottom = 10, left = 10 }\n"
        "footer = { center = \"{{page}}\" }\n"
        "[ruler]\nmm = [ 20, 20, 20, 20 ]\n[type]\nface = \"gothic\"\nsize = 10\nmin = 6\n";
    toml += body;
    return std::move(value_or_throw(form::load(table(), toml, "form.toml")).front());
}

/// A form with one panel whose one cell `a` prints `text` (TOML, quotes included).
inline form::FormDefinition form_with_text(std::string_view text, std::string_view top = {}) {
    return form_of(
        "[[block]]\nkind = \"panel\"\nname = \"p\"\nlines = [ { min = 10, cells = \"a*4\" } ]\n"
        "[block.cell]\na = { text = " +
            std::string(text) + " }\n",
        top);
}

inline form::RenderRequest request_for(form::Purpose purpose, std::map<std::string, std::string> parameters = {}) {
    form::RenderRequest request;
    request.document = "test";
    request.purpose = purpose;
    request.parameters = std::move(parameters);
    return request;
}

inline FilledForm filled(const form::FormDefinition& form, std::string_view json,
                         form::RenderRequest request = request_for(form::Purpose::record)) {
    return value_or_throw(bind(form, case_of(json), request));
}

/// The faults of a form that is refused, else its holes.
inline Diagnostics said(const form::FormDefinition& form, std::string_view json,
                        const form::RenderRequest& request = request_for(form::Purpose::record)) {
    auto result = bind(form, case_of(json), request);
    return result ? result->holes : result.error();
}

inline const Grid& grid_named(const FilledForm& form, std::string_view name, std::size_t section = 0) {
    for (const Grid& grid : form.sections.at(section).grids) {
        if (grid.name == name) return grid;
    }
    throw std::runtime_error("no grid " + std::string(name));
}

inline const Cell& cell_named(const FilledForm& form, std::string_view name, std::size_t section = 0) {
    for (const Grid& grid : form.sections.at(section).grids) {
        for (const Cell& cell : grid.cells) {
            if (cell.name == name) return cell;
        }
    }
    throw std::runtime_error("no cell " + std::string(name));
}

inline bool has_cell(const FilledForm& form, std::string_view name) {
    for (const Grid& grid : form.sections.at(0).grids) {
        for (const Cell& cell : grid.cells) {
            if (cell.name == name) return true;
        }
    }
    return false;
}

inline const std::vector<Run>& runs_of(const Cell& cell) {
    return std::get<Text>(cell.content).runs;
}

inline std::string text_of(const Cell& cell) {
    std::string text;
    if (const Text* content = std::get_if<Text>(&cell.content)) {
        for (const Run& run : content->runs) text += run.text;
    }
    return text;
}

inline std::string text_of(const FilledForm& form, std::string_view cell, std::size_t section = 0) {
    return text_of(cell_named(form, cell, section));
}

/// What `text` (TOML) prints for a case.
inline std::string printed(std::string_view text, std::string_view json,
                           form::RenderRequest request = request_for(form::Purpose::record)) {
    return text_of(filled(form_with_text(text), json, std::move(request)), "a");
}

/// `source:text@pointer`, the parts of a text and where they come from.
inline std::vector<std::string> pieces_of(const std::vector<Run>& runs) {
    std::vector<std::string> pieces;
    for (const Run& run : runs) {
        const char* source = run.source == TextSource::data    ? "data"
                             : run.source == TextSource::label ? "label"
                                                               : "generated";
        pieces.push_back(std::string(source) + ":" + run.text +
                         (run.origin.pointer.empty() ? "" : "@" + run.origin.pointer));
    }
    return pieces;
}

inline std::vector<std::string> pieces_of(const Cell& cell) {
    return pieces_of(runs_of(cell));
}

}  // namespace besshi::fill::tests
