#pragma once

#include "base/base.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// PoDoFo as this layer uses it: indirect objects, and the file around them. Values are written by us in
/// PDF syntax, streams are compressed by us.
namespace besshi::pdf {

/// The number of an indirect object; its generation is always 0.
struct ObjectId {
    std::uint32_t number = 0;
};

/// `5 0 R`
std::string reference(ObjectId object);

/// An entry of a dictionary: its key without `/`, and its value in PDF syntax.
struct Entry {
    const char* key;
    std::string value;
};

/// The objects of one file. Members may throw PoDoFo's errors: call them inside `without_podofo_errors`.
class ObjectFile {
public:
    ObjectFile();
    ~ObjectFile();
    ObjectFile(const ObjectFile&) = delete;
    ObjectFile& operator=(const ObjectFile&) = delete;

    /// An object to be filled by `set` later, for references forward.
    ObjectId reserve();
    void set(ObjectId object, const std::vector<Entry>& entries);
    ObjectId add(const std::vector<Entry>& entries);
    /// A stream whose `data` are already encoded for `filter` (ISO 32000-1 §7.4).
    ObjectId add_encoded(const std::vector<Entry>& entries, const char* filter, std::string_view data);
    /// A stream whose `data` is already in zlib format.
    ObjectId add_deflated(const std::vector<Entry>& entries, std::string_view data);
    ObjectId add_empty_stream(const std::vector<Entry>& entries);

    /// The whole file, PDF 1.7. Its ID (ISO 32000-1 §14.4) is made of the entries of `info` alone.
    std::string serialize(ObjectId catalog, ObjectId info);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Switches PoDoFo's own messages off, which else go to stderr and may hold values.
void silence_podofo();

/// Runs `work`; an error of PoDoFo (no std::exception) becomes a fault of `kind` with the error's name as {0}.
Result<std::string> without_podofo_errors(const DiagnosticKind& kind, const std::function<Result<std::string>()>& work);

}  // namespace besshi::pdf
