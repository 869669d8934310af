#pragma once

#include "ledger/record.h"

#include <variant>

/// The tables besides the events say nothing that no event says: each row is what one event made of it.
namespace besshi::ledger {

/// A row that an event puts into a table, in the place of one with the same key.
using Row = std::variant<Version, Document, StoredFile>;

/// What `event` puts into the tables. Nothing for most.
std::vector<Row> rows_of(const Event& event);

/// Are the bytes of such a file gone by an event that says so?
bool is_removed(FileState state);

/// Tables in memory, put together from events: what the database must hold.
class Tables {
public:
    void apply(const Event& event);

    const std::map<std::pair<std::string, std::string>, Version>& versions() const { return versions_; }
    const std::map<std::string, Document>& documents() const { return documents_; }
    const std::map<std::string, StoredFile>& files() const { return files_; }

    /// The number of the event that made a row.
    std::int64_t event_of(const Version& row) const { return row.event; }
    std::int64_t event_of(const Document& row) const { return row.event; }
    /// … that first kept a file: several may keep the same bytes.
    std::int64_t event_of(const StoredFile& row) const { return file_events_.at(row.sha256); }

private:
    void apply(const StoredFile& file, std::int64_t event);

    std::map<std::pair<std::string, std::string>, Version> versions_;  ///< by case number and id
    std::map<std::string, Document> documents_;                        ///< by id
    std::map<std::string, StoredFile> files_;                          ///< by hash
    std::map<std::string, std::int64_t> file_events_;
};

}  // namespace besshi::ledger
