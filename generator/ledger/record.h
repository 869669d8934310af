#pragma once

#include "ledger/chain.h"
#include "ledger/event.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The record of an office: which versions of a case there were, what was made of them, what happened and when it was
/// entered. Events are only ever added, each with the hash of the one before; every table and every query names the
/// office.
namespace besshi::ledger {

/// Where the record of one office stands.
struct Place {
    std::string office;              ///< its number
    std::filesystem::path folder;    ///< of the office: `besshi.db` and `documents/` lie in it
    std::string connection{};        ///< `postgresql://…`; empty: SQLite in `folder`
    std::int64_t most_pages = 0;     ///< that the SQLite file may have; 0: no limit
    std::filesystem::path papers{};  ///< folder with the `documents/` of the office, if it is another
};

enum class Opening { existing, create };

/// Bytes to keep, as they are.
struct KeptFile {
    std::string bytes;
    std::string media_type;
};

/// Facts that besshi itself reads, by their names.
namespace fact {
/// Of a version and of a document.
inline const std::string version = "version", number = "number", case_sha256 = "case_sha256",
                         office_sha256 = "office_sha256", form = "form", revision = "revision", title = "title",
                         purpose = "purpose", profile = "profile", engine = "engine", fonts = "fonts", dated = "dated",
                         sha256 = "sha256", pages = "pages";
/// Of any event: files it keeps, one on a line, `sha256 bytes media/type`; ids of several documents it is about.
inline const std::string kept = "kept", documents = "documents", note = "note";
/// Of `sealed` and `deleted`: hashes of the files whose bytes go, with spaces between.
inline const std::string files = "files";
/// Of `corrected`: the event it puts right, and whether that never happened (`yes`); else new values of `on`, `at`,
/// `by`, `document` and of facts, by their names. Of `received`: the delivery.
inline const std::string event = "event", is_void = "void", reason = "reason";
/// Of any event: codes of what was found wrong with it, with spaces between.
inline const std::string findings = "findings";
}  // namespace fact

std::string kept_fact(std::span<const KeptFile> files);

/// What is recorded together or not at all.
struct Submission {
    std::vector<KeptFile> files;
    std::vector<Entry> entries;
};

struct Recorded {
    Event event;
    bool already = false;  ///< the same was entered before; nothing was added
};

/// A state of a case and of its `office.toml`, byte for byte.
struct Version {
    std::string case_number;
    int number = 0;             ///< from 1 within the case
    std::string id;             ///< hash over the case, its office and its images
    std::string case_sha256;    ///< files kept
    std::string office_sha256;  ///< empty if there was no office file
    std::int64_t event = 0;

    bool operator==(const Version&) const = default;
};

/// A document that was made and kept.
struct Document {
    std::string id;  ///< as printed
    std::string case_number;
    std::string version;  ///< id of the version
    std::string form;     ///< F01
    std::string revision, title, purpose, profile, engine, fonts;
    std::string dated;   ///< date of the document, ISO, may be empty
    std::string sha256;  ///< of the PDF kept
    int pages = 0;
    std::int64_t event = 0;

    bool operator==(const Document&) const = default;
};

/// The event that says a version or a document came to be, and which of the files of its submission it brings.
Entry version_entry(const Version& version, std::span<const KeptFile> files);
Entry document_entry(const Document& document, std::span<const KeptFile> files);

/// What a printed document id is derived from.
struct DocumentKey {
    std::string_view office, case_number, version, form, revision, purpose, parameters, engine, fonts;
};

/// `F01-7K3Q-9XM2`: the form and 40 bits of a SHA-256 over the key, in letters and digits that nobody mistakes
/// (Crockford's base 32).
std::string document_id(const DocumentKey& key);

enum class FileState {
    kept,
    sealed,
    deleted,
    unknown,  ///< its row says what no besshi writes
};

struct StoredFile {
    std::string sha256, media_type;
    std::int64_t bytes = 0;
    FileState state = FileState::kept;

    bool operator==(const StoredFile&) const = default;
};

/// What `verify` found wrong, the first first; empty if all holds.
struct Verification {
    Head head;
    Diagnostics faults;
};

/// How much `verify` reads besides the tables.
enum class FileCheck { sizes, contents };

class Ledger {
public:
    /// Opens the record of an office. `create` makes what is missing. Errors: `ledger.missing`, `ledger.folder.shared`
    /// (a network or synchronised drive), `ledger.schema.newer`, `ledger.schema.older`, `ledger.database.*`.
    static Result<Ledger> open(Place place, Opening opening);

    Ledger(Ledger&&) noexcept;
    Ledger& operator=(Ledger&&) noexcept;
    ~Ledger();

    const Place& place() const;

    /// Keeps the files (durable before anything names them), then adds the events in one transaction. An entry that
    /// stands already, exactly, is given back as it is: doing the same again is safe. Errors:
    /// `ledger.document.differs`, `ledger.database.*`, those of the file system. On any error nothing was added.
    Result<std::vector<Recorded>> record(const Submission& submission, const Stamp& stamp);

    Result<Head> head();
    Result<std::vector<std::string>> case_numbers();
    /// Of one case, in order. Those of the office itself have an empty case number.
    Result<std::vector<Event>> events(const std::string& case_number);
    Result<std::optional<Event>> find_event(std::int64_t number);
    /// All events in order, each given to `take`.
    Result<void> for_each_event(const std::function<void(const Event&)>& take);

    Result<std::vector<Version>> versions(const std::string& case_number);
    Result<std::vector<Document>> documents(const std::string& case_number);
    Result<std::optional<Document>> find_document(const std::string& id);

    Result<std::optional<StoredFile>> find_file(const std::string& sha256);
    /// The bytes of a kept file, their hash checked. Errors: `ledger.file.gone` (sealed, deleted),
    /// `ledger.file.damaged`.
    Result<std::string> read_file(const std::string& sha256);
    /// Removes the bytes of files whose state is no longer `kept` from the folder. The events that say so come first.
    Result<void> remove_bytes(std::span<const std::string> sha256s);

    /// Chain, tables and kept files against each other; if a head value was kept elsewhere, against that too.
    Result<Verification> verify(const std::optional<KeptHead>& kept, FileCheck files);

private:
    struct State;
    explicit Ledger(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The version of the tables this program writes; it reads no other.
int schema_version();

/// The version of the tables at a place. Errors as `open`.
Result<int> schema_version_of(const Place& place);

/// Takes the tables of an older version forward, all or nothing. A backup comes first: that is the caller's to see to.
Result<void> migrate(const Place& place);

/// Puts the record of the office into another database, row by row as it stands and as of one moment, whatever others
/// write meanwhile; the tables keep their version. Kept files stay where they are. Errors: `ledger.office.present`,
/// `ledger.schema.*`, and those of `open`. On any error `to` has nothing of the office.
Result<Head> copy(const Place& from, const Place& to);

std::span<const DiagnosticKind> diagnostic_kinds();
/// With the versions that are linked.
std::vector<base::Library> libraries();

}  // namespace besshi::ledger
