#pragma once

#include "form/toml_tree.h"

#include <initializer_list>
#include <span>
#include <string>

namespace besshi::form {

/// Collects what is wrong with one form file, so that all of it is told at once.
class Faults {
public:
    explicit Faults(std::string_view file) : file_(file) {}

    void add(const DiagnosticKind& kind, Place place, std::initializer_list<std::string_view> arguments = {});
    bool empty() const { return found_.empty(); }

    /// In the order of the file, each once.
    Diagnostics take();

private:
    std::string file_;
    Diagnostics found_;
};

/// The candidate nearest to `word` (optimal string alignment, at most a third of its letters wrong), or
/// nothing.
std::string_view find_nearest(std::string_view word, std::span<const std::string_view> candidates);

/// 「もしかして「x」ですか。」 or, without a near candidate, `otherwise`.
std::string suggestion(std::string_view nearest, std::string_view otherwise = {});

/// 「a」「b」「c」
std::string quoted_list(std::span<const std::string_view> words);

}  // namespace besshi::form
