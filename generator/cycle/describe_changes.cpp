#include "cycle/cycle.h"
#include "cycle/row_matching.h"
#include "cycle/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace besshi::cycle {

namespace {

using field::Field;
using plan::Value;

/// The blocks of a case that are a plan.
constexpr std::array<std::string_view, 6> plan_blocks{"support_plan",   "old_support_plan", "specialist_plan",
                                                      "use_plan_draft", "use_plan",         "self_plan"};

/// When and by whom a plan was written, told and agreed to: it differs from version to version and is none of what is
/// planned. Keys, wherever they stand in a plan.
constexpr std::array<std::string_view, 12> course_of_a_plan{
    "created_on", "draft_created_on",      "author",   "explained_on",     "explained_by",    "consented_on",
    "signed_on",  "previous_consented_on", "start_on", "grant_decided_on", "care_meeting_on", "distributed_to"};

/// A place in the words of the field table: 本人支援 支援内容１.
std::string within(const std::string& around, std::string_view name) {
    return around.empty() ? std::string(name) : fmt::format("{} {}", around, name);
}

constexpr std::string_view of_row = "の行";

/// 支援内容の行 → 支援内容
std::string_view stem_of(std::string_view label) {
    if (label.ends_with(of_row)) label.remove_suffix(of_row.size());
    return label;
}

/// 「個別支援計画別表「学期中」」の行: what a heading in words of the office is put in.
std::string quoted(const Value& heading) {
    return heading.field->kind == field::Kind::code ? words_of(heading) : fmt::format("「{}」", words_of(heading));
}

/// 家族支援の行, 解決すべき課題の行, 月の週間計画表の予定
std::string name_of_row(const Value& row) {
    const Value* heading = heading_of(row);
    const std::string& label = row.field->label;
    if (!heading) return label;
    if (heading->field->kind != field::Kind::code) return label + quoted(*heading);
    const bool says_row = std::string_view(label).ends_with(of_row);
    return words_of(*heading) + (says_row ? std::string(of_row) : "の" + label);
}

/// How often the heading of `rows[at]` has stood up to there.
std::size_t number_under_heading(std::span<const Value* const> rows, std::size_t at) {
    const auto heading = [](const Value* row) {
        const Value* value = heading_of(*row);
        return value ? words_of(*value) : std::string();
    };
    const std::string own = heading(rows[at]);
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                                  [&](const Value* row) { return heading(row) == own; }));
}

/// 本人支援 支援内容１, 個別支援計画別表「学期中」
std::string numbered_name(std::span<const Value* const> rows, std::size_t at) {
    const Value& row = *rows[at];
    const Value* heading = heading_of(row);
    if (heading && heading->field->kind != field::Kind::code) return row.field->label + quoted(*heading);
    const std::string number = ordinal_words(number_under_heading(rows, at));
    const std::string name = std::string(stem_of(row.field->label)) + number;
    return heading ? within(words_of(*heading), name) : name;
}

/// What a row that came or went is about: its first text.
std::string first_text(const Value& row) {
    if (const auto* members = std::get_if<std::vector<plan::Member>>(&row.content))
        for (const plan::Member& member : *members)
            if (member.value->field->is_text() && member.value != heading_of(row)) return words_of(*member.value);
    return {};
}

bool is_sentence_end(char32_t c) {
    return c == U'。' || c == U'\u3000';
}

/// Of two long texts the sentences that differ, …… for those left out.
struct TwoTexts {
    std::string before, after;
};
TwoTexts only_what_differs(const std::string& before, const std::string& after) {
    constexpr std::size_t long_text = 60;
    std::u32string a = base::to_utf32(before), b = base::to_utf32(after);
    if (a.size() < long_text || b.size() < long_text) return {before, after};
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t same = 0, head = 0;
    for (; same < shorter && a[same] == b[same]; ++same)
        if (is_sentence_end(a[same])) head = same + 1;
    std::size_t tail = 0;
    for (same = 0; same < shorter - head && a[a.size() - 1 - same] == b[b.size() - 1 - same]; ++same)
        if (same > 0 && is_sentence_end(a[a.size() - 1 - same])) tail = same;
    const auto cut = [&](const std::u32string& text) {
        std::string kept = head > 0 ? "……" : "";
        for (const char32_t c : text.substr(head, text.size() - head - tail)) base::append_utf8(kept, c);
        return kept + (tail > 0 ? "……" : "");
    };
    return {cut(a), cut(b)};
}

class Comparison {
public:
    explicit Comparison(Extent extent) : extent_(extent) {}

    std::vector<Difference> run(const plan::CaseDocument& before, const plan::CaseDocument& after) {
        for (const auto& block : after.table().root().children)
            if (is_wanted_block(*block)) compare_block(*block, before.root(), after.root());
        return std::move(differences_);
    }

private:
    bool is_wanted_block(const Field& block) const {
        if (block.of_office || block.key == "$schema") return false;
        return extent_ == Extent::everything || std::ranges::find(plan_blocks, block.key) != plan_blocks.end();
    }

    bool is_wanted(const Field& field) const {
        return extent_ == Extent::everything ||
               std::ranges::find(course_of_a_plan, field.key) == course_of_a_plan.end();
    }

    void compare_block(const Field& block, const Value& before, const Value& after) {
        const Value *was = before.find(block.key), *is = after.find(block.key);
        if (!block.is_scalar() && (was == nullptr) != (is == nullptr)) {
            const auto kind = is ? Difference::Kind::row_added : Difference::Kind::row_removed;
            differences_.push_back({kind, (is ? is : was)->pointer, block.label, {}, {}});
            return;
        }
        const bool is_the_plan = block.key == plan_blocks.front();
        compare(block, {was, is}, is_the_plan || block.kind != field::Kind::object ? std::string() : block.label);
    }

