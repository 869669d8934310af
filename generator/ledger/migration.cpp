#include "ledger/migration.h"

#include "ledger/diagnostics.h"
#include "ledger/rows.h"

#include <soci/soci.h>

#include <array>
#include <charconv>

namespace besshi::ledger {

namespace {

/// 1: the chain of events of each office.
void make_events(Database& database) {
    soci::session& sql = database.session();
    sql << "CREATE TABLE ledger (name VARCHAR(40) PRIMARY KEY, value TEXT NOT NULL)";
    sql << "CREATE TABLE office (office VARCHAR(80) PRIMARY KEY, events BIGINT NOT NULL, head TEXT NOT NULL)";
    sql << "CREATE TABLE event (office VARCHAR(80) NOT NULL, number BIGINT NOT NULL, kind TEXT NOT NULL, "
           "case_number TEXT NOT NULL, document TEXT NOT NULL, happened_on TEXT NOT NULL, happened_at TEXT NOT NULL, "
           "staff TEXT NOT NULL, entered_at TEXT NOT NULL, entered_by TEXT NOT NULL, facts TEXT NOT NULL, "
           "previous TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (office, number))";
    sql << "CREATE INDEX event_of_case ON event (office, case_number, number)";
}

/// 2: versions, documents and files in tables of their own, made from the events there are.
void make_tables(Database& database) {
    soci::session& sql = database.session();
    sql << "CREATE TABLE version (office VARCHAR(80) NOT NULL, case_number TEXT NOT NULL, id TEXT NOT NULL, "
           "number INTEGER NOT NULL, case_sha256 TEXT NOT NULL, office_sha256 TEXT NOT NULL, event BIGINT NOT NULL, "
           "PRIMARY KEY (office, case_number, id))";
    sql << "CREATE TABLE document (office VARCHAR(80) NOT NULL, id TEXT NOT NULL, case_number TEXT NOT NULL, "
           "version TEXT NOT NULL, form TEXT NOT NULL, revision TEXT NOT NULL, title TEXT NOT NULL, "
           "purpose TEXT NOT NULL, profile TEXT NOT NULL, engine TEXT NOT NULL, fonts TEXT NOT NULL, "
           "dated TEXT NOT NULL, sha256 TEXT NOT NULL, pages INTEGER NOT NULL, event BIGINT NOT NULL, "
           "PRIMARY KEY (office, id))";
    sql << "CREATE INDEX document_of_case ON document (office, case_number)";
    sql << "CREATE TABLE file (office VARCHAR(80) NOT NULL, sha256 TEXT NOT NULL, media_type TEXT NOT NULL, "
           "bytes BIGINT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (office, sha256))";
    std::vector<std::string> offices;
    const soci::rowset<std::string> listed = (sql.prepare << "SELECT office FROM office ORDER BY office");
    for (const std::string& office : listed) offices.push_back(office);
    for (const std::string& office : offices) {
        std::vector<Event> made;
        read_events(database, office, [&](const Event& event) {
            if (!rows_of(event).empty()) made.push_back(event);
        });
        for (const Event& event : made) put_rows(database, office, event);
    }
}

using Step = void (*)(Database&);
constexpr std::array<Step, 2> steps{make_events, make_tables};

}  // namespace

int schema_version() {
    return static_cast<int>(steps.size());
}

Result<int> version_of_tables(Database& database) {
    return guarded([&]() -> Result<int> {
        if (!database.has_table("ledger")) return 0;
        std::string text;
        database.session() << "SELECT value FROM ledger WHERE name = 'schema'", soci::into(text);
        int version = 0;
        const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), version);
        if (error != std::errc() || rest != text.data() + text.size() || version < 1)
            return fail(diagnose(kinds::schema_broken, {}));
        return version;
    });
}

void take_forward(Database& database, int from, int to) {
    for (int step = from; step < to; ++step) steps[static_cast<std::size_t>(step)](database);
    const std::string version = std::to_string(to);
    if (from == 0)
        database.session() << "INSERT INTO ledger (name, value) VALUES ('schema', :value)", soci::use(version);
    else
        database.session() << "UPDATE ledger SET value = :value WHERE name = 'schema'", soci::use(version);
}

}  // namespace besshi::ledger
