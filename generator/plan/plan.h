#pragma once

#include "base/base.h"
#include "field/field.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Reading and checking a case and an office folder. After this stage text never changes again.
namespace besshi::plan {

class Value;

struct Member {
    std::string_view key;  ///< kept by the field table
    Value* value = nullptr;
};

struct Period {
    Date from, to;
    auto operator<=>(const Period&) const = default;
};

/// A reference that was found: the element it names.
struct Reference {
    const Value* element = nullptr;
};

/// An image: its bytes stand in the case, or in a file beside it.
struct Image {
    std::string file;       ///< relative to the case file, `/` between folders; empty if the case holds the bytes
    SharedPicture picture;  ///< null until `with_images` if there is a file
};

/// One value of a record, already of the type its field says. Objects and maps keep the order of the
/// field table; what was absent, null or empty (text, list, object) is not there at all.
class Value {
public:
    using Content = std::variant<std::vector<Member>,        ///< object and map
                                 std::vector<const Value*>,  ///< list
                                 std::string,                ///< text, long_text, name, digits
                                 std::int64_t,               ///< integer, yen
                                 bool, Date, Month, ClockTime, Period, const field::Code*, Reference, Image>;

    const field::Field* field = nullptr;
    std::string pointer;  ///< RFC 6901, from the root of the record it was read from
    Content content;
    const field::Code* withheld = nullptr;  ///< why it is not to be shown, by a mark beside it; null: it may be

    /// A member of an object or map; null if absent.
    const Value* find(std::string_view key) const;
    /// Elements of a list; empty for everything else.
    std::span<const Value* const> elements() const;
};

/// The choices of an office: name of a form, id or number of a document → parameter → value, from the tables
/// `[forms.<name>]` of office.toml. Values are texts, booleans or whole numbers there, text here.
using FormParameters = std::map<std::string, std::map<std::string, std::string>>;

/// The office's own sets of documents: `[sets]` of office.toml, name → ids or numbers.
using DocumentSets = std::map<std::string, std::vector<std::string>>;

/// Bytes of image files by their names in the case.
using ImageFiles = std::map<std::string, std::string>;

/// One record checked against the field table: types and hard limits hold, references are resolved,
/// text is valid UTF-8. Movable; pointers between its values stay good. The `field::Table` it was read
/// with must outlive it.
class CaseDocument {
public:
    CaseDocument();
    CaseDocument(CaseDocument&&) noexcept;
    CaseDocument& operator=(CaseDocument&&) noexcept;
    ~CaseDocument();

    const Value& root() const;
    const field::Table& table() const;

    /// The value at dotted `name` below `scope` (nullptr = root), with the meaning of
    /// `field::Table::resolve`; dated facts are those in force `on`, or, without a date, the newest. Of
    /// several guardians in force it is the one who signs, else the first who is not marked 非開示 or 支援措置, else
    /// the first. Null if absent.
    const Value* find(const Value* scope, std::string_view name, std::optional<Date> on) const;

    /// Conversions made and expectations exceeded (severity note and warning).
    Diagnostics notes;
    /// Of the office it was read with; empty without one.
    FormParameters form_parameters;
    DocumentSets document_sets;
    /// SHA-256 over the bytes it was read from: those of the case, then those of the office; `with_images` adds
    /// those of the image files.
    std::string sha256;

    struct Storage;
    explicit CaseDocument(std::unique_ptr<Storage> storage);

private:
    std::unique_ptr<Storage> storage_;

    friend std::vector<std::string> image_files(const CaseDocument&);
    friend Result<CaseDocument> with_images(CaseDocument, const ImageFiles&);
};

/// Bytes given to the reader, and the name to call them by in messages (never a person's).
struct Source {
    std::string_view bytes;
    std::string file;
};

/// Hard limits of the reader, before the field table is even asked.
struct ReadLimits {
    std::size_t bytes = 16u << 20;
    std::size_t depth = 64;
    std::size_t items = 200'000;

    bool operator==(const ReadLimits&) const = default;
};

/// Reads a case (JSON, RFC 8259) and, if given, its office (`office.toml`, TOML 1.0, at most 1 MiB, where
/// dates and times may stand without quotes). All faults at once, each with its pointer, line and label and
/// never with a value; unknown keys with the nearest known name; repeated keys refused.
///
/// Texts are converted in exactly these ways, each with a note: CR LF to LF, full-width kana with a separate
/// voicing mark to one character, full-width digits in `digits` fields to ASCII, U+FEFF and U+200B dropped.
/// Ideographs are never normalised. Refused are controls (tabs and lone CR too), line and paragraph
/// separators, marks that turn the direction of text, noncharacters, and line feeds in a field of one line.
/// Two facts of one dated list that share a day are refused, except guardians of whom one signs.
Result<CaseDocument> read(const field::Table& table, Source case_json, std::optional<Source> office_toml,
                          const ReadLimits& limits = {});

/// Limits of an image: its file, its sides, and all its pixels (what they take when they are unpacked).
inline constexpr std::size_t largest_image_bytes = 10u << 20;
inline constexpr std::uint32_t longest_image_side = 8000;
inline constexpr std::uint64_t most_image_pixels = 25'000'000;

/// The image files a case names, each once: the stage after `read` for whoever can open files.
std::vector<std::string> image_files(const CaseDocument& document);

/// `document` with its images out of `files`; without image files it stays as it is. PNG and JPEG are looked at,
/// not unpacked. Faults: a file that is not among `files`, no picture in it, a limit exceeded.
Result<CaseDocument> with_images(CaseDocument document, const ImageFiles& files);

/// The files of a new office folder, path → text, for `besshi init`: office.toml with comments, README.
std::vector<std::pair<std::string, std::string>> new_office_files();

/// Names of people in the record (fields of kind `name` and personal texts), for the test that no
/// message shows one.
std::vector<std::string> personal_values(const CaseDocument& document);

/// One line per value: pointer, kind, value as JSON.
std::string dump(const CaseDocument& document);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::plan
