#include "layout/layout.h"

#include <fmt/format.h>

#include <iterator>

namespace besshi::layout {

namespace {

/// Hundredths of a millimetre, rounded to nearest.
std::string mm(Length length) {
    const std::int64_t hundredths = scale(length, 100, Length::per_mm).units;
    const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
    return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", size / 100, size % 100);
}

std::string pt(Length length) {
    const std::int64_t hundredths = scale(length, 100, Length::per_pt).units;
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

std::string box(const Rect& rect) {
    return fmt::format("{} {} {}x{}", mm(rect.x), mm(rect.y), mm(rect.width), mm(rect.height));
}

std::string_view name_of(PageEnd end) {
    switch (end) {
        case PageEnd::end_of_section:
            return "end of section";
        case PageEnd::no_room:
            return "no room";
        case PageEnd::kept_with_next:
            return "kept with next";
        case PageEnd::break_before:
            return "break before";
        case PageEnd::row_split:
            return "row split";
    }
    return "";
}

std::string_view name_of(Decision::Kind kind) {
    switch (kind) {
        case Decision::Kind::size_chosen:
            return "size chosen";
        case Decision::Kind::shrunk:
            return "shrunk";
        case Decision::Kind::narrowed:
            return "narrowed";
        case Decision::Kind::grown:
            return "grown";
        case Decision::Kind::emergency_break:
            return "emergency break";
        case Decision::Kind::noted:
            return "noted";
        case Decision::Kind::carried_over:
            return "carried over";
    }
    return "";
}

std::string_view name_of(PlacedBand::Place place) {
    switch (place) {
        case PlacedBand::Place::header_left:
            return "header left";
        case PlacedBand::Place::header_center:
            return "header center";
        case PlacedBand::Place::header_right:
            return "header right";
        case PlacedBand::Place::footer_left:
            return "footer left";
        case PlacedBand::Place::footer_center:
            return "footer center";
        case PlacedBand::Place::footer_right:
            return "footer right";
    }
    return "";
}

/// Lines that end for another reason than the text itself carry it.
std::string_view mark_of(text::BreakReason reason) {
    switch (reason) {
        case text::BreakReason::end:
            return "";
        case text::BreakReason::line_feed:
            return "";
        case text::BreakReason::opportunity:
            return "";
        case text::BreakReason::second_rank:
            return "  <- second rank";
        case text::BreakReason::emergency:
            return "  <- emergency";
    }
    return "";
}

/// Each reading with where it begins and how long it is, from the first glyph of its base.
void dump_readings(std::string& out, const MeasuredCell& cell, const text::Line& line) {
    for (const text::PlacedRuby& ruby : cell.text.rubies) {
        if (ruby.first_glyph < line.first_glyph || ruby.first_glyph >= line.first_glyph + line.glyph_count) continue;
        Length width;
        for (const text::PlacedGlyph& glyph : ruby.glyphs) width += glyph.advance;
        const std::string& reading = cell.runs[ruby.run].rubies[ruby.index].reading;
        const std::size_t begin = ruby.glyphs.empty() ? 0 : ruby.glyphs.front().begin;
        const std::size_t end = ruby.glyphs.empty() ? 0 : ruby.glyphs.back().end;
        fmt::format_to(std::back_inserter(out), " <{} {}+{}>", reading.substr(begin, end - begin), mm(ruby.x),
                       mm(width));
    }
}

void dump_lines(std::string& out, const MeasuredCell& cell, std::uint32_t first, std::uint32_t count) {
    for (std::uint32_t l = first; l < first + count; ++l) {
        const text::Line& line = cell.text.lines[l];
        fmt::format_to(std::back_inserter(out), "      | {}+{} ", mm(line.indent), mm(line.width));
        for (std::uint32_t g = line.first_glyph; g < line.first_glyph + line.glyph_count; ++g) {
            const text::PlacedGlyph& glyph = cell.text.glyphs[g];
            out.append(cell.runs[glyph.run].text, glyph.begin, glyph.end - glyph.begin);
        }
        out += mark_of(line.reason);
        dump_readings(out, cell, line);
        out += '\n';
    }
}

std::string setting_of(const MeasuredCell& cell) {
    std::string text = fmt::format("{}pt", pt(cell.size));
    if (cell.direction == Direction::vertical) text += " vertical";
    if (cell.shrink_permille != 1000) text += fmt::format(" shrunk {}", cell.shrink_permille);
    if (cell.narrow_permille != 1000) text += fmt::format(" narrowed {}", cell.narrow_permille);
    if (cell.note != 0) text += fmt::format(" note {}", cell.note);
    if (cell.annex.number != 0) text += fmt::format(" annex {}/{}", cell.annex.number, cell.annex.of);
    return text;
}

void dump_cell(std::string& out, const PagedForm& paged, const Page& page, const PlacedCell& cell) {
    const fill::Cell& filled = paged.form.filled->sections[page.section].grids[cell.grid].cells[cell.cell];
    const MeasuredCell& measured = cell.own ? *cell.own : paged.form.grids[page.section][cell.grid].cells[cell.cell];
    fmt::format_to(std::back_inserter(out), "    cell {} [{}] {}{}{}{}\n", filled.name, box(cell.box),
                   setting_of(measured), cell.repeated ? " repeated" : "", cell.torn_above ? " torn above" : "",
                   cell.torn_below ? " torn below" : "");
    dump_lines(out, measured, cell.first_line, cell.line_count);
}

void dump_page(std::string& out, const PagedForm& paged, std::size_t number) {
    const Page& page = paged.pages[number];
    const fill::Section& section = paged.form.filled->sections[page.section];
    fmt::format_to(std::back_inserter(out), "page {} of section {} ({}/{}), ends: {}\n", number + 1, page.section,
                   page.number, page.pages_in_section, name_of(page.end));
    for (const PlacedRow& row : page.rows) {
        fmt::format_to(std::back_inserter(out), "  row {}[{}] {} +{}{}{}{}\n", section.grids[row.grid].name, row.row,
                       mm(row.top), mm(row.height), row.repeated ? " repeated" : "",
                       row.torn_above ? " torn above" : "", row.torn_below ? " torn below" : "");
    }
    for (const PlacedCell& cell : page.cells) dump_cell(out, paged, page, cell);
    for (const PlacedBand& band : page.bands) {
        fmt::format_to(std::back_inserter(out), "  band {} [{}] {}\n", name_of(band.place), box(band.box),
                       setting_of(band.text));
        dump_lines(out, band.text, 0, static_cast<std::uint32_t>(band.text.text.lines.size()));
    }
}

}  // namespace

std::string dump(const PagedForm& paged) {
    const fill::FilledForm& filled = *paged.form.filled;
    std::string out = fmt::format("{} {} {} size {}pt pages {}\nruler", filled.document, filled.revision,
                                  form::to_string(filled.purpose), pt(paged.form.size), paged.pages.size());
    for (const Length edge : paged.ruler_edges) out += " " + mm(edge);
    out += '\n';
    for (std::size_t page = 0; page < paged.pages.size(); ++page) dump_page(out, paged, page);
    for (const Decision& decision : paged.decisions) {
        const bool is_size = decision.kind == Decision::Kind::size_chosen;
        fmt::format_to(std::back_inserter(out), "decision {} {} {}\n", name_of(decision.kind),
                       decision.cell.empty() ? "-" : decision.cell,
                       is_size ? pt(Length{decision.amount}) + "pt" : fmt::format("{}", decision.amount));
    }
    return out;
}

std::string dump(const MeasuredForm& measured) {
    std::string out =
        fmt::format("{} {} size {}pt\n", measured.filled->document, measured.filled->revision, pt(measured.size));
    for (std::size_t s = 0; s < measured.grids.size(); ++s) {
        for (std::size_t g = 0; g < measured.grids[s].size(); ++g) {
            const fill::Grid& filled = measured.filled->sections[s].grids[g];
            const MeasuredGrid& grid = measured.grids[s][g];
            fmt::format_to(std::back_inserter(out), "grid {}\n  rows", filled.name);
            for (const Length height : grid.row_heights) out += " " + mm(height);
            out += '\n';
            for (std::size_t c = 0; c < grid.cells.size(); ++c) {
                const MeasuredCell& cell = grid.cells[c];
                fmt::format_to(std::back_inserter(out), "    cell {} {} text {} pitch {}\n", filled.cells[c].name,
                               setting_of(cell), mm(cell.text_height), mm(cell.line_pitch));
                dump_lines(out, cell, 0, static_cast<std::uint32_t>(cell.text.lines.size()));
            }
        }
    }
    return out;
}

}  // namespace besshi::layout
