#pragma once

#include "job/job.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <string>

/// The verbs of the command line. Each `add_…` declares one verb and its arguments; the verb's work runs
/// when the command line has been understood, and gives the exit code.
namespace besshi::app {

/// Options that stand before or after any verb.
struct Common {
    std::filesystem::path data;  ///< folder with forms/ and fonts/
    bool json = false;
    bool show_values = false;
};

/// Collects the one verb that was asked for.
struct Invocation {
    Common common;
    std::function<int(const Common&)> work;
};

void add_init(CLI::App& app, Invocation& invocation);
void add_new(CLI::App& app, Invocation& invocation);
void add_next(CLI::App& app, Invocation& invocation);
void add_start(CLI::App& app, Invocation& invocation);
void add_diff(CLI::App& app, Invocation& invocation);
void add_render(CLI::App& app, Invocation& invocation);
void add_record(CLI::App& app, Invocation& invocation);
void add_correct(CLI::App& app, Invocation& invocation);
void add_close(CLI::App& app, Invocation& invocation);
void add_attach(CLI::App& app, Invocation& invocation);
void add_deliver(CLI::App& app, Invocation& invocation);
void add_status(CLI::App& app, Invocation& invocation);
void add_ledger(CLI::App& app, Invocation& invocation);
void add_backup(CLI::App& app, Invocation& invocation);
void add_restore(CLI::App& app, Invocation& invocation);
void add_forms(CLI::App& app, Invocation& invocation);
void add_schema(CLI::App& app, Invocation& invocation);
void add_dump(CLI::App& app, Invocation& invocation);
void add_inspect(CLI::App& app, Invocation& invocation);
void add_doctor(CLI::App& app, Invocation& invocation);
void add_codes(CLI::App& app, Invocation& invocation);

/// Makes help and complaints of the command line Japanese.
void speak_japanese(CLI::App& app);

}  // namespace besshi::app
