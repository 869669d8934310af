#include "layout/diagnostics.h"
#include "layout/generated_text.h"
#include "layout/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace besshi::layout {

namespace {

/// What the glyphs of `count` lines stand for.
void append_lines(std::string& text, const MeasuredCell& cell, std::uint32_t first, std::uint32_t count) {
    if (count == 0) return;
    const text::Line& last = cell.text.lines[first + count - 1];
    const std::uint32_t end = last.first_glyph + last.glyph_count;
    for (std::uint32_t g = cell.text.lines[first].first_glyph; g < end;) {
        const text::PlacedGlyph& glyph = cell.text.glyphs[g];
        std::uint32_t bytes_end = glyph.end;
        const auto follows = [&](const text::PlacedGlyph& next) {
            return next.run == glyph.run && next.begin == bytes_end;
        };
        for (++g; g < end && follows(cell.text.glyphs[g]); ++g) bytes_end = cell.text.glyphs[g].end;
        text.append(cell.runs[glyph.run].text, glyph.begin, bytes_end - glyph.begin);
    }
}

/// What the glyphs of the readings over `count` lines stand for.
void append_readings(std::string& readings, const MeasuredCell& cell, std::uint32_t first, std::uint32_t count) {
    if (count == 0) return;
    const text::Line& last = cell.text.lines[first + count - 1];
    const std::uint32_t begin = cell.text.lines[first].first_glyph, end = last.first_glyph + last.glyph_count;
    for (const text::PlacedRuby& ruby : cell.text.rubies) {
        if (ruby.first_glyph < begin || ruby.first_glyph >= end) continue;
        const std::string& reading = cell.runs[ruby.run].rubies[ruby.index].reading;
        for (const text::PlacedGlyph& glyph : ruby.glyphs) {
            readings.append(reading, glyph.begin, glyph.end - glyph.begin);
        }
    }
}

void append_without_line_feeds(std::string& text, std::string_view from) {
    for (std::size_t at = 0; at < from.size();) {
        const std::size_t end = std::min(from.find('\n', at), from.size());
        text += from.substr(at, end - at);
        at = end + 1;
    }
}

void append_runs(SetText& text, std::span<const fill::Run> runs) {
    for (const fill::Run& run : runs) {
        append_without_line_feeds(text.text, run.text);
        for (const Ruby& ruby : run.rubies) text.readings += ruby.reading;
    }
}

void append_content(SetText& text, const fill::Content& content) {
    if (const auto* plain = std::get_if<fill::Text>(&content)) append_runs(text, plain->runs);
    if (const auto* digits = std::get_if<fill::Digits>(&content)) append_runs(text, std::span(&digits->run, 1));
    if (std::holds_alternative<fill::Choice>(content)) append_runs(text, runs_of(content));
}

/// Per cell of a grid what must stand on its pages: built from the filled form, not from what was set.
std::vector<SetText> expected_texts(const fill::Grid& grid, const MeasuredGrid& measured) {
    std::vector<SetText> texts(grid.cells.size());
    std::map<std::size_t, std::map<std::size_t, SetText>> notes;  // [target][order]
    for (std::size_t c = 0; c < grid.cells.size(); ++c) {
        const fill::Cell& cell = grid.cells[c];
        if (measured.cells[c].note == 0 || !cell.note) {
            append_content(texts[c], cell.content);
            continue;
        }
        texts[c].text = fill::circled(static_cast<int>(measured.cells[c].note));
        SetText note = texts[c];
        append_runs(note, cell.note->sentence);
        notes[cell.note->target_cell].insert_or_assign(cell.note->order, std::move(note));
    }
    for (const auto& [target, notes_there] : notes) {
        if (grid.notes_heading) append_runs(texts[target], std::span(&*grid.notes_heading, 1));
        for (const auto& [order, note] : notes_there) texts[target] += note;
    }
    return texts;
}

/// [grid][cell]: texts that are carried over stand on their annex, the reference where they were.
std::vector<std::vector<SetText>> expected_texts(const fill::Section& section, std::span<const MeasuredGrid> measured) {
    std::vector<std::vector<SetText>> texts;
    for (std::size_t g = 0; g < section.grids.size(); ++g) {
        texts.push_back(expected_texts(section.grids[g], measured[g]));
    }
    for (std::size_t g = 0; g < section.grids.size(); ++g) {
        const auto& annex_of = section.grids[g].annex_of;
        if (!annex_of) continue;
        const AnnexNumber number = measured[annex_of->grid].cells[annex_of->cell].annex;
        for (SetText& text : texts[g]) {
            text = number.number > 0 ? SetText{number_annex(text.text, number), text.readings} : SetText{};
        }
        if (number.number == 0) continue;
        SetText& place = texts[annex_of->grid][annex_of->cell];
        const fill::Cell& cell = section.grids[annex_of->grid].cells[annex_of->cell];
        texts[g].back() = std::exchange(place, {number_annex(cell.carry_over->reference.text, number), {}});
    }
    return texts;
}

using GridTexts = std::vector<std::vector<std::vector<SetText>>>;  // [section][grid][cell]

GridTexts placed_texts(const PagedForm& paged) {
    GridTexts texts(paged.form.grids.size());
    for (std::size_t s = 0; s < texts.size(); ++s) {
        for (const MeasuredGrid& grid : paged.form.grids[s]) texts[s].emplace_back(grid.cells.size());
    }
    for (const Page& page : paged.pages) {
        for (const PlacedCell& cell : page.cells) {
            if (cell.repeated) continue;
            texts[page.section][cell.grid][cell.cell] +=
                {placed_text(paged, page, cell), placed_readings(paged, page, cell)};
        }
    }
    return texts;
}

}  // namespace

const MeasuredCell& measured_cell(const PagedForm& paged, const Page& page, const PlacedCell& cell) {
    return cell.own ? *cell.own : paged.form.grids[page.section][cell.grid].cells[cell.cell];
}

std::string placed_text(const PagedForm& paged, const Page& page, const PlacedCell& cell) {
    std::string text;
    append_lines(text, measured_cell(paged, page, cell), cell.first_line, cell.line_count);
    return text;
}

std::string placed_readings(const PagedForm& paged, const Page& page, const PlacedCell& cell) {
    std::string readings;
    append_readings(readings, measured_cell(paged, page, cell), cell.first_line, cell.line_count);
    return readings;
}

Diagnostics check_text(const PagedForm& paged) {
    Diagnostics lost;
    const GridTexts placed = placed_texts(paged);
    const auto& sections = paged.form.filled->sections;
    for (std::size_t s = 0; s < sections.size(); ++s) {
        const auto expected = expected_texts(sections[s], paged.form.grids[s]);
        for (std::size_t g = 0; g < sections[s].grids.size(); ++g) {
            const fill::Grid& grid = sections[s].grids[g];
            for (std::size_t c = 0; c < grid.cells.size(); ++c) {
                if (placed[s][g][c] == expected[g][c]) continue;
                lost.push_back(diagnose(kinds::text_lost, grid.cells[c].origin,
                                        {grid.cells[c].name, fmt::format("{}", expected[g][c].count_characters()),
                                         fmt::format("{}", placed[s][g][c].count_characters())}));
            }
        }
    }
    return lost;
}

}  // namespace besshi::layout
