#pragma once

#include "base/base.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// PoDoFo as this layer uses it: it makes a file of objects. Every object is written by us in PDF syntax, every
/// stream compressed by us.
namespace besshi::pdf {

/// The number of an indirect object; its generation is always 0.
struct ObjectId {
    std::uint32_t number = 0;
};

/// `5 0 R`
std::string reference(ObjectId object);

/// Appends `5 0 R`.
void append_reference(std::string& out, ObjectId object);

/// An entry of a dictionary: its key without `/`, and its value in PDF syntax.
struct Entry {
    const char* key;
    std::string value;
};

/// The objects of one file.
class ObjectFile {
public:
    /// An object to be filled by `set` later, for references forward.
    ObjectId reserve();
    void set(ObjectId object, const std::vector<Entry>& entries);
    /// Any value that is no stream, in PDF syntax.
    void set(ObjectId object, std::string value);
    ObjectId add(const std::vector<Entry>& entries);
    /// A stream whose `data` are already encoded for `filter` (ISO 32000-1 §7.4).
    ObjectId add_encoded(const std::vector<Entry>& entries, const char* filter, std::string_view data);
    /// A stream whose `data` is already in zlib format.
    ObjectId add_deflated(const std::vector<Entry>& entries, std::string_view data);
    /// A stream that stands in the file as it is.
    ObjectId add_plain(const std::vector<Entry>& entries, std::string_view data);

    /// The whole file, PDF 1.7, with `info` as its Info dictionary. Its ID (ISO 32000-1 §14.4) is made of the
    /// entries of `info` alone. May throw PoDoFo's errors: call it inside `without_podofo_errors`.
    std::string serialize(ObjectId catalog, const std::vector<Entry>& info) const;

private:
    ObjectId add_stream(std::string dictionary, std::string_view data);

    std::vector<std::string> values_;  ///< of object number i + 1, streams with their data
};

/// Switches PoDoFo's own messages off, which else go to stderr and may hold values.
void silence_podofo();

/// Runs `work`; an error of PoDoFo (no std::exception) becomes a fault of `kind` with the error's name as {0}.
Result<std::string> without_podofo_errors(const DiagnosticKind& kind, const std::function<Result<std::string>()>& work);

}  // namespace besshi::pdf
