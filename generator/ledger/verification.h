#pragma once

#include "ledger/rows.h"
#include "ledger/vault.h"

/// Whether a record is what was recorded.
namespace besshi::ledger {

/// Reads everything of one office once. What it finds is in the order it looks: chain, tables, files.
class Verifier {
public:
    Verifier(Database& database, const std::string& office) : database_(database), office_(office) {}

    /// Numbers without a gap, each hash right and the next event's `previous`, the end where the office's row says.
    void check_chain(const std::optional<KeptHead>& kept);
    /// Versions, documents and files are what the events say, no more and no less.
    void check_tables();
    /// Kept files are there, of their length, and if asked for of their hash. What was sealed or deleted since the
    /// tables were read is not missed.
    void check_files(const Vault& vault, FileCheck check);

    Verification result() && { return std::move(verification_); }

private:
    void add(Diagnostic fault) { verification_.faults.push_back(std::move(fault)); }
    void check_event(const EventRow& row);
    void check_head(const std::optional<KeptHead>& kept);

    std::optional<Diagnostic> find_damage(const Vault& vault, const StoredFile& file, FileCheck check);

    template <class RowType>
    void add_difference(std::string_view table, const RowType& expected);
    template <class Key, class RowType>
    void compare(std::string_view table, std::map<Key, RowType> expected, std::span<const RowType> present);

    Database& database_;
    const std::string& office_;
    Verification verification_;
    Tables expected_;
    std::string hash_at_kept_;  ///< of the event that a kept head value names
};

}  // namespace besshi::ledger
