#pragma once

#include <map>
#include <string>

namespace besshi::base {

/// A finished file, and what it was made from.
struct Artifact {
    std::string bytes;
    std::string media_type;  ///< `application/pdf`, …
    std::string sha256;      ///< of `bytes`, 64 hexadecimal digits
    std::map<std::string, std::string>
        made_from;  ///< form, revision, purpose, parameters, engine; never a personal value
};

}  // namespace besshi::base

namespace besshi {
using base::Artifact;
}
