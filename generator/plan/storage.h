#pragma once

#include "plan/plan.h"

#include <vector>

namespace besshi::plan {

/// Values never move once made, so that they may point to each other.
struct CaseDocument::Storage {
    const field::Table* table = nullptr;
    Value* root = nullptr;

    struct ImageFile {
        Value* value;
        Origin origin;
    };
    std::vector<std::vector<Value>> blocks;  ///< none grows beyond what it reserved
    std::vector<ImageFile> image_files;      ///< images whose bytes are not in the case

    Value& make(const field::Field& field, std::string pointer) {
        constexpr std::size_t values_per_block = 128;
        if (blocks.empty() || blocks.back().size() == values_per_block) blocks.emplace_back().reserve(values_per_block);
        Value& value = blocks.back().emplace_back();
        value.field = &field;
        value.pointer = std::move(pointer);
        return value;
    }
};

}  // namespace besshi::plan
