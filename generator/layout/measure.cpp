#include "layout/measure.h"

#include "layout/generated_text.h"
#include "layout/metrics.h"
#include "layout/row_height.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace besshi::layout {

namespace {

bool has_text(const fill::Cell& cell) {
    return std::ranges::any_of(runs_of(cell.content), [](const fill::Run& run) { return !run.text.empty(); });
}

fill::Run generated_run(std::string text, const Origin& origin) {
    fill::Run run;
    run.text = std::move(text);
    run.source = fill::TextSource::generated;
    run.origin = origin;
    return run;
}

/// Measures the cells of one grid in the order in which they depend on each other: what grows, what
/// adapts to the rows grown so far, the cells that receive the notes of what did not fit, and what has
/// to be carried over to an annex.
class GridMeasurer {
public:
    GridMeasurer(const fill::FilledForm& filled, const fill::Grid& grid, std::span<const ShapedCell> shaped,
                 const text::FontSet& fonts, Length size)
        : filled_(filled),
          grid_(grid),
          shaped_(shaped),
          fonts_(fonts),
          setter_(fonts, type_scale(filled, size)),
          needs_(grid.cells.size()) {
        measured_.cells.resize(grid.cells.size());
        measured_.row_heights = minimum_heights(grid);
    }

    Result<void> set_cells() {
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            if (!adapts(grid_.cells[i])) set(i, shaped_[i]);
        }
        grow_rows(measured_.row_heights, grid_, needs_);
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            if (!adapts(grid_.cells[i])) continue;
            if (auto set = set_within(i, shaped_[i]); !set) return set;
            if (grid_.cells[i].note && !fits(i)) noted_[grid_.cells[i].note->order].push_back(i);
        }
        return number_notes();
    }

    /// The cells whose texts have no room, notes included.
    std::vector<std::size_t> carried_over() const {
        std::vector<std::size_t> cells;
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            const std::optional<Length> height = bound(i);
            if (grid_.cells[i].carry_over && height && needs_[i] > *height) cells.push_back(i);
        }
        return cells;
    }

    Result<void> refer_to_annex(std::size_t i, AnnexNumber annex) {
        auto set = set_again(i, {number_annex(grid_.cells[i].carry_over->reference, annex)});
        measured_.cells[i].annex = annex;
        return set;
    }

    /// Sets this grid, an annex, for a text that received `notes`.
    Result<void> set_annex(AnnexNumber annex, std::span<const fill::Run> notes) {
        measured_.annex = annex;
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            std::vector<fill::Run> runs = runs_of(grid_.cells[i].content);
            if (i + 1 < grid_.cells.size()) {
                for (fill::Run& run : runs) run = number_annex(std::move(run), annex);
            } else {
                runs.insert(runs.end(), notes.begin(), notes.end());
            }
            if (auto set = set_again(i, std::move(runs)); !set) return set;
        }
        return {};
    }

    std::span<const fill::Run> notes_of(std::size_t i) const {
        const auto notes = notes_.find(i);
        return notes == notes_.end() ? std::span<const fill::Run>() : notes->second;
    }

    MeasuredGrid finish() {
        grow_rows(measured_.row_heights, grid_, needs_);
        return std::move(measured_);
    }

