#pragma once

#include "ledger/database.h"
#include "ledger/tables.h"

#include <functional>

/// Reading and writing rows. Every statement names the office. They throw database errors.
namespace besshi::ledger {

/// Where the chain of the office ends; locked until the transaction ends if `lock` is asked for.
enum class Lock { none, row };
std::optional<Head> read_head_of(Database& database, const std::string& office, Lock lock);
void put_head(Database& database, const std::string& office, const Head& head);
void add_office(Database& database, const std::string& office);

void put_event(Database& database, const std::string& office, const Event& event);
void put_rows(Database& database, const std::string& office, const Event& event);

/// Which events are read.
struct EventFilter {
    std::optional<std::string> case_number{};
    std::optional<std::int64_t> number{};
};

/// An event as it stands in its row: what cannot be read is not an event.
struct EventRow {
    Event event;
    std::string facts;        ///< as they stand there
    bool is_readable = true;  ///< its kind is known, and its facts stand as besshi writes them
};

/// In the order of the numbers.
void read_event_rows(Database& database, const std::string& office, const EventFilter& filter,
                     const std::function<void(const EventRow&)>& take);
void read_events(Database& database, const std::string& office, const std::function<void(const Event&)>& take,
                 const EventFilter& filter = {});

std::vector<Version> read_versions(Database& database, const std::string& office,
                                   const std::optional<std::string>& case_number);
/// Which documents are read.
struct DocumentFilter {
    std::optional<std::string> case_number{}, id{};
};
std::vector<Document> read_documents(Database& database, const std::string& office, const DocumentFilter& filter);
std::vector<StoredFile> read_files(Database& database, const std::string& office,
                                   const std::optional<std::string>& sha256);
std::vector<std::string> read_case_numbers(Database& database, const std::string& office);

}  // namespace besshi::ledger
