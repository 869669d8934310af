#pragma once

#include "conformance/object.h"

#include "base/base.h"

#include <map>
#include <memory>

namespace besshi::conformance {

struct Page {
    ObjectId id;
    const Object* dictionary;
    std::size_t number;  ///< from 1
};

/// A file as its objects, as they are after its last update. References and pointers into it hold as long as it does.
class PdfFile {
public:
    /// Faults: see `check`. `bytes` must outlive the file.
    static Result<PdfFile> open(std::string_view bytes);
    PdfFile(PdfFile&&) noexcept;
    PdfFile& operator=(PdfFile&&) noexcept;
    ~PdfFile();

    std::string_view bytes() const { return bytes_; }
    const Object& trailer() const { return trailer_; }
    const Object& catalog() const { return find(trailer_, "Root"); }
    const std::map<ObjectId, Object>& objects() const { return objects_; }
    /// Byte offsets of the objects.
    const std::map<ObjectId, std::size_t>& offsets() const { return offsets_; }
    const std::vector<Page>& pages() const { return pages_; }
    /// False if there are more than 10,000, or deeper in their tree than 64 nodes.
    bool has_all_pages() const { return has_all_pages_; }
    std::size_t unreadable_count() const { return unreadable_count_; }

    /// The value behind a reference, or the value itself.
    const Object& resolve(const Object& value) const;
    /// The value of a dictionary's key, behind its reference; null if there is none.
    const Object& find(const Object& dictionary, std::string_view key) const { return resolve(dictionary.entry(key)); }
    /// The items of an array, or the value itself where one may stand for an array of one; resolved.
    std::vector<const Object*> each_of(const Object& value) const;
    /// The value of a page's key, from the page or the nodes above it (ISO 32000-1 §7.7.3.4).
    const Object& find_inherited(const Object& page, std::string_view key) const;
    /// The number of an indirect object that `resolve` or `objects` gave; none for a direct one.
    std::optional<ObjectId> id_of(const Object& object) const;

    /// The decoded data of a stream; none if it cannot be decoded within 64 MB, and 512 MB for the whole file.
    std::optional<std::string> data(const Object& stream) const;
    std::optional<std::string> raw_data(const Object& stream) const;

private:
    struct Reader;
    PdfFile();

    std::string_view bytes_;
    std::unique_ptr<Reader> reader_;
    Object trailer_;
    std::map<ObjectId, Object> objects_;
    std::map<const Object*, ObjectId> ids_;
    std::map<ObjectId, std::size_t> offsets_;
    std::vector<Page> pages_;
    bool has_all_pages_ = true;
    std::size_t unreadable_count_ = 0;
};

/// A rectangle (ISO 32000-1 §7.9.5), whatever two corners it is given by.
struct Rectangle {
    double left, bottom, right, top;
};
std::optional<Rectangle> rectangle_of(const PdfFile& file, const Object& array);

/// 「オブジェクト 12」 or the given words for a direct object.
std::string place_of(const PdfFile& file, const Object& object, std::string_view otherwise);
std::string place_of(ObjectId id);
std::string place_of(const Page& page);

/// The leaves of a name or number tree (ISO 32000-1 §7.9.6, §7.9.7) under `Names` or `Nums`: key and value in turn.
/// Circles, depth beyond 32, keys without a value and what follows the first 1,000,000 items are left out.
std::vector<std::pair<const Object*, const Object*>> tree_leaves(const PdfFile& file, const Object& root,
                                                                 std::string_view leaf_key);

}  // namespace besshi::conformance
