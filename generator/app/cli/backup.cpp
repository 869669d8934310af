#include "cli/office_backup.h"
#include "cli/passphrase.h"

#include <fmt/format.h>

/// Verbs that put an office into one file and take it out again: backup, restore.
namespace besshi::app {

Result<ledger::Place> place_of(const BackupArguments& arguments) {
    const std::filesystem::path folder = office_folder_of({{}, arguments.office});
    const auto settings = job::read_record_settings(folder);
    if (!settings) return fail(settings.error());
    return ledger::Place{.office = settings->office, .folder = folder, .connection = settings->database};
}

Result<backup::Made> make_backup(const BackupArguments& arguments, const ledger::Place& place, const Common& common) {
    const auto passphrase = read_passphrase(arguments.passphrase_file, Asked::twice);
    if (!passphrase) return fail(passphrase.error());
    return backup::make({.place = place, .data = common.data, .passphrase = *passphrase}, arguments.file,
                        arguments.force ? files::Existing::replace : files::Existing::keep);
}

nlohmann::ordered_json to_json(const backup::Made& made, const std::filesystem::path& file) {
    return {{"file", file.string()},     {"bytes", made.bytes},        {"files", made.files},
            {"left_out", made.left_out}, {"events", made.head.events}, {"head", ledger::to_text(made.head)}};
}

std::string to_text(const backup::Made& made, const std::filesystem::path& file) {
    std::string text = fmt::format(
        "控えを作り、読みかえして確かめました：{}（{:.1f} MB、ファイル {} 個）\n台帳：記録 {} 件、終わりの値 "
        "{}\n",
        file.string(), static_cast<double>(made.bytes) / 1e6, made.files, made.head.events, ledger::to_text(made.head));
    if (made.left_out > 0)
        text += fmt::format("事業所のフォルダーにある、besshi のものでない {} 件は入れていません。\n", made.left_out);
    return text +
           "合言葉をなくすと、だれにも開けられません。この機械とは別の所に、控えと合言葉を別々に置いてください。\n";
}

namespace {

/// A backup of a damaged record is better than none, but never goes unsaid.
int back_up(const BackupArguments& arguments, const Common& common) {
    const auto place = place_of(arguments);
    if (!place) return report_faults(place.error(), common.json);
    const auto made = make_backup(arguments, *place, common);
    if (!made) return report_faults(made.error(), common.json);
    const bool is_sound = made->faults.empty();
    if (common.json) {
        nlohmann::ordered_json answer{{"ok", is_sound}, {"diagnostics", to_json(made->faults)}};
        answer.update(to_json(*made, arguments.file));
        print(answer);
    } else {
        report_notes(made->faults);
        print(std::string_view(to_text(*made, arguments.file)));
    }
    return is_sound ? 0 : static_cast<int>(Failure::data);
}

struct RestoreArguments {
    std::filesystem::path file;
    backup::Target target;
    std::string passphrase_file;
};

/// Whether the restored office.toml still names another database than the record is in now.
bool points_elsewhere(const backup::Target& target) {
    const auto settings = job::read_record_settings(target.folder);
    return settings && settings->database != target.connection;
}

std::string to_text(const backup::Restored& restored, const backup::Target& target) {
    std::string text =
        fmt::format("控えから戻しました：{}（ファイル {} 個）\n", target.folder.string(), restored.files);
    text += restored.is_older ? "台帳は古い形のままです。besshi ledger migrate で新しくしてください。\n"
                              : fmt::format("台帳：記録 {} 件、終わりの値 {}\n", restored.head.events,
                                            ledger::to_text(restored.head));
    if (points_elsewhere(target))
        text += "office.toml の [ledger] の database が、戻した先とちがいます。使う前に直してください。\n";
    return text;
}

int restore(const RestoreArguments& arguments, const Common& common) {
    const auto passphrase = read_passphrase(arguments.passphrase_file, Asked::once);
    if (!passphrase) return report_faults(passphrase.error(), common.json);
    const auto restored = backup::restore(arguments.file, *passphrase, arguments.target);
    if (!restored) return report_faults(restored.error(), common.json);
    const bool is_sound = restored->faults.empty();
    if (common.json) {
        print(nlohmann::ordered_json{{"ok", is_sound},
                                     {"diagnostics", to_json(restored->faults)},
                                     {"folder", arguments.target.folder.string()},
                                     {"office", restored->office},
                                     {"files", restored->files},
                                     {"is_older", restored->is_older},
                                     {"database_differs", points_elsewhere(arguments.target)},
                                     {"events", restored->head.events},
                                     {"head", ledger::to_text(restored->head)}});
    } else {
        report_notes(restored->faults);
        print(std::string_view(to_text(*restored, arguments.target)));
    }
    return is_sound ? 0 : static_cast<int>(Failure::data);
}

}  // namespace

void add_backup(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<BackupArguments>();
    CLI::App* verb =
        app.add_subcommand("backup", "事業所の台帳・書類・ケース・様式を、合言葉で開く一つのファイルにする");
    verb->add_option("file", arguments->file, "控えのファイル")->required()->type_name("ファイル");
    add_office_option(*verb, arguments->office);
    add_passphrase_option(*verb, arguments->passphrase_file);
    verb->add_flag("--force", arguments->force, "同じ名前のファイルを置きかえる");
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return back_up(*arguments, common); };
    });
}

void add_restore(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<RestoreArguments>();
    CLI::App* verb = app.add_subcommand("restore", "控えから、事業所のフォルダーを戻す");
    verb->add_option("file", arguments->file, "控えのファイル")->required()->type_name("ファイル");
    verb->add_option("folder", arguments->target.folder, "戻す先（まだないか、空のフォルダー）")
        ->required()
        ->type_name("フォルダー");
    verb->add_option("--database", arguments->target.connection, "台帳を戻す PostgreSQL（はじめの値はフォルダーの中）")
        ->type_name("postgresql://…");
    add_passphrase_option(*verb, arguments->passphrase_file);
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return restore(*arguments, common); };
    });
}

}  // namespace besshi::app
