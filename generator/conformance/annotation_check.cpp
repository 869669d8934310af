#include "conformance/checks.h"
#include "conformance/structure.h"

#include <algorithm>
#include <set>

namespace besshi::conformance {

namespace {

/// ISO 32000-1 table 169 without 3D, Sound, Screen and Movie.
constexpr std::string_view allowed_types[] = {
    "Text",           "Link",      "FreeText",    "Line",      "Square",    "Circle", "Polygon", "PolyLine",
    "Highlight",      "Underline", "Squiggly",    "StrikeOut", "Stamp",     "Caret",  "Ink",     "Popup",
    "FileAttachment", "Widget",    "PrinterMark", "TrapNet",   "Watermark", "Redact"};

constexpr int most_parents = 32;  // of a field

class AnnotationCheck {
public:
    AnnotationCheck(const PdfFile& file, const StructureTree& tree, Findings& findings)
        : file_(file), tree_(tree), findings_(findings) {}

    void check() {
        for (const Page& page : file_.pages()) check_page(page);
        check_form();
    }

private:
    struct Annotation {
        const Object& object;
        const Page& page;
        std::string_view type;
        std::string place;
        const Element* element;  ///< that StructParent leads to
        bool is_unseen;          ///< hidden, or off the page
    };

    static constexpr std::int64_t invisible = 1, hidden = 2, print = 4, no_zoom = 8, no_rotate = 16, no_view = 32,
                                  toggle_no_view = 256;  // ISO 32000-1 table 165

    void check_page(const Page& page) {
        const Object::Array* annotations = file_.find(*page.dictionary, "Annots").as_array();
        if (annotations == nullptr || annotations->empty()) return;
        const Object& tabs = file_.find(*page.dictionary, "Tabs");
        if (tabs.is_null())
            findings_.add("28-008"_rule, place_of(page));
        else if (!tabs.is_name("S"))
            findings_.add("28-009"_rule, place_of(page));
        for (const Object& reference : *annotations) check_annotation(file_.resolve(reference), page);
    }

    void check_annotation(const Object& object, const Page& page) {
        findings_.see(Subject::annotation);
        const Annotation annotation{object,
                                    page,
                                    file_.find(object, "Subtype").as_name().value_or(""),
                                    place_of(file_, object, place_of(page)),
                                    element_of(object),
                                    is_unseen(object, page)};
        if (std::ranges::find(allowed_types, annotation.type) == std::end(allowed_types)) {
            findings_.add("6.3.1-1"_rule, annotation.place, std::string(annotation.type));
            findings_.add("28-006"_rule, annotation.place, std::string(annotation.type));
        }
        check_flags(annotation);
        check_appearance(annotation);
        check_structure_link(annotation);
        check_description(annotation);
        if (annotation.type == "TrapNet") findings_.add("28-007"_rule, annotation.place);
        if (annotation.type == "Widget") check_widget(annotation);
    }

    const Element* element_of(const Object& annotation) const {
        const auto key = file_.find(annotation, "StructParent").as_integer();
        const auto found = key ? tree_.parent_tree.find(*key) : tree_.parent_tree.end();
        return found == tree_.parent_tree.end() ? nullptr : tree_.find(*found->second);
    }

    bool is_unseen(const Object& annotation, const Page& page) const {
        const std::int64_t flags = file_.find(annotation, "F").as_integer().value_or(0);
        if ((flags & hidden) != 0) return true;
        const Object& crop = file_.find_inherited(*page.dictionary, "CropBox");
        const auto box =
            rectangle_of(file_, crop.is_null() ? file_.find_inherited(*page.dictionary, "MediaBox") : crop);
        const auto own = rectangle_of(file_, file_.find(annotation, "Rect"));
        return box && own &&
               (own->right <= box->left || own->left >= box->right || own->top <= box->bottom ||
                own->bottom >= box->top);
    }

