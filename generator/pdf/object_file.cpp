#include "pdf/object_file.h"

#include <fmt/format.h>
#include <podofo/podofo.h>

#include <mutex>

namespace besshi::pdf {

struct ObjectFile::State {
    PoDoFo::PdfVecObjects objects;
    std::vector<PoDoFo::PdfObject*> by_number{nullptr};  ///< owned by `objects`
    std::size_t stream_bytes = 0;

    PoDoFo::PdfObject& at(ObjectId id) { return *by_number.at(id.number); }
};

namespace {

void set_entries(PoDoFo::PdfObject& object, const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
        const PoDoFo::PdfData value(entry.value.data(), entry.value.size());
        object.GetDictionary().AddKey(PoDoFo::PdfName(entry.key), PoDoFo::PdfVariant(value));
    }
}

PoDoFo::PdfReference podofo_reference(ObjectId id) {
    return {id.number, 0};
}

}  // namespace

std::string reference(ObjectId object) {
    return fmt::format("{} 0 R", object.number);
}

ObjectFile::ObjectFile() : state_(std::make_unique<State>()) {
    silence_podofo();
    state_->objects.SetAutoDelete(true);
}

ObjectFile::~ObjectFile() = default;

ObjectId ObjectFile::reserve() {
    PoDoFo::PdfObject* object = state_->objects.CreateObject();
    state_->by_number.push_back(object);
    return {static_cast<std::uint32_t>(object->Reference().ObjectNumber())};
}

void ObjectFile::set(ObjectId object, const std::vector<Entry>& entries) {
    set_entries(state_->at(object), entries);
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
    const ObjectId id = add(entries);
    PoDoFo::PdfObject& object = state_->at(id);
    object.GetDictionary().AddKey("Filter", PoDoFo::PdfName(filter));
    PoDoFo::PdfMemoryInputStream input(data.data(), static_cast<PoDoFo::pdf_long>(data.size()));
    object.GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(data.size()));
    state_->stream_bytes += data.size();
    return id;
}

ObjectId ObjectFile::add_empty_stream(const std::vector<Entry>& entries) {
    const ObjectId id = add(entries);
    state_->at(id).GetStream()->Set("", 0, PoDoFo::TVecFilters());
    return id;
}

std::string ObjectFile::serialize(ObjectId catalog, ObjectId info) {
    PoDoFo::PdfObject trailer;
    trailer.GetDictionary().AddKey("Root", podofo_reference(catalog));
    trailer.GetDictionary().AddKey("Info", podofo_reference(info));
    PoDoFo::PdfWriter writer(&state_->objects, &trailer);
    writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
    // Compact mode writes no line end after `obj`, which ISO 19005-2 §6.1.9 wants.
    writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
    constexpr std::size_t bytes_per_object = 256;  // more than most take; the buffer grows if it is too little
    PoDoFo::PdfRefCountedBuffer buffer(state_->stream_bytes + bytes_per_object * state_->by_number.size());
    PoDoFo::PdfOutputDevice device(&buffer);
    writer.Write(&device);
    return {buffer.GetBuffer(), device.GetLength()};
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
