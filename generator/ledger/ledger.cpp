#include "ledger/record.h"

#include "ledger/database.h"
#include "ledger/diagnostics.h"
#include "ledger/migration.h"
#include "ledger/rows.h"
#include "ledger/vault.h"
#include "ledger/verification.h"

#include <algorithm>

namespace besshi::ledger {

struct Ledger::State {
    Place place;
    Database database;
    Vault vault;
};

namespace {

Result<void> check_version(Database& database, Opening opening) {
    const auto version = version_of_tables(database);
    if (!version) return fail(version.error());
    const std::string of_ledger = std::to_string(*version), of_program = std::to_string(schema_version());
    if (*version == 0 && opening == Opening::existing) return fail(diagnose(kinds::missing, {}));
    if (*version > schema_version()) return fail(diagnose(kinds::schema_newer, {}, {of_ledger, of_program}));
    if (*version > 0 && *version < schema_version())
        return fail(diagnose(kinds::schema_older, {}, {of_ledger, of_program}));
    return {};
}

/// Events without the row that says how many there are: something was taken out.
bool has_events(Database& database, const std::string& office) {
    bool has = false;
    if (database.has_table("ledger")) read_events(database, office, [&](const Event&) { has = true; }, {.number = 1});
    return has;
}

/// The tables if there are none, and the row of the office. Two programs may do this at once.
void make_office(Database& database, const std::string& office) {
    Transaction transaction(database, Access::write);
    database.lock_tables();
    if (!database.has_table("ledger")) take_forward(database, 0, schema_version());
    add_office(database, office);
    transaction.commit();
}

/// Of a file whose bytes were taken away on purpose.
Diagnostic gone(const StoredFile& file) {
    return diagnose(kinds::file_gone, {},
                    {file.state == FileState::sealed ? "封印された" : "保存期間のあとに削除された"});
}

/// Adds the entries of one submission to the chain, inside a transaction.
class Recorder {
public:
    Recorder(Database& database, const std::string& office, Head head)
        : database_(database), office_(office), head_(std::move(head)) {}

    Result<Recorded> add(const Entry& entry, const Stamp& stamp) {
        if (auto known = find_known(entry); !known || *known) {
            if (!known) return fail(std::move(known.error()));
            return Recorded{std::move(**known), true};
        }
        Event event;
        static_cast<Entry&>(event) = entry;
        if (entry.kind == EventKind::version) event.facts[fact::number] = std::to_string(next_version(entry));
        event.number = ++head_.events;
        event.entered = stamp;
        event.previous = head_.hash;
        event.hash = head_.hash = hash_of(office_, event);
        put_event(database_, office_, event);
        put_rows(database_, office_, event);
        return Recorded{std::move(event), false};
    }

    const Head& head() const { return head_; }

private:
    /// The event that says the same already. A version and a document are the same if their ids are.
    Result<std::optional<Event>> find_known(const Entry& entry) {
        std::int64_t number = 0;
        if (entry.kind == EventKind::version) {
            for (const Version& version : read_versions(database_, office_, entry.case_number))
                if (version.id == entry.fact(fact::version)) number = version.event;
        } else if (entry.kind == EventKind::document) {
            for (const Document& document : read_documents(database_, office_, {.id = entry.document})) {
                if (document.sha256 != entry.fact(fact::sha256))
                    return fail(diagnose(kinds::document_differs, {}, {entry.document}));
                number = document.event;
            }
        } else {
            number = find_same(entry);
        }
        std::optional<Event> known;
        if (number > 0) read_events(database_, office_, [&](const Event& event) { known = event; }, {.number = number});
        return known;
    }

    /// An event that says the same as `entry`, unless another has undone it since. What was found on the way does not
    /// count: it depends on what had been entered by then.
    std::int64_t find_same(const Entry& entry) {
        std::int64_t number = 0;
        Entry said = entry;
        said.facts.erase(fact::findings);
        read_events(database_, office_,
                    [&](const Event& event) {
                        Entry other = event;
                        other.facts.erase(fact::findings);
                        if (other == said)
                            number = event.number;
                        else if (undoes(event, said, number))
                            number = 0;
                    },
                    {.case_number = entry.case_number});
        return number;
    }

