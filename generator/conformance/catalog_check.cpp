#include "conformance/checks.h"

#include <algorithm>
#include <set>

namespace besshi::conformance {

namespace {

class CatalogCheck {
public:
    CatalogCheck(const PdfFile& file, Findings& findings)
        : file_(file), catalog_(file.catalog()), findings_(findings) {}

    void check() {
        if (!catalog_.entry("NeedsRendering").is_null()) findings_.add("6.4.2-2"_rule, "カタログ");
        if (!catalog_.entry("AA").is_null()) findings_.add("6.5.2-1"_rule, "カタログ");
        if (!catalog_.entry("Requirements").is_null()) findings_.add("6.11-1"_rule, "カタログ");
        if (!file_.find(file_.find(catalog_, "Names"), "AlternatePresentations").is_null())
            findings_.add("6.10-1"_rule, "カタログ");
        if (!catalog_.entry("Threads").is_null()) findings_.see(Subject::thread);
        check_title_shown();
        check_outline();
        check_permissions();
        check_encryption();
        check_layers();
        for (const Page& page : file_.pages()) check_page(page);
    }

private:
    bool has_language() const {
        const auto language = file_.find(catalog_, "Lang").as_string();
        return language && !language->empty();
    }

    void check_title_shown() {
        const Object& shown = file_.find(file_.find(catalog_, "ViewerPreferences"), "DisplayDocTitle");
        if (shown.is_null())
            findings_.add("07-001"_rule, "カタログ");
        else if (!shown.is_true())
            findings_.add("07-002"_rule, "カタログ");
    }

    void check_outline() {
        if (file_.find(file_.find(catalog_, "Outlines"), "First").is_null()) return;
        findings_.see(Subject::outline);
        if (!has_language()) findings_.add("11-003"_rule, "しおり");
    }

    void check_permissions() {
        const Object& permissions = file_.find(catalog_, "Perms");
        if (permissions.as_dictionary() == nullptr) return;
        findings_.see(Subject::permissions);
        for (const Entry& entry : permissions.as_dictionary()->entries)
            if (entry.key != "UR3" && entry.key != "DocMDP") findings_.add("6.1.12-1"_rule, "許可辞書", entry.key);
        const Object& signature = file_.find(permissions, "DocMDP");
        const Object::Array* references = file_.find(signature, "Reference").as_array();
        if (references == nullptr) return;
        for (const Object& reference : *references)
            for (const char* key : {"DigestLocation", "DigestMethod", "DigestValue"})
                if (!file_.resolve(reference).entry(key).is_null()) findings_.add("6.1.12-2"_rule, "許可辞書", key);
    }

    void check_encryption() {
        const Object& encryption = file_.find(file_.trailer(), "Encrypt");
        if (encryption.is_null()) return;
        findings_.see(Subject::encryption);
        const auto permissions = file_.find(encryption, "P").as_integer();
        constexpr std::int64_t accessibility = 1 << 9;
        if (!permissions || (*permissions & accessibility) == 0) findings_.add("26-002"_rule, "トレーラー");
    }

    void check_layers() {
        const Object& properties = file_.find(catalog_, "OCProperties");
        if (properties.as_dictionary() == nullptr) return;
        findings_.see(Subject::optional_content);
        check_layer_configuration(file_.find(properties, "D"), "20-002"_rule);
        if (const Object::Array* more = file_.find(properties, "Configs").as_array())
            for (const Object& configuration : *more)
                check_layer_configuration(file_.resolve(configuration), "20-001"_rule);
    }

    void check_layer_configuration(const Object& configuration, RuleNumber name_rule) {
        const auto name = file_.find(configuration, "Name").as_string();
        if (!name || name->empty()) {
            findings_.add("6.9-1"_rule, "レイヤー");
            findings_.add(name_rule, "レイヤー");
        } else if (!layer_names_.insert(std::string(*name)).second) {
            findings_.add("6.9-2"_rule, "レイヤー");
        }
        if (!configuration.entry("AS").is_null()) {
            findings_.add("6.9-4"_rule, "レイヤー");
            findings_.add("20-003"_rule, "レイヤー");
        }
        const Object& order = file_.find(configuration, "Order");
        if (order.is_null()) return;
        std::set<ObjectId> ordered;
        std::set<const Object::Array*> seen;
        collect_references(order, ordered, seen);
        const Object::Array* groups = file_.find(file_.find(catalog_, "OCProperties"), "OCGs").as_array();
        const bool complete = groups == nullptr || std::ranges::all_of(*groups, [&](const Object& group) {
                                  return group.as_reference() && ordered.contains(*group.as_reference());
                              });
        if (!complete) findings_.add("6.9-3"_rule, "レイヤー");
    }

    void collect_references(const Object& order, std::set<ObjectId>& found,
                            std::set<const Object::Array*>& seen) const {
        constexpr std::size_t most_arrays = 1'000;  // groups in it; also the depth of the calls
        if (const auto id = order.as_reference()) found.insert(*id);
        const Object::Array* items = file_.resolve(order).as_array();
        if (items == nullptr || seen.size() >= most_arrays || !seen.insert(items).second) return;
        for (const Object& item : *items) collect_references(item, found, seen);
    }

    void check_page(const Page& page) {
        if (!page.dictionary->entry("AA").is_null()) findings_.add("6.5.2-2"_rule, place_of(page));
        if (!page.dictionary->entry("PresSteps").is_null()) findings_.add("6.10-2"_rule, place_of(page));
        for (const char* key : {"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"}) {
            const Object& box = file_.find_inherited(*page.dictionary, key);
            if (!box.is_null() && !has_sensible_size(box)) findings_.add("6.1.13-11"_rule, place_of(page), key);
        }
        if (file_.find_inherited(*page.dictionary, "MediaBox").is_null())
            findings_.add("6.1.13-11"_rule, place_of(page), "MediaBox");
    }

    bool has_sensible_size(const Object& box) const {
        const auto sides = rectangle_of(file_, box);
        if (!sides) return false;
        const auto right = [](double length) { return length >= 3 && length <= 14400; };
        return right(sides->right - sides->left) && right(sides->top - sides->bottom);
    }

    const PdfFile& file_;
    const Object& catalog_;
    Findings& findings_;
    std::set<std::string> layer_names_;
};

}  // namespace

void check_catalog(const PdfFile& file, Findings& findings) {
    CatalogCheck(file, findings).check();
}

}  // namespace besshi::conformance
