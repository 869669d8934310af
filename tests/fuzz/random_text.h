#pragma once

#include "fuzz/random.h"

#include <string>

namespace besshi::tests {

enum class Lines { one, several };

/// At most `characters` characters (`base::count_characters`) of everything that Japanese offices type and paste:
/// kana, kanji of every rank, variation sequences, Latin, digits, brackets, Hangul, Vietnamese. In rare cases one
/// that no font has. `several` lines may hold line feeds.
std::string random_text(Random& random, std::size_t characters, Lines lines);

std::string random_digits(Random& random, std::size_t digits);

}  // namespace besshi::tests
