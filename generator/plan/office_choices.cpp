#include "plan/office_choices.h"

#include "plan/diagnostics.h"

namespace besshi::plan {

namespace {

/// `[ledger]` is for who keeps the record, not for the reader of cases.
constexpr std::string_view forms_key = "forms", sets_key = "sets", ledger_key = "ledger";

class ChoiceReader {
public:
    ChoiceReader(const raw::Tree& tree, Faults& faults) : tree_(tree), faults_(faults) {}

    OfficeChoices read() {
        for_each_member(0, [&](raw::NodeId section) {
            if (tree_.node(section).key == forms_key) read_forms(section);
            if (tree_.node(section).key == sets_key) read_sets(section);
        });
        return std::move(choices_);
    }

private:
    template <class Visit>
    void for_each_child(raw::NodeId id, const Visit& visit) const {
        for (raw::NodeId child = tree_.node(id).first_child; child != raw::no_node; child = tree_.node(child).next)
            visit(child);
    }

    template <class Visit>
    void for_each_member(raw::NodeId id, const Visit& visit) {
        if (tree_.node(id).kind != raw::Kind::object) return refuse(kinds::bad_form_parameter, id, forms_key);
        for_each_child(id, visit);
    }

    void refuse(const DiagnosticKind& kind, raw::NodeId id, std::string_view section) {
        faults_.add(kind, tree_.origin(id, base::pointer_token(section)));
    }

    void read_forms(raw::NodeId section) {
        for_each_member(section, [&](raw::NodeId form) {
            for_each_member(form, [&](raw::NodeId parameter) {
                read_parameter(parameter, choices_.form_parameters[std::string(tree_.node(form).key)]);
            });
        });
    }

    void read_parameter(raw::NodeId id, std::map<std::string, std::string>& parameters) {
        const raw::Node& node = tree_.node(id);
        std::string& value = parameters[std::string(node.key)];
        switch (node.kind) {
            case raw::Kind::text:
            case raw::Kind::time:
                value = node.text;
                break;
            case raw::Kind::boolean:
                value = node.truth ? "true" : "false";
                break;
            case raw::Kind::integer:
                value = std::to_string(node.integer);
                break;
            case raw::Kind::null:
            case raw::Kind::real:
            case raw::Kind::date:
            case raw::Kind::date_time:
            case raw::Kind::list:
            case raw::Kind::object:
                refuse(kinds::bad_form_parameter, id, forms_key);
                break;
        }
    }

    void read_sets(raw::NodeId section) {
        if (tree_.node(section).kind != raw::Kind::object) return refuse(kinds::bad_document_set, section, sets_key);
        for_each_child(section, [&](raw::NodeId set) {
            if (tree_.node(set).kind != raw::Kind::list) return refuse(kinds::bad_document_set, set, sets_key);
            std::vector<std::string>& documents = choices_.document_sets[std::string(tree_.node(set).key)];
            for_each_child(set, [&](raw::NodeId document) {
                if (tree_.node(document).kind == raw::Kind::text)
                    documents.emplace_back(tree_.node(document).text);
                else
                    refuse(kinds::bad_document_set, document, sets_key);
            });
        });
    }

    const raw::Tree& tree_;
    Faults& faults_;
    OfficeChoices choices_;
};

}  // namespace

OfficeChoices read_office_choices(const raw::Tree& office, Faults& faults) {
    return ChoiceReader(office, faults).read();
}

bool is_office_choice(std::string_view key) {
    return key == forms_key || key == sets_key || key == ledger_key;
}

}  // namespace besshi::plan
