#pragma once

#include "draw/draw.h"

/// The words of the overlay.
namespace besshi::explain {

struct Words {
    std::string text;
    Length size;
    form::Color color;
};

/// Sets words in gothic, on one line each, as artifacts.
class Lettering {
public:
    explicit Lettering(const text::FontSet& fonts) : fonts_(fonts) {}

    Length width_of(const Words& words);

    /// `start` is the pen on the baseline. Gives the width of the words.
    Length append(std::vector<draw::Mark>& marks, const Words& words, Point start);

    /// Characters that no face has; their words are left out.
    const Diagnostics& faults() const { return faults_; }

private:
    text::BrokenText set(const Words& words);

    const text::FontSet& fonts_;
    Diagnostics faults_;
};

}  // namespace besshi::explain
