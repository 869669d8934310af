#include "fill/cell_text.h"

#include "fill/piece.h"

namespace besshi::fill {

namespace {

Run own_run(std::string text, TextSource source, const form::FormDefinition& form, int line, int column) {
    Run run;
    run.text = std::move(text);
    run.source = source;
    run.origin = {{}, form.file, line, column};
    return run;
}

}  // namespace

std::vector<Run> fill_runs(std::span<const form::RunTemplate> templates, const Scope& scope) {
    std::vector<Run> runs;
    for (const form::RunTemplate& source : templates) {
        for (Piece& piece : render_pieces(source, scope)) {
            Run& run = runs.emplace_back();
            run.text = std::move(piece.text);
            run.source = piece.source;
            run.origin = {std::move(piece.pointer), scope.source().form.file, source.line, source.column};
            run.personal_name = piece.personal_name;
            run.size = source.size;
            run.weight = source.weight;
            run.underline = source.underline;
            run.narrow = source.narrow;
        }
    }
    return runs;
}

void drop_last_line_feeds(std::vector<Run>& runs) {
    while (!runs.empty() && runs.back().source == TextSource::label && runs.back().text.ends_with('\n')) {
        runs.back().text.pop_back();
        if (runs.back().text.empty()) runs.pop_back();
    }
}

Run label_run(std::string text, const form::FormDefinition& form, int line, int column) {
    return own_run(std::move(text), TextSource::label, form, line, column);
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
