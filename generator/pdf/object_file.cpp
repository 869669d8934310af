#include "pdf/object_file.h"

#include "pdf/syntax.h"

#include <podofo/podofo.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <stdexcept>

namespace besshi::pdf {

namespace {

/// `<</Key value …`, still open.
std::string begin_dictionary(const std::vector<Entry>& entries) {
    std::string dictionary = "<<";
    for (const Entry& entry : entries) {
        dictionary += '/';
        dictionary += entry.key;
        // A name, number or keyword needs white space before it to be told from the key (ISO 32000-1 §7.2.2).
        if (std::string_view("/([<").find(entry.value.front()) == std::string_view::npos) dictionary += ' ';
        dictionary += entry.value;
    }
    return dictionary;
}

/// PoDoFo's way into a string. Its own buffer formats every number twice and is copied in the end.
class StringDevice final : public PoDoFo::PdfOutputDevice {
public:
    explicit StringDevice(std::string& out) : out_(out) {}

    void Write(const char* bytes, std::size_t count) override { out_.append(bytes, count); }
    void Print(const char* format, ...) override {
        std::va_list arguments;
        va_start(arguments, format);
        PrintV(format, 0, arguments);
        va_end(arguments);
    }
    void PrintV(const char* format, long, std::va_list arguments) override {
        std::array<char, 128> text{};  // PoDoFo prints names, numbers and offsets this way
        const int length = std::vsnprintf(text.data(), text.size(), format, arguments);
        if (length < 0 || static_cast<std::size_t>(length) >= text.size()) {
            throw std::logic_error("PoDoFo prints more at once than it ever did");
        }
        out_.append(text.data(), static_cast<std::size_t>(length));
    }
    std::size_t Tell() const override { return out_.size(); }
    std::size_t GetLength() const override { return out_.size(); }
    void Flush() override {}

private:
    std::string& out_;
};

PoDoFo::PdfReference podofo_reference(std::uint32_t number) {
    return {number, 0};
}

}  // namespace

std::string reference(ObjectId object) {
    std::string text;
    append_reference(text, object);
    return text;
}

void append_reference(std::string& out, ObjectId object) {
    append_decimal(out, object.number, 0);
    out += " 0 R";
}

ObjectId ObjectFile::reserve() {
    values_.emplace_back("null");
    return {static_cast<std::uint32_t>(values_.size())};
}

void ObjectFile::set(ObjectId object, const std::vector<Entry>& entries) {
    set(object, begin_dictionary(entries) + ">>");
}

void ObjectFile::set(ObjectId object, std::string value) {
    values_.at(object.number - 1) = std::move(value);
}

ObjectId ObjectFile::add(const std::vector<Entry>& entries) {
    const ObjectId id = reserve();
    set(id, entries);
    return id;
}

ObjectId ObjectFile::add_deflated(const std::vector<Entry>& entries, std::string_view data) {
    return add_encoded(entries, "FlateDecode", data);
}

ObjectId ObjectFile::add_encoded(const std::vector<Entry>& entries, const char* filter, std::string_view data) {
    std::string dictionary = begin_dictionary(entries);
    dictionary += "/Filter/";
    dictionary += filter;
    return add_stream(std::move(dictionary), data);
}

ObjectId ObjectFile::add_plain(const std::vector<Entry>& entries, std::string_view data) {
    return add_stream(begin_dictionary(entries), data);
}

/// ISO 32000-1 §7.3.8.1, with the line ends of ISO 19005-2 §6.1.7.1.
ObjectId ObjectFile::add_stream(std::string dictionary, std::string_view data) {
    constexpr std::string_view begin = "\nstream\n", end = "\nendstream";
    std::string& value = dictionary;
    value.reserve(value.size() + data.size() + 64);
    value += "/Length ";
    append_decimal(value, static_cast<std::int64_t>(data.size()), 0);
    value += ">>";
    value += begin;
    value += data;
    value += end;
    const ObjectId id = reserve();
    set(id, std::move(value));
    return id;
}

std::string ObjectFile::serialize(ObjectId catalog, const std::vector<Entry>& info) const {
    silence_podofo();
    PoDoFo::PdfVecObjects objects;
    objects.SetAutoDelete(true);
    objects.Reserve(values_.size() + 1);
    std::size_t bytes = 0;
    const auto next_reference = [&] { return podofo_reference(static_cast<std::uint32_t>(objects.GetSize() + 1)); };
    for (const std::string& value : values_) {
        objects.push_back(new PoDoFo::PdfObject(next_reference(), PoDoFo::PdfData(value.data(), value.size())));
        bytes += value.size();
    }
    // PoDoFo reads this dictionary for the file's ID, so its keys must be known to it.
    auto* const info_object = new PoDoFo::PdfObject(next_reference(), PoDoFo::PdfDictionary());
    objects.push_back(info_object);
    for (const Entry& entry : info) {
        const PoDoFo::PdfData value(entry.value.data(), entry.value.size());
        info_object->GetDictionary().AddKey(PoDoFo::PdfName(entry.key), PoDoFo::PdfVariant(value));
        bytes += entry.value.size();
    }
    PoDoFo::PdfObject trailer;
    trailer.GetDictionary().AddKey("Root", podofo_reference(catalog.number));
    trailer.GetDictionary().AddKey("Info", info_object->Reference());
    PoDoFo::PdfWriter writer(&objects, &trailer);
    writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
    // Compact mode writes no line end after `obj`, which ISO 19005-2 §6.1.9 wants.
    writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
    constexpr std::size_t file_frame = 512, object_frame = 48;  // headers, cross-reference entry; the file can grow
    std::string file;
    file.reserve(bytes + file_frame + object_frame * objects.GetSize());
    StringDevice device(file);
    writer.Write(&device);
    return file;
}

void silence_podofo() {
    static std::once_flag once;
    std::call_once(once, [] {
        PoDoFo::PdfError::EnableLogging(false);
        PoDoFo::PdfError::EnableDebug(false);
    });
}

Result<std::string> without_podofo_errors(const DiagnosticKind& kind,
                                          const std::function<Result<std::string>()>& work) {
    try {
        return work();
    } catch (const PoDoFo::PdfError& error) {
        const char* name = PoDoFo::PdfError::ErrorName(error.GetError());
        return fail(diagnose(kind, {}, {name != nullptr ? name : "PdfError"}));
    }
}

}  // namespace besshi::pdf
