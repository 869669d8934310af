#pragma once

#include <string>

namespace besshi::base {

/// A library that a layer uses, with the version that is really linked; for `besshi doctor`.
struct Library {
    std::string name;
    std::string version;
};

}  // namespace besshi::base
