#pragma once

#include "synth/synth.h"

/// Made-up texts of exactly so many characters, as `base::count_characters` counts. `number` chooses where
/// a text begins, so that neighbours differ.
namespace besshi::synth {

struct Wanted {
    std::size_t characters = 0;
    std::size_t number = 0;
    Amount amount = Amount::expected;
};

std::string made_up_prose(Wanted wanted);  ///< sentences, lists, Latin letters and digits; several lines
std::string made_up_line(Wanted wanted);   ///< places and things, in one line
std::string made_up_name(Wanted wanted);   ///< 姓　名
std::string made_up_kana(Wanted wanted);   ///< the reading of a name
std::string made_up_digits(Wanted wanted);
std::string made_up_phone(Wanted wanted);  ///< also for post codes and other numbers with hyphens

}  // namespace besshi::synth