    void check_flags(const Annotation& annotation) {
        if (annotation.type == "Popup") return;
        const auto flags = file_.find(annotation.object, "F").as_integer();
        if (!flags) return findings_.add("6.3.2-1"_rule, annotation.place);
        if ((*flags & print) == 0 || (*flags & (invisible | hidden | no_view | toggle_no_view)) != 0)
            findings_.add("6.3.2-2"_rule, annotation.place);
        if (annotation.type != "Text") return;
        findings_.see(Subject::text_annotation);
        if ((*flags & no_zoom) == 0 || (*flags & no_rotate) == 0) findings_.add("6.3.2-3"_rule, annotation.place);
    }

    void check_appearance(const Annotation& annotation) {
        const Object& appearances = file_.find(annotation.object, "AP");
        if (appearances.is_null()) {
            const auto box = rectangle_of(file_, file_.find(annotation.object, "Rect"));
            const bool is_empty = box && box->left == box->right && box->bottom == box->top;
            if (!is_empty && annotation.type != "Popup" && annotation.type != "Link")
                findings_.add("6.3.3-1"_rule, annotation.place);
            return;
        }
        const Dictionary* entries = appearances.as_dictionary();
        const Object& normal = file_.find(appearances, "N");
        const bool is_button = annotation.type == "Widget" && field_value(annotation.object, "FT").is_name("Btn");
        const bool right = entries != nullptr && entries->entries.size() == 1 &&
                           (is_button ? normal.as_dictionary() != nullptr && !normal.is_stream() : normal.is_stream());
        if (!right) findings_.add("6.3.3-2"_rule, annotation.place);
    }

    /// The parent tree leads to an element, and that element holds an object reference to the annotation.
    void check_structure_link(const Annotation& annotation) {
        const bool is_artifact = annotation.type == "Popup" || annotation.type == "PrinterMark" || annotation.is_unseen;
        const Element* element = annotation.element;
        if (annotation.type == "PrinterMark") {
            findings_.see(Subject::printer_mark);
            if (element != nullptr) findings_.add("28-017"_rule, annotation.place);
        }
        if (is_artifact) return;
        const bool linked =
            element != nullptr && std::ranges::find(element->objects, &annotation.object) != element->objects.end();
        if (!linked) findings_.add("14.7.4.3-1"_rule, annotation.place);
        const std::string_view role = element != nullptr ? std::string_view(element->role) : std::string_view();
        if (annotation.type == "Widget") {
            if (role != "Form") findings_.add("28-010"_rule, annotation.place);
        } else if (annotation.type == "Link") {
            findings_.see(Subject::link);
            if (role != "Link") findings_.add("28-011"_rule, annotation.place);
        } else {
            findings_.see(Subject::other_annotation);
            if (role != "Annot") findings_.add("28-002"_rule, annotation.place);
        }
    }

    bool has_text(const Object& dictionary, std::string_view key) const {
        const auto text = file_.find(dictionary, key).as_string();
        return text && !text->empty();
    }

    void check_description(const Annotation& annotation) {
        const bool has_contents = has_text(annotation.object, "Contents");
        if (has_contents && !has_text(file_.catalog(), "Lang") && !has_text(annotation.object, "Lang"))
            findings_.add("11-004"_rule, annotation.place);
        if (annotation.type == "Widget" || annotation.type == "Popup" || annotation.type == "PrinterMark") return;
        const bool has_alternative = annotation.element != nullptr && has_text(*annotation.element->object, "Alt");
        if (annotation.type == "Link" && !has_contents) findings_.add("28-012"_rule, annotation.place);
        if (!has_contents && !has_alternative && !annotation.is_unseen) findings_.add("28-004"_rule, annotation.place);
        if (annotation.type == "FileAttachment") check_attachment(annotation);
    }

    void check_attachment(const Annotation& annotation) {
        findings_.see(Subject::attachment);
        const Object& specification = file_.find(annotation.object, "FS");
        if (!has_text(specification, "F") || !has_text(specification, "UF"))
            findings_.add("28-016"_rule, annotation.place);
    }

    // Forms

