#pragma once

namespace besshi::base {

enum class Family { gothic, mincho };
enum class Weight { regular, bold };

/// How words are kept together: ICU `lb=strict`, or `lw=phrase` for headings and narrow heading cells.
enum class BreakMode { strict, phrase };

}  // namespace besshi::base

namespace besshi {
using base::BreakMode;
using base::Family;
using base::Weight;
}  // namespace besshi
