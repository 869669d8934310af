#pragma once

#include "fuzz/random.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace besshi::tests {

/// Text like that of plans: characters follow one another as often as in the samples' sentences, with what is hard to
/// set put between them: brackets in brackets, numbers with units, dates, Latin words, long katakana, names.
class PlanText {
public:
    /// Learns from the sentences of the cases below `samples`, but for the one that is made of rarities.
    explicit PlanText(const std::filesystem::path& samples);

    struct Piece {
        std::string text;
        bool personal_name = false;
    };

    /// About `characters` characters, in paragraphs.
    std::vector<Piece> make(Random& random, std::size_t characters) const;

private:
    void learn(const std::u32string& sentence);
    std::u32string sentence(Random& random) const;
    /// What follows the last two characters, else the last one, in the samples; else what sentences begin with.
    const std::u32string& candidates_behind(const std::u32string& made) const;

    std::u32string beginnings_;
    std::map<std::u32string, std::u32string>
        followers_;  ///< of one or two characters, each as often as it follows them
};

}  // namespace besshi::tests
