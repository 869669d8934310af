#pragma once

#include <set>
#include <string>
#include <string_view>

/// The office's own numbers of children, which stand in file names.
namespace besshi::cycle {

/// ASCII letters, digits, `-` and `_`, not beginning with a sign, at most 60.
bool is_case_number(std::string_view text);

/// Gives new case numbers: one more than the highest of the pattern most numbers have (the words before the
/// digits, and how many digits), `c-0001` where there are none.
class CaseNumbers {
public:
    explicit CaseNumbers(std::set<std::string> taken);
    std::string next();

private:
    /// `c-0001-2026-04`: the next plan's case of `c-0001`, which is no pattern of numbers.
    bool is_of_a_month(const std::string& name) const;

    std::set<std::string> taken_;
    std::string prefix_ = "c-";
    std::size_t digits_ = 4;
    long last_ = 0;
};

}  // namespace besshi::cycle
