#include "sheet/cell_text.h"

#include "sheet/pixel_grid.h"

#include <algorithm>
#include <utility>

namespace besshi::sheet {

namespace {

constexpr std::string_view filled_box = "■";
constexpr std::string_view empty_box = "□";

/// Size of a reading in brackets, of that of its text: small enough not to be taken for text, large enough to be read.
constexpr std::int64_t reading_permille = 700;

/// A place between characters of a cell's runs.
struct TextPosition {
    std::size_t run = 0, byte = 0;
    auto operator<=>(const TextPosition&) const = default;
};

struct TextRange {
    TextPosition begin, end;
};

/// Behind the last character of a line.
TextPosition end_of_glyphs(const text::BrokenText& text, const text::Line& line, TextPosition from) {
    TextPosition end = from;
    for (std::uint32_t i = line.first_glyph; i < line.first_glyph + line.glyph_count; ++i) {
        const text::PlacedGlyph& glyph = text.glyphs[i];
        if (glyph.end > glyph.begin) end = std::max(end, TextPosition{glyph.run, glyph.end});
    }
    return end;
}

TextPosition find_line_feed(std::span<const fill::Run> runs, TextPosition from) {
    for (; from.run < runs.size(); from = {from.run + 1, 0}) {
        const std::size_t at = runs[from.run].text.find('\n', from.byte);
        if (at != std::string::npos) return {from.run, at};
    }
    return from;
}

/// The bytes between the first and behind the last line of `placed`; the line feed in front of the next
/// part belongs to neither.
TextRange shown_range(const layout::MeasuredCell& measured, const layout::PlacedCell& placed) {
    const TextPosition end_of_text{measured.runs.size(), 0};
    if (placed.line_count == 0) return {end_of_text, end_of_text};
    TextRange range{{}, end_of_text};
    TextPosition at;
    const std::size_t last = placed.first_line + placed.line_count;
    for (std::size_t i = 0; i < last && i < measured.text.lines.size(); ++i) {
        const text::Line& line = measured.text.lines[i];
        if (i == placed.first_line) range.begin = at;
        TextPosition end = end_of_glyphs(measured.text, line, at);
        at = end;
        if (line.reason == text::BreakReason::line_feed) {
            end = find_line_feed(measured.runs, at);
            at = {end.run, end.byte + 1};
        }
        if (i + 1 == last && last < measured.text.lines.size()) range.end = end;
    }
    return range;
}

void append(std::vector<RichRun>& runs, RichRun run) {
    if (run.text.empty()) return;
    if (!runs.empty() && runs.back().size == run.size && runs.back().bold == run.bold &&
        runs.back().underline == run.underline) {
        runs.back().text += run.text;
    } else {
        runs.push_back(std::move(run));
    }
}

/// Builds Excel runs of one cell.
class TextWriter {
public:
    TextWriter(const CellSource& source, int percent) : source_(source), percent_(percent) {}

    std::vector<RichRun> write(const fill::Text&) { return write_runs(); }
    std::vector<RichRun> write(const fill::Digits&) { return write_runs(); }

    std::vector<RichRun> write(const fill::Choice& choice) {
        if (source_.placed.first_line > 0) return {};
        for (const fill::Run& run : choice.before) add(run, size_of(0));
        for (std::size_t i = 0; i < choice.options.size(); ++i) {
            const auto& [run, chosen] = choice.options[i];
            if (i > 0) add(choice.between, size_of(0));
            add_text(run, chosen ? filled_box : empty_box, size_of(0));
            add(run, size_of(0));
        }
        for (const fill::Run& run : choice.after) add(run, size_of(0));
        return std::move(written_);
    }

    std::vector<RichRun> write(const fill::Tick& tick) {
        if (source_.placed.torn_above) return {};
        add_text({}, tick.ticked ? filled_box : empty_box, size_of(0));
        return std::move(written_);
    }

    std::vector<RichRun> write(const fill::Signature&) { return {}; }
    std::vector<RichRun> write(const fill::Image&) { return {}; }
    std::vector<RichRun> write(const fill::Empty&) { return {}; }

private:
    /// What of the runs the page shows.
    std::vector<RichRun> write_runs() {
        const auto& runs = source_.measured.runs;
        const TextRange range = shown_range(source_.measured, source_.placed);
        for (std::size_t i = range.begin.run; i < runs.size() && i <= range.end.run; ++i) {
            const std::size_t begin = i == range.begin.run ? range.begin.byte : 0;
            const std::size_t end = i == range.end.run ? range.end.byte : runs[i].text.size();
            add(runs[i], {begin, end}, size_of(i));
        }
        return std::move(written_);
    }

    Length size_of(std::size_t run) const {
        const layout::MeasuredCell& measured = source_.measured;
        const Length printed = run < measured.run_sizes.size() ? measured.run_sizes[run] : measured.size;
        return excel_type_size(base::scale(printed, measured.narrow_permille, 1000), percent_);
    }

    struct Bytes {
        std::size_t begin, end;
    };

    void add(const fill::Run& run, Length size) { add(run, {0, run.text.size()}, size); }

    /// Readings stand in brackets behind what they are for: 漢字（かんじ）. Those of neighbours stand together, as a
    /// word is read.
    void add(const fill::Run& run, Bytes bytes, Length size) {
        const std::string_view text = run.text;
        std::size_t at = bytes.begin;
        std::string reading;
        for (std::size_t i = 0; i < run.rubies.size(); ++i) {
            const Ruby& ruby = run.rubies[i];
            if (ruby.end <= bytes.begin || ruby.end > bytes.end) continue;
            reading += ruby.reading;
            const bool goes_on =
                i + 1 < run.rubies.size() && run.rubies[i + 1].begin == ruby.end && run.rubies[i + 1].end <= bytes.end;
            if (goes_on) continue;
            add_text(run, text.substr(at, ruby.end - at), size);
            add_text(run, "（" + std::exchange(reading, {}) + "）",
                     excel_type_size(base::scale(size, reading_permille, 1000), 100));
            at = ruby.end;
        }
        add_text(run, text.substr(at, bytes.end - at), size);
    }

    void add_text(const fill::Run& run, std::string_view text, Length size) {
        const form::Style& style = source_.cell.style;
        append(written_, {std::string(text), size, run.weight.value_or(style.weight) == Weight::bold,
                          run.underline.value_or(style.underline)});
    }

    const CellSource& source_;
    int percent_;
    std::vector<RichRun> written_;
};

}  // namespace

CellSource source_of(const layout::PagedForm& paged, const layout::Page& page, const layout::PlacedCell& placed) {
    const fill::Cell& cell = paged.form.filled->sections[page.section].grids[placed.grid].cells[placed.cell];
    const layout::MeasuredCell& measured =
        placed.own ? *placed.own : paged.form.grids[page.section][placed.grid].cells[placed.cell];
    return {cell, measured, placed};
}

std::vector<RichRun> text_of(const CellSource& source, int percent) {
    return std::visit([&](const auto& content) { return TextWriter(source, percent).write(content); },
                      source.cell.content);
}

std::int64_t characters_of_line(const CellSource& source) {
    const text::BrokenText& text = source.measured.text;
    if (source.placed.line_count == 0) return 0;
    const text::Line& line = text.lines[source.placed.first_line];
    const auto glyphs = std::span(text.glyphs).subspan(line.first_glyph, line.glyph_count);
    return std::ranges::count_if(glyphs, [](const text::PlacedGlyph& glyph) { return glyph.end > glyph.begin; });
}

}  // namespace besshi::sheet
