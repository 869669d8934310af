#pragma once

namespace besshi::layout {

/// One function object of several lambdas, to visit a variant without a default.
template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace besshi::layout
