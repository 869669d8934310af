#pragma once

#include "base/base.h"

namespace besshi::plan {

/// Gathers what a reader has to say. A file of nothing but faults must not cost memory without bound:
/// from `most` on they are counted only.
class Faults {
public:
    static constexpr std::size_t most = 500;

    /// True while another one would still be kept: ask before working out a costly sentence.
    bool has_room() const { return kept_.size() < most; }
    void add(const DiagnosticKind& kind, Origin origin, std::initializer_list<std::string_view> arguments = {});
    void append(Faults&& others);
    bool has_error() const { return has_error_; }

    /// All of them, and one that says how many more there are.
    Diagnostics take() &&;

private:
    Diagnostics kept_;
    std::size_t more_ = 0;
    bool has_error_ = false;
};

}  // namespace besshi::plan
