#include "paged_form.h"
#include "sample_images.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

/// The project's forms with its sample cases: what Excel shows is what the PDF shows.
namespace besshi::sheet::tests {

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file(std::string(BESSHI_ROOT) + "/" + path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

template <class T>
T value_or_throw(Result<T> result) {
    if (!result) throw std::runtime_error(base::to_line(result.error().front()));
    return std::move(*result);
}

const field::Table& table() {
    static const field::Table read =
        value_or_throw(field::Table::read(file_text("forms/fields.toml"), "forms/fields.toml"));
    return read;
}

const form::Catalogue& catalogue() {
    static const form::Catalogue read =
        value_or_throw(form::Catalogue::read(table(), std::filesystem::path(BESSHI_ROOT) / "forms"));
    return read;
}

plan::CaseDocument sample(const std::string& name) {
    const std::string json = file_text("samples/kotonoha/cases/" + name + ".json");
    const std::string office = file_text("samples/kotonoha/office.toml");
    return besshi::tests::with_sample_images(
        value_or_throw(plan::read(table(), {json, name}, plan::Source{office, "office.toml"})));
}

struct SampleForm {
    std::string form, sample;
    form::Purpose purpose;
};

void PrintTo(const SampleForm& of, std::ostream* out) {
    *out << of.form << " " << of.sample << " " << form::to_string(of.purpose);
}

layout::PagedForm pages_of(const SampleForm& of) {
    const plan::CaseDocument document = sample(of.sample);
    form::RenderRequest request;
    request.document = of.form;
    request.purpose = of.purpose;
    const form::FormDefinition* definition = value_or_throw(catalogue().find(of.form, std::nullopt, std::nullopt));
    return paged(value_or_throw(fill::bind(*definition, document, request)));
}

/// Whether the sheet has no cell for it: nothing is written there and nothing is seen.
bool leaves_no_cell(const fill::Cell& cell) {
    const auto is_none = [](const std::optional<form::Stroke>& side) {
        return side.value_or(form::Stroke::none) == form::Stroke::none;
    };
    const form::Borders& borders = cell.borders;
    return cell.role == form::CellRole::blank && !cell.style.fill && is_none(borders.left) && is_none(borders.right) &&
           is_none(borders.top) && is_none(borders.bottom);
}

/// The text without line feeds and the boxes that stand for ellipses and ticks.
std::string characters_of(const SheetCell& cell, const fill::Content& content) {
    std::string text = text_of(cell);
    std::erase(text, '\n');
    if (std::holds_alternative<fill::Text>(content)) return text;
    for (const std::string_view box : {"■", "□"}) {
        for (std::size_t at; (at = text.find(box)) != std::string::npos;) text.erase(at, box.size());
    }
    return text;
}

class SampleForms : public ::testing::TestWithParam<SampleForm> {};

TEST_P(SampleForms, SheetsShowThePagesCellByCell) {
    const layout::PagedForm pages = pages_of(GetParam());
    const SheetPlan plan = value_or_throw(arrange(pages, fonts()));
    const auto& sections = pages.form.filled->sections;
    ASSERT_EQ(plan.sheets.size(), sections.size());
    std::vector<std::size_t> next(sections.size());
    for (const layout::Page& page : pages.pages) {
        const Worksheet& sheet = plan.sheets[page.section];
        for (const layout::PlacedCell& placed : page.cells) {
            const fill::Cell& cell = sections[page.section].grids[placed.grid].cells[placed.cell];
            if (leaves_no_cell(cell)) continue;
            ASSERT_LT(next[page.section], sheet.cells.size());
            const SheetCell& made = sheet.cells[next[page.section]++];
            EXPECT_EQ(characters_of(made, cell.content), layout::placed_text(pages, page, placed)) << cell.name;
            EXPECT_EQ(made.column, cell.column);
            EXPECT_EQ(made.column_span, cell.column_span);
        }
    }
    for (std::size_t i = 0; i < sections.size(); ++i) EXPECT_EQ(next[i], plan.sheets[i].cells.size());
}

TEST_P(SampleForms, SheetsPrintOnAsManyPagesAtNearlyTheSameSize) {
    const layout::PagedForm pages = pages_of(GetParam());
    const SheetPlan plan = value_or_throw(arrange(pages, fonts()));
    std::size_t page_count = 0;
    for (const Worksheet& sheet : plan.sheets) {
        page_count += sheet.row_breaks.size() + 1;
        const double nominal = 100 * pages.form.size.pt() / 11;
        EXPECT_GE(sheet.scale_percent, nominal * 0.88) << "Excel's type is smaller than the PDF's";
        EXPECT_LE(sheet.scale_percent, nominal + 1);
    }
    EXPECT_EQ(page_count, pages.pages.size());
}

std::vector<SampleForm> all() {
    std::vector<SampleForm> list;
    for (const char* form : {"F01", "F02", "F03", "F12", "F13"}) {
        for (const char* sample : {"full", "hard-names", "stress"})
            list.push_back({form, sample, form::Purpose::record});
        list.push_back({form, "full", form::Purpose::draft});
        list.push_back({form, "full", form::Purpose::blank});
    }
    return list;
}

INSTANTIATE_TEST_SUITE_P(All, SampleForms, ::testing::ValuesIn(all()));

}  // namespace

}  // namespace besshi::sheet::tests
