#pragma once

#include "conformance/rules.h"

#include <bitset>

namespace besshi::conformance {

/// Where the checks write down what they see and what is wrong.
class Findings {
public:
    void add(RuleNumber rule, std::string place, std::string detail = {});
    /// The file holds more of what the rule is about than is read; unless broken, the rule is undecided.
    void leave_open(RuleNumber rule) { open_.set(rule.index); }
    void see(Subject subject) { seen_.set(static_cast<std::size_t>(subject)); }

    /// The report; nothing may be added afterwards.
    Report take();

private:
    std::array<std::vector<Violation>, all_rules.size()> violations_;
    std::bitset<subject_count> seen_;
    std::bitset<all_rules.size()> open_;
    std::size_t omitted_ = 0;
};

}  // namespace besshi::conformance
