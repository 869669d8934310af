#pragma once

#include "draw/draw.h"
#include "pdf/object_file.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besshi::pdf {

/// The standard structure type of a role (ISO 32000-1 §14.8.4): `TD`. It is also the tag of its marked content.
std::string_view structure_type(draw::Role role);

/// What a page of the file holds of a logical tree.
struct TaggedPage {
    const draw::Page* marks = nullptr;
    ObjectId page;
    std::vector<draw::NodeId> content;  ///< by marked-content identifier
    struct Field {
        draw::NodeId node;
        ObjectId widget;
    };
    std::vector<Field> fields;
    int parent_key = 0;  ///< its /StructParents; those of its fields follow
};

/// The structure tree of a file (ISO 32000-1 §14.7), as documents are added to it one by one.
class Structure {
public:
    /// Whether the file holds one document, or several as parts of one.
    enum class Top { document, parts };

    Structure(ObjectFile& file, Top top);

    /// Gives a page that will show `field_count` fields its place in the parent tree.
    int take_parent_keys(std::size_t field_count);

    /// Adds the logical tree of a document. Figures and forms of which no page shows anything are left out.
    void add(const draw::DrawList& list, std::span<const TaggedPage> pages);

    /// Writes the tree's root and returns it.
    ObjectId finish();

    /// Equal for equal trees.
    const std::string& fingerprint() const { return fingerprint_; }

private:
    ObjectFile& file_;
    Top top_;
    ObjectId root_, document_;
    std::string documents_;    ///< references to the elements below `document_`
    std::string parents_;      ///< /Nums of the parent tree
    std::string identifiers_;  ///< /Names of the tree of identifiers
    int next_parent_key_ = 0;
    std::string fingerprint_;
};

}  // namespace besshi::pdf
