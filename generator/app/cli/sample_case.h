#pragma once

#include "job/job.h"

namespace besshi::app {

/// The shipped sample that has most of what `form` reads, can be printed with it and is no longer than expected:
/// of the cases below `samples/` of `root`. Nothing if no sample has anything of it.
std::optional<std::filesystem::path> find_sample_case(const job::Stock& stock, const form::FormDefinition& form,
                                                      const std::filesystem::path& root);

}  // namespace besshi::app
