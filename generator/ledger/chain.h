#pragma once

#include "ledger/event.h"

/// The chain of hashes, and its short head value.
namespace besshi::ledger {

/// Facts as they stand in the database and under the hash: one JSON object, names in order, no white space.
std::string to_json(const Facts& facts);
/// Nothing if it is not what `to_json` writes.
std::optional<Facts> read_facts(std::string_view json);

/// SHA-256 over every column and the hash before: each field as its length in bytes, a colon, and itself, so that no
/// two rows give the same bytes.
std::string hash_of(std::string_view office, const Event& event);
/// The same, of an event whose facts were written already.
std::string hash_of(std::string_view office, const Event& event, std::string_view facts);

/// Where the chain of an office ends.
struct Head {
    std::int64_t events = 0;
    std::string hash;  ///< of the last event, empty if there is none

    bool operator==(const Head&) const = default;
};

/// `128-9F3A-77C0-21BE-4D10`: the number of events and the first 64 bits of the hash. To be kept elsewhere.
std::string to_text(const Head& head);

/// A head value that a person kept.
struct KeptHead {
    std::int64_t events = 0;
    std::string beginning;  ///< 16 hexadecimal digits in lower case
};

std::optional<KeptHead> read_head(std::string_view text);

}  // namespace besshi::ledger