private:
    CellText cell_text(std::size_t i, const ShapedCell& shaped) const {
        return layout::cell_text(filled_, grid_, grid_.cells[i], shaped);
    }

    /// Rows without a minimum height bind nothing.
    std::optional<Length> bound(std::size_t i) const {
        const fill::Cell& cell = grid_.cells[i];
        const std::span rows =
            std::span(grid_.rows).subspan(static_cast<std::size_t>(cell.row), static_cast<std::size_t>(cell.row_span));
        if (std::ranges::all_of(rows, [](const fill::Row& row) { return row.min_height == Length{0}; })) {
            return std::nullopt;
        }
        return height_of_rows(measured_.row_heights, cell);
    }

    void keep(std::size_t i, MeasuredCell cell) {
        const fill::Content& content = grid_.cells[i].content;
        if (std::holds_alternative<fill::Signature>(content)) {
            cell.text_height = form::least_signature_height;
        } else if (std::holds_alternative<fill::Tick>(content) || std::holds_alternative<fill::Digits>(content)) {
            cell.text_height = cell.line_pitch;
        } else if (std::holds_alternative<fill::Image>(content)) {
            cell.text_height = metrics::least_image_height;
        }
        needs_[i] = needed_height(cell);
        measured_.cells[i] = std::move(cell);
    }

    void set(std::size_t i, const ShapedCell& shaped) {
        const auto* digits = std::get_if<fill::Digits>(&grid_.cells[i].content);
        const CellText cell = cell_text(i, shaped);
        keep(i, digits ? setter_.set_in_boxes(cell, digits->boxes) : setter_.set(cell));
    }

    Result<void> set_within(std::size_t i, const ShapedCell& shaped) {
        if (grid_.cells[i].style.direction == Direction::horizontal) {
            keep(i, setter_.set_within(cell_text(i, shaped), bound(i)));
            return {};
        }
        const ColumnHeight height{height_of_rows(measured_.row_heights, grid_.cells[i]), highest_label(filled_.page)};
        auto columns = setter_.set_in_columns(cell_text(i, shaped), height);
        if (!columns) return set_level(i, shaped.runs);
        keep(i, std::move(*columns));
        return {};
    }

    /// Sets vertical text that has no room for its columns in horizontal lines, which have room anywhere.
    Result<void> set_level(std::size_t i, std::span<const fill::Run> runs) {
        auto shaped = shape_made({runs.begin(), runs.end()}, level(grid_.cells[i].style), fonts_);
        if (!shaped) return fail(std::move(shaped.error()));
        keep(i, setter_.set_within(cell_text(i, *shaped), bound(i)));
        place_glyphs(*shaped, fonts_, measured_.cells[i]);
        measured_.cells[i].runs = Runs(std::move(shaped->made));
        return {};
    }

    bool fits(std::size_t i) const { return setter_.fits(measured_.cells[i], bound(i)); }

    Result<void> set_again(std::size_t i, std::vector<fill::Run> runs) {
        auto shaped = shape_made(std::move(runs), grid_.cells[i].style, fonts_);
        if (!shaped) return fail(std::move(shaped.error()));
        if (!adapts(grid_.cells[i])) {
            set(i, *shaped);
        } else if (auto set = set_within(i, *shaped); !set) {
            return set;
        }
        place_glyphs(*shaped, fonts_, measured_.cells[i]);
        measured_.cells[i].runs = Runs(std::move(shaped->made));
        return {};
    }

    /// ① in the cells of an event; below the heading at the end of the target ① and the sentence, once, on a line of
    /// its own.
    Result<void> number_notes() {
        int number = 0;
        for (const auto& [order, cells] : noted_) {
            const std::string mark = fill::circled(++number);
            for (const std::size_t i : cells) {
                if (auto set = set_again(i, {generated_run(mark, grid_.cells[i].origin)}); !set) return set;
                measured_.cells[i].note = static_cast<std::uint32_t>(number);
            }
            add_note(mark, grid_.cells[cells.front()]);
        }
        for (const auto& [target, notes] : notes_) {
            std::vector<fill::Run> runs = runs_of(grid_.cells[target].content);
            runs.insert(runs.end(), notes.begin(), notes.end());
            if (auto set = set_again(target, std::move(runs)); !set) return set;
        }
        return {};
    }

    void add_note(const std::string& mark, const fill::Cell& cell) {
        const std::size_t target = cell.note->target_cell;
        std::vector<fill::Run>& notes = notes_[target];
        if (notes.empty() && grid_.notes_heading) add_line(notes, target, *grid_.notes_heading);
        add_line(notes, target, generated_run(mark, cell.origin));
        notes.insert(notes.end(), cell.note->sentence.begin(), cell.note->sentence.end());
    }

    /// Begins a line of the notes with `run`.
    void add_line(std::vector<fill::Run>& notes, std::size_t target, fill::Run run) const {
        const bool begins = notes.empty() && !has_text(grid_.cells[target]);
        if (!begins) run.text.insert(0, "\n");
        notes.push_back(std::move(run));
    }

    const fill::FilledForm& filled_;
    const fill::Grid& grid_;
    std::span<const ShapedCell> shaped_;
    const text::FontSet& fonts_;
    CellSetter setter_;
    MeasuredGrid measured_;
    std::vector<Length> needs_;
    std::map<std::size_t, std::vector<std::size_t>> noted_;  ///< cells whose texts have no room, by order of the notes
    std::map<std::size_t, std::vector<fill::Run>> notes_;    ///< what stands at the end of other cells
};

/// A cell of a section.
struct CellId {
    std::size_t grid = 0, cell = 0;
};

/// Grid by grid, then what is carried over: annexes are numbered through the section. They are set in the
/// form's own size, whatever size `fit` chooses for the body.
Result<std::vector<MeasuredGrid>> measure_section(const fill::FilledForm& filled, const fill::Section& section,
                                                  const std::vector<std::vector<ShapedCell>>& shaped,
                                                  const text::FontSet& fonts, Length size) {
    const Length annex_size = filled.fit.sizes.empty() ? size : filled.fit.sizes.front();
    std::vector<GridMeasurer> measurers;
    measurers.reserve(section.grids.size());
    std::vector<CellId> carried;
    for (std::size_t g = 0; g < section.grids.size(); ++g) {
        const fill::Grid& grid = section.grids[g];
        GridMeasurer& measurer =
            measurers.emplace_back(filled, grid, shaped[g], fonts, grid.annex_of ? annex_size : size);
        if (grid.annex_of) continue;
        if (auto set = measurer.set_cells(); !set) return fail(std::move(set.error()));
        for (const std::size_t cell : measurer.carried_over()) carried.push_back({g, cell});
    }
    for (std::size_t i = 0; i < carried.size(); ++i) {
        const auto [grid, cell] = carried[i];
        const AnnexNumber number{static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(carried.size())};
        GridMeasurer& annex = measurers[section.grids[grid].cells[cell].carry_over->annex];
        auto set = annex.set_annex(number, measurers[grid].notes_of(cell));
        if (set) set = measurers[grid].refer_to_annex(cell, number);
        if (!set) return fail(std::move(set.error()));
    }
    std::vector<MeasuredGrid> grids;
    grids.reserve(measurers.size());
    for (GridMeasurer& measurer : measurers) grids.push_back(measurer.finish());
    return grids;
}

}  // namespace

