#include "fill/fill.h"
#include "fill/overloaded.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::fill {

namespace {

std::string_view to_string(TextSource source) {
    switch (source) {
        case TextSource::data:
            return "data";
        case TextSource::label:
            return "label";
        case TextSource::generated:
            return "generated";
    }
    return {};
}

std::string_view to_string(Grid::Kind kind) {
    switch (kind) {
        case Grid::Kind::panel:
            return "panel";
        case Grid::Kind::table:
            return "table";
        case Grid::Kind::timetable:
            return "timetable";
    }
    return {};
}

std::string_view to_string(form::CellRole role) {
    switch (role) {
        case form::CellRole::value:
            return "value";
        case form::CellRole::label:
            return "label";
        case form::CellRole::blank:
            return "blank";
    }
    return {};
}

std::string_view to_string(form::Keep keep) {
    switch (keep) {
        case form::Keep::none:
            return "none";
        case form::Keep::next:
            return "next";
        case form::Keep::previous:
            return "previous";
    }
    return {};
}

/// `-` none, `h` hair, `t` thin, `d` dashed, `m` medium, `?` not decided.
char letter(const std::optional<form::Stroke>& stroke) {
    return stroke ? std::string_view("-htdm")[static_cast<std::size_t>(*stroke)] : '?';
}

/// Hundredths of a millimetre, rounded to nearest.
std::string hundredths(Length length) {
    return fmt::to_string(scale(length, 100, Length::per_mm).units);
}

/// `text` in quotes on one line; the counters of bands as {page} and {pages}.
std::string in_quotes(std::string_view text) {
    std::string line = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, at);
        if (c == U'\n')
            line += "\\n";
        else if (c == U'"' || c == U'\\')
            line += {'\\', static_cast<char>(c)};
        else if (c == page_counter_mark)
            line += "{page}";
        else if (c == pages_counter_mark)
            line += "{pages}";
        else if (c == annex_number_mark)
            line += "{annex}";
        else
            line += text.substr(at, bytes);
        at += bytes;
    }
    return line + '"';
}

class Dumper {
public:
    std::string dump(const FilledForm& filled) {
        line("form {} {} {} document {} {}", filled.form, filled.revision, in_quotes(filled.title), filled.document,
             filled.number);
        line("purpose {} id {} version {} watermark {}", form::to_string(filled.purpose), in_quotes(filled.document_id),
             in_quotes(filled.version), in_quotes(filled.watermark));
        for (const auto& [name, value] : filled.parameters) line("parameter {} {}", name, in_quotes(value));
        if (filled.proves_delivery) line("proves_delivery {}", *filled.proves_delivery ? "yes" : "no");
        std::string columns;
        for (const Length column : filled.ruler) columns += " " + hundredths(column);
        line("ruler{}", columns);
        for (const Diagnostic& hole : filled.holes)
            line("hole {} {} {}", hole.code, describe(hole.origin), in_quotes(hole.sentence));
        for (const Section& section : filled.sections) dump(section);
        return std::move(text_);
    }

private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        text_.append(static_cast<std::size_t>(2 * depth_), ' ');
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    void dump(const Section& section) {
        line("section {}", in_quotes(section.sheet_name));
        ++depth_;
        dump("header", section.header);
        dump("footer", section.footer);
        for (const Grid& grid : section.grids) dump(grid);
        --depth_;
    }

    void dump(std::string_view name, const Band& band) {
        if (!band.left && !band.center && !band.right) return;
        line("{} from_page {} if_pages {}", name, band.from_page, band.if_pages);
        ++depth_;
        dump("left", band.left);
        dump("center", band.center);
        dump("right", band.right);
        --depth_;
    }

    void dump(std::string_view name, const std::optional<BandText>& band) {
        if (!band) return;
        line("{}", name);
        dump(band->runs);
    }

