#include "pdf/composition.h"

#include "pdf/deflate.h"
#include "pdf/font_objects.h"
#include "pdf/output_intent.h"
#include "pdf/picture_objects.h"
#include "pdf/syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace besshi::pdf {

namespace {

Structure::Top top_of(Composition::Kind kind) {
    return kind == Composition::Kind::bound ? Structure::Top::parts : Structure::Top::document;
}

const draw::SignatureField* find_field(const draw::Mark& mark) {
    return std::get_if<draw::SignatureField>(&mark.shape);
}

}  // namespace

Composition::Composition(const FontPrograms& fonts, Kind kind, Size size)
    : kind_(kind),
      size_(size),
      fonts_(fonts),
      fields_(file_),
      structure_(file_, top_of(kind)),
      page_tree_(file_.reserve()),
      resources_(file_.reserve()) {}

void Composition::add(const draw::DrawList& list, const std::string& bookmark) {
    if (empty()) first_is_wide_ = list.pages.front().width > list.pages.front().height;
    std::vector<TaggedPage> tagged;
    tagged.reserve(list.pages.size());
    for (const draw::Page& page : list.pages) tagged.push_back(add_page(page, list.nodes));
    structure_.add(list, tagged);
    if (kind_ == Kind::document) return;
    bookmarks_.add(bookmark, list.title, tagged.front().page);
    if (list.pages.size() % 2 != 0) add_blank_page(list.pages.back());
}

std::vector<Entry> Composition::page_entries(const draw::Page& page) {
    std::string box = "[0 0 ";
    append_length(box, page.width);
    box += ' ';
    append_length(box, page.height);
    box += ']';
    fingerprint_ += box;
    return {
        {"Type", "/Page"}, {"Parent", reference(page_tree_)}, {"MediaBox", box}, {"Resources", reference(resources_)}};
}

TaggedPage Composition::add_page(const draw::Page& page, std::span<const draw::Node> nodes) {
    PageContent content = page_content(page, nodes, fonts_, pictures_);
    const std::string stream = deflate(content.stream, Material::text, size_);
    fingerprint_ += stream;

    TaggedPage tagged{.marks = &page, .page = file_.reserve(), .content = std::move(content.nodes), .fields = {}};
    std::vector<Entry> entries = page_entries(page);
    entries.push_back({"Contents", reference(file_.add_deflated({}, stream))});
    const auto field_count =
        kind_ == Kind::document
            ? static_cast<std::size_t>(std::ranges::count_if(page.marks, [](const auto& m) { return find_field(m); }))
            : 0;
    tagged.parent_key = structure_.take_parent_keys(field_count);
    entries.push_back({"StructParents", std::to_string(tagged.parent_key)});
    if (field_count != 0) {
        entries.push_back({"Annots", add_fields(tagged)});
        entries.push_back({"Tabs", "/S"});  // in the order of the structure (ISO 14289-1 §7.18.3)
    }
    file_.set(tagged.page, entries);
    pages_.push_back(tagged.page);
    return tagged;
}

/// Adds the fields of a page and returns its /Annots.
std::string Composition::add_fields(TaggedPage& tagged) {
    std::string annotations = "[";
    for (const draw::Mark& mark : tagged.marks->marks) {
        const draw::SignatureField* const field = find_field(mark);
        if (field == nullptr) continue;
        const int key = tagged.parent_key + 1 + static_cast<int>(tagged.fields.size());
        const ObjectId widget = fields_.add(*field, {*tagged.marks, tagged.page, key});
        if (!tagged.fields.empty()) annotations += ' ';
        append_reference(annotations, widget);
        tagged.fields.push_back({mark.node, widget});
    }
    return annotations + ']';
}

/// The back of a sheet whose front is the last page of a document.
void Composition::add_blank_page(const draw::Page& like) {
    const ObjectId page = file_.reserve();
    file_.set(page, page_entries(like));
    pages_.push_back(page);
}

Result<std::string> Composition::finish(const DocumentInfo& info) {
    if (const Result<void> resources = add_resources(); !resources) return fail(resources.error());
    add_page_tree();
    const ObjectId catalog = add_catalog(info);
    return file_.serialize(catalog, identified(info));
}

