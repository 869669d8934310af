#pragma once

#include "fill/scope.h"

namespace besshi::fill {

/// What a block repeats over: the elements of a list, or all keys of a fixed-key map, whether or not the data
/// have them.
class Elements {
public:
    /// `as` is bound to the elements of `holder`, the list or map at `path`, a name of `scope`.
    Elements(const Scope& scope, std::string_view as, std::string_view path, const field::Field* holder);

    /// How many there are.
    int count() const;

    /// Element `number`, counted from 1. Beyond the last it is a filler.
    Binding bind(int number) const;

private:
    const field::Enumeration* keys() const;

    Binding binding_;
    const field::Field* holder_;
    const plan::Value* container_;  ///< null: absent or hidden
};

}  // namespace besshi::fill
