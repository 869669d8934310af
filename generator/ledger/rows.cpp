#include "ledger/rows.h"

#include <soci/soci.h>

#include <algorithm>
#include <array>

namespace besshi::ledger {

namespace {

constexpr std::array<std::string_view, 3> file_states{"kept", "sealed", "deleted"};

std::string word_of(FileState state) {
    return std::string(file_states[static_cast<std::size_t>(state)]);
}

FileState read_state(std::string_view word) {
    const auto known = std::ranges::find(file_states, word);
    return known == file_states.end() ? FileState::unknown : static_cast<FileState>(known - file_states.begin());
}

/// `WHERE office = :office` and what else is asked for; values are bound in the order they were added.
class Where {
public:
    explicit Where(const std::string& office) { add("office", office); }

    void add(std::string_view column, const std::optional<std::string>& value) {
        if (!value) return;
        text_ += (text_.empty() ? " WHERE " : " AND ") + std::string(column) + " = :" + std::string(column);
        values_.push_back(*value);
    }

    const std::string& text() const { return text_; }
    void bind(soci::details::prepare_temp_type& statement) const {
        for (const std::string& value : values_) statement, soci::use(value);
    }

private:
    std::string text_;
    std::vector<std::string> values_;
};

struct Saver {
    Database& database;
    const std::string& office;

    void operator()(const Version& row) const {
        database.session()
            << "INSERT INTO version (office, case_number, id, number, case_sha256, office_sha256, event) "
               "VALUES (:office, :case_number, :id, :number, :case_sha256, :office_sha256, :event)",
            soci::use(office), soci::use(row.case_number), soci::use(row.id), soci::use(row.number),
            soci::use(row.case_sha256), soci::use(row.office_sha256), soci::use(number_of(row.event));
    }

    void operator()(const Document& row) const {
        const long long event = row.event;
        database.session()
            << "INSERT INTO document (office, id, case_number, version, form, revision, title, purpose, "
               "profile, engine, fonts, dated, sha256, pages, event) VALUES (:office, :id, :case_number, "
               ":version, :form, :revision, :title, :purpose, :profile, :engine, :fonts, :dated, :sha256, "
               ":pages, :event)",
            soci::use(office), soci::use(row.id), soci::use(row.case_number), soci::use(row.version),
            soci::use(row.form), soci::use(row.revision), soci::use(row.title), soci::use(row.purpose),
            soci::use(row.profile), soci::use(row.engine), soci::use(row.fonts), soci::use(row.dated),
            soci::use(row.sha256), soci::use(row.pages), soci::use(event);
    }

    void operator()(const StoredFile& row) const {
        const std::string state = word_of(row.state);
        if (row.state != FileState::kept) {
            database.session() << "UPDATE file SET state = :state WHERE office = :office AND sha256 = :sha256",
                soci::use(state), soci::use(office), soci::use(row.sha256);
            return;
        }
        const long long bytes = row.bytes;
        database.session() << "INSERT INTO file (office, sha256, media_type, bytes, state) VALUES (:office, :sha256, "
                              ":media_type, :bytes, :state) ON CONFLICT (office, sha256) DO UPDATE SET "
                              "media_type = excluded.media_type, state = excluded.state",
            soci::use(office), soci::use(row.sha256), soci::use(row.media_type), soci::use(bytes), soci::use(state);
    }

