#pragma once

#include "cli/command.h"

/// The verbs below `besshi forms`, for those who write forms. Each is declared like the verbs of command.h.
namespace besshi::app {

void add_forms_list(CLI::App& forms, Invocation& invocation);
void add_forms_show(CLI::App& forms, Invocation& invocation);
void add_forms_check(CLI::App& forms, Invocation& invocation);
void add_forms_lint(CLI::App& forms, Invocation& invocation);
void add_forms_preview(CLI::App& forms, Invocation& invocation);
void add_forms_release(CLI::App& forms, Invocation& invocation);

}  // namespace besshi::app
