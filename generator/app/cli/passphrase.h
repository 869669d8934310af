#pragma once

#include "cli/command.h"

/// The passphrase of a backup. Never an argument: other programs can read those.
namespace besshi::app {

/// `--passphrase-file`; empty: the terminal.
void add_passphrase_option(CLI::App& verb, std::string& file);

enum class Asked {
    once,
    twice  ///< so that a slip of the finger does not lock a backup for ever
};

/// The first line of a file (`-` = standard input), or what a person types, which is not shown. Errors: those of the
/// file; `app.argument.wrong` without a terminal, or if the second time is not the first.
Result<std::string> read_passphrase(const std::string& file, Asked asked);

}  // namespace besshi::app
