#pragma once

#include "conformance/findings.h"
#include "conformance/pdf_file.h"

#include <map>

/// The structure tree of a document (ISO 32000-1 §14.7) with its role map and its parent tree.
namespace besshi::conformance {

struct Element {
    struct Piece {
        const Object* stream;  ///< the page or form XObject that draws it
        std::int64_t mcid;
    };
    const Object* object = nullptr;
    std::string place;
    std::string role;  ///< standard structure type after role mapping; empty if there is none
    std::optional<std::size_t> parent;
    std::vector<std::size_t> children;
    std::vector<Piece> pieces;
    std::vector<const Object*> objects;  ///< annotations that object references name
};

struct StructureTree {
    const Object* root = nullptr;   ///< none if the document has no structure
    std::vector<Element> elements;  ///< in document order
    std::map<const Object*, std::size_t> index_of;
    std::map<std::int64_t, const Object*> parent_tree;  ///< by key; an array, an element, or null

    const Element* find(const Object& object) const;
};

/// Reports wrong P entries and role maps: Matterhorn 02; ISO 14289-1 §7.1.
StructureTree read_structure(const PdfFile& file, Findings& findings);

/// The value of an attribute of an owner (`Table`, `PrintField` …), from A or the classes of C; null if there is none.
const Object& find_attribute(const PdfFile& file, const StructureTree& tree, const Element& element,
                             std::string_view owner, std::string_view key);

}  // namespace besshi::conformance
