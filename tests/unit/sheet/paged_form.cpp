#include "paged_form.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace besshi::sheet::tests {

const text::FontSet& fonts() {
    static const text::FontSet set = [] {
        std::ifstream file(BESSHI_ROOT "/fonts/manifest.toml");
        std::ostringstream toml;
        toml << file.rdbuf();
        return text::FontSet::load(toml.str(), "fonts/manifest.toml").value();
    }();
    return set;
}

fill::FilledForm form(std::vector<double> ruler_mm) {
    fill::FilledForm filled;
    filled.title = "個別支援計画書";
    filled.page.width = mm(297);
    filled.page.height = mm(210);
    filled.page.top = mm(7);
    filled.page.right = filled.page.left = mm(12);
    filled.page.bottom = mm(10);
    filled.page.header_at = mm(4);
    filled.page.footer_at = mm(4);
    filled.ruler_align = form::RulerAlign::center;
    filled.fit.sizes = {pt(10.2)};
    filled.min_size = pt(6);
    for (const double width : ruler_mm) filled.ruler.push_back(mm(width));
    return filled;
}

fill::Grid grid(std::vector<double> row_heights_mm, std::vector<fill::Cell> cells) {
    fill::Grid made;
    made.name = "grid";
    int record = 0;
    for (const double height : row_heights_mm) made.rows.push_back({mm(height), record++, false});
    made.cells = std::move(cells);
    return made;
}

fill::Run run(std::string text) {
    fill::Run made;
    made.text = std::move(text);
    return made;
}

fill::Cell cell(std::string name, Place place, std::string text) {
    fill::Cell made;
    made.name = std::move(name);
    made.row = place.row;
    made.column = place.column;
    made.row_span = place.row_span;
    made.column_span = place.column_span;
    fill::Text content;
    content.runs.push_back(run(std::move(text)));
    made.content = std::move(content);
    made.style.size = pt(10.2);
    made.style.min_size = pt(6);
    made.borders = {form::Stroke::thin, form::Stroke::thin, form::Stroke::thin, form::Stroke::thin};
    return made;
}

fill::Section section(std::string sheet_name, std::vector<fill::Grid> grids) {
    fill::Section made;
    made.sheet_name = std::move(sheet_name);
    made.grids = std::move(grids);
    return made;
}

layout::PagedForm paged(fill::FilledForm filled) {
    Result<layout::PagedForm> result = layout::lay_out(std::move(filled), fonts());
    if (!result) throw std::runtime_error(base::to_line(result.error().front()));
    return std::move(*result);
}

SheetPlan arranged(fill::FilledForm filled) {
    Result<SheetPlan> result = arrange(paged(std::move(filled)), fonts());
    if (!result) throw std::runtime_error(base::to_line(result.error().front()));
    return std::move(*result);
}

const SheetCell& named(const SheetPlan& plan, std::string_view name) {
    for (const Worksheet& sheet : plan.sheets) {
        for (const SheetCell& candidate : sheet.cells) {
            if (candidate.name == name) return candidate;
        }
    }
    throw std::runtime_error("no cell named " + std::string(name) + "\n" + dump(plan));
}

std::string text_of(const SheetCell& from) {
    std::string text;
    for (const RichRun& part : from.runs) text += part.text;
    return text;
}

std::vector<int> pixels(const std::vector<Length>& lengths) {
    std::vector<int> counts;
    for (const Length length : lengths) counts.push_back(static_cast<int>(length.units / pixel.units));
    return counts;
}

}  // namespace besshi::sheet::tests
