#include "conformance/pdf_file.h"

#include "conformance/diagnostics.h"
#include "conformance/lexer.h"

#include <fmt/format.h>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

#include <algorithm>
#include <set>

namespace besshi::conformance {

namespace {

constexpr std::size_t largest_file = 64u << 20;
constexpr std::size_t largest_stream = 64u << 20;
constexpr std::size_t most_decoded = 512u << 20;
constexpr std::size_t most_pages = 10'000;
constexpr int deepest_tree = 64;
constexpr int deepest_object = 100;

struct TooMuchData {};

/// The end of a decoding pipeline; stops it when it has swallowed too much.
class LimitedBuffer : public Pipeline {
public:
    explicit LimitedBuffer(std::size_t limit) : Pipeline("limited", nullptr), limit_(limit) {}
    void write(unsigned char const* data, size_t length) override {
        if (data_.size() + length > limit_) throw TooMuchData();
        data_.append(reinterpret_cast<const char*>(data), length);
    }
    void finish() override {}
    std::string take() { return std::move(data_); }

private:
    std::size_t limit_;
    std::string data_;
};

Object to_object(QPDFObjectHandle handle, int depth);

Dictionary to_dictionary(QPDFObjectHandle handle, int depth) {
    Dictionary dictionary;
    for (const auto& [key, value] : handle.getDictAsMap())
        dictionary.entries.push_back({key.substr(1), to_object(value, depth + 1)});
    return dictionary;
}

/// The direct value of a handle; references stay references.
Object to_value(QPDFObjectHandle handle, int depth) {
    if (depth > deepest_object) return {};
    if (handle.isBool()) return Object(handle.getBoolValue());
    if (handle.isInteger()) {
        // getIntValue throws beyond 64 bits; unparse would give an indirect integer as its reference.
        const std::string digits = handle.unparseResolved();
        return Object(integer_of({Token::Kind::integer, digits}));
    }
    if (handle.isReal()) return Object(handle.getNumericValue());
    if (handle.isName()) return Object(Name{handle.getName().substr(1)});
    if (handle.isString()) return Object(String{handle.getStringValue()});
    if (handle.isArray()) {
        Object::Array array;
        for (const QPDFObjectHandle& item : handle.getArrayAsVector()) array.push_back(to_object(item, depth + 1));
        return Object(std::move(array));
    }
    if (handle.isStream()) {
        Dictionary dictionary = to_dictionary(handle.getDict(), depth);
        dictionary.is_stream = true;
        return Object(std::move(dictionary));
    }
    if (handle.isDictionary()) return Object(to_dictionary(handle, depth));
    return {};
}

Object to_object(QPDFObjectHandle handle, int depth) {
    if (handle.isIndirect()) return Object(ObjectId{handle.getObjectID(), handle.getGeneration()});
    return to_value(handle, depth);
}

/// Filters that multiply; two of them could keep an inflater busy for hours without a byte of output.
bool expands_twice(const PdfFile& file, const Object& stream) {
    const Object::Array* filters = file.find(stream, "Filter").as_array();
    return filters != nullptr && std::ranges::count_if(*filters, [&](const Object& filter) {
                                     const auto name = file.resolve(filter).as_name();
                                     return name && *name != "ASCIIHexDecode" && *name != "ASCII85Decode";
                                 }) > 1;
}

}  // namespace

struct PdfFile::Reader {
    QPDF qpdf;
    std::size_t decoded = 0;

