#include "ledger/delivery.h"

#include "ledger/diagnostics.h"

#include <algorithm>
#include <array>

namespace besshi::ledger {

namespace {

constexpr std::array recipient_words{
    Word<Recipient>{Recipient::guardian, "guardian", "保護者"},
    Word<Recipient>{Recipient::consultation_office, "consultation-office", "障害児相談支援事業所"},
    Word<Recipient>{Recipient::municipality, "municipality", "市区町村"},
    Word<Recipient>{Recipient::core_office, "core-office", "コア連携事業所"},
    Word<Recipient>{Recipient::other_office, "other-office", "他事業所"},
    Word<Recipient>{Recipient::school, "school", "学校・園"},
    Word<Recipient>{Recipient::medical, "medical", "医療機関"},
    Word<Recipient>{Recipient::other, "other", "その他"},
};

constexpr std::array method_words{
    Word<Method>{Method::hand, "hand", "手渡し"},
    Word<Method>{Method::post, "post", "郵送"},
    Word<Method>{Method::fax, "fax", "ＦＡＸ"},
    Word<Method>{Method::email, "email", "電子メール"},
    Word<Method>{Method::system, "system", "電磁的方法（システム）"},
};

template <class Kind, std::size_t count>
const Word<Kind>& word_of(const std::array<Word<Kind>, count>& words, Kind kind) {
    return *std::ranges::find(words, kind, &Word<Kind>::kind);
}

bool is_electronic(Method method) {
    return method == Method::email || method == Method::system;
}

/// The newest event of `kind` that names the recipient, or names none.
const Event* find_for_recipient(const History& history, EventKind kind, const Delivery& delivery) {
    const std::string_view to = word_of(recipient_words, delivery.to).word;
    const Event* found = nullptr;
    for (const Event& event : history.events) {
        if (event.kind != kind) continue;
        const std::string named = " " + std::string(event.fact("to")) + " ";
        if (named != "  " && named.find(" " + std::string(to) + " ") == named.npos) continue;
        if (!found || event.on >= found->on) found = &event;
    }
    return found;
}

bool has_electronic_agreement(const History& history, const Delivery& delivery) {
    const Event* agreed = find_for_recipient(history, EventKind::electronic_agreement, delivery);
    const Event* ended = find_for_recipient(history, EventKind::electronic_agreement_ended, delivery);
    return agreed && (!ended || std::pair(ended->on, ended->number) < std::pair(agreed->on, agreed->number));
}

/// One look at one delivery.
class Checker {
public:
    Checker(const Delivery& delivery, History history) : delivery_(delivery), history_(std::move(history)) {}

    Diagnostics check(const Circumstances& circumstances) {
        const std::string_view to = word_of(recipient_words, delivery_.to).label;
        if (circumstances.withheld) add(diagnose(kinds::delivery_withheld, {}, {to}));
        if (delivery_.to == Recipient::consultation_office && circumstances.self_plan)
            add(diagnose(kinds::delivery_self_plan, {}));
        if (is_electronic(delivery_.method) && !has_electronic_agreement(history_, delivery_))
            add(diagnose(kinds::delivery_no_agreement, {}, {to}));
        if (delivery_.to != Recipient::guardian && !find_for_recipient(history_, EventKind::privacy_consent, delivery_))
            add(diagnose(kinds::delivery_no_privacy_consent, {}, {to}));
        for (const std::string& id : delivery_.documents) check_document(id);
        return std::move(findings_);
    }

private:
    void add(Diagnostic finding) { findings_.push_back(std::move(finding)); }

    void check_document(const std::string& id) {
        const Document* document = history_.find_document(id);
        if (!document) return add(diagnose(kinds::delivery_unknown_document, {}, {id}));
        const PlanVersion* plan = history_.find_plan(*document);
        const bool is_agreed_to =
            std::ranges::any_of(history_.plans, [&](const PlanVersion& other) { return other.form == document->form; });
        if (!plan && is_agreed_to) return add(diagnose(kinds::delivery_other_version, {}, {id, "同意していない版"}));
        if (!plan) return;  // a form that nobody is asked to agree to
        if (plan->state == PlanState::superseded || plan->state == PlanState::withdrawn)
            return add(diagnose(kinds::delivery_other_version, {}, {id, to_label(plan->state)}));
        if (plan->state != PlanState::consented)
            return add(diagnose(kinds::delivery_not_consented, {}, {id, to_label(plan->state)}));
        if (document->purpose == "draft") add(diagnose(kinds::delivery_draft, {}, {id}));
    }

    const Delivery& delivery_;
    const History history_;
    Diagnostics findings_;
};

}  // namespace

std::span<const Word<Recipient>> recipients() {
    return recipient_words;
}

std::span<const Word<Method>> methods() {
    return method_words;
}

Diagnostics check_delivery(const Delivery& delivery, const History& history, const Circumstances& circumstances) {
    return Checker(delivery, as_of(history, delivery.on)).check(circumstances);
}

Entry delivery_entry(const Delivery& delivery, const std::string& case_number, const Diagnostics& findings) {
    Entry entry{.kind = EventKind::delivered,
                .case_number = case_number,
                .on = delivery.on,
                .at = delivery.at,
                .by = delivery.by};
    std::string ids;
    for (const std::string& id : delivery.documents) ids += (ids.empty() ? "" : " ") + id;
    std::string codes;
    for (const Diagnostic& finding : findings) codes += (codes.empty() ? "" : " ") + std::string(finding.code);
    const auto put = [&](const std::string& name, std::string_view value) {
        if (!value.empty()) entry.facts[name] = value;
    };
    put(fact::documents, ids);
    put("to", word_of(recipient_words, delivery.to).word);
    put("name", delivery.name);
    put("person", delivery.person);
    put("method", word_of(method_words, delivery.method).word);
    put("tracking", delivery.tracking);
    put(fact::findings, codes);
    put(fact::note, delivery.note);
    return entry;
}

std::vector<Delivered> deliveries_of(const History& history) {
    std::vector<Delivered> all;
    for (const Event& event : history.events) {
        if (event.kind == EventKind::delivered) all.push_back({event, std::nullopt});
        if (event.kind != EventKind::received) continue;
        for (Delivered& delivered : all)
            if (event.fact(fact::event) == std::to_string(delivered.event.number)) delivered.received = event;
    }
    return all;
}

}  // namespace besshi::ledger
