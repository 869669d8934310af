#include "conformance/checks.h"
#include "conformance/content.h"
#include "conformance/structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace besshi::conformance {

namespace {

/// RFC 3066: subtags of one to eight letters, digits from the second on.
bool is_language_tag(std::string_view tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag) {
        if (c == '-') {
            if (length == 0) return false;
            length = 0;
            first = false;
            continue;
        }
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        if (!letter && (first || !digit)) return false;
        if (++length > 8) return false;
    }
    return length > 0;
}

class StructureCheck {
public:
    StructureCheck(const PdfFile& file, const StructureTree& tree, const Content& content, Findings& findings)
        : file_(file), tree_(tree), content_(content), findings_(findings) {}

    void check() {
        check_document();
        for (const Element& element : tree_.elements) check_element(element);
        check_headings();
        check_ids();
        check_parent_tree();
        check_drawn();
    }

private:
    using Key = std::pair<const Object*, std::int64_t>;  ///< content stream and MCID

    void check_document() {
        const Object& marks = file_.find(file_.catalog(), "MarkInfo");
        if (!file_.find(marks, "Marked").is_true()) findings_.add("6.2-1"_rule, "カタログ");
        if (file_.find(marks, "Suspects").is_true()) findings_.add("01-007"_rule, "カタログ");
        if (tree_.root == nullptr || tree_.elements.empty()) findings_.add("7.1-11"_rule, "カタログ");
        const Object& language = file_.find(file_.catalog(), "Lang");
        if (const auto tag = language.as_string(); tag && !is_language_tag(text_of(*tag)))
            findings_.add("7.2-29"_rule, "カタログ");
    }

    bool has_text(const Element& element, std::string_view key) const {
        const auto text = file_.find(*element.object, key).as_string();
        return text && !text_of(*text).empty();
    }

    /// Its own language, that of an element above it, or the document's.
    bool has_language(const Element& element) const {
        const auto language = file_.find(file_.catalog(), "Lang").as_string();
        if (language && !language->empty()) return true;
        for (const Element* at = &element;; at = &tree_.elements[*at->parent]) {
            if (has_text(*at, "Lang")) return true;
            if (!at->parent) return false;
        }
    }

    void check_element(const Element& element) {
        const auto language = file_.find(*element.object, "Lang").as_string();
        if (language && !is_language_tag(text_of(*language))) findings_.add("7.2-29"_rule, element.place);
        for (const char* key : {"Alt", "ActualText", "E"})
            if (has_text(element, key) && !has_language(element)) findings_.add("11-002"_rule, element.place, key);
        const bool has_alternative = has_text(element, "Alt") || has_text(element, "ActualText");
        if (element.role == "Figure") {
            findings_.see(Subject::figure);
            if (!has_alternative) findings_.add("13-004"_rule, element.place);
        } else if (element.role == "Formula") {
            findings_.see(Subject::formula);
            if (!has_alternative) findings_.add("17-002"_rule, element.place);
        } else if (element.role == "Note") {
            check_note(element);
        } else if (element.role == "Form") {
            check_form(element);
        }
    }

    void check_note(const Element& note) {
        findings_.see(Subject::note);
        const auto id = file_.find(*note.object, "ID").as_string();
        if (!id || id->empty())
            findings_.add("19-003"_rule, note.place);
        else if (!note_ids_.insert(*id).second)
            findings_.add("19-004"_rule, note.place);
    }

    /// ISO 32000-1 table 340.
    void check_form(const Element& form) {
        findings_.see(Subject::form_element);
        if (!find_attribute(file_, tree_, form, "PrintField", "Role").is_null()) return;
        if (form.objects.size() != 1 || !form.children.empty() || !form.pieces.empty())
            findings_.add("7.18.4-2"_rule, form.place);
    }

