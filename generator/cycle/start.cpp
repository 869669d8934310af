#include "cycle/cycle.h"
#include "cycle/diagnostics.h"
#include "cycle/monitored_plan.h"

#include <algorithm>

namespace besshi::cycle {

namespace {

struct Copied {
    std::string_view from, to;
};

/// Rows of one list that begin as rows of another, in its order.
struct CopiedRows {
    std::string_view from, to;
    std::vector<std::string_view> keys;
};

/// What of a plan stands on a sheet before it is written.
struct Layout {
    std::string_view name_part, plan, sheet;
    std::vector<Copied> values;
    CopiedRows rows;
};

const Layout& layout_of(Sheet sheet) {
    static const Layout monitoring{"monitoring",
                                   "support_plan",
                                   "office_monitoring",
                                   {{"support_plan.created_on", "office_monitoring.plan.created_on"},
                                    {"support_plan.consented_on", "office_monitoring.plan.consented_on"},
                                    {"support_plan.period", "office_monitoring.plan.period"},
                                    {"support_plan.intent_child", "office_monitoring.needs_child"},
                                    {"support_plan.intent_family", "office_monitoring.needs_family"},
                                    {"support_plan.long_term_goal.text", "office_monitoring.long_term.goal"},
                                    {"support_plan.short_term_goal.text", "office_monitoring.short_term.goal"}},
                                   {"support_plan.rows", "office_monitoring.items", {"item", "goal"}}};
    static const Layout use_plan{"use-plan",
                                 "use_plan_draft",
                                 "use_plan",
                                 {{"use_plan_draft.monitoring_period_text", "use_plan.monitoring_period_text"},
                                  {"use_plan_draft.intent_child", "use_plan.intent_child"},
                                  {"use_plan_draft.intent_family", "use_plan.intent_family"},
                                  {"use_plan_draft.overall_policy", "use_plan.overall_policy"},
                                  {"use_plan_draft.long_term_goal", "use_plan.long_term_goal"},
                                  {"use_plan_draft.short_term_goal", "use_plan.short_term_goal"},
                                  {"use_plan_draft.week", "use_plan.week"}},
                                 {"use_plan_draft.needs",
                                  "use_plan.needs",
                                  {"priority", "need", "goal", "achieve_by", "service_text", "own_role", "evaluate_on",
                                   "notes", "provider_text"}}};
    static const Layout use_monitoring{
        "use-monitoring",
        "use_plan",
        "use_plan_monitoring",
        {{"use_plan.created_on", "use_plan_monitoring.plan_created_on"},
         {"use_plan.overall_policy", "use_plan_monitoring.overall_policy"},
         {"use_plan.week", "use_plan_monitoring.week"}},
        {"use_plan.needs", "use_plan_monitoring.items", {"priority", "goal", "achieve_by"}}};
    switch (sheet) {
        case Sheet::monitoring:
            return monitoring;
        case Sheet::use_plan:
            return use_plan;
        case Sheet::use_monitoring:
            return use_monitoring;
    }
    return monitoring;
}

/// Rows to be written, with what they take from the plan's rows.
Json::List rows_of(const Rewriting& of_case, const CopiedRows& rows) {
    const field::Field& field = *of_case.table().find(std::string(rows.to) + "[]");
    Json::List written;
    const Json* from = of_case.find(rows.from);
    if (!from) return written;
    for (const Json& source : from->elements()) {
        Json row = blank(field);
        for (const std::string_view key : rows.keys)
            if (const Json* value = source.find(key)) member_of(row, field, key) = *value;
        written.push_back(std::move(row));
    }
    return written;
}

/// A sheet of an earlier plan is no work that could be lost: it stands in the case of that plan.
bool is_in_the_way(const Rewriting& of_case, Sheet sheet) {
    if (sheet == Sheet::monitoring) return monitors_the_plan(of_case);
    return of_case.has(layout_of(sheet).sheet);
}

}  // namespace

Result<NextCase> start(const field::Table& table, const CaseFiles& files, Sheet sheet, Written written) {
    if (const auto document = plan::read(table, files.case_json, files.office_toml); !document)
        return fail(document.error());
    const Layout& layout = layout_of(sheet);
    Rewriting next(table, files.case_json.bytes);
    const auto refuse = [&](const DiagnosticKind& kind, std::string_view block) {
        return fail(diagnose(kind, {"/" + std::string(block), files.case_json.file, 0, 0}, {table.find(block)->label}));
    };
    if (!next.has(layout.plan)) return refuse(kinds::nothing_to_start_from, layout.plan);
    if (written == Written::keep && is_in_the_way(next, sheet)) return refuse(kinds::already_written, layout.sheet);

    next.lay_out(layout.sheet);
    for (const auto& [from, to] : layout.values)
        if (const Json* value = next.find(from)) next.copy(to, Json(*value));
    next.copy(layout.rows.to, rows_of(next, layout.rows));
    return std::move(next).finish(files, std::string(layout.name_part), {});
}

}  // namespace besshi::cycle