    static long long number_of(std::int64_t number) { return number; }
};

}  // namespace

std::optional<Head> read_head_of(Database& database, const std::string& office, Lock lock) {
    long long events = 0;
    Head head;
    const std::string sql = "SELECT events, head FROM office WHERE office = :office" +
                            std::string(lock == Lock::row ? database.lock_clause() : std::string_view());
    database.session() << sql, soci::use(office), soci::into(events), soci::into(head.hash);
    if (!database.session().got_data()) return std::nullopt;
    head.events = events;
    return head;
}

void put_head(Database& database, const std::string& office, const Head& head) {
    const long long events = head.events;
    database.session() << "UPDATE office SET events = :events, head = :head WHERE office = :office", soci::use(events),
        soci::use(head.hash), soci::use(office);
}

void add_office(Database& database, const std::string& office) {
    database.session() << "INSERT INTO office (office, events, head) VALUES (:office, 0, '') ON CONFLICT DO NOTHING",
        soci::use(office);
}

void put_event(Database& database, const std::string& office, const Event& event) {
    const long long number = event.number;
    const std::string kind(name_of(event.kind).word), facts = to_json(event.facts);
    database.session() << "INSERT INTO event (office, number, kind, case_number, document, happened_on, happened_at, "
                          "staff, entered_at, entered_by, facts, previous, hash) VALUES (:office, :number, :kind, "
                          ":case_number, :document, :happened_on, :happened_at, :staff, :entered_at, :entered_by, "
                          ":facts, :previous, :hash)",
        soci::use(office), soci::use(number), soci::use(kind), soci::use(event.case_number), soci::use(event.document),
        soci::use(event.on), soci::use(event.at), soci::use(event.by), soci::use(event.entered.moment),
        soci::use(event.entered.by), soci::use(facts), soci::use(event.previous), soci::use(event.hash);
}

void put_rows(Database& database, const std::string& office, const Event& event) {
    for (const Row& row : rows_of(event)) std::visit(Saver{database, office}, row);
}

void read_event_rows(Database& database, const std::string& office, const EventFilter& filter,
                     const std::function<void(const EventRow&)>& take) {
    Where where(office);
    where.add("case_number", filter.case_number);
    std::string condition = where.text();
    const long long wanted = filter.number.value_or(0);
    if (filter.number) condition += " AND number = :number";
    long long number = 0;
    std::string kind;
    EventRow row;
    Event& event = row.event;
    soci::details::prepare_temp_type prepared =
        (database.session().prepare
             << "SELECT number, kind, case_number, document, happened_on, happened_at, staff, entered_at, entered_by, "
                "facts, previous, hash FROM event"
             << condition << " ORDER BY number",
         soci::into(number), soci::into(kind), soci::into(event.case_number), soci::into(event.document),
         soci::into(event.on), soci::into(event.at), soci::into(event.by), soci::into(event.entered.moment),
         soci::into(event.entered.by), soci::into(row.facts), soci::into(event.previous), soci::into(event.hash));
    where.bind(prepared);
    if (filter.number) prepared, soci::use(wanted);
    soci::statement statement(prepared);
    statement.execute();
    while (statement.fetch()) {
        event.number = number;
        const auto known = find_event_kind(kind);
        auto read = read_facts(row.facts);
        row.is_readable = known && read && to_json(*read) == row.facts;
        event.kind = known.value_or(EventKind::version);
        event.facts = read ? std::move(*read) : Facts{};
        take(row);
    }
}

void read_events(Database& database, const std::string& office, const std::function<void(const Event&)>& take,
                 const EventFilter& filter) {
    read_event_rows(database, office, filter, [&](const EventRow& row) { take(row.event); });
}

std::vector<Version> read_versions(Database& database, const std::string& office,
                                   const std::optional<std::string>& case_number) {
    Where where(office);
    where.add("case_number", case_number);
    std::vector<Version> rows;
    Version row;
    long long event = 0;
    soci::details::prepare_temp_type prepared =
        (database.session().prepare << "SELECT case_number, id, number, case_sha256, office_sha256, event FROM version"
                                    << where.text() << " ORDER BY case_number, number",
         soci::into(row.case_number), soci::into(row.id), soci::into(row.number), soci::into(row.case_sha256),
         soci::into(row.office_sha256), soci::into(event));
    where.bind(prepared);
    soci::statement statement(prepared);
    statement.execute();
    while (statement.fetch()) {
        row.event = event;
        rows.push_back(row);
    }
    return rows;
}

std::vector<Document> read_documents(Database& database, const std::string& office, const DocumentFilter& filter) {
    Where where(office);
    where.add("case_number", filter.case_number);
    where.add("id", filter.id);
    std::vector<Document> rows;
    Document row;
    long long event = 0;
    soci::details::prepare_temp_type prepared =
        (database.session().prepare << "SELECT id, case_number, version, form, revision, title, purpose, profile, "
                                       "engine, fonts, dated, sha256, pages, event FROM document"
                                    << where.text() << " ORDER BY event",
         soci::into(row.id), soci::into(row.case_number), soci::into(row.version), soci::into(row.form),
         soci::into(row.revision), soci::into(row.title), soci::into(row.purpose), soci::into(row.profile),
         soci::into(row.engine), soci::into(row.fonts), soci::into(row.dated), soci::into(row.sha256),
         soci::into(row.pages), soci::into(event));
    where.bind(prepared);
    soci::statement statement(prepared);
    statement.execute();
    while (statement.fetch()) {
        row.event = event;
        rows.push_back(row);
    }
    return rows;
}

std::vector<StoredFile> read_files(Database& database, const std::string& office,
                                   const std::optional<std::string>& sha256) {
    Where where(office);
    where.add("sha256", sha256);
    std::vector<StoredFile> rows;
    StoredFile row;
    long long bytes = 0;
    std::string state;
    soci::details::prepare_temp_type prepared =
        (database.session().prepare << "SELECT sha256, media_type, bytes, state FROM file" << where.text()
                                    << " ORDER BY sha256",
         soci::into(row.sha256), soci::into(row.media_type), soci::into(bytes), soci::into(state));
    where.bind(prepared);
    soci::statement statement(prepared);
    statement.execute();
    while (statement.fetch()) {
        row.bytes = bytes;
        row.state = read_state(state);
        rows.push_back(row);
    }
    return rows;
}

std::vector<std::string> read_case_numbers(Database& database, const std::string& office) {
    std::vector<std::string> numbers;
    const soci::rowset<std::string> rows =
        (database.session().prepare
             << "SELECT DISTINCT case_number FROM event WHERE office = :office AND case_number <> ''",
         soci::use(office));
    for (const std::string& number : rows) numbers.push_back(number);
    std::ranges::sort(numbers);  // not in the order of the database's language
    return numbers;
}

}  // namespace besshi::ledger
