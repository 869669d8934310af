#include "cli/forms.h"

namespace besshi::app {

void add_forms(CLI::App& app, Invocation& invocation) {
    CLI::App* verb = app.add_subcommand("forms", "様式の一覧、内容、点検、試し、確定");
    verb->require_subcommand(1);
    add_forms_list(*verb, invocation);
    add_forms_show(*verb, invocation);
    add_forms_check(*verb, invocation);
    add_forms_lint(*verb, invocation);
    add_forms_preview(*verb, invocation);
    add_forms_release(*verb, invocation);
}

}  // namespace besshi::app
