#pragma once

#include "base/base.h"

/// Render one, sets, batch, regenerate.
namespace besshi::job {

}  // namespace besshi::job
