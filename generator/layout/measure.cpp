#include "layout/measure.h"

#include "layout/metrics.h"
#include "layout/row_height.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace besshi::layout {

namespace {

bool adapts(const fill::Cell& cell) {
    if (std::holds_alternative<fill::Digits>(cell.content)) return false;
    return !cell.style.wrap || cell.note || std::ranges::any_of(cell.style.overflow, [](form::Overflow way) {
        return way == form::Overflow::shrink || way == form::Overflow::narrow;
    });
}

fill::Run generated_run(std::string text, const Origin& origin) {
    fill::Run run;
    run.text = std::move(text);
    run.source = fill::TextSource::generated;
    run.origin = origin;
    return run;
}

/// Measures the cells of one grid in the order in which they depend on each other: what grows, what
/// adapts to the rows grown so far, and the cells that receive the notes of what did not fit.
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

    Result<MeasuredGrid> run() {
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            if (!adapts(grid_.cells[i])) set(i, shaped_[i]);
        }
        grow_rows(measured_.row_heights, grid_, needs_);
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            if (!adapts(grid_.cells[i])) continue;
            set_within(i, shaped_[i]);
            if (grid_.cells[i].note && !fits(i)) noted_.push_back(i);
        }
        if (auto numbered = number_notes(); !numbered) return fail(std::move(numbered.error()));
        grow_rows(measured_.row_heights, grid_, needs_);
        return std::move(measured_);
    }

private:
    CellText cell_text(std::size_t i, const ShapedCell& shaped) const {
        const fill::Cell& cell = grid_.cells[i];
        return {.shaped = shaped,
                .style = cell.style,
                .hang = hang_of(cell),
                .width = width_of(filled_, cell),
                .padding = padding_of(grid_, cell)};
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
        if (std::holds_alternative<fill::Signature>(grid_.cells[i].content)) {
            cell.text_height = metrics::signature_height;
        } else if (std::holds_alternative<fill::Tick>(grid_.cells[i].content)) {
            cell.text_height = cell.line_pitch;
        } else if (std::holds_alternative<fill::Image>(grid_.cells[i].content)) {
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

    void set_within(std::size_t i, const ShapedCell& shaped) {
        keep(i, setter_.set_within(cell_text(i, shaped), bound(i)));
    }

    bool fits(std::size_t i) const { return setter_.fits(cell_text(i, shaped_[i]), measured_.cells[i], bound(i)); }

    Result<void> set_again(std::size_t i, std::vector<fill::Run> runs) {
        auto shaped = shape_made(std::move(runs), grid_.cells[i].style, fonts_);
        if (!shaped) return fail(std::move(shaped.error()));
        if (adapts(grid_.cells[i]))
            set_within(i, *shaped);
        else
            set(i, *shaped);
        measured_.cells[i].runs = std::move(shaped->made);
        return {};
    }

    /// ① in the cell, ① and the sentence on a line of its own at the end of the target.
    Result<void> number_notes() {
        std::map<std::size_t, std::vector<fill::Run>> targets;
        std::uint32_t number = 0;
        for (const std::size_t i : noted_) {
            const fill::Cell& cell = grid_.cells[i];
            const std::string mark = note_number(++number);
            if (auto set = set_again(i, {generated_run(mark, cell.origin)}); !set) return set;
            measured_.cells[i].note = number;

            auto [target, is_new] = targets.try_emplace(cell.note->target_cell);
            if (is_new) target->second = runs_of(grid_.cells[cell.note->target_cell].content);
            std::vector<fill::Run>& runs = target->second;
            const bool begins = std::ranges::all_of(runs, [](const fill::Run& run) { return run.text.empty(); });
            runs.push_back(generated_run((begins ? "" : "\n") + mark, cell.origin));
            runs.insert(runs.end(), cell.note->sentence.begin(), cell.note->sentence.end());
        }
        for (auto& [target, runs] : targets) {
            if (auto set = set_again(target, std::move(runs)); !set) return set;
        }
        return {};
    }

    const fill::FilledForm& filled_;
    const fill::Grid& grid_;
    std::span<const ShapedCell> shaped_;
    const text::FontSet& fonts_;
    CellSetter setter_;
    MeasuredGrid measured_;
    std::vector<Length> needs_;
    std::vector<std::size_t> noted_;
};

}  // namespace

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
        return {metrics::signature_inset_x, metrics::signature_inset_y};
    }
    if (std::holds_alternative<fill::Digits>(cell.content)) return {Length{0}, metrics::padding_y};
    if (grid.kind == fill::Grid::Kind::timetable) {
        return {metrics::timetable_padding_x, cell.row_span == 1 ? metrics::half_hour_padding_y : metrics::padding_y};
    }
    return {metrics::padding_x, metrics::padding_y};
}

std::string_view hang_of(const fill::Cell& cell) {
    const auto* text = std::get_if<fill::Text>(&cell.content);
    return text ? std::string_view(text->hang) : std::string_view();
}

std::string note_number(std::uint32_t number) {
    struct Block {
        std::uint32_t first, last;
        char32_t begins_at;
    };
    static constexpr Block circled[] = {{1, 20, 0x2460}, {21, 35, 0x3251}, {36, 50, 0x32B1}};
    for (const Block& block : circled) {
        if (number < block.first || number > block.last) continue;
        std::string text;
        base::append_utf8(text, block.begins_at + (number - block.first));
        return text;
    }
    return fmt::format("（{}）", number);
}

Result<MeasuredForm> measure(std::shared_ptr<const fill::FilledForm> filled, const ShapedForm& shaped,
                             const text::FontSet& fonts, Length size) {
    MeasuredForm measured{.filled = std::move(filled), .size = size, .grids = {}};
    const auto& sections = measured.filled->sections;
    measured.grids.resize(sections.size());
    for (std::size_t s = 0; s < sections.size(); ++s) {
        measured.grids[s].reserve(sections[s].grids.size());
        for (std::size_t g = 0; g < sections[s].grids.size(); ++g) {
            auto grid = GridMeasurer(*measured.filled, sections[s].grids[g], shaped[s][g], fonts, size).run();
            if (!grid) return fail(std::move(grid.error()));
            measured.grids[s].push_back(std::move(*grid));
        }
    }
    return measured;
}

void give_runs(MeasuredForm& measured, ShapedForm&& shaped) {
    for (std::size_t s = 0; s < shaped.size(); ++s) {
        for (std::size_t g = 0; g < shaped[s].size(); ++g) {
            for (std::size_t c = 0; c < shaped[s][g].size(); ++c) {
                MeasuredCell& cell = measured.grids[s][g].cells[c];
                if (!cell.runs.empty()) continue;
                ShapedCell& from = shaped[s][g][c];
                if (from.made.empty())
                    cell.runs.assign(from.runs.begin(), from.runs.end());
                else
                    cell.runs = std::move(from.made);
            }
        }
    }
}

}  // namespace besshi::layout
