#pragma once

#include "plan/plan.h"

#include <deque>

namespace besshi::plan {

/// Values never move once made, so that they may point to each other.
struct CaseDocument::Storage {
    const field::Table* table = nullptr;
    std::deque<Value> values;
    Value* root = nullptr;

    struct ImageFile {
        Value* value;
        Origin origin;
    };
    std::vector<ImageFile> image_files;  ///< images whose bytes are not in the case

    Value& make(const field::Field& field, std::string pointer) {
        Value& value = values.emplace_back();
        value.field = &field;
        value.pointer = std::move(pointer);
        return value;
    }
};

}  // namespace besshi::plan
