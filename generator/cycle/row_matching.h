#pragma once

#include "plan/plan.h"

#include <optional>
#include <span>
#include <vector>

/// Which rows of a list are the same rows in a later version of it.
namespace besshi::cycle {

/// What a row is called: its first field if that is a code, a `label` or an `id`; null if it has none of these.
const plan::Value* heading_of(const plan::Value& row);

/// For each row before the index of the same row after, if it is still there. Rows that print alike come first, then
/// those whose texts are most alike, then rows of one heading in their order.
std::vector<std::optional<std::size_t>> match_rows(std::span<const plan::Value* const> before,
                                                   std::span<const plan::Value* const> after);

}  // namespace besshi::cycle
