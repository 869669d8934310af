#pragma once

#include "ledger/history.h"

/// 交付: to whom, how, and whether it may be.
namespace besshi::ledger {

enum class Recipient { guardian, consultation_office, municipality, core_office, other_office, school, medical, other };
enum class Method { hand, post, fax, email, system };

template <class Kind>
struct Word {
    Kind kind;
    std::string_view word;   ///< on the command line and in facts
    std::string_view label;  ///< Japanese
};

std::span<const Word<Recipient>> recipients();
std::span<const Word<Method>> methods();

template <class Kind>
const Word<Kind>* find_word(std::span<const Word<Kind>> words, std::string_view word) {
    for (const Word<Kind>& known : words)
        if (known.word == word) return &known;
    return nullptr;
}

struct Delivery {
    std::vector<std::string> documents;  ///< ids
    Recipient to = Recipient::guardian;
    std::string name;    ///< of the recipient
    std::string person;  ///< in charge there
    Method method = Method::hand;
    std::string tracking;
    std::string on, at, by;
    std::string note;
};

/// What the case file says that a delivery depends on.
struct Circumstances {
    bool self_plan = false;  ///< セルフプラン: there is no consultation office
    bool withheld = false;   ///< the recipient is one from whom the family hides (非開示・支援措置)
};

/// Why it should not be done (errors), or what should be looked at (warnings). Sources: 基準 第47条 (privacy consent),
/// 電磁的方法 (prior agreement), rules D07, D09 to D12 of the office's inspection.
Diagnostics check_delivery(const Delivery& delivery, const History& history, const Circumstances& circumstances);

/// The event that says it took place, with what was found; a fact is recorded whatever was found.
Entry delivery_entry(const Delivery& delivery, const std::string& case_number, const Diagnostics& findings);

/// Deliveries of a case that took place, as corrected, each with the event that says it was received.
struct Delivered {
    Event event;
    std::optional<Event> received;
};
std::vector<Delivered> deliveries_of(const History& history);

}  // namespace besshi::ledger
