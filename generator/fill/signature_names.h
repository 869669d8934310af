#pragma once

#include "fill/filled_form.h"

#include <set>
#include <string>

namespace besshi::fill {

/// AcroForm names are unique in a document: what is printed again, in another section or element, gets a number.
class SignatureNames {
public:
    /// The first of a name keeps it, the next is `name_2`.
    void make_unique(Section& section);

private:
    std::string unique(const std::string& name);

    std::set<std::string> used_;
};

}  // namespace besshi::fill
