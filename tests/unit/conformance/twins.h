#pragma once

#include "unit/conformance/good_file.h"

#include <functional>

namespace besshi::tests {

/// The good file with one thing wrong, and the rules that this breaks.
struct Twin {
    std::vector<std::string> rules;
    std::function<void(HandmadePdf&)> spoil;                  ///< the objects
    std::function<void(std::string&)> spoil_bytes = nullptr;  ///< the written file
};

/// Twins that break the rules of ISO 19005-2.
std::vector<Twin> pdf_a_twins();
/// Twins that break the rules of ISO 14289-1 and the Matterhorn Protocol.
std::vector<Twin> pdf_ua_twins();
/// Twins that break the rules of ISO 32000-1.
std::vector<Twin> pdf_twins();

/// Puts `to` in place of the first `from` in a named object.
inline std::function<void(HandmadePdf&)> change(std::string name, std::string from, std::string to) {
    return [=](HandmadePdf& pdf) { pdf.change(name, from, to); };
}

/// Puts `more` at the beginning of a named dictionary.
inline std::function<void(HandmadePdf&)> extend(std::string name, std::string more) {
    return [=](HandmadePdf& pdf) { pdf.change(name, "<<", "<<" + more); };
}

inline std::function<void(std::string&)> replace(std::string from, std::string to) {
    return [=](std::string& bytes) {
        const std::size_t at = bytes.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        bytes.replace(at, from.size(), to);
    };
}

inline void leave(HandmadePdf&) {}

}  // namespace besshi::tests