    /// Null: absent.
    struct Versions {
        const Value *before, *after;
    };

    void compare(const Field& field, Versions versions, const std::string& around) {
        if (!versions.before && !versions.after) return;
        switch (field.kind) {
            case field::Kind::object:
                return compare_members(field, versions, around);
            case field::Kind::map:
                return compare_keys(field, versions, around);
            case field::Kind::list:
                if (!field.children.front()->is_scalar()) return compare_rows(field, versions, around);
                break;
            default:
                break;
        }
        compare_words(field, versions, around);
    }

    static const Value* member(const Value* value, std::string_view key) { return value ? value->find(key) : nullptr; }

    void compare_members(const Field& field, Versions versions, const std::string& around) {
        for (const auto& child : field.children) {
            if (!is_wanted(*child)) continue;
            const bool needs_the_label = child->kind == field::Kind::object &&
                                         child->children.front()->label.find(child->label) == std::string::npos;
            compare(*child, {member(versions.before, child->key), member(versions.after, child->key)},
                    needs_the_label ? within(around, child->label) : around);
        }
    }

    void compare_keys(const Field& field, Versions versions, const std::string& around) {
        for (const field::Code& key : field.enumeration->codes)
            compare(*field.children.front(), {member(versions.before, key.code), member(versions.after, key.code)},
                    within(around, key.word));
    }

    void compare_words(const Field& field, Versions versions, const std::string& around) {
        const std::string before = versions.before ? words_of(*versions.before) : std::string();
        const std::string after = versions.after ? words_of(*versions.after) : std::string();
        if (before == after) return;
        const auto kind = before.empty()  ? Difference::Kind::added
                          : after.empty() ? Difference::Kind::removed
                                          : Difference::Kind::changed;
        const std::string place =
            around.empty() ? fmt::format("「{}」", field.label) : fmt::format("{}の「{}」", around, field.label);
        auto [was, is] = only_what_differs(before, after);
        const Value* where = versions.after ? versions.after : versions.before;
        differences_.push_back({kind, where->pointer, place, std::move(was), std::move(is)});
    }

    void compare_rows(const Field& field, Versions versions, const std::string& around) {
        using Rows = std::span<const Value* const>;
        const Rows before = versions.before ? versions.before->elements() : Rows();
        const Rows after = versions.after ? versions.after->elements() : Rows();
        const auto matched = match_rows(before, after);
        tell_order(field, matched, {versions.after, around});
        std::vector<const Value*> was(after.size(), nullptr);
        for (std::size_t i = 0; i < before.size(); ++i)
            if (matched[i]) was[*matched[i]] = before[i];
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (was[i])
                compare(*field.children.front(), {was[i], after[i]}, within(around, numbered_name(after, i)));
            else
                tell_row(Difference::Kind::row_added, *after[i], around);
        }
        for (std::size_t i = 0; i < before.size(); ++i)
            if (!matched[i]) tell_row(Difference::Kind::row_removed, *before[i], around);
    }

    void tell_row(Difference::Kind kind, const Value& row, const std::string& around) {
        const bool is_new = kind == Difference::Kind::row_added;
        std::string text = first_text(row);
        differences_.push_back({kind, row.pointer, within(around, name_of_row(row)), is_new ? std::string() : text,
                                is_new ? text : std::string()});
    }

    struct ListPlace {
        const Value* list;
        const std::string& around;
    };
    void tell_order(const Field& field, const std::vector<std::optional<std::size_t>>& matched, ListPlace place) {
        std::vector<std::size_t> order;
        for (const auto& index : matched)
            if (index) order.push_back(*index);
        if (std::ranges::is_sorted(order)) return;
        differences_.push_back(
            {Difference::Kind::moved, place.list->pointer, within(place.around, "「" + field.label + "」"), {}, {}});
    }

    Extent extent_;
    std::vector<Difference> differences_;
};

Result<plan::CaseDocument> read(const field::Table& table, const CaseFiles& files) {
    return plan::read(table, files.case_json, files.office_toml);
}

}  // namespace

Result<std::vector<Difference>> describe_changes(const field::Table& table, const CaseFiles& before,
                                                 const CaseFiles& after, Extent extent) {
    const auto was = read(table, before), is = read(table, after);
    Diagnostics faults;
    for (const auto* read : {&was, &is})
        if (!*read) faults.insert(faults.end(), read->error().begin(), read->error().end());
    if (!faults.empty()) return fail(std::move(faults));
    return Comparison(extent).run(*was, *is);
}

std::string to_sentence(const Difference& difference) {
    const auto& [kind, pointer, place, before, after] = difference;
    const auto about = [](const std::string& text) { return text.empty() ? "" : fmt::format("（「{}」）", text); };
    switch (kind) {
        case Difference::Kind::changed:
            return fmt::format("{}を「{}」から「{}」に変更", place, before, after);
        case Difference::Kind::added:
            return fmt::format("{}に「{}」を追加", place, after);
        case Difference::Kind::removed:
            return fmt::format("{}の「{}」を削除", place, before);
        case Difference::Kind::row_added:
            return fmt::format("{}を追加{}", place, about(after));
        case Difference::Kind::row_removed:
            return fmt::format("{}を削除{}", place, about(before));
        case Difference::Kind::moved:
            return fmt::format("{}の順番を変更", place);
    }
    return {};
}

}  // namespace besshi::cycle
