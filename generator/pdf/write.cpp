#include "pdf/check.h"
#include "pdf/deflate.h"
#include "pdf/diagnostics.h"
#include "pdf/field_objects.h"
#include "pdf/font_objects.h"
#include "pdf/object_file.h"
#include "pdf/page_content.h"
#include "pdf/pdf.h"
#include "pdf/picture_objects.h"
#include "pdf/syntax.h"

#include <fmt/format.h>

#include <variant>

namespace besshi::pdf {

namespace {

/// Puts one file together. Contents come first: they find out which glyphs the fonts must hold.
class Composition {
public:
    Composition(std::span<const draw::DrawList> lists, const FontPrograms& fonts, const Options& options)
        : lists_(lists), options_(options), fonts_(fonts), fields_(file_) {}

    Result<std::string> compose() {
        draw_pages();
        const Result<ObjectId> resources = add_resources();
        if (!resources) return fail(resources.error());
        const ObjectId pages = add_pages(*resources);
        return file_.serialize(add_catalog(pages), add_info());
    }

private:
    struct DrawnPage {
        const draw::Page* page;
        std::string content;
    };

    void draw_pages() {
        for (const draw::DrawList& list : lists_) {
            for (const draw::Page& page : list.pages) pages_.push_back({&page, page_content(page, fonts_, pictures_)});
        }
        for (const DrawnPage& page : pages_) fingerprint_ += page.content;
    }

    Result<ObjectId> add_resources();
    Result<std::string> add_fonts();
    Result<std::string> add_pictures();
    ObjectId add_pages(ObjectId resources);
    ObjectId add_page(const DrawnPage& drawn, ObjectId parent, ObjectId resources);
    ObjectId add_catalog(ObjectId pages);
    ObjectId add_info();

    std::span<const draw::DrawList> lists_;
    const Options& options_;
    FontUses fonts_;
    PictureUses pictures_;
    ObjectFile file_;
    FieldObjects fields_;
    std::vector<DrawnPage> pages_;
    std::string fingerprint_;  ///< everything in which two files can differ
};

/// One resource dictionary for all pages: fonts and pictures.
Result<ObjectId> Composition::add_resources() {
    const Result<std::string> fonts = add_fonts();
    if (!fonts) return fail(fonts.error());
    const Result<std::string> pictures = add_pictures();
    if (!pictures) return fail(pictures.error());
    std::vector<Entry> entries{{"Font", *fonts}};
    if (!pictures_.all().empty()) entries.push_back({"XObject", *pictures});
    return file_.add(entries);
}

/// The dictionary of font resources: /F1, /F2 …
Result<std::string> Composition::add_fonts() {
    Diagnostics faults;
    std::string names = "<<";
    int number = 0;
    for (const FontUse& use : fonts_.all()) {
        const Result<FontObjects> font = add_font(file_, use, options_.size);
        if (!font) {
            faults.insert(faults.end(), font.error().begin(), font.error().end());
            continue;
        }
        names += fmt::format("/F{} {}", ++number, reference(font->font));
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
        const Result<ObjectId> image = add_picture(file_, *picture, options_.size);
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

ObjectId Composition::add_pages(ObjectId resources) {
    const ObjectId tree = file_.reserve();
    std::string kids = "[";
    for (const DrawnPage& page : pages_) {
        if (kids.size() > 1) kids += ' ';
        kids += reference(add_page(page, tree, resources));
    }
    file_.set(tree, {{"Type", "/Pages"}, {"Count", std::to_string(pages_.size())}, {"Kids", kids + ']'}});
    return tree;
}

ObjectId Composition::add_page(const DrawnPage& drawn, ObjectId parent, ObjectId resources) {
    const ObjectId content = file_.add_deflated({}, deflate(drawn.content, Material::text, options_.size));
    const ObjectId page = file_.reserve();
    std::string box = "[0 0 ";
    append_length(box, drawn.page->width);
    box += ' ';
    append_length(box, drawn.page->height);
    box += ']';
    fingerprint_ += box;
    std::vector<Entry> entries{{"Type", "/Page"},
                               {"Parent", reference(parent)},
                               {"MediaBox", box},
                               {"Resources", reference(resources)},
                               {"Contents", reference(content)}};
    std::string annotations;
    for (const draw::Mark& mark : drawn.page->marks) {
        const auto* field = std::get_if<draw::SignatureField>(&mark.shape);
        if (field == nullptr) continue;
        annotations += annotations.empty() ? "" : " ";
        annotations += reference(fields_.add(*field, *drawn.page, page));
    }
    if (!annotations.empty()) entries.push_back({"Annots", fmt::format("[{}]", annotations)});
    file_.set(page, entries);
    return page;
}

ObjectId Composition::add_catalog(ObjectId pages) {
    std::vector<Entry> entries{{"Type", "/Catalog"},
                               {"Pages", reference(pages)},
                               {"Lang", literal_string(lists_.front().language)},
                               {"ViewerPreferences", "<</DisplayDocTitle true/PrintScaling/None>>"}};
    if (!fields_.empty()) entries.push_back({"AcroForm", reference(fields_.add_form())});
    return file_.add(entries);
}

ObjectId Composition::add_info() {
    std::vector<Entry> entries{{"Title", text_string(lists_.front().title)},
                               {"Producer", text_string(options_.producer)}};
    if (!lists_.front().subject.empty()) entries.push_back({"Subject", text_string(lists_.front().subject)});
    if (options_.created) {
        entries.push_back({"CreationDate", date_string(*options_.created)});
        entries.push_back({"ModDate", date_string(*options_.created)});
    }
    for (const Entry& entry : entries) fingerprint_ += entry.value;
    fingerprint_ += fields_.fingerprint();
    // PoDoFo makes the file's ID of this dictionary alone; this entry makes it differ with the content.
    entries.push_back({"BesshiContent", literal_string(base::sha256_hex(fingerprint_))});
    return file_.add(entries);
}

}  // namespace

Result<Artifact> write(std::span<const draw::DrawList> lists, const FontPrograms& fonts, const Options& options) {
    Diagnostics faults = find_faults(lists);
    if (!faults.empty()) return fail(std::move(faults));
    Result<std::string> bytes =
        without_podofo_errors(kinds::writer_failed, [&] { return Composition(lists, fonts, options).compose(); });
    if (!bytes) return fail(std::move(bytes.error()));
    Artifact artifact{.bytes = *std::move(bytes), .media_type = "application/pdf", .sha256 = {}, .made_from = {}};
    artifact.sha256 = base::sha256_hex(artifact.bytes);
    artifact.made_from["engine"] = options.producer;
    return artifact;
}

}  // namespace besshi::pdf
