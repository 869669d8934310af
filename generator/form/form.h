#pragma once

#include "form/definition.h"
#include "form/document_set.h"

#include <filesystem>
#include <set>
#include <span>

/// Form definitions: read, resolve, check; the catalogue of revisions by date.
namespace besshi::form {

/// What is asked of besshi besides the data; nothing else from outside reaches the paper.
struct RenderRequest {
    std::string document;                 ///< id or number: `support-plan`, `F01`
    std::optional<std::string> revision;  ///< else the one in force on the form's date
    Purpose purpose = Purpose::record;
    std::map<std::string, std::string> parameters;
    std::string document_id;  ///< printed in the running head; empty = not printed
    std::string version;      ///< likewise
    /// Why what the case marks as 非開示 or 支援措置 is shown and given all the same; empty = it is not. Never printed.
    std::string disclose_reason{};
};

/// Reads one form file. A file with several `[[document]]` gives as many definitions. All faults at once,
/// each with line and column of `file`.
Result<std::vector<FormDefinition>> load(const field::Table& table, std::string_view toml, std::string_view file);

struct CatalogueEntry {
    std::string document, number, title, form, revision, notice;
    Date in_force;
    std::optional<Date> accepted_until;
    std::filesystem::path path;
};

/// A revision in use: the bytes of its file never change again, a correction is a new revision.
struct Release {
    std::string form, revision;
    std::string sha256;  ///< of the form file
    Date on;             ///< day of the release
};

/// A revision that cannot be used, and why.
struct BrokenForm {
    std::string form, revision;      ///< as its folders are called
    std::vector<std::string> names;  ///< ids and numbers of its documents; empty if nobody can read them
    std::optional<Date> in_force;    ///< if it can be read
    Diagnostics faults;
};

/// All revisions below a `forms/` folder: `<form>/<revision>/form.toml`. One that is broken does not keep the
/// others from being used.
class Catalogue {
public:
    /// Errors: the folder, or the list of released revisions in it, cannot be read.
    static Result<Catalogue> read(const field::Table& table, const std::filesystem::path& folder);

    std::span<const CatalogueEntry> entries() const { return entries_; }
    std::span<const FormDefinition> definitions() const { return definitions_; }
    std::span<const BrokenForm> broken() const { return broken_; }

    /// By document id or number; `revision` exactly, else the newest one in force `on`, else the newest. Errors:
    /// none of that name or revision; the faults of a broken revision that is the one, or may be.
    Result<const FormDefinition*> find(std::string_view document, std::optional<std::string_view> revision,
                                       std::optional<Date> on) const;

    /// The newest revision that can be used, in force or not; null if there is none.
    const FormDefinition* find_newest(std::string_view document) const;

private:
    std::vector<const FormDefinition*> revisions_of(std::string_view document) const;
    /// Faults of documents that another file has in the same revision, and of numbers that another document has.
    Diagnostics find_twins(std::span<const FormDefinition> definitions, const std::filesystem::path& folder) const;
    /// Every released revision must still be there.
    void add_missing(std::span<const Release> releases);
    Diagnostics unknown_document(std::string_view document) const;

    std::vector<CatalogueEntry> entries_;
    std::vector<FormDefinition> definitions_;
    std::vector<BrokenForm> broken_;
};

/// The fault of a form whose file does not lie in `<form>/<revision>/`.
Diagnostics check_folder(const FormDefinition& definition, const std::filesystem::path& file);

/// Every cell of `block`, headings included, in the order of the file.
std::vector<const CellTemplate*> cells_of(const Block& block);

/// The fields the form prints, asks for or is dated by, and the references that lead to them; each once, in no
/// particular order.
std::set<const field::Field*> fields_read(const FormDefinition& form, const field::Table& table);

/// In a `forms/` folder: one line for each release.
inline constexpr std::string_view releases_file = "released.toml";

/// What stands in the `releases_file` of `folder`; nothing if there is none.
Result<std::vector<Release>> read_releases(const std::filesystem::path& folder);

/// The line of that file that stands for `release`, line feed included.
std::string to_line(const Release& release);

const Release* find_release(std::span<const Release> releases, const FormDefinition& form);

/// The fault of a released form whose file has other bytes; nothing for all others.
Diagnostics check_released(std::span<const Release> releases, const FormDefinition& form);

/// The definition as text: ruler, styles, blocks, cells, resolved.
std::string dump(const FormDefinition& form);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::form
