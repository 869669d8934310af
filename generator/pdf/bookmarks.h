#pragma once

#include "pdf/object_file.h"

#include <string>
#include <vector>

namespace besshi::pdf {

/// The outline of a file (ISO 32000-1 §12.3.3): a bookmark per group, and below it one per document if the group
/// has several.
class Bookmarks {
public:
    /// A document that begins on `page`. Neighbours of one group share its bookmark.
    void add(const std::string& group, const std::string& title, ObjectId page);

    bool empty() const { return groups_.empty(); }
    /// Equal for equal bookmarks.
    std::string fingerprint() const;

    /// Writes the outline and returns its dictionary.
    ObjectId write(ObjectFile& file) const;

private:
    struct Document {
        std::string title;
        ObjectId page;
    };
    struct Group {
        std::string title;
        std::vector<Document> documents;
    };
    std::vector<Group> groups_;
};

}  // namespace besshi::pdf
