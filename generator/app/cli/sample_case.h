#pragma once

#include "job/job.h"

namespace besshi::app {

/// The shipped sample that has most of what `form` reads and can be printed with it: of `samples/*.json` and
/// `samples/<office>/cases/*.json` below `root`. Nothing if no sample has anything of it.
std::optional<std::filesystem::path> find_sample_case(const job::Stock& stock, const form::FormDefinition& form,
                                                      const std::filesystem::path& root);

}  // namespace besshi::app
