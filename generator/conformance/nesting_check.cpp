#include "conformance/checks.h"
#include "conformance/structure.h"

#include <algorithm>

namespace besshi::conformance {

namespace {

/// Where an element may stand and what may stand in it (ISO 32000-1 tables 333, 336, 337, 338). An empty list of
/// parents or kids leaves them free.
struct Nesting {
    std::string_view role;
    RuleNumber rule;
    Subject subject;
    std::vector<std::string_view> parents, kids;
};

const std::vector<Nesting>& nestings() {
    static const std::vector<Nesting> all{
        {"Table", "09-004"_rule, Subject::table, {}, {"Caption", "TR", "THead", "TBody", "TFoot"}},
        {"THead", "09-004"_rule, Subject::table, {"Table"}, {"TR"}},
        {"TBody", "09-004"_rule, Subject::table, {"Table"}, {"TR"}},
        {"TFoot", "09-004"_rule, Subject::table, {"Table"}, {"TR"}},
        {"TR", "09-004"_rule, Subject::table, {"Table", "THead", "TBody", "TFoot"}, {"TH", "TD"}},
        {"TH", "09-004"_rule, Subject::table, {"TR"}, {}},
        {"TD", "09-004"_rule, Subject::table, {"TR"}, {}},
        {"L", "09-005"_rule, Subject::list, {}, {"Caption", "L", "LI"}},
        {"LI", "09-005"_rule, Subject::list, {"L"}, {"Lbl", "LBody"}},
        {"LBody", "09-005"_rule, Subject::list, {"LI"}, {}},
        {"TOC", "09-006"_rule, Subject::contents_list, {}, {"Caption", "TOC", "TOCI"}},
        {"TOCI", "09-006"_rule, Subject::contents_list, {"TOC"}, {}},
        {"Ruby", "09-007"_rule, Subject::ruby, {}, {"RB", "RT", "RP"}},
        {"RB", "09-007"_rule, Subject::ruby, {"Ruby"}, {}},
        {"RT", "09-007"_rule, Subject::ruby, {"Ruby"}, {}},
        {"RP", "09-007"_rule, Subject::ruby, {"Ruby"}, {}},
        {"Warichu", "09-008"_rule, Subject::warichu, {}, {"WT", "WP"}},
        {"WT", "09-008"_rule, Subject::warichu, {"Warichu"}, {}},
        {"WP", "09-008"_rule, Subject::warichu, {"Warichu"}, {}},
    };
    return all;
}

class NestingCheck {
public:
    NestingCheck(const StructureTree& tree, Findings& findings) : tree_(tree), findings_(findings) {}

    void check(const Element& element) {
        const auto nesting = std::ranges::find(nestings(), element.role, &Nesting::role);
        if (nesting == nestings().end()) return;
        findings_.see(nesting->subject);
        const auto may = [](const std::vector<std::string_view>& roles, std::string_view role) {
            return roles.empty() || std::ranges::find(roles, role) != roles.end();
        };
        const std::string parent = element.parent ? tree_.elements[*element.parent].role : std::string();
        const std::vector<std::string> kids = kids_of(element);
        const bool kids_fit = std::ranges::all_of(kids, [&](const auto& kid) { return may(nesting->kids, kid); });
        // An element that groups others holds no text of its own.
        const bool groups_only = nesting->kids.empty() || element.pieces.empty();
        if (!may(nesting->parents, parent) || !kids_fit || !groups_only || !order_fits(element.role, kids))
            findings_.add(nesting->rule, element.place, element.role);
    }

private:
    std::vector<std::string> kids_of(const Element& element) const {
        std::vector<std::string> kids;
        for (const std::size_t child : element.children) kids.push_back(tree_.elements[child].role);
        return kids;
    }

    static bool order_fits(std::string_view role, const std::vector<std::string>& kids) {
        const auto count = [&](std::string_view kid) { return std::ranges::count(kids, kid); };
        const bool caption_first = count("Caption") == 0 || (count("Caption") == 1 && kids.front() == "Caption");
        if (role == "Table") {
            const bool caption_last = count("Caption") == 1 && kids.back() == "Caption";
            const bool has_body = count("TBody") > 0 || count("THead") + count("TFoot") == 0;
            return (caption_first || caption_last) && count("THead") <= 1 && count("TFoot") <= 1 && has_body;
        }
        if (role == "L" || role == "TOC") return caption_first;
        if (role == "Ruby")
            return kids == std::vector<std::string>{"RB", "RT"} ||
                   kids == std::vector<std::string>{"RB", "RP", "RT", "RP"};
        if (role == "Warichu") return kids == std::vector<std::string>{"WP", "WT", "WP"};
        return true;
    }

    const StructureTree& tree_;
    Findings& findings_;
};

}  // namespace

void check_nesting(const StructureTree& tree, Findings& findings) {
    NestingCheck check(tree, findings);
    for (const Element& element : tree.elements) check.check(element);
}

}  // namespace besshi::conformance