    void check_headings() {
        int last = 0;
        bool numbered = false, unnumbered = false;
        for (const Element& element : tree_.elements) {
            const auto is_unnumbered = [&](std::size_t child) { return tree_.elements[child].role == "H"; };
            if (std::ranges::count_if(element.children, is_unnumbered) > 1) findings_.add("14-006"_rule, element.place);
            if (element.role == "H") unnumbered = true;
            const bool is_numbered = element.role.size() == 2 && element.role[0] == 'H' && element.role != "H";
            if (!is_numbered) continue;
            const int level = element.role[1] - '0';
            if (!numbered && level != 1)
                findings_.add("14-002"_rule, element.place);
            else if (numbered && level > last + 1)
                findings_.add("14-003"_rule, element.place);
            numbered = true;
            last = level;
        }
        if (numbered || unnumbered) findings_.see(Subject::heading);
        if (numbered && unnumbered) findings_.add("14-007"_rule, {});
    }

    void check_ids() {
        std::map<std::string_view, const Object*> indexed;
        if (tree_.root != nullptr)
            for (const auto& [key, value] : tree_leaves(file_, file_.find(*tree_.root, "IDTree"), "Names"))
                if (const auto id = key->as_string()) indexed[*id] = &file_.resolve(*value);
        std::set<std::string_view> seen;
        for (const Element& element : tree_.elements) {
            const auto id = file_.find(*element.object, "ID").as_string();
            if (!id) continue;
            const auto found = indexed.find(*id);
            const bool right = seen.insert(*id).second && found != indexed.end() && found->second == element.object;
            if (!right) findings_.add("14.7.2-1"_rule, element.place);
        }
    }

    /// From the content to the structure.
    void check_parent_tree() {
        for (const Element& element : tree_.elements)
            for (const Element::Piece& piece : element.pieces) held_.insert({&element, piece.stream, piece.mcid});
        std::map<std::int64_t, const Object*> owners;
        for (const MarkedStream& stream : content_.streams) {
            if (stream.pieces.empty()) continue;
            const auto key = file_.find(*stream.owner, "StructParents").as_integer();
            const auto [owner, is_new] = owners.emplace(key.value_or(-1), stream.owner);
            if (!key || (!is_new && owner->second != stream.owner)) {
                findings_.add("14.7.4.4-5"_rule, stream.place);
                continue;
            }
            const auto found = tree_.parent_tree.find(*key);
            const Object::Array* elements = found == tree_.parent_tree.end() ? nullptr : found->second->as_array();
            for (const MarkedPiece& piece : stream.pieces) check_piece(stream, piece, elements);
        }
    }

    void check_piece(const MarkedStream& stream, const MarkedPiece& piece, const Object::Array* elements) {
        drawn_.insert({stream.owner, piece.mcid});
        const std::string detail = fmt::format("MCID {}", piece.mcid);
        const bool listed =
            elements != nullptr && piece.mcid >= 0 && static_cast<std::size_t>(piece.mcid) < elements->size();
        const Element* element =
            listed ? tree_.find(file_.resolve((*elements)[static_cast<std::size_t>(piece.mcid)])) : nullptr;
        if (element == nullptr) {
            findings_.add("14.7.4.4-2"_rule, stream.place, detail);
            findings_.add("01-005"_rule, stream.place, detail);
            return;
        }
        if (!held_.contains({element, stream.owner, piece.mcid}))
            findings_.add("14.7.4.4-3"_rule, stream.place, detail);
        if (piece.has_text && !piece.has_language && !has_language(*element))
            findings_.add("11-001"_rule, stream.place, detail);
    }

    /// From the structure to the content.
    void check_drawn() {
        std::set<Key> held;
        for (const Element& element : tree_.elements)
            for (const Element::Piece& piece : element.pieces) {
                const bool right =
                    drawn_.contains({piece.stream, piece.mcid}) && held.insert({piece.stream, piece.mcid}).second;
                if (!right) findings_.add("14.7.4.4-4"_rule, element.place, fmt::format("MCID {}", piece.mcid));
            }
    }

    const PdfFile& file_;
    const StructureTree& tree_;
    const Content& content_;
    Findings& findings_;
    std::set<std::string_view> note_ids_;
    std::set<Key> drawn_;
    std::set<std::tuple<const Element*, const Object*, std::int64_t>> held_;  ///< pieces of the elements
};

}  // namespace

void check_structure(const PdfFile& file, const StructureTree& tree, const Content& content, Findings& findings) {
    StructureCheck(file, tree, content, findings).check();
}

}  // namespace besshi::conformance
