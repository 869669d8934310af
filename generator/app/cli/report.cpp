#include "cli/report.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace besshi::app {

int exit_code_after_output(int exit_code) {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
    return report_faults({diagnose(output_lost, {})}, false);
}

void print(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (!text.empty() && text.back() != '\n') std::fputc('\n', stdout);
}

void print(const nlohmann::ordered_json& document) {
    print(std::string_view(document.dump(2)));
}

nlohmann::ordered_json to_json(const Diagnostics& diagnostics) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Diagnostic& d : diagnostics) {
        nlohmann::ordered_json one{
            {"code", d.code}, {"severity", base::to_string(d.severity)}, {"sentence", d.sentence}, {"hint", d.hint}};
        if (!d.origin.pointer.empty()) one["pointer"] = d.origin.pointer;
        if (!d.origin.file.empty()) one["file"] = d.origin.file;
        if (d.origin.line > 0) one["line"] = d.origin.line;
        if (d.origin.column > 0) one["column"] = d.origin.column;
        list.push_back(std::move(one));
    }
    return list;
}

int report_faults(const Diagnostics& faults, bool json, const nlohmann::ordered_json& also) {
    if (json) {
        nlohmann::ordered_json answer{{"ok", false}, {"diagnostics", to_json(faults)}};
        answer.update(also);
        print(answer);
    } else {
        report_notes(faults);
    }
    static constexpr std::array gravest_first{Failure::environment, Failure::storage, Failure::render,
                                              Failure::arguments, Failure::temporary};
    for (const Failure failure : gravest_first)
        if (std::ranges::any_of(
                faults, [&](const Diagnostic& d) { return d.severity == Severity::error && d.failure == failure; }))
            return static_cast<int>(failure);
    return static_cast<int>(Failure::data);
}

void report_notes(const Diagnostics& notes) {
    for (const Diagnostic& d : notes) std::fputs((base::to_line(d) + "\n").c_str(), stderr);
}

int report_wrong_argument(std::string_view sentence, std::string_view hint, bool json) {
    return report_faults({diagnose(wrong_argument, {}, {sentence, hint})}, json);
}

}  // namespace besshi::app
