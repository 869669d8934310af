#pragma once

#include "draw/draw.h"

/// The logical structure of a form (ISO 32000-1 §14.7, §14.8): made from the filled form, before any mark.
namespace besshi::draw {

/// What of a text with readings belongs to which node: all from a byte of a run on, up to the next part.
struct TextPart {
    std::uint32_t run = 0, begin = 0;
    NodeId text;     ///< a span, or the base of a reading
    NodeId reading;  ///< of the reading over it, if it has one
};

struct CellNodes {
    NodeId text;                  ///< of the cell's text
    NodeId first_object;          ///< of its signature field or tick; of a choice, the first ring (others follow)
    std::vector<TextPart> parts;  ///< in order; none if the text has no readings
};

/// The nodes of all cells: [section][grid][cell].
struct FormNodes {
    std::vector<std::vector<std::vector<CellNodes>>> sections;

    const CellNodes& of(const layout::Page& page, const layout::PlacedCell& cell) const {
        return sections[page.section][cell.grid][cell.cell];
    }
};

struct LogicalTree {
    std::vector<Node> nodes;
    FormNodes cells;
};

/// Sections only if there are several. A grid is a table if it is one, or a panel in a box with a label
/// that heads a cell; the cells of other panels are headings and paragraphs. A table has the columns that
/// its own cells need, not those of the ruler; places no cell covers become empty data cells, so that it is
/// regular (ISO 14289-1 §7.5). A text with readings is cut into spans and rubies. Annexes that no text needs have no
/// nodes.
LogicalTree logical_tree(const layout::MeasuredForm& form);

}  // namespace besshi::draw
