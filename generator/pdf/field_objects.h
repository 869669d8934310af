#pragma once

#include "draw/draw.h"
#include "pdf/object_file.h"

#include <set>

namespace besshi::pdf {

/// The signature fields of a file, as they are added page by page.
class FieldObjects {
public:
    explicit FieldObjects(ObjectFile& file) : file_(file) {}

    /// The page of a field, and the field's number in the parent tree (ISO 32000-1 §14.7.4.4).
    struct Place {
        const draw::Page& page;
        ObjectId page_object;
        int parent_key;
    };

    /// Adds an empty signature field with its widget (§12.7.4.5, §12.5.6.19) and returns it for the page's
    /// /Annots. The name is `field.name`; a second field of that name in the file is called `name_2` (a period
    /// would divide a field name in levels, §12.7.3.2).
    ObjectId add(const draw::SignatureField& field, const Place& place);

    bool empty() const { return fields_.empty(); }
    /// The /AcroForm (ISO 32000-1 §12.7.2), an object of its own: a signature replaces it and not the catalogue.
    ObjectId add_form();
    /// Equal for equal fields.
    const std::string& fingerprint() const { return fingerprint_; }

private:
    std::string unique_name(const std::string& name);

    ObjectFile& file_;
    std::vector<ObjectId> fields_;
    std::set<std::string> names_;
    std::string fingerprint_;
};

}  // namespace besshi::pdf
