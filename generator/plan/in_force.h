#pragma once

#include "plan/plan.h"

/// Which of several dated facts counts.
namespace besshi::plan {

/// The value at dotted `name` below `scope`, through references, without the aliases of dated facts.
const Value* find_plain(const Value* scope, std::string_view name);

/// The element of a dated list in force `on`; without a date the one that began last. Of several guardians
/// the one who signs goes before, then the first who is not marked to be given nothing, then the first.
const Value* find_in_force(const Value& list, std::optional<Date> on);

/// True for kinds of facts of which several may be in force together, as long as not both sign: guardians.
bool may_share_a_day(const Value& a, const Value& b);

/// True if there is a day on which both are in force.
bool share_a_day(const Value& a, const Value& b);

}  // namespace besshi::plan
