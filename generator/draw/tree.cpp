#include "draw/tree.h"

#include <algorithm>
#include <utility>

namespace besshi::draw {

namespace {

bool heads_something(const fill::Cell& cell) {
    return cell.is_heading || !cell.labels.empty();
}

bool is_table(const fill::Grid& grid) {
    if (grid.kind != fill::Grid::Kind::panel) return true;
    const bool boxed = grid.box.outer != form::Stroke::none || grid.box.inner != form::Stroke::none;
    return boxed && std::ranges::any_of(grid.cells, heads_something);
}

bool prints_text(const fill::Cell& cell) {
    if (std::holds_alternative<fill::Choice>(cell.content)) return true;
    if (const auto* digits = std::get_if<fill::Digits>(&cell.content)) return !digits->run.text.empty();
    const auto* text = std::get_if<fill::Text>(&cell.content);
    return text && std::ranges::any_of(text->runs, [](const fill::Run& run) { return !run.text.empty(); });
}

/// Where the cells headed by a label stand.
Node::Scope scope_of(const fill::Cell& label, const fill::Grid& grid) {
    if (label.is_heading) {
        const bool heads_columns = grid.rows[static_cast<std::size_t>(label.row)].heading;
        return heads_columns ? Node::Scope::column : Node::Scope::row;
    }
    bool beside = false;
    bool below = false;
    for (const std::size_t headed : label.labels) {
        const fill::Cell& cell = grid.cells[headed];
        if (cell.row >= label.row + label.row_span)
            below = true;
        else
            beside = true;
    }
    if (beside && below) return Node::Scope::both;
    return below ? Node::Scope::column : Node::Scope::row;
}

/// The vertical edges of a grid's own cells, as numbers of ruler edges.
std::vector<int> edges_of(const fill::Grid& grid, int ruler_columns) {
    std::vector<int> edges{0, ruler_columns};
    for (const fill::Cell& cell : grid.cells) {
        edges.push_back(cell.column);
        edges.push_back(cell.column + cell.column_span);
    }
    std::ranges::sort(edges);
    const auto repeated = std::ranges::unique(edges);
    edges.erase(repeated.begin(), repeated.end());
    return edges;
}

/// Which places of a table's raster are covered by a cell.
class Coverage {
public:
    Coverage(std::size_t rows, std::size_t columns) : columns_(columns), covered_(rows * columns) {}

    struct Place {
        int row = 0, column = 0, row_span = 1, column_span = 1;
    };

    void cover(const Place& place) {
        for (int row = place.row; row < place.row + place.row_span; ++row) {
            for (int column = place.column; column < place.column + place.column_span; ++column) at(row, column) = 1;
        }
    }
    bool has(int row, int column) { return at(row, column) != 0; }

private:
    char& at(int row, int column) {
        return covered_[static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column)];
    }
    std::size_t columns_;
    std::vector<char> covered_;
};

class TreeBuilder {
public:
    explicit TreeBuilder(const layout::MeasuredForm& form) : form_(form), filled_(*form.filled) {}

    LogicalTree run() {
        const NodeId root = add({}, Role::document);
        tree_.cells.sections.resize(filled_.sections.size());
        for (std::size_t s = 0; s < filled_.sections.size(); ++s) {
            const NodeId parent = filled_.sections.size() > 1 ? add(root, Role::section) : root;
            for (std::size_t g = 0; g < filled_.sections[s].grids.size(); ++g) {
                const fill::Grid& grid = filled_.sections[s].grids[g];
                cells_ = &tree_.cells.sections[s].emplace_back(grid.cells.size());
                measured_ = form_.grids[s][g].cells;
                if (layout::is_left_out(grid, form_.grids[s][g])) continue;
                if (is_table(grid))
                    add_table(parent, grid);
                else
                    add_paragraphs(parent, grid);
            }
        }
        return std::move(tree_);
    }

private:
    Node& node(NodeId id) { return tree_.nodes[id.index]; }

    NodeId add(NodeId parent, Role role) {
        const NodeId id{static_cast<std::uint32_t>(tree_.nodes.size())};
        tree_.nodes.emplace_back();
        node(id).role = role;
        node(id).parent = parent;
        if (!parent.is_artifact()) node(parent).children.push_back(id);
        return id;
    }

    NodeId add(NodeId parent, Role role, const fill::Cell& cell) {
        const NodeId id = add(parent, role);
        node(id).cell = cell.name;
        node(id).origin = cell.origin;
        return id;
    }

    NodeId add_object(NodeId parent, Role role, const fill::Cell& cell, std::string alternative) {
        const NodeId id = add(parent, role, cell);
        node(id).alternative = std::move(alternative);
        return id;
    }

    void add_paragraphs(NodeId parent, const fill::Grid& grid) {
        for (std::size_t c = 0; c < grid.cells.size(); ++c) {
            const fill::Cell& cell = grid.cells[c];
            CellNodes& nodes = (*cells_)[c];
            if (prints_text(cell)) nodes.text = add(parent, role_of_paragraph(cell), cell);
            if (prints_text(cell)) add_parts(nodes, measured_[c].runs);
            nodes.first_object = add_objects(nodes.text.is_artifact() ? parent : nodes.text, cell);
        }
    }

    /// The first heading is of the first level (ISO 14289-1 §7.4.2), also where the title above it is left empty.
    Role role_of_paragraph(const fill::Cell& cell) {
        if (cell.style.heading == 0) return Role::paragraph;
        const bool is_first = !std::exchange(has_heading_, true);
        return cell.style.heading == 1 || is_first ? Role::heading1 : Role::heading2;
    }

