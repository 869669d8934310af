#include "cli/output_words.h"

#include "cli/report.h"

namespace besshi::app {

std::optional<std::vector<job::Output>> to_outputs(std::string_view words) {
    std::vector<job::Output> outputs;
    while (!words.empty()) {
        const std::size_t comma = words.find(',');
        const std::string_view word = words.substr(0, comma);
        if (word == "pdf")
            outputs.push_back(job::Output::pdf);
        else if (word == "xlsx")
            outputs.push_back(job::Output::xlsx);
        else
            return std::nullopt;
        words = comma == std::string_view::npos ? std::string_view() : words.substr(comma + 1);
    }
    return outputs.empty() ? std::nullopt : std::optional(outputs);
}

int report_wrong_output(bool json) {
    return report_wrong_argument("--to の値が正しくありません。", "pdf、xlsx、または pdf,xlsx にしてください。", json);
}

}  // namespace besshi::app
