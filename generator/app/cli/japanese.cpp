#include "cli/command.h"

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

std::string complain(const CLI::App* app, const CLI::Error& error) {
    std::string sentence = "コマンドの書き方が正しくありません。";
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) sentence = "知らない指定があります。";
    if (dynamic_cast<const CLI::RequiredError*>(&error)) sentence = "必要な指定が足りません。";
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) sentence = "指定の数が合いません。";
    if (dynamic_cast<const CLI::ConversionError*>(&error)) sentence = "指定の値を読み取れません。";
    if (dynamic_cast<const CLI::ValidationError*>(&error)) sentence = "指定の値が使えません。";
    return "エラー: " + sentence + "（" + error.what() + "）\n    → " + app->get_name() +
           " --help で使い方を見られます。\n    [app.argument.wrong]\n";
}

void translate(CLI::App& app) {
    app.set_help_flag("-h,--help", "この説明を出す");
    for (const auto& [english, japanese] : labels) app.get_formatter()->label(english, japanese);
    for (CLI::App* verb : app.get_subcommands({})) translate(*verb);
}

}  // namespace

void speak_japanese(CLI::App& app) {
    translate(app);
    app.failure_message(complain);
}

}  // namespace besshi::app
