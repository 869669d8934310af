#include "form/broken_form.h"

#include "form/toml_tree.h"

namespace besshi::form {

namespace {

void collect_names(const Node& document, std::string_view id_key, std::vector<std::string>& names) {
    for (const std::string_view key : {id_key, std::string_view("number")}) {
        const Member* name = document.find(key);
        if (name && name->value.kind == Node::Kind::text) names.push_back(name->value.text);
    }
}

}  // namespace

BrokenForm to_broken(const std::filesystem::path& file, std::string_view toml, Diagnostics faults) {
    BrokenForm broken;
    broken.form = file.parent_path().parent_path().filename().string();
    broken.revision = file.parent_path().filename().string();
    broken.faults = std::move(faults);
    const Result<Node> parsed = parse_toml(toml, {});
    if (!parsed) return broken;
    collect_names(*parsed, "form", broken.names);
    if (const Member* documents = parsed->find("document"))
        for (const Node& document : documents->value.items) collect_names(document, "id", broken.names);
    const Member* in_force = parsed->find("in_force");
    if (in_force && in_force->value.kind == Node::Kind::date) broken.in_force = base::parse_date(in_force->value.text);
    return broken;
}

}  // namespace besshi::form
