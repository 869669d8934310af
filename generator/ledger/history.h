#pragma once

#include "ledger/record.h"

/// What the events of a case come to: corrected, and as states of its plans.
namespace besshi::ledger {

/// The events as they stand corrected, in order: those put right have the new values and their own number; those
/// declared void, and the corrections themselves, are left out.
std::vector<Event> as_corrected(std::span<const Event> events);

/// Ids of all documents an event is about.
std::vector<std::string> documents_of(const Entry& entry);

enum class PlanState {
    draft,               ///< 原案
    awaiting_signature,  ///< 署名待ち
    consented,           ///< 同意済
    withdrawn,           ///< 取下げ
    superseded,          ///< 差替え
};
std::string_view to_label(PlanState state);

/// One form made from one version of a case, as what the guardian is asked to agree to.
struct PlanVersion {
    std::string form;     ///< F01
    std::string version;  ///< id
    int number = 0;       ///< of the version
    PlanState state = PlanState::draft;
    std::string consented_on;  ///< ISO, empty if it was not
    std::string consent_document;
};

/// All that is recorded of one case.
struct History {
    std::string case_number;
    std::vector<Event> events;  ///< as corrected
    std::vector<Version> versions;
    std::vector<Document> documents;
    std::vector<PlanVersion> plans;  ///< in the order in which they first came to be
    bool is_closed = false;

    const Document* find_document(std::string_view id) const;
    const PlanVersion* find_plan(const Document& document) const;
    /// The version of a form that is agreed to now.
    const PlanVersion* find_consented(std::string_view form) const;
};

/// The same as it was on a day: what happened later had not happened. When things were entered does not count.
History as_of(const History& history, const std::string& day);

Result<History> read_history(Ledger& ledger, const std::string& case_number);

}  // namespace besshi::ledger
