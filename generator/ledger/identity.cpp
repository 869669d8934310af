#include "ledger/record.h"

#include <initializer_list>

namespace besshi::ledger {

namespace {

/// Crockford's base 32: no I, L, O, U.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int characters = 8, group = 4, bits_per_character = 5;

std::string hash_of_parts(std::initializer_list<std::string_view> parts) {
    std::string bytes;
    for (const std::string_view part : parts) {
        bytes += std::to_string(part.size()) + ':';
        bytes += part;
    }
    return base::sha256_hex(bytes);
}

}  // namespace

std::string document_id(const DocumentKey& key) {
    const std::string hash = hash_of_parts({key.office, key.case_number, key.version, key.form, key.revision,
                                            key.purpose, key.parameters, key.engine, key.fonts});
    const std::uint64_t bits = std::stoull(hash.substr(0, 16), nullptr, 16);
    std::string id(key.form);
    for (int i = 0; i < characters; ++i) {
        if (i % group == 0) id += '-';
        id += alphabet[(bits >> (64 - bits_per_character * (i + 1))) & 31];
    }
    return id;
}

}  // namespace besshi::ledger
