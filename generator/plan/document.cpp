#include "plan/in_force.h"
#include "plan/storage.h"

namespace besshi::plan {

namespace {

/// What follows `alias.` in `name`; nothing if `name` is not at or below `alias`.
std::optional<std::string_view> below_alias(std::string_view name, std::string_view alias) {
    if (!name.starts_with(alias)) return std::nullopt;
    name.remove_prefix(alias.size());
    if (name.empty()) return name;
    if (name.front() != '.') return std::nullopt;
    return name.substr(1);
}

}  // namespace

const Value* Value::find(std::string_view key) const {
    const auto* members = std::get_if<std::vector<Member>>(&content);
    if (!members) return nullptr;
    for (const Member& member : *members) {
        if (member.key == key) return member.value;
    }
    return nullptr;
}

std::span<const Value* const> Value::elements() const {
    const auto* list = std::get_if<std::vector<const Value*>>(&content);
    if (!list) return {};
    return *list;
}

CaseDocument::CaseDocument() = default;
CaseDocument::CaseDocument(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {}
CaseDocument::CaseDocument(CaseDocument&&) noexcept = default;
CaseDocument& CaseDocument::operator=(CaseDocument&&) noexcept = default;
CaseDocument::~CaseDocument() = default;

const Value& CaseDocument::root() const {
    return *storage_->root;
}
const field::Table& CaseDocument::table() const {
    return *storage_->table;
}

const Value* CaseDocument::find(const Value* scope, std::string_view name, std::optional<Date> on) const {
    const Value* start = scope ? scope : storage_->root;
    if (const Value* plain = find_plain(start, name)) return plain;
    if (start != storage_->root) return nullptr;
    for (const field::InForce& dated : storage_->table->dated_lists()) {
        const auto rest = below_alias(name, dated.alias);
        if (!rest) continue;
        const Value* list = find_plain(start, dated.list->path);
        const Value* fact = list ? find_in_force(*list, on) : nullptr;
        if (const Value* found = find_plain(fact, *rest)) return found;
    }
    return nullptr;
}

}  // namespace besshi::plan
