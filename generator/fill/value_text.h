#pragma once

#include "fill/scope.h"

namespace besshi::fill {

/// `value` as a form prints it, `derived` being a name of `field::derived_names` or empty. Without a
/// derived name a value prints in the usual words of its kind: a date as wareki, a code as its word.
std::string value_text(const plan::Value& value, std::string_view derived, const Source& source);

/// Minutes of a derived span: the sum of `end - start` over the siblings of `name`; a difference below
/// zero runs past midnight. A term of which one time is missing counts nothing.
int span_minutes(const field::Field& span, std::string_view name, const Scope& scope);

/// What is printed for a date that is not there, so that it can be written by hand.
inline constexpr std::string_view blank_date = "　　年　　月　　日";

}  // namespace besshi::fill
