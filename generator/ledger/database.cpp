#include "ledger/database.h"

#include "ledger/diagnostics.h"

#include <fcntl.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace besshi::ledger {

namespace {

constexpr int busy_seconds = 10;

bool is_postgresql(std::string_view connection) {
    return connection.starts_with("postgresql://") || connection.starts_with("postgres://");
}

Origin at(const std::filesystem::path& file) {
    return {"", file.string(), 0, 0};
}

/// SQLite would make the file for everyone to read.
Result<void> make_file(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return fail(diagnose(kinds::folder_unusable, at(file), {std::strerror(errno)}));
    ::close(descriptor);
    return {};
}

Result<std::unique_ptr<soci::session>> open_sqlite(const Place& place, Opening opening) {
    if (const auto shared = shared_storage(place.folder))
        return fail(diagnose(kinds::folder_shared, at(place.folder), {*shared}));
    const std::filesystem::path file = place.folder / "besshi.db";
    std::error_code error;
    if (opening == Opening::existing && !std::filesystem::exists(file, error))
        return fail(diagnose(kinds::missing, at(file)));
    if (opening == Opening::create) {
        if (auto made = make_file(file); !made) return fail(std::move(made.error()));
    }
    soci::connection_parameters parameters("sqlite3", "dbname=\"" + file.string() + "\"");
    auto session = std::make_unique<soci::session>(soci::sqlite3, parameters.get_connect_string());
    auto* const connection = static_cast<soci::sqlite3_session_backend*>(session->get_backend())->conn_;
    sqlite_api::sqlite3_busy_timeout(connection, busy_seconds * 1000);
    *session << "PRAGMA synchronous = FULL";
    if (place.most_pages > 0) {
        std::string pages;
        *session << "PRAGMA max_page_count = " << place.most_pages, soci::into(pages);
    }
    return session;
}

/// SOCI does not say that it was the connection that failed.
Result<std::unique_ptr<soci::session>> connect(const std::string& connection) {
    try {
        return std::make_unique<soci::session>(soci::postgresql, connection);
    } catch (const soci::soci_error&) {
        return fail(diagnose(kinds::database_unreachable, {}, {"接続できません"}));
    }
}

Result<std::unique_ptr<soci::session>> open_postgresql(const std::string& connection) {
    auto connected = connect(connection);
    if (!connected) return connected;
    soci::session& session = **connected;
    session << "SET client_encoding = 'UTF8'";
    session << "SET lock_timeout = '" << busy_seconds << "s'";
    std::string commit;
    session << "SHOW synchronous_commit", soci::into(commit);
    if (commit == "off") session << "SET synchronous_commit = on";
    return connected;
}

Diagnostics sqlite_fault(int result) {
    switch (result & 0xFF) {
        case SQLITE_FULL:
            return {diagnose(kinds::database_full, {})};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {diagnose(kinds::database_busy, {})};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {diagnose(kinds::database_broken, {}, {sqlite_api::sqlite3_errstr(result)})};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_READONLY:
            return {diagnose(kinds::database_unreachable, {}, {sqlite_api::sqlite3_errstr(result)})};
        default:
            return {diagnose(kinds::database_failed, {}, {sqlite_api::sqlite3_errstr(result)})};
    }
}

/// SQLSTATE classes (PostgreSQL appendix A); the server's message may quote data and is not shown.
Diagnostics postgresql_fault(const std::string& state) {
    if (state.starts_with("53")) return {diagnose(kinds::database_full, {})};
    if (state.starts_with("40") || state == "55P03") return {diagnose(kinds::database_busy, {})};
    if (state.starts_with("08") || state.starts_with("28") || state.starts_with("3D") || state.starts_with("57"))
        return {diagnose(kinds::database_unreachable, {}, {"SQLSTATE " + state})};
    return {diagnose(kinds::database_failed, {}, {"SQLSTATE " + state})};
}

}  // namespace

Database::Database(Kind kind, std::unique_ptr<soci::session> session) : kind_(kind), session_(std::move(session)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const Place& place, Opening opening) {
    return guarded([&]() -> Result<Database> {
        const Kind kind = is_postgresql(place.connection) ? Kind::postgresql : Kind::sqlite;
        auto session = kind == Kind::postgresql ? open_postgresql(place.connection) : open_sqlite(place, opening);
        if (!session) return fail(std::move(session.error()));
        return Database(kind, std::move(*session));
    });
}

void Database::write_ahead() {
    std::string mode;
    if (kind_ == Kind::sqlite) *session_ << "PRAGMA journal_mode = WAL", soci::into(mode);
}

void Database::begin(Access access) {
    if (access == Access::write)
        *session_ << (kind_ == Kind::sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    else
        *session_ << (kind_ == Kind::sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

void Database::commit() {
    *session_ << "COMMIT";
}

void Database::roll_back() noexcept {
    try {
        *session_ << "ROLLBACK";
    } catch (...) {  // SQLite has rolled back by itself, or the connection is gone
    }
}

void Database::lock_tables() {
    constexpr int key = 0x62657373;  // any number that other programs do not take
    if (kind_ == Kind::postgresql) *session_ << "SELECT pg_advisory_xact_lock(" << key << ")";
}

std::string_view Database::lock_clause() const {
    return kind_ == Kind::sqlite ? "" : " FOR UPDATE";
}

bool Database::has_table(const std::string& name) {
    int count = 0;
    if (kind_ == Kind::sqlite)
        *session_ << "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :name", soci::use(name),
            soci::into(count);
    else
        *session_ << "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND "
                     "table_name = :name",
            soci::use(name), soci::into(count);
    return count > 0;
}

std::vector<std::string> Database::columns_of(const std::string& table) {
    std::vector<std::string> columns;
    const soci::rowset<std::string> names =
        (session_->prepare << (kind_ == Kind::sqlite
                                   ? "SELECT name FROM pragma_table_info(:name) ORDER BY cid"
                                   : "SELECT column_name FROM information_schema.columns WHERE table_schema = "
                                     "current_schema() AND table_name = :name ORDER BY ordinal_position"),
         soci::use(table));
    for (const std::string& name : names) columns.push_back(name);
    return columns;
}

Diagnostics database_fault() {
    try {
        throw;
    } catch (const soci::sqlite3_soci_error& error) {
        return sqlite_fault(error.result());
    } catch (const soci::postgresql_soci_error& error) {
        return postgresql_fault(error.sqlstate());
    } catch (const soci::soci_error&) {
        return {diagnose(kinds::database_failed, {}, {"SOCI"})};
    }
}

}  // namespace besshi::ledger
