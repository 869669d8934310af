#include "cli/fitting_report.h"

#include "cli/console_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace besshi::app {

namespace {

using job::FittingReport;
using layout::Decision;
using layout::Fitting;
using Json = nlohmann::ordered_json;

std::string pt(Length length) {
    return fmt::format("{:.3g}", length.pt());
}

std::string percent(std::int64_t permille) {
    return fmt::format("{}％", (permille + 5) / 10);
}

/// `1`, `1-3`, `1,4`
std::string list_pages(const std::vector<std::uint32_t>& pages) {
    std::string text;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
        text += fmt::format("{}{}", text.empty() ? "" : ",", pages[i]);
        if (last > i) text += fmt::format("-{}", pages[last]);
        i = last;
    }
    return text;
}

/// Which of the cells that the form repeats: `[2] ` of `rows.2.goal` and of `week.event2`; empty if it does not.
std::string element_of(std::string_view cell) {
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const std::size_t end = std::min(cell.find('.', at), cell.size());
        const std::size_t digits = cell.find_last_not_of("0123456789", end - 1) + 1;
        if (digits >= at && digits < end) return fmt::format("[{}] ", cell.substr(digits, end - digits));
        at = end;
    }
    return {};
}

std::string words_of(const Decision& decision) {
    switch (decision.kind) {
        case Decision::Kind::size_chosen:
            return {};
        case Decision::Kind::shrunk:
            return fmt::format("文字を {:.1f} ％に縮めた", static_cast<double>(decision.amount) / 10);
        case Decision::Kind::narrowed:
            return fmt::format("字の幅を {:.1f} ％に狭めた", static_cast<double>(decision.amount) / 10);
        case Decision::Kind::grown:
            return fmt::format("行を様式の高さの {:.1f} ％にした", static_cast<double>(decision.amount) / 10);
        case Decision::Kind::emergency_break:
            return fmt::format("折ってはならないところで {} 回折った", decision.amount);
        case Decision::Kind::noted:
            return fmt::format("番号（{}）だけを印刷し、文をほかの欄に移した", decision.amount);
        case Decision::Kind::carried_over:
            return fmt::format("別紙（{} 番め）に移した", decision.amount);
    }
    return {};
}

std::string words_of(const std::optional<std::int64_t>& spare) {
    if (!spare) return "-";
    if (*spare < 0) return fmt::format("{} 字超過", -*spare);
    return fmt::format("あと {} 字", *spare);
}

/// The columns of the table: 96 of a console's 100.
std::string table_line(std::string_view label, const std::array<std::string, 8>& cells) {
    static constexpr std::array<std::size_t, 8> widths{6, 6, 6, 6, 6, 6, 6, 14};
    std::string line = "  " + pad_right(label, 34);
    for (std::size_t i = 0; i < cells.size(); ++i) line += pad_left(cells[i], widths[i]);
    return line + "\n";
}

std::string table_heading() {
    return table_line("欄", {"ページ", "元 pt", "今 pt", "行", "高さ", "幅", "字数", "余り"});
}

std::string table_row(const Fitting& field) {
    return table_line(element_of(field.cell) + field.label,
                      {list_pages(field.pages), pt(field.size_asked), pt(field.size_used),
                       fmt::format("{}", field.lines), percent(field.height_permille), percent(field.width_permille),
                       fmt::format("{}", field.characters), words_of(field.spare)});
}

/// Where the text stands in the data, and what was done.
std::string second_line(const Fitting& field) {
    std::string line = "      " + field.origin.pointer;
    for (const Decision& decision : field.decisions)
        line += (&decision == &field.decisions.front() ? "　" : "、") + words_of(decision);
    return line + "\n";
}

enum class Group { adapted, too_long, fits };

Group group_of(const Fitting& field) {
    if (std::ranges::any_of(field.decisions, layout::is_adapted)) return Group::adapted;
    return field.spare.value_or(0) < 0 ? Group::too_long : Group::fits;
}

std::string_view heading_of(Group group) {
    switch (group) {
        case Group::adapted:
            return "縮めた・折った・移した欄";
        case Group::too_long:
            return "元の大きさでは様式の行に入りきらない欄";
        case Group::fits:
            return "入った欄";
    }
    return {};
}

