#include "fill/annex.h"

#include "fill/borders.h"
#include "fill/cell_text.h"
#include "fill/fill.h"

#include <algorithm>

namespace besshi::fill {

namespace {

/// White above an annex that stands under another one.
constexpr Length distance{Length::per_mm * 6};

bool may_be_carried_over(const Cell& cell) {
    const auto* text = std::get_if<Text>(&cell.content);
    const bool asked = std::ranges::find(cell.style.overflow, form::Overflow::carry_over) != cell.style.overflow.end();
    return asked && text && !text->runs.empty() && !cell.note && cell.role == form::CellRole::value;
}

/// 別紙, and where there are several annexes 別紙１.
std::string numbered_annex() {
    std::string text = "別紙";
    base::append_utf8(text, annex_number_mark);
    return text;
}

/// Body text of the form in the face of `cell`.
form::Style body_style(const form::FormDefinition& form, const Cell& cell) {
    form::Style style;
    style.size = form.fit.sizes.empty() ? cell.style.size : form.fit.sizes.front();
    style.min_size = form.min_size;
    style.family = cell.style.family;
    style.overflow = {form::Overflow::grow};
    return style;
}

/// Builds the annex of one cell: its title, the words of the cell's labels, its text in a frame.
class AnnexBuilder {
public:
    AnnexBuilder(const Source& source, const Grid& grid, std::size_t cell, int columns)
        : source_(source), grid_(grid), index_(cell), columns_(columns) {}

    Grid build(std::size_t grid_index) {
        annex_.name = cell().name + ".annex";
        annex_.kind = Grid::Kind::panel;
        annex_.gap = distance;
        annex_.annex_of = Grid::AnnexOf{grid_index, index_};
        annex_.line = grid_.line;
        add_title();
        add_heading();
        add_text();
        decide_borders(annex_, columns_);
        return std::move(annex_);
    }

    Run reference() const { return generated(numbered_annex() + "のとおり"); }

private:
    const Cell& cell() const { return grid_.cells[index_]; }

    Run generated(std::string text) const {
        return generated_run(std::move(text), source_.form, cell().origin.line, cell().origin.column);
    }

    /// What is signed says so on each of its sheets.
    void add_title() {
        Cell& title = add(".title", form::CellRole::label, {generated(numbered_annex())});
        if (source_.request.purpose == form::Purpose::sign) {
            std::get<Text>(title.content).runs.push_back(generated("（署名する書類の一部です）"));
        }
        title.style.align = form::Align::center;
        title.style.heading = 1;
    }

    void add_heading() {
        std::string words;
        for (const Cell* label : labels_of(grid_, index_)) {
            const auto* text = std::get_if<Text>(&label->content);
            if (!text) continue;
            if (!words.empty()) words += "　";
            words += plain_text(text->runs);
        }
        std::erase(words, '\n');
        if (words.empty()) return;
        Cell& heading = add(".heading", form::CellRole::label, {generated(std::move(words))});
        heading.style.heading = 2;
        heading.labels = {annex_.cells.size()};
    }

    void add_text() {
        const Text& text = std::get<Text>(cell().content);
        Cell& body = add("", form::CellRole::value, text.runs);
        std::get<Text>(body.content).hang = text.hang;
        for (Run& run : std::get<Text>(body.content).runs) {
            run.size.reset();
            run.narrow = false;
        }
        body.borders = {form::Stroke::thin, form::Stroke::thin, form::Stroke::thin, form::Stroke::thin};
        body.origin = cell().origin;
    }

    /// A row with one cell over the whole width; headings are repeated on the pages the text goes on to.
    Cell& add(std::string_view part, form::CellRole role, std::vector<Run> runs) {
        annex_.rows.push_back({Length{0}, -1, role == form::CellRole::label});
        Cell& added = annex_.cells.emplace_back();
        added.name = annex_.name + std::string(part);
        added.role = role;
        added.row = static_cast<int>(annex_.rows.size()) - 1;
        added.column_span = columns_;
        added.content = Text{std::move(runs), {}};
        added.style = body_style(source_.form, cell());
        added.origin = {{}, source_.form.file, cell().origin.line, cell().origin.column};
        return added;
    }

    const Source& source_;
    const Grid& grid_;
    std::size_t index_;
    int columns_;
    Grid annex_;
};

}  // namespace

void add_annexes(Section& section, const Source& source) {
    const int columns = static_cast<int>(source.form.ruler.size());
    std::vector<Grid> annexes;
    for (std::size_t g = 0; g < section.grids.size(); ++g) {
        Grid& grid = section.grids[g];
        for (std::size_t c = 0; c < grid.cells.size(); ++c) {
            if (!may_be_carried_over(grid.cells[c])) continue;
            AnnexBuilder builder(source, grid, c, columns);
            annexes.push_back(builder.build(g));
            grid.cells[c].carry_over = CarryOver{section.grids.size() + annexes.size() - 1, builder.reference()};
        }
    }
    std::ranges::move(annexes, std::back_inserter(section.grids));
}

}  // namespace besshi::fill
