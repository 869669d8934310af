#pragma once

#include "ledger/ledger.h"

#include <variant>

/// The tables besides the events say nothing that no event says: each row is what one event made of it.
namespace besshi::ledger {

/// A row that an event puts into a table, in the place of one with the same key.
using Row = std::variant<Version, Document, StoredFile>;

/// What `event` puts into the tables. Nothing for most.
std::vector<Row> rows_of(const Event& event);

/// Facts of the events that make rows.
namespace fact {
inline const std::string version = "version", number = "number", case_sha256 = "case_sha256",
                         office_sha256 = "office_sha256", form = "form", revision = "revision", title = "title",
                         purpose = "purpose", profile = "profile", engine = "engine", fonts = "fonts", dated = "dated",
                         sha256 = "sha256", pages = "pages";
/// Of any event: files it keeps, one on a line, `sha256 bytes media/type`.
inline const std::string kept = "kept";
/// Of `sealed` and `deleted`: hashes of the files whose bytes go, with spaces between.
inline const std::string files = "files";
}  // namespace fact

std::string kept_fact(std::span<const KeptFile> files);

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
