#pragma once

namespace besshi::fill {

/// A visitor of a variant made of one function per kind.
template <class... Alternatives>
struct overloaded : Alternatives... {
    using Alternatives::operator()...;
};

}  // namespace besshi::fill