/// One resource dictionary for all pages: fonts and pictures.
Result<void> Composition::add_resources() {
    const Result<std::string> fonts = add_fonts();
    if (!fonts) return fail(fonts.error());
    const Result<std::string> pictures = add_pictures();
    if (!pictures) return fail(pictures.error());
    std::vector<Entry> entries{{"Font", *fonts}};
    if (!pictures_.all().empty()) entries.push_back({"XObject", *pictures});
    file_.set(resources_, entries);
    return {};
}

/// The dictionary of font resources: /F1, /F2 …, and /V1 … for stacked glyphs.
Result<std::string> Composition::add_fonts() {
    Diagnostics faults;
    std::string names = "<<";
    int number = 0;
    for (const FontUse& use : fonts_.all()) {
        const Result<FontObjects> font = add_font(file_, use, size_);
        if (!font) {
            faults.insert(faults.end(), font.error().begin(), font.error().end());
            continue;
        }
        names += fmt::format("/F{} {}", ++number, reference(font->font));
        if (font->stacked) names += fmt::format("/V{} {}", number, reference(*font->stacked));
        fingerprint_ += font->fingerprint;
    }
    if (!faults.empty()) return fail(std::move(faults));
    return names + ">>";
}

/// The dictionary of image resources: /P1, /P2 …
Result<std::string> Composition::add_pictures() {
    Diagnostics faults;
    std::string names = "<<";
    int number = 0;
    for (const SharedPicture& picture : pictures_.all()) {
        const Result<ObjectId> image = add_picture(file_, *picture, size_);
        if (!image) {
            faults.insert(faults.end(), image.error().begin(), image.error().end());
            continue;
        }
        names += fmt::format("/P{} {}", ++number, reference(*image));
        fingerprint_ += picture->sha256;
    }
    if (!faults.empty()) return fail(std::move(faults));
    return names + ">>";
}

void Composition::add_page_tree() {
    std::string kids = "[";
    for (const ObjectId page : pages_) {
        if (kids.size() > 1) kids += ' ';
        append_reference(kids, page);
    }
    file_.set(page_tree_, {{"Type", "/Pages"}, {"Count", std::to_string(pages_.size())}, {"Kids", kids + ']'}});
}

ObjectId Composition::add_catalog(const DocumentInfo& info) {
    std::string preferences = "<</DisplayDocTitle true/PrintScaling/None";
    if (kind_ == Kind::bound) {
        // Pages are turned like those of a book bound on its left side.
        preferences += first_is_wide_ ? "/Duplex/DuplexFlipShortEdge" : "/Duplex/DuplexFlipLongEdge";
    }
    preferences += ">>";
    const ObjectId metadata = file_.add_plain({{"Type", "/Metadata"}, {"Subtype", "/XML"}}, xmp_packet(info));
    std::vector<Entry> entries{{"Type", "/Catalog"},
                               {"Pages", reference(page_tree_)},
                               {"Lang", literal_string(info.language)},
                               {"MarkInfo", "<</Marked true>>"},
                               {"StructTreeRoot", reference(structure_.finish())},
                               {"Metadata", reference(metadata)},
                               {"OutputIntents", fmt::format("[{}]", reference(add_output_intent(file_)))},
                               {"ViewerPreferences", preferences}};
    fingerprint_ += structure_.fingerprint();
    if (!fields_.empty()) {
        entries.push_back({"AcroForm", reference(fields_.add_form())});
        fingerprint_ += fields_.fingerprint();
    }
    if (!bookmarks_.empty()) {
        entries.push_back({"Outlines", reference(bookmarks_.write(file_))});
        entries.push_back({"PageMode", "/UseOutlines"});
        fingerprint_ += bookmarks_.fingerprint();
    }
    return file_.add(entries);
}

/// The Info dictionary, with an entry in which files of other content differ: PoDoFo makes the file's ID of this
/// dictionary alone.
std::vector<Entry> Composition::identified(const DocumentInfo& info) {
    std::vector<Entry> entries = info_entries(info);
    for (const Entry& entry : entries) fingerprint_ += entry.value;
    fingerprint_ += info.language;
    entries.push_back({"BesshiContent", literal_string(base::sha256_hex(fingerprint_))});
    return entries;
}

}  // namespace besshi::pdf
