#pragma once

#include "job/job.h"

#include <nlohmann/json.hpp>

/// What `render --report` says: field by field, how its text fits. No word of the data is in it.
namespace besshi::app {

/// A table per document: the fields that did not fit, those that made their rows higher, the others.
std::string to_text(std::span<const job::FittingReport> reports);

nlohmann::ordered_json to_json(std::span<const job::FittingReport> reports);

}  // namespace besshi::app
