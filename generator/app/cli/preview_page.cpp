#include "cli/preview_page.h"

#include <fmt/format.h>

namespace besshi::app {

namespace {

constexpr std::string_view page_start = R"(<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>{0}</title>
<style>body{{font-family:sans-serif;margin:2em;max-width:60em}}td,th{{padding:.3em 1em;text-align:left;border-bottom:1px solid #ccc}}pre{{white-space:pre-wrap}}</style>
</head><body><h1>{0}</h1>
<table><tr><th>見るもの</th><th>ページ</th><th>ファイル</th><th>確かめること</th></tr>
)";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string table_row(const Preview& preview) {
    std::string links;
    for (const std::string& file : preview.files) links += fmt::format("<a href=\"{0}\">{0}</a><br>", escaped(file));
    if (preview.files.empty()) links = "作れませんでした";
    return fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", preview.title, preview.pages, links,
                       preview.advice);
}

std::string in_brackets(std::string_view text) {
    return fmt::format("「{}」", text);
}

}  // namespace

std::string preview_page(const form::FormDefinition& form, const std::vector<Preview>& previews,
                         std::string_view changes) {
    const std::string title = fmt::format("{} {}（{} 版）", form.document.number, form.document.title, form.revision);
    std::string page = fmt::format(page_start, escaped(title));
    for (const Preview& preview : previews) page += table_row(preview);
    page += "</table>\n";
    if (!changes.empty()) page += fmt::format("<h2>前の版から変わったところ</h2>\n<pre>{}</pre>\n", escaped(changes));
    return page + "</body></html>\n";
}

std::string describe_changes(const form::FormDefinition& before, const form::FormDefinition& after) {
    std::string text = fmt::format("{} の {} 版から {} 版まで\n\n", after.form, before.revision, after.revision);
    const std::vector<review::Change> changes = review::changes(before, after);
    for (const review::Change& change : changes) {
        text += change.what + "\n";
        if (change.before.empty())
            text += "    加わった：" + in_brackets(change.after) + "\n";
        else if (change.after.empty())
            text += "    なくなった：" + in_brackets(change.before) + "\n";
        else
            text += "    前：" + in_brackets(change.before) + "\n    後：" + in_brackets(change.after) + "\n";
    }
    if (changes.empty()) text += "文字・大きさ・並びに変わったところはありません。線と色はくらべていません。\n";
    return text;
}

}  // namespace besshi::app
