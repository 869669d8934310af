#include "base/diagnostic.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>

namespace besshi::base {

namespace {

std::string fill_in(std::string_view sentence, std::initializer_list<std::string_view> arguments) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const std::string_view argument : arguments) store.push_back(argument);
    return fmt::vformat(sentence, store);
}

}  // namespace

Diagnostic diagnose(const DiagnosticKind& kind, Origin origin, std::initializer_list<std::string_view> arguments) {
    return {kind.code,
            kind.severity,
            kind.failure,
            std::move(origin),
            fill_in(kind.sentence, arguments),
            fill_in(kind.hint, arguments)};
}

bool has_error(const Diagnostics& diagnostics) {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string to_line(const Diagnostic& diagnostic) {
    static constexpr std::string_view words[] = {"お知らせ", "注意", "エラー"};
    std::string line = fmt::format("{}: {}", words[static_cast<int>(diagnostic.severity)], diagnostic.sentence);
    if (!diagnostic.hint.empty()) line += "\n    → " + diagnostic.hint;
    const std::string place = describe(diagnostic.origin);
    line += place.empty() ? fmt::format("\n    [{}]", diagnostic.code)
                          : fmt::format("\n    {}  [{}]", place, diagnostic.code);
    return line;
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return {};
}

}  // namespace besshi::base
