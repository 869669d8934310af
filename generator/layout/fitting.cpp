#include "layout/decision.h"
#include "layout/measure.h"
#include "layout/row_height.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace besshi::layout {

namespace {

std::int64_t permille(Length part, Length whole) {
    return whole > Length{0} ? scale(part, 1000, whole.units).units : 0;
}

Length widest_line(const MeasuredCell& cell) {
    Length widest{0};
    for (const text::Line& line : cell.text.lines) widest = std::max(widest, line.indent + line.width);
    return widest;
}

std::size_t count_characters(std::span<const fill::Run> runs) {
    std::size_t count = 0;
    for (const fill::Run& run : runs) count += base::count_characters(run.text);
    return count;
}

/// How many characters a text has too many for a room, or how many more the room takes.
class Room {
public:
    /// `text` wraps, or not, as `style` says; its glyphs are placed.
    Room(const MeasuredCell& text, const form::Style& style, Length width, std::optional<Length> height)
        : text_(text), wraps_(style.wrap), measure_(width - text.padding_x * 2), lines_(lines_within(height)) {}

    std::int64_t spare() const {
        const auto lines = static_cast<std::int64_t>(text_.text.lines.size());
        std::int64_t too_many = 0;
        for (std::int64_t l = 0; l < lines; ++l) {
            const text::Line& line = text_.text.lines[static_cast<std::size_t>(l)];
            too_many += characters_beyond(line, l < lines_ ? measure_ - line.indent : Length{0});
        }
        if (too_many > 0) return -too_many;
        const text::Line& last = text_.text.lines.back();
        const std::int64_t free_lines = wraps_ ? lines_ - lines : 0;
        return free_lines * whole_characters(measure_) + whole_characters(measure_ - last.indent - last.width);
    }

private:
    std::int64_t lines_within(std::optional<Length> height) const {
        const auto lines = static_cast<std::int64_t>(text_.text.lines.size());
        return height ? std::max<std::int64_t>(0, (*height - text_.padding_y * 2).units / text_.line_pitch.units)
                      : lines;
    }

    std::int64_t whole_characters(Length width) const {
        return std::max<std::int64_t>(0, width.units / text_.size.units);
    }

    /// Characters of a line that end right of `width`; white space that hangs there counts for nothing.
    std::int64_t characters_beyond(const text::Line& line, Length width) const {
        if (line.width <= width) return 0;
        Length pen{0};
        std::string beyond;
        for (std::uint32_t g = line.first_glyph; g < line.first_glyph + line.glyph_count; ++g) {
            const text::PlacedGlyph& glyph = text_.text.glyphs[g];
            pen += glyph.advance;
            if (pen <= width || glyph.advance == Length{0}) continue;
            beyond.append(text_.runs[glyph.run].text, glyph.begin, glyph.end - glyph.begin);
        }
        return static_cast<std::int64_t>(base::count_characters(beyond));
    }

    const MeasuredCell& text_;
    bool wraps_;
    Length measure_;
    std::int64_t lines_;
};

/// A cell of a form.
struct CellId {
    std::size_t section = 0, grid = 0, cell = 0;
    auto operator<=>(const CellId&) const = default;
};

/// The places of one cell on the pages, repetitions left out.
struct Parts {
    std::vector<std::uint32_t> pages;
    Length height;  ///< of all parts
    std::int64_t count = 0;
};

std::map<CellId, Parts> parts_of_cells(const PagedForm& paged) {
    std::map<CellId, Parts> parts;
    for (std::size_t p = 0; p < paged.pages.size(); ++p) {
        for (const PlacedCell& placed : paged.pages[p].cells) {
            if (placed.repeated) continue;
            Parts& cell = parts[{paged.pages[p].section, placed.grid, placed.cell}];
            cell.pages.push_back(static_cast<std::uint32_t>(p + 1));
            cell.height += placed.box.height;
            ++cell.count;
        }
    }
    return parts;
}

/// Reads the fittings of one grid off the form as printed and as it would be at its first size.
class GridFittings {
public:
    struct Form {
        const PagedForm& paged;
        const MeasuredForm& at_first_size;
        const ShapedForm& shaped;
        const text::FontSet& fonts;
        const std::map<CellId, Parts>& parts;
    };

