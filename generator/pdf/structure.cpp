#include "pdf/structure.h"

#include "pdf/syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace besshi::pdf {

namespace {

using draw::Node;
using draw::NodeId;
using draw::Role;

void extend(std::optional<Rect>& bounds, const Rect& rect) {
    if (!bounds) {
        bounds = rect;
        return;
    }
    const Length right = std::max(bounds->right(), rect.right()), bottom = std::max(bounds->bottom(), rect.bottom());
    bounds->x = std::min(bounds->x, rect.x);
    bounds->y = std::min(bounds->y, rect.y);
    bounds->width = right - bounds->x;
    bounds->height = bottom - bounds->y;
}

/// The area of a figure's marks.
struct Extend {
    std::optional<Rect>& bounds;

    void operator()(const draw::Ring& ring) const { extend(bounds, ring.rect); }
    void operator()(const draw::Image& image) const { extend(bounds, image.rect); }
    void operator()(const draw::Path& path) const {
        for (const draw::PathPoint& step : path.points) {
            if (step.op != draw::PathPoint::Op::close) extend(bounds, {step.at.x, step.at.y, {}, {}});
        }
    }
    void operator()(const draw::GlyphRun&) const {}
    void operator()(const draw::Rule&) const {}
    void operator()(const draw::Fill&) const {}
    void operator()(const draw::SignatureField&) const {}
    void operator()(const draw::Watermark&) const {}
};

/// A string that no other element of the file has (§14.7.2): its object's number, so that they sort as bytes.
std::string identifier(ObjectId element) {
    return fmt::format("({:08})", element.number);
}

/// Writes the elements of one document.
class TreeWriter {
public:
    TreeWriter(ObjectFile& file, const draw::DrawList& list, std::span<const TaggedPage> pages)
        : file_(file), list_(list), pages_(pages), places_(list.nodes.size()), elements_(list.nodes.size()) {
        find_places();
        for (std::size_t n = 0; n < list.nodes.size(); ++n) {
            if (is_shown(n)) elements_[n] = file.reserve();
        }
        for (const Node& node : list.nodes) {
            for (const NodeId header : node.headers) places_[header.index].is_referred_to = true;
        }
    }

    ObjectId element(NodeId node) const { return elements_[node.index]; }

    /// Writes all elements, the root as one of type `root_type` below `above`.
    void write(std::string_view root_type, ObjectId above) {
        for (std::size_t n = 0; n < list_.nodes.size(); ++n) {
            if (elements_[n].number == 0) continue;
            const Node& node = list_.nodes[n];
            std::string element = "<</S/";
            element += n == 0 ? root_type : structure_type(node.role);
            element += "/P ";
            append_reference(element, n == 0 ? above : elements_[node.parent.index]);
            append_kids(element, n);
            append_attributes(element, n);
            if (node.role == Role::figure) element += "/Alt" + text_string(node.alternative);
            if (places_[n].is_referred_to) {
                const std::string id = identifier(elements_[n]);
                element += "/ID" + id;
                identifiers_ += id + reference(elements_[n]);
            }
            element += ">>";
            fingerprint_ += element;
            file_.set(elements_[n], std::move(element));
        }
    }

    std::string take_identifiers() { return std::move(identifiers_); }
    std::string take_fingerprint() { return std::move(fingerprint_); }

private:
    /// Where the content of a node stands.
    struct Places {
        struct Content {
            std::size_t page, identifier;
        };
        std::vector<Content> content;
        std::vector<std::pair<std::size_t, ObjectId>> widgets;  ///< with the page of each
        bool is_referred_to = false;                            ///< as header of other cells
    };

    void find_places() {
        for (std::size_t p = 0; p < pages_.size(); ++p) {
            for (std::size_t i = 0; i < pages_[p].content.size(); ++i) {
                places_[pages_[p].content[i].index].content.push_back({p, i});
            }
            for (const TaggedPage::Field& field : pages_[p].fields) {
                places_[field.node.index].widgets.emplace_back(p, field.widget);
            }
        }
    }

    bool is_shown(std::size_t n) const {
        const Role role = list_.nodes[n].role;
        const bool needs_content = role == Role::figure || role == Role::form || role == Role::span;
        return !needs_content || !places_[n].content.empty() || !places_[n].widgets.empty();
    }

    /// /Pg and /K: content first, then the elements inside (§14.7.2, §14.7.4).
    void append_kids(std::string& element, std::size_t n) const {
        const Places& places = places_[n];
        const bool has_content = !places.content.empty();
        const std::size_t own_page = has_content ? places.content.front().page : 0;
        std::string kids;
        std::size_t count = 0;
        const auto separate = [&] {
            if (count++ != 0) kids += ' ';
        };
        for (const auto& [page, id] : places.content) {
            separate();
            if (page == own_page) {
                append_decimal(kids, static_cast<std::int64_t>(id), 0);
            } else {
                fmt::format_to(std::back_inserter(kids), "<</Type/MCR/Pg {}/MCID {}>>", reference(pages_[page].page),
                               id);
            }
        }
        for (const auto& [page, widget] : places.widgets) {
            separate();
            fmt::format_to(std::back_inserter(kids), "<</Type/OBJR/Pg {}/Obj {}>>", reference(pages_[page].page),
                           reference(widget));
        }
        for (const NodeId child : list_.nodes[n].children) {
            if (elements_[child.index].number == 0) continue;
            separate();
            append_reference(kids, elements_[child.index]);
        }
        if (has_content) {
            element += "/Pg ";
            append_reference(element, pages_[own_page].page);
        }
        if (count == 0) return;
        element += count == 1 && kids.front() != '<' ? "/K " : "/K[";
        element += kids;
        if (count > 1 || kids.front() == '<') element += ']';
    }

