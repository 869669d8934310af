#pragma once

#include "ledger/history.h"

/// Bytes that go while what is said of them stays: sealing what was kept by mistake, deleting after the years of
/// keeping.
namespace besshi::ledger {

/// Hashes of everything a case keeps, and of the documents named.
std::vector<std::string> files_of(const History& history);
std::vector<std::string> files_of_event(const History& history, std::int64_t number);
Result<std::vector<std::string>> files_of_documents(const History& history, std::span<const std::string> ids);

/// Who answers for a removal: two people for a sealing.
struct Removal {
    std::string on, by, witness, reason;
};

Entry sealing_entry(const std::string& case_number, std::span<const std::string> files, const Removal& removal);

/// The last day a case must be kept: so many years from the day it was closed. Nothing while it is open. Source:
/// 指定通所支援 基準 第54条 (five years); ordinances may say more.
std::optional<std::string> keep_until(const History& history, int years);

/// Errors `ledger.retention.open`, `ledger.retention.running`.
Result<Entry> deletion_entry(const History& history, std::span<const std::string> files, const Removal& removal,
                             int years);

/// What of a case can go: the files that were named, or without names all of them but those that other cases keep as
/// well (the office's own file is kept with every child's). Errors: `ledger.file.missing` (not of this case),
/// `ledger.file.shared` (named, but of others too).
Result<std::vector<std::string>> removable_files(Ledger& ledger, const History& history,
                                                 std::span<const std::string> named);

}  // namespace besshi::ledger
