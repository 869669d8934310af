#include "cycle/rewriting.h"

#include "cycle/months.h"

#include <algorithm>

namespace besshi::cycle {

Json to_json(plan::Period period) {
    return Json::Object{{"from", base::to_iso(period.from)}, {"to", base::to_iso(period.to)}};
}

Rewriting::Rewriting(const field::Table& table, std::string_view case_json)
    : table_(table), document_(parse_json(case_json)) {}

const Json* Rewriting::find(std::string_view name) const {
    const Json* value = &document_;
    while (value && !name.empty()) {
        const std::string_view key = name.substr(0, name.find('.'));
        value = value->find(key);
        name.remove_prefix(std::min(key.size() + 1, name.size()));
    }
    return value && !value->is_empty() ? value : nullptr;
}

void Rewriting::record(ChangeKind kind, const Place& place, std::string dates) {
    const std::size_t behind_block = place.pointer.find('/', 1);
    std::string label(place.label);
    if (behind_block != std::string::npos)
        label = table_.find(place.pointer.substr(1, behind_block - 1))->label + "：" + label;
    changes_.push_back({kind, place.pointer, std::move(label), std::move(dates)});
}

void Rewriting::empty(std::string_view path) {
    for (const Place& place : places(path)) empty(place);
}

void Rewriting::empty(const Place& place) {
    *place.value = blank(*place.field);
    record(ChangeKind::emptied, place);
}

void Rewriting::lay_out(std::string_view name) {
    empty(name);
    const Place place = make_place(document_, table_, name);
    *place.value = blank(*place.field);
}

void Rewriting::move(const Place& place, plan::Period to) {
    *place.value = to_json(to);
    record(ChangeKind::moved, place, to_words(to));
}

void Rewriting::copy(std::string_view name, Json value, std::string dates) {
    const Place place = make_place(document_, table_, name);
    *place.value = std::move(value);
    record(ChangeKind::copied, place, std::move(dates));
}

void Rewriting::mark(std::string_view name, Json value, std::string dates) {
    const Place place = make_place(document_, table_, name);
    *place.value = std::move(value);
    record(ChangeKind::marked, place, std::move(dates));
}

Result<NextCase> Rewriting::finish(const CaseFiles& old, std::string name_part, Diagnostics notes) && {
    NextCase next{to_text(document_), std::move(name_part), std::move(changes_), std::move(notes)};
    const auto read = plan::read(table_, {next.json, old.case_json.file}, old.office_toml);
    if (!read) return fail(read.error());
    return next;
}

}  // namespace besshi::cycle
