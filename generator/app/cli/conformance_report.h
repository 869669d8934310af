#pragma once

#include "conformance/conformance.h"

#include <nlohmann/json.hpp>

#include <string>

/// The report of `besshi inspect --conformance`.
namespace besshi::app {

/// Japanese: the verdict, each violation with its rule and place, what was judged, what is not in the file, what a
/// person must look at.
std::string to_text(const conformance::Report& report);

nlohmann::ordered_json to_json(const conformance::Report& report);

}  // namespace besshi::app
