#include "ledger/history.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace besshi::ledger {

namespace {

std::int64_t event_number(const Event& correction) {
    std::int64_t number = 0;
    const std::string_view text = correction.fact(fact::event);
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void put_right(Event& event, const Event& correction) {
    for (const auto& [name, value] : correction.facts) {
        if (name == fact::event || name == fact::reason) continue;
        if (name == "on") {
            event.on = value;
        } else if (name == "at") {
            event.at = value;
        } else if (name == "by") {
            event.by = value;
        } else if (name == "document") {
            event.document = value;
            event.facts.erase(fact::documents);
        } else {
            event.facts[name] = value;
        }
    }
}

/// Follows the events of a case and keeps the state of each plan.
class StateReader {
public:
    explicit StateReader(History& history) : history_(history) {}

    /// By the days on which things happened, whenever they were entered.
    void read() {
        std::vector<const Event*> by_day;
        for (const Event& event : history_.events) by_day.push_back(&event);
        std::ranges::stable_sort(by_day, {}, [](const Event* event) { return std::tie(event->on, event->at); });
        for (const Event* event : by_day) follow(*event);
    }

private:
    void follow(const Event& event) {
        switch (event.kind) {
            case EventKind::document:
                return see_document(history_.find_document(event.document));
            case EventKind::consented:
                return for_plans(event, [&](PlanVersion& plan) { consent(plan, event); });
            case EventKind::withdrawn:
                return for_plans(event, [](PlanVersion& plan) {
                    if (plan.state != PlanState::consented) plan.state = PlanState::withdrawn;
                });
            case EventKind::cancelled:
                return for_plans(event, [](PlanVersion& plan) {
                    if (plan.state == PlanState::consented) plan.state = PlanState::withdrawn;
                });
            case EventKind::closed:
                history_.is_closed = true;
                return;
            case EventKind::reopened:
                history_.is_closed = false;
                return;
            default:
                return;
        }
    }

    void see_document(const Document* document) {
        if (!document) return;  // its row was removed: `verify` says so
        const bool draft = document->purpose == "draft", sign = document->purpose == "sign";
        if (!draft && !sign) return;
        PlanVersion& plan = plan_of(*document);
        if (sign && plan.state == PlanState::draft) plan.state = PlanState::awaiting_signature;
    }

    PlanVersion& plan_of(const Document& document) {
        for (PlanVersion& plan : history_.plans)
            if (plan.form == document.form && plan.version == document.version) return plan;
        const auto version = std::ranges::find(history_.versions, document.version, &Version::id);
        const int number = version == history_.versions.end() ? 0 : version->number;
        return history_.plans.emplace_back(
            PlanVersion{.form = document.form, .version = document.version, .number = number});
    }

    template <class Change>
    void for_plans(const Event& event, const Change& change) {
        for (const std::string& id : documents_of(event)) {
            if (const Document* document = history_.find_document(id)) change(plan_of(*document));
        }
    }

    /// What was agreed to before, and what was to be, of the same form, gives way.
    void consent(PlanVersion& consented, const Event& event) {
        for (PlanVersion& plan : history_.plans) {
            const bool gives_way = &plan != &consented && plan.form == consented.form &&
                                   (plan.state == PlanState::consented ||
                                    (plan.state != PlanState::withdrawn && plan.number <= consented.number));
            if (gives_way) plan.state = PlanState::superseded;
        }
        consented.state = PlanState::consented;
        consented.consented_on = event.on;
        consented.consent_document = documents_of(event).front();
    }

    History& history_;
};

}  // namespace

std::vector<Event> as_corrected(std::span<const Event> events) {
    std::vector<Event> corrected(events.begin(), events.end());
    std::vector<std::int64_t> gone;
    for (const Event& correction : events) {
        if (correction.kind != EventKind::corrected) continue;
        gone.push_back(correction.number);
        const std::int64_t number = event_number(correction);
        if (correction.fact(fact::is_void) == "yes") gone.push_back(number);
        const auto event = std::ranges::find(corrected, number, &Event::number);
        if (event != corrected.end()) put_right(*event, correction);
    }
    std::erase_if(corrected, [&](const Event& event) { return std::ranges::count(gone, event.number) > 0; });
    return corrected;
}

std::vector<std::string> documents_of(const Entry& entry) {
    std::vector<std::string> ids;
    if (!entry.document.empty()) ids.push_back(entry.document);
    std::string_view rest = entry.fact(fact::documents);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) ids.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return ids;
}

std::string_view to_label(PlanState state) {
    switch (state) {
        case PlanState::draft:
            return "原案";
        case PlanState::awaiting_signature:
            return "署名待ち";
        case PlanState::consented:
            return "同意済";
        case PlanState::withdrawn:
            return "取下げ";
        case PlanState::superseded:
            return "差替え";
    }
    return "";
}

const Document* History::find_document(std::string_view id) const {
    const auto found = std::ranges::find(documents, id, &Document::id);
    return found == documents.end() ? nullptr : &*found;
}

const PlanVersion* History::find_plan(const Document& document) const {
    const auto found = std::ranges::find_if(
        plans, [&](const PlanVersion& plan) { return plan.form == document.form && plan.version == document.version; });
    return found == plans.end() ? nullptr : &*found;
}

const PlanVersion* History::find_consented(std::string_view form) const {
    const auto found = std::ranges::find_if(
        plans, [&](const PlanVersion& plan) { return plan.form == form && plan.state == PlanState::consented; });
    return found == plans.end() ? nullptr : &*found;
}

History as_of(const History& history, const std::string& day) {
    History then = history;
    std::erase_if(then.events, [&](const Event& event) { return event.on > day; });
    then.plans.clear();
    then.is_closed = false;
    StateReader(then).read();
    return then;
}

Result<History> read_history(Ledger& ledger, const std::string& case_number) {
    History history{.case_number = case_number};
    auto events = ledger.events(case_number);
    if (!events) return fail(std::move(events.error()));
    auto versions = ledger.versions(case_number);
    if (!versions) return fail(std::move(versions.error()));
    auto documents = ledger.documents(case_number);
    if (!documents) return fail(std::move(documents.error()));
    history.events = as_corrected(*events);
    history.versions = std::move(*versions);
    history.documents = std::move(*documents);
    StateReader(history).read();
    return history;
}

}  // namespace besshi::ledger
