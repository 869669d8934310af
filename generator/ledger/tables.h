#pragma once

#include "ledger/record.h"

#include <variant>

/// The tables besides the events say nothing that no event says: each row is what one event made of it.
namespace besshi::ledger {

/// A row that an event puts into a table, in the place of one with the same key.
using Row = std::variant<Version, Document, StoredFile>;

/// What `event` puts into the tables. Nothing for most.
std::vector<Row> rows_of(const Event& event);

/// Tables in memory, put together from events: what the database must hold.
class Tables {
public:
    void apply(const Event& event);

    const std::map<std::pair<std::string, std::string>, Version>& versions() const { return versions_; }
    const std::map<std::string, Document>& documents() const { return documents_; }
    const std::map<std::string, StoredFile>& files() const { return files_; }

private:
    std::map<std::pair<std::string, std::string>, Version> versions_;  ///< by case number and id
    std::map<std::string, Document> documents_;                        ///< by id
    std::map<std::string, StoredFile> files_;                          ///< by hash
};

}  // namespace besshi::ledger