    /// Figures and forms have a text that a reader speaks in their place.
    NodeId add_objects(NodeId parent, const fill::Cell& cell) {
        if (const auto* tick = std::get_if<fill::Tick>(&cell.content)) {
            return add_object(parent, Role::figure, cell, tick->ticked ? "チェックあり" : "チェックなし");
        }
        if (const auto* signature = std::get_if<fill::Signature>(&cell.content)) {
            return add_object(parent, Role::form, cell, signature->tip);
        }
        if (const auto* image = std::get_if<fill::Image>(&cell.content)) {
            return add_object(parent, Role::figure, cell, image->alternative.text);
        }
        NodeId first;
        if (const auto* choice = std::get_if<fill::Choice>(&cell.content)) {
            for (const fill::Choice::Option& option : choice->options) {
                if (!option.chosen) continue;
                const NodeId ring = add_object(parent, Role::figure, cell, "「" + option.run.text + "」に○");
                if (first.is_artifact()) first = ring;
            }
        }
        return first;
    }

    void add_table(NodeId parent, const fill::Grid& grid) {
        const std::vector<int> edges = edges_of(grid, static_cast<int>(filled_.ruler.size()));
        const auto column_of = [&](int ruler_edge) {
            return static_cast<int>(std::ranges::lower_bound(edges, ruler_edge) - edges.begin());
        };
        const int columns = static_cast<int>(edges.size()) - 1;
        Coverage coverage(grid.rows.size(), static_cast<std::size_t>(columns));
        std::vector<std::vector<std::size_t>> beginning(grid.rows.size());
        for (std::size_t c = 0; c < grid.cells.size(); ++c) {
            beginning[static_cast<std::size_t>(grid.cells[c].row)].push_back(c);
        }

        const NodeId table = add(parent, Role::table);
        node(table).cell = grid.name;
        // Headings without a row below them are the body: no table has a head alone (ISO 32000-1 table 337).
        const bool has_body = !std::ranges::all_of(grid.rows, &fill::Row::heading);
        NodeId part;
        bool in_head = false;
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const bool is_head = has_body && grid.rows[row].heading;
            if (part.is_artifact() || in_head != is_head) {
                in_head = is_head;
                part = add(table, in_head ? Role::table_head : Role::table_body);
            }
            const NodeId table_row = add(part, Role::table_row);
            std::ranges::sort(beginning[row], {}, [&](std::size_t c) { return grid.cells[c].column; });
            int column = 0;
            const auto fill_up_to = [&](int end) {
                for (; column < end; ++column) {
                    if (!coverage.has(static_cast<int>(row), column)) add(table_row, Role::data_cell);
                }
            };
            for (const std::size_t c : beginning[row]) {
                const fill::Cell& cell = grid.cells[c];
                const int first = column_of(cell.column);
                const int span = column_of(cell.column + cell.column_span) - first;
                fill_up_to(first);
                coverage.cover({cell.row, first, cell.row_span, span});
                add_table_cell(table_row, grid, c, span);
                column = first + span;
            }
            fill_up_to(columns);
        }
        name_headers(grid);
    }

    void add_table_cell(NodeId row, const fill::Grid& grid, std::size_t c, int column_span) {
        const fill::Cell& cell = grid.cells[c];
        const bool header = heads_something(cell);
        const NodeId id = add(row, header ? Role::header_cell : Role::data_cell, cell);
        node(id).row_span = cell.row_span;
        node(id).column_span = column_span;
        if (header) node(id).scope = scope_of(cell, grid);
        CellNodes& nodes = (*cells_)[c];
        nodes.text = id;
        add_parts(nodes, measured_[c].runs);
        nodes.first_object = add_objects(id, cell);
    }

    NodeId add_part(NodeId parent, Role role) {
        const NodeId id = add(parent, role);
        node(id).origin = node(parent).origin;
        return id;
    }

    /// The parts stand in the order of the text: content of the cell's own node would all stand in front of them.
    void add_parts(CellNodes& nodes, std::span<const fill::Run> runs) {
        if (std::ranges::all_of(runs, [](const fill::Run& run) { return run.rubies.empty(); })) return;
        bool in_span = false;
        const auto begin_span = [&](std::uint32_t run, std::uint32_t at) {
            if (!in_span) nodes.parts.push_back({run, at, add_part(nodes.text, Role::span), {}});
            in_span = true;
        };
        for (std::uint32_t run = 0; run < runs.size(); ++run) {
            std::uint32_t at = 0;
            for (const Ruby& ruby : runs[run].rubies) {
                if (at < ruby.begin) begin_span(run, at);
                const NodeId both = add_part(nodes.text, Role::ruby);
                const NodeId base = add_part(both, Role::ruby_base);
                nodes.parts.push_back({run, ruby.begin, base, add_part(both, Role::ruby_text)});
                in_span = false;
                at = ruby.end;
            }
            if (at < runs[run].text.size()) begin_span(run, at);
        }
    }

    void name_headers(const fill::Grid& grid) {
        for (std::size_t c = 0; c < grid.cells.size(); ++c) {
            for (const std::size_t headed : grid.cells[c].labels) {
                node((*cells_)[headed].text).headers.push_back((*cells_)[c].text);
            }
        }
    }

    const layout::MeasuredForm& form_;
    const fill::FilledForm& filled_;
    LogicalTree tree_;
    std::vector<CellNodes>* cells_ = nullptr;
    std::span<const layout::MeasuredCell> measured_;  ///< parallel to `cells_`
    bool has_heading_ = false;
};

}  // namespace

LogicalTree logical_tree(const layout::MeasuredForm& form) {
    return TreeBuilder(form).run();
}

}  // namespace besshi::draw