    GridFittings(const Form& form, std::size_t section, std::size_t grid)
        : form_(form),
          section_(section),
          grid_(grid),
          filled_(form.paged.form.filled->sections[section].grids[grid]),
          measured_(form.paged.form.grids[section][grid]),
          shaped_(form.shaped[section][grid]),
          decisions_(filled_) {}

    void append(std::vector<Fitting>& fittings) const {
        for (std::size_t c = 0; c < filled_.cells.size(); ++c) {
            const bool is_printed = form_.parts.contains({section_, grid_, c});
            if (is_printed && !filled_.cells[c].origin.pointer.empty() && !shaped_[c].text.glyphs.empty())
                fittings.push_back(fitting(c));
        }
    }

private:
    Fitting fitting(std::size_t c) const {
        const fill::Cell& cell = filled_.cells[c];
        const MeasuredCell& printed = measured_.cells[c];
        const MeasuredCell full = at_full_size(c);
        const Parts& parts = form_.parts.at({section_, grid_, c});
        const Length inner_height = parts.height - printed.padding_y * (2 * parts.count);
        const Length inner_width = width_of(filled_form(), cell) - printed.padding_x * 2;
        Fitting fitting{.origin = cell.origin,
                        .cell = cell.name,
                        .label = label_of(filled_, c),
                        .pages = parts.pages,
                        .size_asked = full.size,
                        .size_used = printed.size,
                        .narrow_permille = printed.narrow_permille,
                        .characters = count_characters(shaped_[c].runs),
                        .lines = printed.text.lines.size(),
                        .height_permille = permille(printed.text_height, inner_height),
                        .width_permille = permille(widest_line(printed), inner_width),
                        .spare = spare(c, full),
                        .decisions = {}};
        decisions_.decide(c, printed, fitting.decisions);
        if (printed.annex.number > 0) add_annex(cell.carry_over->annex, fitting);
        return fitting;
    }

    /// The annex is where the text stands: its last cell.
    void add_annex(std::size_t annex, Fitting& fitting) const {
        const fill::Grid& grid = form_.paged.form.filled->sections[section_].grids[annex];
        const std::size_t text = grid.cells.size() - 1;
        const Parts& parts = form_.parts.at({section_, annex, text});
        fitting.pages.insert(fitting.pages.end(), parts.pages.begin(), parts.pages.end());
        GridDecisions(grid).decide(text, form_.paged.form.grids[section_][annex].cells[text], fitting.decisions);
    }

    /// The cell's own text as the form asks for it, whatever became of it.
    MeasuredCell at_full_size(std::size_t c) const {
        const CellSetter setter(form_.fonts, type_scale(filled_form(), form_.at_first_size.size));
        MeasuredCell full = setter.set(cell_text(filled_form(), filled_, filled_.cells[c], shaped_[c]));
        place_glyphs(shaped_[c], form_.fonts, full);
        full.runs = Runs(shaped_[c].runs);
        return full;
    }

    /// Boxes of digits and choices are as large as the form makes them.
    std::optional<std::int64_t> spare(std::size_t c, const MeasuredCell& full) const {
        const fill::Cell& cell = filled_.cells[c];
        const std::optional<Length> height = height_left_to(c);
        if (!std::holds_alternative<fill::Text>(cell.content) || (cell.style.wrap && !height)) return std::nullopt;
        return Room(full, cell.style, width_of(filled_form(), cell), height).spare();
    }

