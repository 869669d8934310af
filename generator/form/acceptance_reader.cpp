#include "form/acceptance_reader.h"

#include "form/diagnostics.h"

#include <algorithm>
#include <array>

namespace besshi::form {

namespace {

constexpr std::array<Word<Strain>, 7> strain_words{{{"shrink", Strain::shrink},
                                                    {"narrow", Strain::narrow},
                                                    {"break", Strain::emergency_break},
                                                    {"continue", Strain::carry_over},
                                                    {"note", Strain::note},
                                                    {"pages", Strain::pages},
                                                    {"signature", Strain::signature}}};

Acceptance read_acceptance(const Node& node, Faults& faults) {
    TableReader reader(node, faults);
    Acceptance acceptance;
    acceptance.line = node.place.line;
    reader.require("kind");
    acceptance.strain = reader.word<Strain>("kind", strain_words).value_or(Strain::shrink);
    acceptance.cells = reader.texts("cells");
    if (acceptance.strain != Strain::pages) reader.require("cells");
    acceptance.reason = reader.text("reason", Presence::required).value_or("");
    reader.finish();
    return acceptance;
}

}  // namespace

std::string_view to_string(Strain strain) {
    return std::ranges::find(strain_words, strain, &Word<Strain>::value)->word;
}

std::vector<Acceptance> read_acceptances(TableReader& form) {
    std::vector<Acceptance> acceptances;
    const Node* node = form.find("accept");
    if (!node || !expect_kind(*node, Node::Kind::array, form.faults())) return acceptances;
    for (const Node& item : node->items) acceptances.push_back(read_acceptance(item, form.faults()));
    return acceptances;
}

}  // namespace besshi::form
