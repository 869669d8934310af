#include "fill/proof_of_delivery.h"

#include "fill/cell_text.h"

#include <algorithm>

namespace besshi::fill {

namespace {

/// Whether `sentence`, the value of a parameter, stands in some cell.
bool is_printed(const FilledForm& filled, const std::string& sentence) {
    for (const Section& section : filled.sections) {
        for (const Grid& grid : section.grids) {
            for (const Cell& cell : grid.cells) {
                const auto* text = std::get_if<Text>(&cell.content);
                if (text && plain_text(text->runs).find(sentence) != std::string::npos) return true;
            }
        }
    }
    return false;
}

}  // namespace

std::optional<bool> find_proof_of_delivery(const form::FormDefinition& form, const FilledForm& filled) {
    std::optional<bool> proves;
    for (const auto& [name, parameter] : form.parameters) {
        const auto& sentences = parameter.proves_delivery;
        if (sentences.empty()) continue;
        const std::string& sentence = filled.parameters.at(name);
        const bool named = std::ranges::find(sentences, sentence) != sentences.end();
        proves = proves.value_or(false) || (named && is_printed(filled, base::without_ruby(sentence)));
    }
    return proves;
}

}  // namespace besshi::fill
