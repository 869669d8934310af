#pragma once

#include "form/form.h"

/// Made-up cases that fill a form to a wanted degree, so that it can be judged before real data meet it.
namespace besshi::synth {

/// How much stands in every field.
enum class Amount {
    expected,  ///< the number of characters `forms/fields.toml` expects
    limit,     ///< as many as it lets through: about ten times that
    rarest,    ///< as many as expected, in the rarest kanji of names and places
};

/// A case (JSON, the office in it) in which every field that `form` reads holds something. Lists have the
/// elements they are expected to have, but at most a week of them. The same arguments give the same bytes;
/// `plan::read` takes them without an error.
std::string make_case(const field::Table& table, const form::FormDefinition& form, Amount amount);

}  // namespace besshi::synth
