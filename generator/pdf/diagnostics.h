#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::pdf::kinds {

}  // namespace besshi::pdf::kinds
