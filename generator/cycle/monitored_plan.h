#pragma once

#include "cycle/rewriting.h"

/// How a monitoring sheet and the plan it looks at belong together.
namespace besshi::cycle {

/// A period of a case that was read without a fault.
plan::Period period_of(const Json& period);

/// There is a monitoring sheet, and it is of the plan of this case, not of an earlier one.
bool monitors_the_plan(const Rewriting& of_case);

/// The next action of each item of the monitoring sheet, beside the row of the plan it is about: the row with
/// the same words, first of all the one at the same place.
Json::List next_actions(const Rewriting& of_case);

}  // namespace besshi::cycle
