#include "cli/conformance_report.h"

#include <fmt/format.h>

#include <set>

namespace besshi::app {

namespace {

using conformance::Report;
using conformance::Rule;
using conformance::Standard;
using conformance::Violation;
using Rules = std::vector<const Rule*>;

std::string verdict(const Report& report) {
    if (!report.violations.empty())
        return fmt::format("適合しません。守られていない決まりが {} 件あります。",
                           report.violations.size() + report.omitted);
    if (!report.undecided.empty()) return "判定できません。besshi が調べない種類のものが入っています。";
    return "機械で調べられる決まりはすべて守られています。";
}

std::string describe(const Rule& rule) {
    return fmt::format("{}（{} §{}）{}", rule.id, to_string(rule.standard), rule.clause, rule.japanese);
}

std::string describe(const Violation& violation) {
    std::string line = "  " + describe(*violation.rule) + "\n      → ";
    line += violation.place.empty() ? "ファイル全体" : violation.place;
    if (!violation.detail.empty()) line += "（" + violation.detail + "）";
    return line + "\n";
}

/// The numbers of rules in lines of their standards.
std::string list_numbers(const Rules& rules) {
    std::string text;
    for (const Standard standard : {Standard::pdf_a_2u, Standard::pdf_ua_1, Standard::pdf_1_7}) {
        std::string line;
        for (const Rule* rule : rules)
            if (rule->standard == standard) line += fmt::format(" {}", rule->id);
        if (!line.empty()) text += fmt::format("  {}:{}\n", to_string(standard), line);
    }
    return text;
}

/// What the rules are about, each once.
std::string list_subjects(const Rules& rules) {
    std::set<conformance::Subject> seen;
    std::string text;
    for (const Rule* rule : rules) {
        if (!seen.insert(rule->subject).second) continue;
        text += (text.empty() ? "" : "、") + std::string(to_japanese(rule->subject));
    }
    return text;
}

nlohmann::ordered_json numbers(const Rules& rules) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Rule* rule : rules) list.push_back(rule->id);
    return list;
}

}  // namespace

std::string to_text(const Report& report) {
    std::string text = fmt::format("PDF/A-2u（ISO 19005-2）と PDF/UA-1（ISO 14289-1）: {}\n", verdict(report));
    if (!report.violations.empty()) {
        text += "\n守られていない決まり\n";
        for (const Violation& violation : report.violations) text += describe(violation);
        if (report.omitted > 0) text += fmt::format("  ほか {} 件\n", report.omitted);
    }
    if (!report.undecided.empty())
        text += fmt::format("\n判定できない決まり（{}が入っているため）\n{}", list_subjects(report.undecided),
                            list_numbers(report.undecided));
    text += fmt::format("\n調べた決まり {} 件\n{}", report.checked.size(), list_numbers(report.checked));
    text += fmt::format("\nこの文書に当てはまらない決まり {} 件（ないもの: {}）\n", report.not_applicable.size(),
                        list_subjects(report.not_applicable));
    text += fmt::format("\n人が確かめる決まり {} 件\n", report.for_people.size());
    for (const Rule* rule : report.for_people) text += "  " + describe(*rule) + "\n";
    return text;
}

nlohmann::ordered_json to_json(const Report& report) {
    nlohmann::ordered_json violations = nlohmann::ordered_json::array();
    for (const Violation& violation : report.violations)
        violations.push_back({{"rule", violation.rule->id},
                              {"standard", to_string(violation.rule->standard)},
                              {"clause", violation.rule->clause},
                              {"what", violation.rule->japanese},
                              {"place", violation.place},
                              {"detail", violation.detail}});
    return {{"ok", report.conforms()},
            {"violations", violations},
            {"omitted", report.omitted},
            {"undecided", numbers(report.undecided)},
            {"checked", numbers(report.checked)},
            {"not_applicable", numbers(report.not_applicable)},
            {"for_people", numbers(report.for_people)}};
}

}  // namespace besshi::app
