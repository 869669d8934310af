#include "cli/office_backup.h"
#include "cli/passphrase.h"

#include <fmt/format.h>

/// The verb that takes the tables of an older record forward: a backup first, then all or nothing.
namespace besshi::app {

namespace {

int report(const nlohmann::ordered_json& answer, const std::string& text, const Common& common) {
    if (common.json)
        print(answer);
    else
        print(std::string_view(text));
    return 0;
}

Result<Diagnostics> verify(const ledger::Place& place) {
    auto opened = ledger::Ledger::open(place, ledger::Opening::existing);
    if (!opened) return fail(std::move(opened.error()));
    auto verified = opened->verify(std::nullopt, ledger::FileCheck::sizes);
    if (!verified) return fail(std::move(verified.error()));
    return std::move(verified->faults);
}

int migrate(const BackupArguments& arguments, const Common& common) {
    const auto place = place_of(arguments);
    if (!place) return report_faults(place.error(), common.json);
    const auto from = ledger::schema_version_of(*place);
    if (!from) return report_faults(from.error(), common.json);
    const int to = ledger::schema_version();
    if (*from >= to) {
        if (const auto is_known = ledger::migrate(*place); !is_known)
            return report_faults(is_known.error(), common.json);
        return report({{"ok", true}, {"from", *from}, {"to", to}},
                      fmt::format("台帳は、もう新しい形です（{}）。何もしていません。", to), common);
    }

    const auto made = make_backup(arguments, *place, common);
    if (!made) return report_faults(made.error(), common.json);
    if (const auto migrated = ledger::migrate(*place); !migrated) return report_faults(migrated.error(), common.json);
    const auto faults = verify(*place);
    if (!faults) return report_faults(faults.error(), common.json);
    if (!faults->empty()) return report_faults(*faults, common.json, {{"backup", to_json(*made, arguments.file)}});
    return report({{"ok", true}, {"from", *from}, {"to", to}, {"backup", to_json(*made, arguments.file)}},
                  to_text(*made, arguments.file) + fmt::format("台帳を新しい形にしました（{} から {}）。\n", *from, to),
                  common);
}

}  // namespace

void add_ledger_migrate(CLI::App& ledger, Invocation& invocation) {
    auto arguments = std::make_shared<BackupArguments>();
    CLI::App* verb = ledger.add_subcommand("migrate", "古い形の台帳を、控えを作ってから新しい形にする");
    verb->add_option("--backup", arguments->file, "先に作る控えのファイル")->required()->type_name("ファイル");
    add_office_option(*verb, arguments->office);
    add_passphrase_option(*verb, arguments->passphrase_file);
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return migrate(*arguments, common); };
    });
}

}  // namespace besshi::app
