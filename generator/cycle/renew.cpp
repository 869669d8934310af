#include "cycle/cycle.h"
#include "cycle/diagnostics.h"
#include "cycle/monitored_plan.h"
#include "cycle/months.h"
#include "cycle/rewriting.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::cycle {

namespace {

/// What belongs to one plan and is written, held, signed or handed over anew for the next one.
constexpr std::string_view of_one_plan[] = {
    "support_plan.created_on",
    "support_plan.draft_created_on",
    "support_plan.evaluation_and_policy",
    "support_plan.explained_on",
    "support_plan.explained_by",
    "support_plan.consented_on",
    "support_plan.hours_tables[].created_on",
    "support_plan.hours_tables[].consented_on",
    "specialist_plan.created_on",
    "specialist_plan.start_on",
    "specialist_plan.consented_on",
    "assessment.created_on",
    "assessment.interviews",
    "meeting",
    "delivery_record",
    "deliveries",
    "cover_letters",
};

/// A fact nobody may take from the last plan without asking, and where it is written.
struct HealthFact {
    std::string_view code;  ///< of enum.health_fact
    std::vector<std::string_view> paths;
};

const std::vector<HealthFact>& health_facts() {
    static const std::vector<HealthFact> facts{
        {"diagnosis", {"child.diagnosis", "assessment.medical.diagnosis"}},
        {"handbooks", {"child.handbooks", "assessment.medical.handbooks"}},
        {"doctor", {"assessment.medical.doctor"}},
        {"medication", {"assessment.medical.medication"}},
        {"allergy", {"assessment.medical.allergy"}},
        {"seizure", {"assessment.medical.seizure"}},
        {"emergency_contact", {"guardians[].emergency"}},
    };
    return facts;
}

/// Who said so, and when.
struct Confirmation {
    std::string on, informant;
};

/// A school year is called by the year of its April.
int school_year(Date day) {
    return day.month >= 4 ? day.year : day.year - 1;
}

class Renewal {
public:
    Renewal(const plan::CaseDocument& document, const CaseFiles& old, plan::Period period)
        : document_(document),
          old_(old),
          old_period_(period),
          new_period_(period_from(day_after(period.to), length_of(period))),
          next_(document.table(), old.case_json.bytes) {}

    Result<NextCase> run() {
        note_dates();
        carry_over();
        move_periods();
        mark_health_facts();
        keep_consent();
        for (const std::string_view path : of_one_plan) next_.empty(path);
        note_texts();
        const Month first{new_period_.from.year, new_period_.from.month};
        return std::move(next_).finish(old_, base::to_iso(first), std::move(notes_));
    }

private:
    void note(const DiagnosticKind& kind, std::string_view pointer,
              std::initializer_list<std::string_view> arguments = {}) {
        notes_.push_back(diagnose(kind, {std::string(pointer), old_.case_json.file, 0, 0}, arguments));
    }

    void note_dates() {
        const LengthInMonths length = length_of(old_period_);
        if (!length.is_whole)
            note(kinds::odd_period, "/support_plan/period",
                 {to_words(old_period_), std::to_string(length.months), to_words(new_period_)});
        note_certificate();
        const int year = school_year(new_period_.to);
        if (next_.has("child.grade") && year > school_year(old_period_.to))
            note(kinds::new_school_year, "/child/grade", {base::to_iso(Date{year, 4, 1})});
    }

    /// The certificate that lasts longest must last as long as the plan.
    void note_certificate() {
        const plan::Value* list = document_.find(nullptr, "certificates", {});
        if (!list) return;
        std::optional<Date> last;
        for (const plan::Value* certificate : list->elements()) {
            const plan::Value* to = certificate->find("to");
            if (!to) return;
            last = std::max(last, std::optional(std::get<Date>(to->content)));
        }
        if (last && *last < new_period_.to)
            note(kinds::certificate_ends, "/certificates", {base::to_iso(*last), base::to_iso(new_period_.to)});
    }