    std::optional<std::string> read(ObjectId id, qpdf_stream_decode_level_e level) {
        if (decoded >= most_decoded) return std::nullopt;
        try {
            QPDFObjectHandle stream = qpdf.getObject(id.number, id.generation);
            LimitedBuffer buffer(std::min(largest_stream, most_decoded - decoded));
            bool filtered = false;
            if (!stream.isStream() || !stream.pipeStreamData(&buffer, &filtered, 0, level, true)) return std::nullopt;
            if (level != qpdf_dl_none && !filtered) return std::nullopt;
            std::string data = buffer.take();
            decoded += data.size();
            return data;
        } catch (const TooMuchData&) {
            decoded = most_decoded;  // a file that tries it once is not given another go
            return std::nullopt;
        } catch (const std::exception&) {
            return std::nullopt;
        }
    }
};

PdfFile::PdfFile() : reader_(std::make_unique<Reader>()) {}
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;
PdfFile::~PdfFile() = default;

namespace {

Diagnostics find_faults(std::string_view bytes) {
    if (bytes.size() > largest_file) return {diagnose(kinds::too_large, {}, {std::to_string(bytes.size() >> 20)})};
    if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos) return {diagnose(kinds::not_pdf, {})};
    // Where the last cross-reference section begins: a table by its keyword, a stream by a number.
    const std::size_t start = bytes.rfind("startxref");
    if (start == std::string_view::npos) return {diagnose(kinds::broken, {}, {"startxref"})};
    const std::size_t digits = bytes.find_first_of("0123456789", start);
    std::size_t offset = 0;
    for (std::size_t i = digits; i < bytes.size() && bytes[i] >= '0' && bytes[i] <= '9' && offset < bytes.size(); ++i)
        offset = offset * 10 + static_cast<std::size_t>(bytes[i] - '0');
    const std::string_view section = bytes.substr(std::min(offset, bytes.size()), 64);
    if (section.find("xref") == std::string_view::npos && section.find("obj") != std::string_view::npos)
        return {diagnose(kinds::foreign, {})};
    return {};
}

/// False if the tree is larger than what is read of it.
bool collect_pages(const PdfFile& file, const Object& node, int depth, std::set<const Object*>& seen,
                   std::vector<Page>& pages) {
    if (node.as_dictionary() == nullptr) return true;
    if (depth > deepest_tree || pages.size() >= most_pages) return false;
    if (!seen.insert(&node).second) return true;
    if (const Object::Array* kids = file.find(node, "Kids").as_array())
        return std::ranges::all_of(
            *kids, [&](const Object& kid) { return collect_pages(file, file.resolve(kid), depth + 1, seen, pages); });
    pages.push_back({file.id_of(node).value_or(ObjectId{}), &node, pages.size() + 1});
    return true;
}

}  // namespace

Result<PdfFile> PdfFile::open(std::string_view bytes) {
    Diagnostics faults = find_faults(bytes);
    if (!faults.empty()) return fail(std::move(faults));
    PdfFile file;
    file.bytes_ = bytes;
    QPDF& qpdf = file.reader_->qpdf;
    qpdf.setSuppressWarnings(true);
    // Repair takes time without limit, object streams memory; and a file in need of repair does not conform.
    qpdf.setAttemptRecovery(false);
    qpdf.setIgnoreXRefStreams(true);
    try {
        qpdf.processMemoryFile("pdf", bytes.data(), bytes.size());
        file.trailer_ = to_value(qpdf.getTrailer(), 0);
        for (const auto& [id, entry] : qpdf.getXRefTable()) {
            if (entry.getType() != 1) continue;
            const ObjectId key{id.getObj(), id.getGen()};
            file.offsets_[key] = static_cast<std::size_t>(entry.getOffset());
            file.objects_[key] = to_value(qpdf.getObject(id), 0);
        }
    } catch (const std::exception&) {
        // qpdf's sentences are English and may quote the file.
        return fail(diagnose(kinds::broken, {}, {"qpdf"}));
    }
    file.unreadable_count_ = qpdf.getWarnings().size();
    for (const auto& [id, object] : file.objects_) file.ids_[&object] = id;
    std::set<const Object*> seen;
    file.has_all_pages_ = collect_pages(file, file.find(file.catalog(), "Pages"), 0, seen, file.pages_);
    return file;
}

const Object& PdfFile::resolve(const Object& value) const {
    static const Object null;
    const auto id = value.as_reference();
    if (!id) return value;
    const auto found = objects_.find(*id);
    return found == objects_.end() ? null : found->second;
}

