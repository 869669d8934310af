#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`.
namespace besshi::xlsx::kinds {

}  // namespace besshi::xlsx::kinds