    void move_periods() {
        next_.move(next_.places("support_plan.period").front(), new_period_);
        for (const std::string_view path :
             {"support_plan.long_term_goal.period", "support_plan.short_term_goal.period"})
            for (const Place& place : next_.places(path)) {
                const plan::Period period = period_of(*place.value);
                if (period.to < new_period_.from) next_.move(place, period_from(new_period_.from, length_of(period)));
            }
        for (const Place& place : next_.places("support_plan.hours_tables[].valid")) {
            const plan::Period period = period_of(*place.value);
            if (period.from <= old_period_.from && period.to >= old_period_.to)
                next_.move(place, new_period_);
            else
                next_.empty(place);  // a holiday: the next one is no number of months later
        }
        next_.empty("support_plan.hours_tables[].extra_periods");
    }

    void carry_over() {
        next_.empty("support_plan.carried_over_from_monitoring");
        if (!monitors_the_plan(next_)) {
            next_.empty("office_monitoring");
            note(kinds::not_monitored, "/office_monitoring");
            return;
        }
        Json::List actions = next_actions(next_);
        if (!actions.empty()) next_.copy("support_plan.carried_over_from_monitoring", std::move(actions));
    }

    void keep_consent() {
        if (const Json* consent = next_.find("support_plan.consented_on"))
            next_.copy("support_plan.previous_consented_on", *consent, std::string(consent->text()));
        else
            note(kinds::no_consent, "/support_plan/consented_on");
    }

    void mark_health_facts() {
        for (const HealthFact& fact : health_facts()) {
            const bool is_known =
                std::ranges::any_of(fact.paths, [&](std::string_view path) { return !next_.places(path).empty(); });
            if (!is_known) continue;
            const std::string name = fmt::format("confirmations.{}", fact.code);
            const Confirmation last = last_confirmation(name);
            Json::Object mark{{"state", "to_confirm"}};
            if (!last.on.empty()) mark.push_back({"on", last.on});
            if (!last.informant.empty()) mark.push_back({"informant", last.informant});
            next_.mark(name, std::move(mark), last.on);
        }
    }

    /// What the case says of it, or else the last interview with a guardian.
    Confirmation last_confirmation(const std::string& name) const {
        const auto text = [&](const std::string& key) {
            const Json* value = next_.find(name + "." + key);
            return value ? std::string(value->text()) : std::string();
        };
        if (next_.has(name)) return {text("on"), text("informant")};
        return last_interview();
    }

    Confirmation last_interview() const {
        const plan::Value* interviews = document_.find(nullptr, "assessment.interviews", {});
        std::optional<Date> last;
        if (interviews)
            for (const plan::Value* interview : interviews->elements()) {
                const plan::Value* on = interview->find("on");
                const plan::Value* interviewee = interview->find("interviewee");
                const bool is_guardian =
                    interviewee && std::get<const field::Code*>(interviewee->content)->code == "guardian";
                if (on && is_guardian) last = std::max(last, std::optional(std::get<Date>(on->content)));
            }
        if (!last) return {};
        const plan::Value* relationship = document_.find(nullptr, "guardian.relationship", last);
        return {base::to_iso(*last), relationship ? std::get<std::string>(relationship->content) : std::string()};
    }

    void note_texts() {
        struct Text {
            std::string_view word, path;
        };
        constexpr Text texts[] = {{"達成時期", "support_plan.rows[].achieve_by"},
                                  {"別表の延長を必要とする理由", "support_plan.hours_tables[].extension_reason"},
                                  {"別表の特記事項", "support_plan.hours_tables[].special_notes"}};
        std::string counts;
        for (const auto& [word, path] : texts)
            if (const std::size_t count = next_.places(path).size(); count > 0)
                counts += fmt::format("{}{} {} か所", counts.empty() ? "" : "、", word, count);
        if (!counts.empty()) note(kinds::text_kept, "/support_plan", {counts});
    }

    const plan::CaseDocument& document_;
    const CaseFiles& old_;
    plan::Period old_period_, new_period_;
    Rewriting next_;
    Diagnostics notes_;
};

}  // namespace

Result<NextCase> renew(const field::Table& table, const CaseFiles& old) {
    const auto document = plan::read(table, old.case_json, old.office_toml);
    if (!document) return fail(document.error());
    const plan::Value* period = document->find(nullptr, "support_plan.period", {});
    if (!period) return fail(diagnose(kinds::no_period, {"/support_plan/period", old.case_json.file, 0, 0}));
    return Renewal(*document, old, std::get<plan::Period>(period->content)).run();
}

}  // namespace besshi::cycle
