#include "fill/cell_text.h"

#include "fill/parameters.h"
#include "fill/piece.h"

#include <algorithm>

namespace besshi::fill {

namespace {

/// A stretch of a text between white space.
struct Word {
    std::uint32_t begin = 0, end = 0;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, at);
        const bool is_white = c == U' ' || c == U'\u3000' || c == U'\n';
        if (!is_white && !in_word) words.push_back({static_cast<std::uint32_t>(at), 0});
        at += bytes;
        if (!is_white) words.back().end = static_cast<std::uint32_t>(at);
        in_word = !is_white;
    }
    return words;
}

/// A reading of as many words as its text stands over it word by word, as those of family and given name do; another
/// one over all of it.
std::vector<Ruby> rubies_over(std::string_view text, std::string_view reading) {
    std::vector<Word> bases = words_of(text), readings = words_of(reading);
    if (readings.empty() || bases.empty()) return {};
    if (bases.size() != readings.size()) {
        bases = {{bases.front().begin, bases.back().end}};
        readings = {{readings.front().begin, readings.back().end}};
    }
    std::vector<Ruby> rubies;
    for (std::size_t i = 0; i < bases.size(); ++i) {
        std::string part(reading.substr(readings[i].begin, readings[i].end - readings[i].begin));
        std::ranges::replace(part, '\n', ' ');  // it stands on one line
        rubies.push_back({bases[i].begin, bases[i].end, std::move(part)});
    }
    return rubies;
}

/// The reading that the form gives to the one value of a run; readings written in the value itself go before.
void add_reading(std::vector<Piece>& pieces, const form::RunTemplate& source, const Scope& scope) {
    if (source.reading.empty() || pieces.size() != 1 || !pieces.front().rubies.empty()) return;
    pieces.front().rubies = rubies_over(pieces.front().text, plain_text(fill_runs(source.reading, scope)));
}

void drop_label_readings(std::vector<Run>& runs) {
    for (Run& run : runs) {
        if (run.source == TextSource::label) run.rubies.clear();
    }
}

Run own_run(std::string text, TextSource source, const form::FormDefinition& form, int line, int column) {
    Run run;
    run.text = std::move(text);
    run.source = source;
    run.origin = {{}, form.file, line, column};
    return run;
}

}  // namespace

bool prints_own_readings(const Source& source) {
    return is_met(source.form.readings, source.parameters);
}

std::vector<Run> fill_runs(std::span<const form::RunTemplate> templates, const Scope& scope) {
    const bool with_readings = prints_own_readings(scope.source());
    std::vector<Run> runs;
    for (const form::RunTemplate& source : templates) {
        std::vector<Piece> pieces = render_pieces(source, scope);
        if (with_readings) add_reading(pieces, source, scope);
        for (Piece& piece : pieces) {
            Run& run = runs.emplace_back();
            run.text = std::move(piece.text);
            run.rubies = std::move(piece.rubies);
            run.source = piece.source;
            run.origin = {std::move(piece.pointer), scope.source().form.file, source.line, source.column};
            run.personal_name = piece.personal_name;
            run.size = source.size;
            run.weight = source.weight;
            run.underline = source.underline;
            run.narrow = source.narrow;
        }
    }
    if (!with_readings) drop_label_readings(runs);
    return runs;
}

void drop_last_line_feeds(std::vector<Run>& runs) {
    while (!runs.empty() && runs.back().source == TextSource::label && runs.back().text.ends_with('\n')) {
        runs.back().text.pop_back();
        if (runs.back().text.empty()) runs.pop_back();
    }
}

Run label_run(std::string_view text, const form::FormDefinition& form, int line, int column) {
    base::RubyText read = base::read_ruby(text);
    Run run = own_run(std::move(read.text), TextSource::label, form, line, column);
    run.rubies = std::move(read.rubies);
    return run;
}

Run generated_run(std::string text, const form::FormDefinition& form, int line, int column) {
    return own_run(std::move(text), TextSource::generated, form, line, column);
}

std::string plain_text(std::span<const Run> runs) {
    std::string text;
    for (const Run& run : runs) text += run.text;
    return text;
}

}  // namespace besshi::fill
