#pragma once

#include "draw/draw.h"
#include "pdf/bookmarks.h"
#include "pdf/document_info.h"
#include "pdf/field_objects.h"
#include "pdf/font_use.h"
#include "pdf/object_file.h"
#include "pdf/page_content.h"
#include "pdf/pdf.h"
#include "pdf/picture_use.h"
#include "pdf/structure.h"

namespace besshi::pdf {

/// Puts one file together. Contents come first: they find out which glyphs the fonts must hold.
class Composition {
public:
    /// One document with its form fields, or several bound for the printer without.
    enum class Kind { document, bound };

    Composition(const FontPrograms& fonts, Kind kind, Size size);
    Composition(const Composition&) = delete;  // its parts refer to one another
    Composition& operator=(const Composition&) = delete;

    /// Adds a document's pages and logical tree. The list must be without faults (`find_faults`); nothing refers
    /// to it afterwards.
    void add(const draw::DrawList& list, const std::string& bookmark);

    bool empty() const { return pages_.empty(); }

    /// The whole file. Faults: an image, a font file.
    Result<std::string> finish(const DocumentInfo& info);

private:
    TaggedPage add_page(const draw::Page& page, std::span<const draw::Node> nodes);
    std::string add_fields(TaggedPage& tagged);
    void add_blank_page(const draw::Page& like);
    std::vector<Entry> page_entries(const draw::Page& page);

    Result<void> add_resources();
    Result<std::string> add_fonts();
    Result<std::string> add_pictures();
    void add_page_tree();
    ObjectId add_catalog(const DocumentInfo& info);
    std::vector<Entry> identified(const DocumentInfo& info);

    Kind kind_;
    Size size_;
    ObjectFile file_;
    FontUses fonts_;
    PictureUses pictures_;
    FieldObjects fields_;
    Structure structure_;
    Bookmarks bookmarks_;
    ObjectId page_tree_, resources_;
    std::vector<ObjectId> pages_;
    bool first_is_wide_ = false;  ///< the first page is wider than high
    std::string fingerprint_;     ///< everything in which two files can differ
};

}  // namespace besshi::pdf
