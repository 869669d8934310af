#pragma once

#include "base/base.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace besshi::ledger {

/// What can happen to a plan and its papers. A word is never reused for something else.
enum class EventKind : std::uint8_t {
    version,                     ///< a state of the case file, kept byte for byte
    document,                    ///< made from a version; its bytes are kept
    interview,                   ///< アセスメントの面接
    draft,                       ///< 原案, frozen as it was laid before the meeting
    meeting,                     ///< 担当者会議
    explained,                   ///< 説明
    consented,                   ///< 同意
    withdrawn,                   ///< 取下げ of a plan nobody consented to
    cancelled,                   ///< a consent taken back
    monitored,                   ///< モニタリング
    privacy_consent,             ///< 個人情報の提供についての同意
    electronic_agreement,        ///< 電磁的方法の承諾 of one recipient
    electronic_agreement_ended,  ///< and its withdrawal
    delivered,                   ///< 交付
    received,                    ///< 受領
    misdelivered,                ///< 誤交付
    recalled,                    ///< 回収
    attached,                    ///< the scan of the signed sheet
    filed,                       ///< an incoming paper
    corrected,                   ///< puts an earlier event right, which stays as it is
    sealed,                      ///< bytes removed that were recorded by mistake
    deleted,                     ///< bytes removed after the years of keeping
    closed,                      ///< 終結 of a case
    reopened,
};

struct EventName {
    EventKind kind;
    std::string_view word;   ///< in the database, in exports and on the command line
    std::string_view label;  ///< Japanese
};

std::span<const EventName> event_names();
const EventName& name_of(EventKind kind);
std::optional<EventKind> find_event_kind(std::string_view word);

/// What else is known of an event, by name; the order is that of the names.
using Facts = std::map<std::string, std::string>;

/// What a person enters.
struct Entry {
    EventKind kind = EventKind::version;
    std::string case_number{};
    std::string document{};  ///< id; empty if it is about none, or about several (`facts["documents"]`)
    std::string on{};        ///< the day it happened, ISO
    std::string at{};        ///< HH:MM if known
    std::string by{};        ///< id of a member of staff
    Facts facts{};

    bool operator==(const Entry&) const = default;
    /// A fact, empty if there is none.
    std::string_view fact(const std::string& name) const {
        const auto found = facts.find(name);
        return found == facts.end() ? std::string_view() : std::string_view(found->second);
    }
};

/// When and by whom it was entered, as this machine knows: not proof of a person.
struct Stamp {
    std::string moment;  ///< UTC, `2025-09-22T08:15:30Z`
    std::string by;      ///< login name

    bool operator==(const Stamp&) const = default;
};

/// A link of the chain of one office. Numbers run from 1 without a gap.
struct Event : Entry {
    std::int64_t number = 0;
    Stamp entered;
    std::string previous;  ///< hash of the event before, empty for the first
    std::string hash;      ///< SHA-256 over all the rest, 64 hexadecimal digits

    bool operator==(const Event&) const = default;
};

}  // namespace besshi::ledger
