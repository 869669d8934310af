#include "cli/command.h"

#include <algorithm>

namespace besshi::app {

namespace {

/// CLI11's words for the parts of its help.
constexpr std::pair<const char*, const char*> labels[] = {
    {"Usage", "使い方"},
    {"OPTIONS", "オプション"},
    {"SUBCOMMAND", "コマンド"},
    {"SUBCOMMANDS", "コマンド"},
    {"POSITIONALS", "指定するもの"},
    {"Options", "オプション"},
    {"Subcommands", "コマンド"},
    {"Positionals", "指定するもの"},
    {"REQUIRED", "（必須）"},
    {"TEXT", "文字"},
    {"Needs", "必要"},
    {"Excludes", "同時に使えない"},
};

/// CLI11 speaks English; of its complaint only the words the user typed or must type are kept.
std::string sentence_of(const CLI::Error& error) {
    const std::string what = error.what();
    if (dynamic_cast<const CLI::RequiredError*>(&error)) {
        const std::size_t name_end = what.find(" is required");
        const std::string name = what.substr(0, name_end);
        if (name == "A subcommand") return "コマンドの名前がないか、知らない名前です。";
        return "「" + name + "」の指定が足りません。";
    }
    const std::string behind = what.substr(std::min(what.rfind(": ") + 2, what.size()));
    const std::string before = what.substr(0, what.find(':'));
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) return "知らない指定です：" + behind;
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return "「" + before + "」の後に値が要ります。";
    return "指定の値を読み取れません：" + before;
}

std::string complain(const CLI::App* app, const CLI::Error& error) {
    return "エラー: " + sentence_of(error) + "\n    → " + app->get_name() +
           " --help で使い方を見られます。\n    [app.argument.wrong]\n";
}

void translate(CLI::App& app) {
    app.set_help_flag("-h,--help", "この説明を出す");
    for (const auto& [english, japanese] : labels) app.get_formatter()->label(english, japanese);
    for (CLI::App* verb : app.get_subcommands({})) {
        verb->group("コマンド");
        translate(*verb);
    }
}

}  // namespace

void speak_japanese(CLI::App& app) {
    translate(app);
    app.failure_message(complain);
}

}  // namespace besshi::app
