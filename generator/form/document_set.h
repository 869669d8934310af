#pragma once

#include "base/base.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besshi::form {

/// Documents that go together: one table of `forms/sets.toml`.
struct DocumentSet {
    std::string name;                    ///< issue
    std::string title;                   ///< 個別支援計画の交付（保護者・相談支援事業所へ）
    std::vector<std::string> documents;  ///< ids or numbers, in the order they are handed over
};

/// Reads `forms/sets.toml`, in the order of the file. All faults at once, each with its line.
Result<std::vector<DocumentSet>> read_sets(std::string_view toml, std::string_view file);

/// By name. Error: `form.set.unknown`, with the names there are.
Result<const DocumentSet*> find_set(std::span<const DocumentSet> sets, std::string_view name);

}  // namespace besshi::form
