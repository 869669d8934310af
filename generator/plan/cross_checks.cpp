#include "plan/diagnostics.h"
#include "plan/in_force.h"
#include "plan/record_reader.h"

#include <map>

namespace besshi::plan {

using field::Field;

namespace {

const std::string* id_of(const Value& element) {
    const Value* id = element.find("id");
    return id ? std::get_if<std::string>(&id->content) : nullptr;
}

}  // namespace

void RecordReader::resolve_references() {
    for (const PendingReference& pending : references_) {
        const Field& field = *pending.value->field;
        const Value* list = find_plain(storage_.root, field.target);
        const Value* found = nullptr;
        if (list) {
            for (const Value* element : list->elements()) {
                const std::string* id = id_of(*element);
                if (id && *id == pending.id) found = element;
            }
        }
        if (found) {
            pending.value->content = Reference{found};
        } else {
            const std::string& list_label = storage_.table->find(field.target)->label;
            faults_.add(kinds::dangling_reference, pending.tree->origin(pending.node, pending.value->pointer),
                        {field.label, list_label});
        }
    }
}

void check_ids(const Value& root, Faults& faults) {
    const std::vector<Member>& members = std::get<std::vector<Member>>(root.content);
    for (const Member& member : members) {
        std::map<std::string_view, const Value*> known;
        for (const Value* element : member.value->elements()) {
            const std::string* id = id_of(*element);
            if (!id) continue;
            const auto [first, is_new] = known.emplace(*id, element);
            if (is_new) continue;
            const Value* repeated = element->find("id");
            faults.add(kinds::repeated_id, Origin{repeated->pointer, {}},
                       {repeated->field->label, first->second->pointer});
        }
    }
}

void check_dated_facts(const Value& root, const field::Table& table, const std::string& file, Faults& faults) {
    for (const field::InForce& dated : table.dated_lists()) {
        const Value* list = find_plain(&root, dated.list->path);
        if (!list) continue;
        const auto elements = list->elements();
        for (std::size_t i = 0; i < elements.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (may_share_a_day(*elements[i], *elements[j]) || !share_a_day(*elements[i], *elements[j])) continue;
                faults.add(kinds::dated_overlap, Origin{elements[i]->pointer, file},
                           {elements[i]->field->label, elements[j]->pointer});
                break;
            }
        }
    }
}

}  // namespace besshi::plan
