#include "ledger/database.h"
#include "ledger/ledger.h"
#include "ledger/rows.h"
#include "shell.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <stdexcept>

/// What the record of a large office costs: 100,000 documents and 500,000 events in 1,000 cases. The rows are put in by
/// one transaction, and their 120,000 kept files (of some bytes, not fsynced) lie where they belong.
namespace besshi::bench {
namespace {

using namespace ledger;

constexpr int case_count = 1000, versions_per_case = 20, documents_per_case = 100, events_per_case = 500;
const std::string office = "1359900018";
const Stamp stamp{"2025-09-22T08:15:30Z", "manager"};

class LargeRecord {
public:
    LargeRecord() : ledger_(Ledger::open(place(), Opening::create).value()) {
        for (int first = 0; first < 256; ++first)
            std::filesystem::create_directories(folder_.path() / "documents" / hexadecimal(first));
        Database database = Database::open(place(), Opening::existing).value();
        Transaction transaction(database, Access::write);
        for (int i = 0; i < case_count; ++i) add_case(database, case_number(i));
        put_head(database, office, head_);
        transaction.commit();
    }

    static std::string case_number(int i) { return "c-" + std::to_string(10000 + i); }
    static std::string document(int case_index, int i) {
        return "F01-" + std::to_string(10000 + case_index) + "-" + std::to_string(1000 + i);
    }
    Ledger& ledger() { return ledger_; }

private:
    Place place() const { return {.office = office, .folder = folder_.path()}; }

    static std::string hexadecimal(int byte) {
        const std::string digits = "0123456789abcdef";
        return {digits[static_cast<std::size_t>(byte / 16)], digits[static_cast<std::size_t>(byte % 16)]};
    }

    void add_case(Database& database, const std::string& number) {
        const int case_index = std::stoi(number.substr(2)) - 10000;
        Version version;
        for (int i = 0; i < events_per_case; ++i) {
            if (i % (events_per_case / versions_per_case) == 0) {
                const KeptFile file = keep({number + " " + std::to_string(i), "application/json"});
                version.case_number = number;
                version.case_sha256 = base::sha256_hex(file.bytes);
                version.id = version.case_sha256;
                Entry entry = version_entry(version, {&file, 1});
                entry.facts["number"] = std::to_string(++version.number);
                add(database, entry);
            } else if (i % 5 == 1) {
                add_document(database, version, document(case_index, i / 5));
            } else {
                add(database, {.kind = i % 5 == 2 ? EventKind::delivered : EventKind::monitored,
                               .case_number = number,
                               .document = i % 5 == 2 ? document(case_index, i / 5) : "",
                               .on = "2025-09-22",
                               .by = "s1",
                               .facts = {{"to", "guardian"}, {"method", "hand"}, {"count", std::to_string(i)}}});
            }
        }
    }

    void add_document(Database& database, const Version& version, const std::string& id) {
        const KeptFile file = keep({"%PDF " + id, "application/pdf"});
        add(database, document_entry({.id = id,
                                      .case_number = version.case_number,
                                      .version = version.id,
                                      .form = "F01",
                                      .revision = "2024-05-17",
                                      .title = "個別支援計画書",
                                      .purpose = "sign",
                                      .profile = "small",
                                      .engine = "besshi 0.1.0",
                                      .fonts = "0123456789abcdef",
                                      .dated = "2025-09-22",
                                      .sha256 = base::sha256_hex(file.bytes),
                                      .pages = 2},
                                     {&file, 1}));
    }

    KeptFile keep(KeptFile file) {
        const std::string sha256 = base::sha256_hex(file.bytes);
        const std::string extension = file.media_type == "application/pdf" ? ".pdf" : ".json";
        std::ofstream(folder_.path() / "documents" / sha256.substr(0, 2) / (sha256 + extension)) << file.bytes;
        return file;
    }

    void add(Database& database, const Entry& entry) {
        Event event;
        static_cast<Entry&>(event) = entry;
        event.number = ++head_.events;
        event.entered = stamp;
        event.previous = head_.hash;
        event.hash = head_.hash = hash_of(office, event);
        put_event(database, office, event);
        put_rows(database, office, event);
    }

    tests::TemporaryFolder folder_;
    Ledger ledger_;
    Head head_;
};

LargeRecord& large_record() {
    static LargeRecord record;
    return record;
}

/// Fsynced, as everything recorded: to be under 20 ms.
void record_a_delivery(benchmark::State& state) {
    LargeRecord& record = large_record();
    int i = 0;
    for (auto _ : state) {
        const int case_index = i % case_count;
        const Entry entry{.kind = EventKind::delivered,
                          .case_number = LargeRecord::case_number(case_index),
                          .document = LargeRecord::document(case_index, 50),
                          .on = "2025-09-24",
                          .by = "s1",
                          .facts = {{"to", "guardian"}, {"method", "post"}, {"count", std::to_string(++i)}}};
        if (!record.ledger().record({.files = {}, .entries = {entry}}, stamp)) throw std::runtime_error("not recorded");
    }
}
BENCHMARK(record_a_delivery)->Unit(benchmark::kMillisecond);

/// What the command line does before it records: the events of the case.
void read_the_events_of_a_case(benchmark::State& state) {
    LargeRecord& record = large_record();
    int i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(record.ledger().events(LargeRecord::case_number(i++ % case_count)).value());
}
BENCHMARK(read_the_events_of_a_case)->Unit(benchmark::kMillisecond);

/// To be under 10 s.
void verify_with_sizes(benchmark::State& state) {
    LargeRecord& record = large_record();
    for (auto _ : state) {
        const Verification found = record.ledger().verify(std::nullopt, FileCheck::sizes).value();
        if (!found.faults.empty()) throw std::runtime_error(found.faults.front().sentence);
        state.counters["events"] = static_cast<double>(found.head.events);
    }
}
BENCHMARK(verify_with_sizes)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace besshi::bench
