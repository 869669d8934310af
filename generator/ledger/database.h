#pragma once

#include "ledger/record.h"

namespace soci {
class session;
}

/// The database behind a record: SQLite or PostgreSQL, the same tables and the same statements.
namespace besshi::ledger {

enum class Access { write, read };

/// A connection. What is committed is on the disk (SQLite: FULL). Nobody waits for another for longer than some
/// seconds.
class Database {
public:
    /// `create` makes the SQLite file (0600). Errors: `ledger.missing`, `ledger.folder.*`, `ledger.database.*`.
    static Result<Database> open(const Place& place, Opening opening);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    soci::session& session() { return *session_; }

    /// SQLite writes ahead (WAL) from now on, so that readers and a writer are not in each other's way.
    void write_ahead();

    /// Begins a transaction. One that writes does so at once, so that two writers wait for each other instead of
    /// failing; one that reads sees one moment, whatever others write meanwhile.
    void begin(Access access);
    void commit();
    /// Never throws: the connection may be what failed.
    void roll_back() noexcept;

    /// Of several programs that make tables at once, one goes on. Inside a transaction.
    void lock_tables();

    /// What a `SELECT` of the row to be changed ends with.
    std::string_view lock_clause() const;
    bool has_table(const std::string& name);
    /// In the order of the table.
    std::vector<std::string> columns_of(const std::string& table);

private:
    enum class Kind { sqlite, postgresql };
    Database(Kind kind, std::unique_ptr<soci::session> session);

    Kind kind_;
    std::unique_ptr<soci::session> session_;
};

/// A transaction that is rolled back unless it was committed.
class Transaction {
public:
    Transaction(Database& database, Access access) : database_(database) { database_.begin(access); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (!committed_) database_.roll_back();
    }
    void commit() {
        database_.commit();
        committed_ = true;
    }

private:
    Database& database_;
    bool committed_ = false;
};

/// The fault behind the exception being handled, without any value of the data. What is not of the database goes on.
Diagnostics database_fault();

/// Runs what may throw database errors and gives them back as faults.
template <class Work>
auto guarded(const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (...) {
        return fail(database_fault());
    }
}

/// The name of a file system whose locks SQLite cannot trust, by its magic number (statfs(2)).
std::optional<std::string> shared_file_system(std::uint32_t magic);

/// The kind of shared or synchronised storage a folder lies on, in Japanese; nothing if it is a disk of this machine.
std::optional<std::string> shared_storage(const std::filesystem::path& folder);

}  // namespace besshi::ledger
