#pragma once

#include <cstdint>
#include <cstdlib>

namespace besshi::tests {

/// How much a test is to do: the number in an environment variable, if it is set.
inline std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
    const char* value = std::getenv(variable);
    return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

}  // namespace besshi::tests