    /// /A: of cells their spans, scope and headers (§14.8.5.7), of figures their area (§14.8.5.4.3).
    void append_attributes(std::string& element, std::size_t n) const {
        const Node& node = list_.nodes[n];
        if (node.role == Role::header_cell || node.role == Role::data_cell) {
            std::string attributes;
            if (node.row_span != 1) fmt::format_to(std::back_inserter(attributes), "/RowSpan {}", node.row_span);
            if (node.column_span != 1) fmt::format_to(std::back_inserter(attributes), "/ColSpan {}", node.column_span);
            attributes += scope(node.scope);
            if (!node.headers.empty()) {
                attributes += "/Headers[";
                for (const NodeId header : node.headers) attributes += identifier(elements_[header.index]);
                attributes += ']';
            }
            if (!attributes.empty()) element += "/A<</O/Table" + attributes + ">>";
        }
        if (node.role == Role::figure) element += "/A<</O/Layout/BBox" + area(n) + ">>";
    }

    static std::string_view scope(Node::Scope scope) {
        switch (scope) {
            case Node::Scope::none:
                return "";
            case Node::Scope::row:
                return "/Scope/Row";
            case Node::Scope::column:
                return "/Scope/Column";
            case Node::Scope::both:
                return "/Scope/Both";
        }
        return "";
    }

    std::string area(std::size_t n) const {
        const draw::Page& page = *pages_[places_[n].content.front().page].marks;
        std::optional<Rect> bounds;
        for (const draw::Mark& mark : page.marks) {
            if (mark.node.index == n) std::visit(Extend{bounds}, mark.shape);
        }
        std::string box = "[";
        if (!bounds) bounds.emplace();
        for (const Length side :
             {bounds->x, page.height - bounds->bottom(), bounds->right(), page.height - bounds->y}) {
            if (box.size() > 1) box += ' ';
            append_length(box, side);
        }
        return box + ']';
    }

    ObjectFile& file_;
    const draw::DrawList& list_;
    std::span<const TaggedPage> pages_;
    std::vector<Places> places_;      ///< by node
    std::vector<ObjectId> elements_;  ///< by node; 0 = left out
    std::string identifiers_, fingerprint_;
};

}  // namespace

std::string_view structure_type(Role role) {
    switch (role) {
        case Role::document:
            return "Document";
        case Role::section:
            return "Sect";
        case Role::heading1:
            return "H1";
        case Role::heading2:
            return "H2";
        case Role::paragraph:
            return "P";
        case Role::table:
            return "Table";
        case Role::table_head:
            return "THead";
        case Role::table_body:
            return "TBody";
        case Role::table_row:
            return "TR";
        case Role::header_cell:
            return "TH";
        case Role::data_cell:
            return "TD";
        case Role::span:
            return "Span";
        case Role::ruby:
            return "Ruby";
        case Role::ruby_base:
            return "RB";
        case Role::ruby_text:
            return "RT";
        case Role::figure:
            return "Figure";
        case Role::form:
            return "Form";
    }
    return "";
}

Structure::Structure(ObjectFile& file, Top top) : file_(file), top_(top), root_(file.reserve()) {
    if (top == Top::parts) document_ = file.reserve();
}

int Structure::take_parent_keys(std::size_t field_count) {
    const int key = next_parent_key_;
    next_parent_key_ += 1 + static_cast<int>(field_count);
    return key;
}

void Structure::add(const draw::DrawList& list, std::span<const TaggedPage> pages) {
    TreeWriter tree(file_, list, pages);
    switch (top_) {
        case Top::document:
            tree.write("Document", root_);
            break;
        case Top::parts:
            tree.write("Part", document_);
            break;
    }
    if (!documents_.empty()) documents_ += ' ';
    documents_ += reference(tree.element({0}));
    for (const TaggedPage& page : pages) {
        fmt::format_to(std::back_inserter(parents_), "{}[", page.parent_key);
        for (const NodeId node : page.content) {
            if (parents_.back() != '[') parents_ += ' ';
            append_reference(parents_, tree.element(node));
        }
        parents_ += ']';
        int key = page.parent_key;
        for (const TaggedPage::Field& field : page.fields) {
            fmt::format_to(std::back_inserter(parents_), "{} {} ", ++key, reference(tree.element(field.node)));
        }
    }
    identifiers_ += tree.take_identifiers();
    fingerprint_ += tree.take_fingerprint();
}

ObjectId Structure::finish() {
    if (top_ == Top::parts) {
        file_.set(document_, fmt::format("<</S/Document/P {}/K[{}]>>", reference(root_), documents_));
        documents_ = reference(document_);
    }
    std::vector<Entry> root{{"Type", "/StructTreeRoot"},
                            {"K", documents_},
                            {"ParentTree", "<</Nums[" + parents_ + "]>>"},
                            {"ParentTreeNextKey", std::to_string(next_parent_key_)}};
    if (!identifiers_.empty()) root.push_back({"IDTree", "<</Names[" + identifiers_ + "]>>"});
    file_.set(root_, root);
    return root_;
}

}  // namespace besshi::pdf
