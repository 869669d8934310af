#include "ledger/database.h"
#include "ledger/diagnostics.h"
#include "ledger/migration.h"
#include "ledger/rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <soci/soci.h>

#include <algorithm>
#include <array>

namespace besshi::ledger {

namespace {

/// All tables with rows of offices, of whatever version.
constexpr std::array tables{"office", "event", "version", "document", "file"};

/// Values go over as text; each database turns them into the type of its column.
void copy_rows(Database& from, Database& to, const std::string& office, const std::string& table) {
    const std::vector<std::string> columns = from.columns_of(table);
    std::vector<std::string> read, put;
    for (const std::string& column : columns) {
        read.push_back(fmt::format("CAST({} AS TEXT)", column));
        put.push_back(":" + column);
    }
    std::vector<std::string> values(columns.size());
    soci::details::prepare_temp_type reading =
        (from.session().prepare << fmt::format("SELECT {} FROM {} WHERE office = :office", fmt::join(read, ", "),
                                               table),
         soci::use(office));
    soci::details::prepare_temp_type putting =
        (to.session().prepare << fmt::format("INSERT INTO {} ({}) VALUES ({})", table, fmt::join(columns, ", "),
                                             fmt::join(put, ", ")));
    for (std::string& value : values) {
        reading, soci::into(value);
        putting, soci::use(value);
    }
    soci::statement rows(reading), row(putting);
    rows.execute();
    while (rows.fetch()) row.execute(true);
}

/// The version that the tables of both have; those of `to` are made if there are none.
Result<void> agree_on_version(Database& from, Database& to) {
    const auto version = version_of_tables(from);
    if (!version) return fail(version.error());
    if (*version == 0) return fail(diagnose(kinds::missing, {}));
    if (*version > schema_version())
        return fail(diagnose(kinds::schema_newer, {}, {std::to_string(*version), std::to_string(schema_version())}));
    const auto present = version_of_tables(to);
    if (!present) return fail(present.error());
    if (*present == 0)
        take_forward(to, 0, *version);
    else if (*present != *version)
        return fail(
            diagnose(kinds::schema_older, {},
                     {std::to_string(std::min(*present, *version)), std::to_string(std::max(*present, *version))}));
    return {};
}

}  // namespace

Result<Head> copy(const Place& from, const Place& to) {
    auto source = Database::open(from, Opening::existing);
    if (!source) return fail(std::move(source.error()));
    auto target = Database::open(to, Opening::create);
    if (!target) return fail(std::move(target.error()));
    return guarded([&]() -> Result<Head> {
        Transaction reading(*source, Access::read), writing(*target, Access::write);
        target->lock_tables();
        if (auto agreed = agree_on_version(*source, *target); !agreed) return fail(std::move(agreed.error()));
        const auto head = read_head_of(*source, from.office, Lock::none);
        if (!head) return fail(diagnose(kinds::missing, {}));
        if (const auto present = read_head_of(*target, from.office, Lock::none))
            return fail(diagnose(kinds::office_present, {}, {std::to_string(present->events)}));
        for (const char* table : tables) {
            if (source->has_table(table)) copy_rows(*source, *target, from.office, table);
        }
        writing.commit();
        return *head;
    });
}

}  // namespace besshi::ledger
