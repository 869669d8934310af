#pragma once

#include "layout/set_cell.h"

/// A filled form at one type size: lines broken, heights known.
namespace besshi::layout {

/// `runs` and glyphs of the cells stay empty except where a note or an annex changed them; `finish` fills them in
/// for the size that is kept. Error: a generated character that no face has.
Result<MeasuredForm> measure(std::shared_ptr<const fill::FilledForm> filled, const ShapedForm& shaped,
                             const text::FontSet& fonts, Length size);

void finish(MeasuredForm& measured, ShapedForm&& shaped, const text::FontSet& fonts);

/// The style for horizontal lines.
form::Style level(form::Style style);

/// Half a page: what is higher is no label that stands in vertical lines or that a page could begin with.
Length highest_label(const form::PageSetup& page);

/// Whether a text is set to what room there is, instead of only making its rows grow.
bool adapts(const fill::Cell& cell);

TypeScale type_scale(const fill::FilledForm& filled, Length size);

/// x of every ruler edge on the page.
std::vector<Length> ruler_edges(const fill::FilledForm& filled);
Length width_of(const fill::FilledForm& filled, const fill::Cell& cell);
Padding padding_of(const fill::Grid& grid, const fill::Cell& cell);
const form::Hang& hang_of(const fill::Cell& cell);

/// All of them must outlive what is returned.
CellText cell_text(const fill::FilledForm& filled, const fill::Grid& grid, const fill::Cell& cell,
                   const ShapedCell& shaped);

}  // namespace besshi::layout
