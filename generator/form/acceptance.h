#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace besshi::form {

/// What the author of a form should know of a cell or of the form: what a long text does, short of being lost, and
/// what other programs will not expect.
enum class Strain {
    shrink,           ///< set smaller than the form says
    narrow,           ///< letters set narrower
    emergency_break,  ///< a line ends where no line may end
    carry_over,       ///< goes on to another sheet
    note,             ///< a number stands for it, the text in another cell
    pages,            ///< the form has more pages than blank
    signature,        ///< a signature field has a name of its own, none of `signature_names`
};

/// The word of the form language: `shrink`, `narrow`, `break`, `continue`, `note`, `pages`,
/// `signature`.
std::string_view to_string(Strain strain);

/// `[[accept]]`: a strain, at the expected lengths, that the author of the form has judged and lives with.
struct Acceptance {
    Strain strain = Strain::shrink;
    std::vector<std::string> cells;  ///< `block.cell`; empty for `pages`
    std::string reason;
    int line = 0;  ///< in the form file
};

}  // namespace besshi::form
