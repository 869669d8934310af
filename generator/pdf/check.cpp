#include "pdf/check.h"

#include "pdf/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace besshi::pdf {

namespace {

// ISO 32000-1 Annex C.2: the smallest and the largest page.
constexpr Length shortest_side = Length{3 * Length::per_pt}, longest_side = Length{14'400 * Length::per_pt};

bool is_field_name(std::string_view name) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !name.empty() && name.size() <= 60 && std::ranges::all_of(name, allowed);
}

/// The first code point that ToUnicode must not hold: ISO 19005-2 §6.2.11.7.2.
std::optional<char32_t> find_forbidden(std::string_view text) {
    for (const char32_t forbidden : {U'\0', U'\uFEFF', U'\uFFFE'}) {
        std::string encoded;
        base::append_utf8(encoded, forbidden);
        if (text.find(encoded) != std::string_view::npos) return forbidden;
    }
    return std::nullopt;
}

class Check {
public:
    explicit Check(const draw::DrawList& list) : list_(list) {}

    void page(const draw::Page& page) {
        ++page_number_;
        const auto fits = [](Length side) { return side >= shortest_side && side <= longest_side; };
        if (!fits(page.width) || !fits(page.height)) {
            add(kinds::page_size, {},
                {fmt::format("{:.1f}", page.width.mm()), fmt::format("{:.1f}", page.height.mm())});
        }
        for (const draw::Mark& mark : page.marks) {
            std::visit([&](const auto& shape) { check(shape, mark.node); }, mark.shape);
        }
    }

    Diagnostics take() { return std::move(faults_); }

private:
    void check(const draw::GlyphRun& run, draw::NodeId node) {
        if (const auto forbidden = find_forbidden(run.text)) {
            add(kinds::text_forbidden, node, {base::code_point_name(*forbidden)});
        }
    }
    void check(const draw::Watermark& watermark, draw::NodeId node) { check(watermark.run, node); }
    void check(const draw::SignatureField& field, draw::NodeId node) {
        if (!is_field_name(field.name)) faults_.push_back(diagnose(kinds::field_name, origin(node), {field.name}));
        if (!field.locks.empty() && field.locks != "all") {
            faults_.push_back(diagnose(kinds::field_locks, origin(node), {field.name, field.locks}));
        }
    }
    void check(const draw::Rule&, draw::NodeId) {}
    void check(const draw::Fill&, draw::NodeId) {}
    void check(const draw::Ring&, draw::NodeId) {}
    void check(const draw::Path&, draw::NodeId) {}
    void check(const draw::Image&, draw::NodeId) {}

    Origin origin(draw::NodeId node) const {
        return node.index < list_.nodes.size() ? list_.nodes[node.index].origin : Origin{};
    }

    /// The number of the page becomes {0}.
    void add(const DiagnosticKind& kind, draw::NodeId node, const std::vector<std::string>& rest) {
        const std::string page = std::to_string(page_number_);
        const std::string_view second = rest.front(), third = rest.back();
        faults_.push_back(diagnose(kind, origin(node), {page, second, third}));
    }

    const draw::DrawList& list_;
    int page_number_ = 0;
    Diagnostics faults_;
};

}  // namespace

Diagnostics find_faults(const draw::DrawList& list) {
    if (list.pages.empty()) return {diagnose(kinds::document_empty, {})};
    Check check(list);
    for (const draw::Page& page : list.pages) check.page(page);
    return check.take();
}

}  // namespace besshi::pdf