std::string list_group(const FittingReport& report, Group group) {
    std::string rows;
    int count = 0;
    for (const Fitting& field : report.fields) {
        if (group_of(field) != group) continue;
        ++count;
        rows += table_row(field);
        if (group != Group::fits) rows += second_line(field);
    }
    if (count == 0) return {};
    return fmt::format("\n【{}】{} か所\n", heading_of(group), count) + table_heading() + rows;
}

std::string describe_size(const FittingReport& report) {
    if (report.sizes.size() < 2) return {};
    std::string listed;
    for (const Length size : report.sizes) listed += (listed.empty() ? "" : "、") + pt(size);
    return fmt::format("　本文は {} pt（様式が挙げる {} pt から選びました）", pt(report.size), listed);
}

std::string describe(const FittingReport& report) {
    std::string text =
        fmt::format("{} {}　{} ページ{}\n", report.number, report.title, report.pages, describe_size(report));
    if (!report.case_file.empty()) text += report.case_file + "\n";
    for (const Group group : {Group::adapted, Group::too_long, Group::fits}) text += list_group(report, group);
    if (report.fields.empty()) text += "中身の入った欄はありません。\n";
    return text;
}

constexpr std::string_view how_to_read =
    "\n高さと幅は、欄の内側のうち文字が占める割合です。余りは、元の大きさで、行を高くせずに入る字数です"
    "（「あと」は全角で数えた目安）。\n[2] は、その並びの 2 件めです。\n";

Json to_json(const Decision& decision) {
    switch (decision.kind) {
        case Decision::Kind::size_chosen:
            return {{"kind", "size_chosen"}, {"size_pt", Length{decision.amount}.pt()}};
        case Decision::Kind::shrunk:
            return {{"kind", "shrunk"}, {"permille", decision.amount}};
        case Decision::Kind::narrowed:
            return {{"kind", "narrowed"}, {"permille", decision.amount}};
        case Decision::Kind::grown:
            return {{"kind", "grown"}, {"permille", decision.amount}};
        case Decision::Kind::emergency_break:
            return {{"kind", "emergency_break"}, {"times", decision.amount}};
        case Decision::Kind::noted:
            return {{"kind", "noted"}, {"note", decision.amount}};
        case Decision::Kind::carried_over:
            return {{"kind", "carried_over"}, {"annex", decision.amount}};
    }
    return {};
}

Json to_json(const Fitting& field) {
    Json done = Json::array();
    for (const Decision& decision : field.decisions) done.push_back(to_json(decision));
    return {{"pointer", field.origin.pointer},
            {"cell", field.cell},
            {"label", field.label},
            {"pages", field.pages},
            {"size_asked_pt", field.size_asked.pt()},
            {"size_used_pt", field.size_used.pt()},
            {"narrow_permille", field.narrow_permille},
            {"lines", field.lines},
            {"height_permille", field.height_permille},
            {"width_permille", field.width_permille},
            {"characters", field.characters},
            {"spare_characters", field.spare ? Json(*field.spare) : Json()},
            {"done", done}};
}

Json to_json(const FittingReport& report) {
    Json sizes = Json::array(), fields = Json::array();
    for (const Length size : report.sizes) sizes.push_back(size.pt());
    for (const Fitting& field : report.fields) fields.push_back(to_json(field));
    Json one{{"number", report.number}, {"title", report.title}};
    if (!report.case_file.empty()) one["case"] = report.case_file;
    one.update({{"pages", report.pages}, {"sizes_pt", sizes}, {"size_pt", report.size.pt()}, {"fields", fields}});
    return one;
}

}  // namespace

std::string to_text(std::span<const FittingReport> reports) {
    std::string text;
    for (const FittingReport& report : reports) text += (text.empty() ? "" : "\n\n") + describe(report);
    return text.append(how_to_read);
}

Json to_json(std::span<const FittingReport> reports) {
    Json list = Json::array();
    for (const FittingReport& report : reports) list.push_back(to_json(report));
    return list;
}

}  // namespace besshi::app
