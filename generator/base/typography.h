#pragma once

namespace besshi::base {

enum class Family { gothic, mincho };
enum class Weight { regular, bold };

/// How words are kept together: ICU `lb=strict`, or `lw=phrase` for headings and narrow heading cells.
enum class BreakMode { strict, phrase };

/// How lines run: to the right and one under the other, or down and one to the left of the other (縦書き).
enum class Direction { horizontal, vertical };

}  // namespace besshi::base

namespace besshi {
using base::BreakMode;
using base::Direction;
using base::Family;
using base::Weight;
}  // namespace besshi
