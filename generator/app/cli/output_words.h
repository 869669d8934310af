#pragma once

#include "job/job.h"

namespace besshi::app {

/// `pdf`, `xlsx` or `pdf,xlsx` as it is written behind `--to`; nothing if it is none of these words.
std::optional<std::vector<job::Output>> to_outputs(std::string_view words);

/// Ends a verb whose `--to` is wrong. Gives the exit code.
int report_wrong_output(bool json);

}  // namespace besshi::app