form::Style level(form::Style style) {
    style.direction = Direction::horizontal;
    return style;
}

Length highest_label(const form::PageSetup& page) {
    return (page.height - page.top - page.bottom) / 2;
}

bool adapts(const fill::Cell& cell) {
    if (std::holds_alternative<fill::Digits>(cell.content)) return false;
    return !cell.style.wrap || cell.style.direction == Direction::vertical || cell.note ||
           std::ranges::any_of(cell.style.overflow, [](form::Overflow way) {
               return way == form::Overflow::shrink || way == form::Overflow::narrow ||
                      way == form::Overflow::carry_over;
           });
}

TypeScale type_scale(const fill::FilledForm& filled, Length size) {
    return {.chosen = size,
            .first = filled.fit.sizes.empty() ? size : filled.fit.sizes.front(),
            .min_size = filled.min_size};
}

std::vector<Length> ruler_edges(const fill::FilledForm& filled) {
    const form::PageSetup& page = filled.page;
    const Length width = std::accumulate(filled.ruler.begin(), filled.ruler.end(), Length{0});
    Length x = page.left;
    if (filled.ruler_align == form::RulerAlign::center) x += (page.width - page.left - page.right - width) / 2;
    std::vector<Length> edges{x};
    edges.reserve(filled.ruler.size() + 1);
    for (const Length column : filled.ruler) edges.push_back(x += column);
    return edges;
}

Length width_of(const fill::FilledForm& filled, const fill::Cell& cell) {
    const auto first = filled.ruler.begin() + cell.column;
    return std::accumulate(first, first + cell.column_span, Length{0});
}

Padding padding_of(const fill::Grid& grid, const fill::Cell& cell) {
    if (std::holds_alternative<fill::Signature>(cell.content)) {
        return {form::signature_inset_x, form::signature_inset_y};
    }
    if (std::holds_alternative<fill::Digits>(cell.content)) return {Length{0}, metrics::padding_y};
    if (grid.kind == fill::Grid::Kind::timetable) {
        return {metrics::timetable_padding_x, cell.row_span == 1 ? metrics::half_hour_padding_y : metrics::padding_y};
    }
    return {metrics::padding_x, metrics::padding_y};
}

const form::Hang& hang_of(const fill::Cell& cell) {
    static const form::Hang none;
    const auto* text = std::get_if<fill::Text>(&cell.content);
    return text ? text->hang : none;
}

CellText cell_text(const fill::FilledForm& filled, const fill::Grid& grid, const fill::Cell& cell,
                   const ShapedCell& shaped) {
    return {.shaped = shaped,
            .style = cell.style,
            .hang = hang_of(cell),
            .width = width_of(filled, cell),
            .padding = padding_of(grid, cell)};
}

bool is_left_out(const fill::Grid& grid, const MeasuredGrid& measured) {
    return grid.annex_of && measured.annex.number == 0;
}

Result<MeasuredForm> measure(std::shared_ptr<const fill::FilledForm> filled, const ShapedForm& shaped,
                             const text::FontSet& fonts, Length size) {
    MeasuredForm measured{.filled = std::move(filled), .size = size, .grids = {}};
    const auto& sections = measured.filled->sections;
    measured.grids.reserve(sections.size());
    for (std::size_t s = 0; s < sections.size(); ++s) {
        auto grids = measure_section(*measured.filled, sections[s], shaped[s], fonts, size);
        if (!grids) return fail(std::move(grids.error()));
        measured.grids.push_back(std::move(*grids));
    }
    return measured;
}

void finish(MeasuredForm& measured, ShapedForm&& shaped, const text::FontSet& fonts) {
    for (std::size_t s = 0; s < shaped.size(); ++s) {
        for (std::size_t g = 0; g < shaped[s].size(); ++g) {
            for (std::size_t c = 0; c < shaped[s][g].size(); ++c) {
                MeasuredCell& cell = measured.grids[s][g].cells[c];
                if (!cell.runs.empty()) continue;
                ShapedCell& from = shaped[s][g][c];
                place_glyphs(from, fonts, cell);
                cell.runs = from.made.empty() ? Runs(from.runs) : Runs(std::move(from.made));
            }
        }
    }
}

}  // namespace besshi::layout