    void dump(const Grid& grid) {
        line("{} {} line {} gap {} keep {}{}", to_string(grid.kind), grid.name, grid.line, hundredths(grid.gap),
             to_string(grid.keep), grid.break_before ? " break_before" : "");
        if (grid.annex_of) line("  annex of grid {} cell {}", grid.annex_of->grid, grid.annex_of->cell);
        ++depth_;
        for (const Row& row : grid.rows) {
            line("row min {} record {}{}", hundredths(row.min_height), row.record, row.heading ? " heading" : "");
        }
        if (grid.notes_heading) dump("notes heading", *grid.notes_heading);
        for (std::size_t i = 0; i < grid.cells.size(); ++i) dump(i, grid.cells[i]);
        --depth_;
    }

    void dump(std::size_t index, const Cell& cell) {
        const form::Borders& borders = cell.borders;
        line("cell {} {} {} at {},{} span {},{} borders {}{}{}{}{}", index, cell.name.empty() ? "_" : cell.name,
             to_string(cell.role), cell.row, cell.column, cell.row_span, cell.column_span, letter(borders.left),
             letter(borders.right), letter(borders.top), letter(borders.bottom), cell.is_heading ? " heading" : "");
        ++depth_;
        if (!cell.labels.empty()) line("heads {}", fmt::join(cell.labels, " "));
        dump(cell.content);
        if (cell.continued) dump("continued", *cell.continued);
        if (cell.note) {
            line("note to {} order {}", cell.note->target_cell, cell.note->order);
            dump(cell.note->sentence);
        }
        if (cell.carry_over) {
            line("carried over to grid {} leaving {}", cell.carry_over->annex,
                 in_quotes(cell.carry_over->reference.text));
        }
        --depth_;
    }

    void dump(const Content& content) {
        std::visit(overloaded{
                       [&](const Text& text) {
                           if (text.hang.items) line("hang items");
                           for (const std::string& lead : text.hang.leads) line("hang {}", in_quotes(lead));
                           dump(text.runs);
                       },
                       [&](const Choice& choice) {
                           dump(choice.before);
                           for (const Choice::Option& option : choice.options) {
                               dump(option.chosen ? "chosen" : "option", option.run);
                           }
                           dump(choice.after);
                       },
                       [&](const Tick& tick) { line("tick {} {}", tick.ticked ? "yes" : "no", describe(tick.origin)); },
                       [&](const Signature& sign) {
                           line("signature {} {} locks {}", sign.field_name, in_quotes(sign.tip),
                                in_quotes(sign.locks));
                       },
                       [&](const Digits& digits) {
                           line("digits in {} boxes", digits.boxes);
                           if (!digits.run.text.empty()) dump({digits.run});
                       },
                       [&](const Image& image) {
                           line("image {} {}x{}", base::to_string(image.picture->format), image.picture->width,
                                image.picture->height);
                           dump("alternative", image.alternative);
                       },
                       [&](const Empty& empty) {
                           if (empty.ruled) line("ruled");
                       },
                   },
                   content);
    }

    void dump(const std::vector<Run>& runs) {
        ++depth_;
        for (const Run& run : runs) dump(to_string(run.source), run);
        --depth_;
    }

    void dump(std::string_view what, const Run& run) {
        std::string differs;
        if (run.personal_name) differs += " name";
        if (run.size) differs += fmt::format(" size {}", hundredths(*run.size));
        if (run.weight) differs += *run.weight == Weight::bold ? " bold" : " regular";
        if (run.underline) differs += *run.underline ? " underline" : " no_underline";
        if (run.narrow) differs += " narrow";
        for (const Ruby& ruby : run.rubies) {
            differs += fmt::format(" ruby {}-{} {}", ruby.begin, ruby.end, in_quotes(ruby.reading));
        }
        line("{} {}{} ({})", what, in_quotes(run.text), differs, describe(run.origin));
    }

    std::string text_;
    int depth_ = 0;
};

}  // namespace

std::string dump(const FilledForm& filled) {
    return Dumper().dump(filled);
}

}  // namespace besshi::fill