    /// The value of a field's key, its own or of a field above it (ISO 32000-1 §12.7.3.1).
    const Object& field_value(const Object& field, std::string_view key) const {
        static const Object null;
        const Object* at = &field;
        for (int i = 0; i < most_parents && at->as_dictionary() != nullptr; ++i, at = &file_.find(*at, "Parent"))
            if (const Object& value = file_.find(*at, key); !value.is_null()) return value;
        return null;
    }

    std::string full_name(const Object& field) const {
        std::string name;
        const Object* at = &field;
        for (int i = 0; i < most_parents && at->as_dictionary() != nullptr; ++i, at = &file_.find(*at, "Parent"))
            if (const auto part = file_.find(*at, "T").as_string()) name = text_of(*part) + "." + name;
        return name;
    }

    void check_widget(const Annotation& widget) {
        findings_.see(Subject::widget);
        widgets_.insert(&widget.object);
        for (const char* key : {"A", "AA"})
            if (!widget.object.entry(key).is_null()) findings_.add("6.4.1-1"_rule, widget.place, key);
        const Object& tip = field_value(widget.object, "TU");
        const bool has_tip = tip.as_string() && !tip.as_string()->empty();
        const bool has_alternative = widget.element != nullptr && has_text(*widget.element->object, "Alt");
        if (!has_tip && !has_alternative && !widget.is_unseen) findings_.add("28-005"_rule, widget.place);
        if (has_tip && !has_text(file_.catalog(), "Lang")) findings_.add("11-005"_rule, widget.place);
    }

    void check_form() {
        const Object& form = file_.find(file_.catalog(), "AcroForm");
        if (form.as_dictionary() != nullptr) {
            findings_.see(Subject::form);
            if (file_.find(form, "NeedAppearances").is_true()) findings_.add("6.4.1-3"_rule, "フォーム");
            check_xfa(file_.find(form, "XFA"));
            if (const Object::Array* fields = file_.find(form, "Fields").as_array())
                for (const Object& field : *fields) visit_field(file_.resolve(field), 0);
        }
        for (const Object* widget : widgets_)
            if (!fields_.contains(widget)) findings_.add("12.7.3-1"_rule, place_of(file_, *widget, "入力欄"));
    }

    void check_xfa(const Object& xfa) {
        if (xfa.is_null()) return;
        findings_.add("6.4.2-1"_rule, "フォーム");
        for (const Object* part : file_.each_of(xfa)) {
            const std::string data = file_.data(*part).value_or("");
            const std::size_t at = data.find("dynamicRender");
            if (at != std::string::npos && data.substr(at, 64).find("required") != std::string::npos)
                findings_.add("25-001"_rule, "フォーム");
        }
    }

    void visit_field(const Object& field, int depth) {
        const std::string place = place_of(file_, field, "入力欄");
        if (depth > most_parents || !fields_.insert(&field).second) return;
        if (field.as_dictionary() == nullptr) return findings_.add("12.7.3-1"_rule, place);
        if (!field.entry("AA").is_null()) findings_.add("6.4.1-2"_rule, place);
        bool has_fields = false;
        if (const Object::Array* kids = file_.find(field, "Kids").as_array())
            for (const Object& kid : *kids) {
                has_fields = has_fields || has_text(file_.resolve(kid), "T");
                visit_field(file_.resolve(kid), depth + 1);
            }
        else if (file_.find(field, "Subtype").is_name("Widget") && !widgets_.contains(&field))
            findings_.add("12.7.3-1"_rule, place);  // on no page
        const bool is_named = !has_fields && has_text(field, "T");
        if (is_named && !names_.insert(full_name(field)).second) findings_.add("12.7.3-2"_rule, place);
    }

    const PdfFile& file_;
    const StructureTree& tree_;
    Findings& findings_;
    std::set<const Object*> widgets_, fields_;
    std::set<std::string> names_;
};

}  // namespace

void check_annotations(const PdfFile& file, const StructureTree& tree, Findings& findings) {
    AnnotationCheck(file, tree, findings).check();
}

}  // namespace besshi::conformance