    /// Whether `later` changed what event `number`, which says `said`, had brought about.
    static bool undoes(const Event& later, const Entry& said, std::int64_t number) {
        using enum EventKind;
        if (later.kind == corrected) {
            const bool of_same = said.kind == corrected && later.fact(fact::event) == said.fact(fact::event);
            return of_same || later.fact(fact::event) == std::to_string(number);
        }
        switch (said.kind) {
            case consented:
                return later.kind == cancelled || later.kind == withdrawn;
            case cancelled:
            case withdrawn:
                return later.kind == consented;
            case closed:
                return later.kind == reopened;
            case reopened:
                return later.kind == closed;
            case electronic_agreement:
                return later.kind == electronic_agreement_ended;
            case electronic_agreement_ended:
                return later.kind == electronic_agreement;
            default:
                return false;
        }
    }

    int next_version(const Entry& entry) {
        return static_cast<int>(read_versions(database_, office_, entry.case_number).size()) + 1;
    }

    Database& database_;
    const std::string& office_;
    Head head_;
};

}  // namespace

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(Place place, Opening opening) {
    auto database = Database::open(place, opening);
    if (!database) return fail(std::move(database.error()));
    if (auto checked = check_version(*database, opening); !checked) return fail(std::move(checked.error()));
    return guarded([&]() -> Result<Ledger> {
        database->write_ahead();
        if (!database->has_table("ledger") || !read_head_of(*database, place.office, Lock::none)) {
            if (has_events(*database, place.office))
                return fail(diagnose(kinds::row_differs, {}, {"事業所", place.office, "1"}));
            if (opening == Opening::existing) return fail(diagnose(kinds::missing, {}));
            make_office(*database, place.office);
        }
        Vault vault(place.papers.empty() ? place.folder : place.papers);
        return Ledger(std::make_unique<State>(State{std::move(place), std::move(*database), std::move(vault)}));
    });
}

const Place& Ledger::place() const {
    return state_->place;
}

Result<std::vector<Recorded>> Ledger::record(const Submission& submission, const Stamp& stamp) {
    return guarded([&]() -> Result<std::vector<Recorded>> {
        Database& database = state_->database;
        const std::string& office = state_->place.office;
        Transaction transaction(database, Access::write);
        Recorder recorder(database, office, read_head_of(database, office, Lock::row).value_or(Head{}));
        std::vector<Recorded> recorded;
        for (const Entry& entry : submission.entries) {
            auto added = recorder.add(entry, stamp);
            if (!added) return fail(std::move(added.error()));
            recorded.push_back(std::move(*added));
        }
        // Not before the lock: what is there already might be removed before these events say that it is kept.
        for (const KeptFile& file : submission.files) {
            const auto row = read_files(database, office, base::sha256_hex(file.bytes));
            if (!row.empty() && is_removed(row.front().state)) return fail(gone(row.front()));
            if (auto kept = state_->vault.keep(file); !kept) return fail(std::move(kept.error()));
        }
        put_head(database, office, recorder.head());
        transaction.commit();
        return recorded;
    });
}

Result<Head> Ledger::head() {
    return guarded([&]() -> Result<Head> {
        return read_head_of(state_->database, state_->place.office, Lock::none).value_or(Head{});
    });
}

Result<std::vector<std::string>> Ledger::case_numbers() {
    return guarded([&]() -> Result<std::vector<std::string>> {
        return read_case_numbers(state_->database, state_->place.office);
    });
}

Result<std::vector<Event>> Ledger::events(const std::string& case_number) {
    return guarded([&]() -> Result<std::vector<Event>> {
        std::vector<Event> events;
        read_events(state_->database, state_->place.office, [&](const Event& event) { events.push_back(event); },
                    {.case_number = case_number});
        return events;
    });
}

Result<std::optional<Event>> Ledger::find_event(std::int64_t number) {
    return guarded([&]() -> Result<std::optional<Event>> {
        std::optional<Event> found;
        read_events(state_->database, state_->place.office, [&](const Event& event) { found = event; },
                    {.number = number});
        return found;
    });
}

Result<void> Ledger::for_each_event(const std::function<void(const Event&)>& take) {
    return guarded([&]() -> Result<void> {
        read_events(state_->database, state_->place.office, take);
        return {};
    });
}

Result<std::vector<Version>> Ledger::versions(const std::string& case_number) {
    return guarded([&]() -> Result<std::vector<Version>> {
        return read_versions(state_->database, state_->place.office, case_number);
    });
}

Result<std::vector<Document>> Ledger::documents(const std::string& case_number) {
    return guarded([&]() -> Result<std::vector<Document>> {
        return read_documents(state_->database, state_->place.office, {.case_number = case_number});
    });
}

Result<std::optional<Document>> Ledger::find_document(const std::string& id) {
    return guarded([&]() -> Result<std::optional<Document>> {
        auto found = read_documents(state_->database, state_->place.office, {.id = id});
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::optional<StoredFile>> Ledger::find_file(const std::string& sha256) {
    return guarded([&]() -> Result<std::optional<StoredFile>> {
        auto found = read_files(state_->database, state_->place.office, sha256);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::string> Ledger::read_file(const std::string& sha256) {
    const auto file = find_file(sha256);
    if (!file) return fail(file.error());
    if (!*file) return fail(diagnose(kinds::file_missing, {}, {sha256.substr(0, 12)}));
    switch ((*file)->state) {
        case FileState::kept:
            return state_->vault.read(**file);
        case FileState::sealed:
        case FileState::deleted:
            return fail(gone(**file));
        case FileState::unknown:
            break;
    }
    return fail(diagnose(kinds::file_missing, {}, {sha256.substr(0, 12)}));
}

Result<void> Ledger::remove_bytes(std::span<const std::string> sha256s) {
    return guarded([&]() -> Result<void> {
        Database& database = state_->database;
        const std::string& office = state_->place.office;
        Transaction transaction(database, Access::write);
        read_head_of(database, office, Lock::row);  // nobody keeps them again meanwhile
        for (const std::string& sha256 : sha256s) {
            for (const StoredFile& file : read_files(database, office, sha256)) {
                if (!is_removed(file.state)) continue;
                if (auto removed = state_->vault.remove(file); !removed) return removed;
            }
        }
        return {};
    });
}

Result<Verification> Ledger::verify(const std::optional<KeptHead>& kept, FileCheck files) {
    return guarded([&]() -> Result<Verification> {
        Verifier verifier(state_->database, state_->place.office);
        {
            const Transaction moment(state_->database, Access::read);
            verifier.check_chain(kept);
            verifier.check_tables();
        }
        verifier.check_files(state_->vault, files);
        return std::move(verifier).result();
    });
}

Result<int> schema_version_of(const Place& place) {
    auto database = Database::open(place, Opening::existing);
    if (!database) return fail(std::move(database.error()));
    return version_of_tables(*database);
}

Result<void> migrate(const Place& place) {
    auto database = Database::open(place, Opening::existing);
    if (!database) return fail(std::move(database.error()));
    return guarded([&]() -> Result<void> {
        Transaction transaction(*database, Access::write);
        database->lock_tables();
        const auto version = version_of_tables(*database);
        if (!version) return fail(version.error());
        if (*version == 0) return fail(diagnose(kinds::missing, {}));
        if (*version > schema_version())
            return fail(
                diagnose(kinds::schema_newer, {}, {std::to_string(*version), std::to_string(schema_version())}));
        take_forward(*database, *version, schema_version());
        transaction.commit();
        return {};
    });
}

}  // namespace besshi::ledger