std::vector<const Object*> PdfFile::each_of(const Object& value) const {
    const Object& own = resolve(value);
    if (own.is_null()) return {};
    if (own.as_array() == nullptr) return {&own};
    std::vector<const Object*> items;
    for (const Object& item : *own.as_array()) items.push_back(&resolve(item));
    return items;
}

const Object& PdfFile::find_inherited(const Object& page, std::string_view key) const {
    static const Object null;
    const Object* node = &page;
    for (int depth = 0; depth < deepest_tree && node->as_dictionary() != nullptr; ++depth) {
        const Object& value = find(*node, key);
        if (!value.is_null()) return value;
        node = &find(*node, "Parent");
    }
    return null;
}

std::optional<ObjectId> PdfFile::id_of(const Object& object) const {
    const auto found = ids_.find(&object);
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> PdfFile::data(const Object& stream) const {
    const auto id = id_of(stream);
    if (!id || !stream.is_stream() || expands_twice(*this, stream)) return std::nullopt;
    return reader_->read(*id, find(stream, "Filter").is_null() ? qpdf_dl_none : qpdf_dl_generalized);
}

std::optional<std::string> PdfFile::raw_data(const Object& stream) const {
    const auto id = id_of(stream);
    if (!id || !stream.is_stream()) return std::nullopt;
    return reader_->read(*id, qpdf_dl_none);
}

std::optional<Rectangle> rectangle_of(const PdfFile& file, const Object& array) {
    const Object::Array* corners = file.resolve(array).as_array();
    if (corners == nullptr || corners->size() != 4) return std::nullopt;
    double sides[4];
    for (std::size_t i = 0; i < 4; ++i) {
        const auto side = file.resolve((*corners)[i]).as_number();
        if (!side) return std::nullopt;
        sides[i] = *side;
    }
    const auto [left, right] = std::minmax(sides[0], sides[2]);
    const auto [bottom, top] = std::minmax(sides[1], sides[3]);
    return Rectangle{left, bottom, right, top};
}

std::string place_of(ObjectId id) {
    return fmt::format("オブジェクト {}", id.number);
}

std::string place_of(const Page& page) {
    return fmt::format("{}ページ", page.number);
}

std::string place_of(const PdfFile& file, const Object& object, std::string_view otherwise) {
    const auto id = file.id_of(object);
    return id ? place_of(*id) : std::string(otherwise);
}

namespace {

using Leaves = std::vector<std::pair<const Object*, const Object*>>;

class LeafReader {
public:
    LeafReader(const PdfFile& file, std::string_view leaf_key) : file_(file), leaf_key_(leaf_key) {}

    Leaves read(const Object& root) {
        read_node(root, 0);
        return std::move(leaves_);
    }

private:
    void read_node(const Object& node, int depth) {
        constexpr int deepest = 32;
        if (depth > deepest || !seen_.insert(&node).second) return;
        if (const Object::Array* items = file_.find(node, leaf_key_).as_array())
            for (std::size_t i = 0; i + 1 < items->size() && take_step(); i += 2)
                leaves_.emplace_back(&file_.resolve((*items)[i]), &(*items)[i + 1]);
        const Object::Array* kids = file_.find(node, "Kids").as_array();
        if (kids == nullptr) return;
        for (const Object& kid : *kids) {
            if (!take_step()) return;
            read_node(file_.resolve(kid), depth + 1);
        }
    }

    /// Nodes may share their arrays, so that the size of the file bounds nothing.
    bool take_step() {
        constexpr std::size_t most_steps = 1'000'000;
        return ++steps_ <= most_steps;
    }

    const PdfFile& file_;
    std::string_view leaf_key_;
    std::set<const Object*> seen_;
    Leaves leaves_;
    std::size_t steps_ = 0;
};

}  // namespace

Leaves tree_leaves(const PdfFile& file, const Object& root, std::string_view leaf_key) {
    return LeafReader(file, leaf_key).read(root);
}

}  // namespace besshi::conformance
