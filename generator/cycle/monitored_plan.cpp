#include "cycle/monitored_plan.h"

namespace besshi::cycle {

namespace {

std::span<const Json> list_at(const Rewriting& of_case, std::string_view name) {
    const Json* list = of_case.find(name);
    return list ? list->elements() : std::span<const Json>();
}

std::string_view text_of(const Json& object, std::string_view key) {
    const Json* value = object.find(key);
    return value ? value->text() : std::string_view();
}

bool is_about(const Json& item, const Json& row) {
    return text_of(item, "item") == text_of(row, "item") && text_of(item, "goal") == text_of(row, "goal");
}

const Json* find_row(std::span<const Json> rows, const Json& item, std::size_t place) {
    if (place < rows.size() && is_about(item, rows[place])) return &rows[place];
    for (const Json& row : rows)
        if (is_about(item, row)) return &row;
    return nullptr;
}

}  // namespace

plan::Period period_of(const Json& period) {
    return {base::parse_date(text_of(period, "from")).value(), base::parse_date(text_of(period, "to")).value()};
}

bool monitors_the_plan(const Rewriting& of_case) {
    if (!of_case.has("office_monitoring")) return false;
    const Json* monitored = of_case.find("office_monitoring.plan.period");
    const Json* planned = of_case.find("support_plan.period");
    if (monitored && planned) return period_of(*monitored) == period_of(*planned);
    const Json* written = of_case.find("office_monitoring.plan.created_on");
    const Json* created = of_case.find("support_plan.created_on");
    return !written || !created || written->text() == created->text();
}

Json::List next_actions(const Rewriting& of_case) {
    const auto items = list_at(of_case, "office_monitoring.items");
    const auto rows = list_at(of_case, "support_plan.rows");
    Json::List actions;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string_view action = text_of(items[i], "next_code");
        if (action.empty()) continue;
        Json::Object entry{{"monitoring_item", static_cast<std::int64_t>(i + 1)}, {"action", action}};
        const Json* row = find_row(rows, items[i], i);
        if (const Json* priority = row ? row->find("priority") : nullptr; priority && !priority->is_empty())
            entry.push_back({"row_priority", *priority});
        actions.push_back(std::move(entry));
    }
    return actions;
}

}  // namespace besshi::cycle