    /// The height the cell has without taking any: what the form gives its rows, or more if other cells need it.
    /// What adapts to its rows makes them higher for none that adapts too. Nothing for rows that have no height.
    std::optional<Length> height_left_to(std::size_t c) const {
        const fill::Cell& cell = filled_.cells[c];
        std::vector<Length> heights = minimum_heights(filled_);
        if (height_of_rows(heights, cell) == Length{0}) return std::nullopt;
        const std::vector<MeasuredCell>& others = form_.at_first_size.grids[section_][grid_].cells;
        std::vector<Length> needs(others.size());
        for (std::size_t i = 0; i < others.size(); ++i) {
            const bool counts = i != c && !(adapts(cell) && adapts(filled_.cells[i]));
            if (counts) needs[i] = needed_height(others[i]);
        }
        grow_rows(heights, filled_, needs);
        return height_of_rows(heights, cell);
    }

    const fill::FilledForm& filled_form() const { return *form_.paged.form.filled; }

    const Form& form_;
    std::size_t section_, grid_;
    const fill::Grid& filled_;
    const MeasuredGrid& measured_;
    const std::vector<ShapedCell>& shaped_;
    GridDecisions decisions_;
};

Fitting fitting_of(const PlacedBand& band, std::span<const Decision> decisions) {
    const MeasuredCell& text = band.text;
    Fitting fitting{.origin = origin_of(band),
                    .cell = {},
                    .label = std::string(label_of(band.place)),
                    .pages = {},
                    .size_asked = scale(text.size, 1000, text.shrink_permille),
                    .size_used = text.size,
                    .narrow_permille = text.narrow_permille,
                    .characters = count_characters(text.runs),
                    .lines = text.text.lines.size(),
                    .height_permille = permille(text.text_height, band.box.height),
                    .width_permille = permille(widest_line(text), band.box.width),
                    .spare = std::nullopt,
                    .decisions = {}};
    std::ranges::copy_if(decisions, std::back_inserter(fitting.decisions),
                         [&](const Decision& one) { return one.cell.empty() && one.label == fitting.label; });
    return fitting;
}

/// The bands that hold data, each once though it stands on many pages.
void append_bands(const PagedForm& paged, std::vector<Fitting>& fittings) {
    std::map<std::pair<std::uint32_t, PlacedBand::Place>, Fitting> bands;
    for (std::size_t p = 0; p < paged.pages.size(); ++p) {
        for (const PlacedBand& band : paged.pages[p].bands) {
            if (origin_of(band).pointer.empty()) continue;
            auto [found, is_new] = bands.try_emplace({paged.pages[p].section, band.place});
            if (is_new) found->second = fitting_of(band, paged.decisions);
            found->second.pages.push_back(static_cast<std::uint32_t>(p + 1));
        }
    }
    for (auto& [place, fitting] : bands) fittings.push_back(std::move(fitting));
}

}  // namespace

Result<std::vector<Fitting>> fittings(const PagedForm& paged, const text::FontSet& fonts) {
    const std::shared_ptr<const fill::FilledForm>& filled = paged.form.filled;
    const auto shaped = shape(*filled, fonts);
    if (!shaped) return fail(shaped.error());
    const Length first = filled->fit.sizes.empty() ? paged.form.size : filled->fit.sizes.front();
    const auto at_first_size = measure(filled, *shaped, fonts, first);
    if (!at_first_size) return fail(at_first_size.error());

    const std::map<CellId, Parts> parts = parts_of_cells(paged);
    const GridFittings::Form form{paged, *at_first_size, *shaped, fonts, parts};
    std::vector<Fitting> all;
    for (std::size_t s = 0; s < filled->sections.size(); ++s) {
        for (std::size_t g = 0; g < filled->sections[s].grids.size(); ++g) {
            if (!filled->sections[s].grids[g].annex_of) GridFittings(form, s, g).append(all);
        }
    }
    append_bands(paged, all);
    return all;
}

}  // namespace besshi::layout
