#include "conformance/structure.h"

#include <algorithm>
#include <set>

namespace besshi::conformance {

namespace {

constexpr int deepest = 200;
constexpr std::size_t most_elements = 1'000'000;
constexpr std::size_t most_kids = 1'000'000;  // elements that share an array of kids could have any number

/// ISO 32000-1 §14.8.4.
constexpr std::string_view standard_types[] = {
    "Document",  "Part",    "Art",   "Sect",    "Div",       "BlockQuote", "Caption", "TOC",     "TOCI",  "Index",
    "NonStruct", "Private", "P",     "H",       "H1",        "H2",         "H3",      "H4",      "H5",    "H6",
    "L",         "LI",      "Lbl",   "LBody",   "Table",     "TR",         "TH",      "TD",      "THead", "TBody",
    "TFoot",     "Span",    "Quote", "Note",    "Reference", "BibEntry",   "Code",    "Link",    "Annot", "Ruby",
    "RB",        "RT",      "RP",    "Warichu", "WT",        "WP",         "Figure",  "Formula", "Form"};

bool is_standard(std::string_view type) {
    return std::ranges::find(standard_types, type) != std::end(standard_types);
}

class TreeReader {
public:
    TreeReader(const PdfFile& file, Findings& findings) : file_(file), findings_(findings) {}

    StructureTree read() {
        const Object& root = file_.find(file_.catalog(), "StructTreeRoot");
        if (root.as_dictionary() == nullptr) return {};
        findings_.see(Subject::structure);
        tree_.root = &root;
        check_role_map();
        read_kids(root, std::nullopt, 0);
        for (const auto& [key, value] : tree_leaves(file_, file_.find(root, "ParentTree"), "Nums"))
            if (const auto number = key->as_integer()) tree_.parent_tree[*number] = &file_.resolve(*value);
        return std::move(tree_);
    }

private:
    void read_kids(const Object& parent, std::optional<std::size_t> parent_index, int depth) {
        if (kids_ >= most_kids) return findings_.leave_open("7.3-1"_rule);
        for (const Object* kid : file_.each_of(parent.entry("K"))) {
            if (++kids_ > most_kids) return findings_.leave_open("7.3-1"_rule);
            read_kid(*kid, parent, parent_index, depth);
        }
    }

    void read_kid(const Object& kid, const Object& parent, std::optional<std::size_t> parent_index, int depth) {
        if (const auto mcid = kid.as_integer()) {
            if (parent_index) tree_.elements[*parent_index].pieces.push_back({&file_.find(parent, "Pg"), *mcid});
            return;
        }
        if (kid.as_dictionary() == nullptr) return;
        const Object& type = file_.find(kid, "Type");
        if (type.is_name("MCR")) return read_piece(kid, parent, parent_index);
        if (type.is_name("OBJR")) {
            if (parent_index) tree_.elements[*parent_index].objects.push_back(&file_.find(kid, "Obj"));
            return;
        }
        read_element(kid, parent, parent_index, depth);
    }

    void read_piece(const Object& kid, const Object& parent, std::optional<std::size_t> parent_index) {
        const auto mcid = file_.find(kid, "MCID").as_integer();
        if (!mcid || !parent_index) return;
        const Object& stream = file_.find(kid, "Stm");
        const Object& own_page = file_.find(kid, "Pg");
        const Object& page = own_page.is_null() ? file_.find(parent, "Pg") : own_page;
        tree_.elements[*parent_index].pieces.push_back({stream.is_null() ? &page : &stream, *mcid});
    }

    void read_element(const Object& object, const Object& parent, std::optional<std::size_t> parent_index, int depth) {
        const std::size_t index = tree_.elements.size();
        if (depth > deepest || index >= most_elements) return findings_.leave_open("7.3-1"_rule);
        if (!tree_.index_of.emplace(&object, index).second)  // an element cannot be the kid of two
            return findings_.add("7.1-12"_rule, place_of(file_, object, "構造要素"));
        Element element;
        element.object = &object;
        element.place = place_of(file_, object, "構造要素");
        element.parent = parent_index;
        element.role = role_of(file_.find(object, "S").as_name().value_or(""), element.place);
        if (&file_.find(object, "P") != &parent) findings_.add("7.1-12"_rule, element.place);
        tree_.elements.push_back(std::move(element));
        if (parent_index) tree_.elements[*parent_index].children.push_back(index);
        read_kids(object, index, depth + 1);
    }

    std::string role_of(std::string_view type, const std::string& place) {
        if (base::find_ill_formed_utf8(type) != std::string_view::npos) findings_.add("6.1.8-1"_rule, place);
        const Object& roles = file_.find(*tree_.root, "RoleMap");
        std::set<std::string_view> seen;
        while (!is_standard(type)) {
            if (!seen.insert(type).second) break;
            const auto mapped = file_.find(roles, type).as_name();
            if (!mapped) break;
            type = *mapped;
        }
        if (is_standard(type)) return std::string(type);
        findings_.add("02-001"_rule, place);
        return {};
    }

    void check_role_map() {
        const Object& roles = file_.find(*tree_.root, "RoleMap");
        if (roles.as_dictionary() == nullptr) return;
        findings_.see(Subject::role_map);
        for (const Entry& entry : roles.as_dictionary()->entries) {
            if (is_standard(entry.key)) findings_.add("02-004"_rule, "RoleMap", entry.key);
            std::set<std::string_view> seen{entry.key};
            for (auto next = file_.resolve(entry.value).as_name(); next; next = file_.find(roles, *next).as_name()) {
                if (is_standard(*next)) break;
                if (seen.insert(*next).second) continue;
                findings_.add("02-003"_rule, "RoleMap", entry.key);
                break;
            }
        }
    }

    const PdfFile& file_;
    Findings& findings_;
    StructureTree tree_;
    std::size_t kids_ = 0;
};

/// The dictionary of `owner` among attribute objects: one, or an array of them with revision numbers between.
const Object& find_owned(const PdfFile& file, const Object& attributes, std::string_view owner, std::string_view key) {
    static const Object null;
    for (const Object* each : file.each_of(attributes)) {
        if (!file.find(*each, "O").is_name(owner)) continue;
        const Object& value = file.find(*each, key);
        if (!value.is_null()) return value;
    }
    return null;
}

}  // namespace

const Element* StructureTree::find(const Object& object) const {
    const auto found = index_of.find(&object);
    return found == index_of.end() ? nullptr : &elements[found->second];
}

StructureTree read_structure(const PdfFile& file, Findings& findings) {
    return TreeReader(file, findings).read();
}

const Object& find_attribute(const PdfFile& file, const StructureTree& tree, const Element& element,
                             std::string_view owner, std::string_view key) {
    static const Object null;
    const Object& own = find_owned(file, file.find(*element.object, "A"), owner, key);
    if (!own.is_null()) return own;
    const Object& map = file.find(*tree.root, "ClassMap");
    for (const Object* name : file.each_of(element.object->entry("C"))) {
        const Object& value = find_owned(file, file.find(map, name->as_name().value_or("")), owner, key);
        if (!value.is_null()) return value;
    }
    return null;
}

}  // namespace besshi::conformance
