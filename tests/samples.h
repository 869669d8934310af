#pragma once

#include "job/job.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <vector>

/// The forms, fonts and samples of the project, for tests that go through all of them.
namespace besshi::tests {

inline const job::Stock& stock() {
    static const job::Stock loaded = [] {
        auto result = job::Stock::load(BESSHI_ROOT);
        if (!result) throw std::runtime_error(base::to_line(result.error().front()));
        return std::move(*result);
    }();
    return loaded;
}

/// The case files below `samples/`, found, in the order of their names.
inline std::vector<std::filesystem::path> samples() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(BESSHI_ROOT) / "samples"))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace besshi::tests
