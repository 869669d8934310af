#pragma once

#include "draw/text_mark.h"

/// Marks that are drawn, not set: tick boxes, ellipses, signature fields, the watermark.
namespace besshi::draw {

/// ☐ or ☑ as paths, the side as long as the type size.
void append_tick(std::vector<Mark>& marks, const TextBlock& block, bool ticked, NodeId node);

/// An ellipse round each extent, inside the cell's box. `owner` is the node of the first chosen run; those of
/// the others follow it.
void append_ellipses(std::vector<Mark>& marks, const TextBlock& block, std::span<const RunExtent> extents, Owner owner);

void append_signature(std::vector<Mark>& marks, const TextBlock& block, const fill::Signature& signature, NodeId node);

/// The big grey word across a page. Error: a character that no face has.
Result<Watermark> watermark(const fill::FilledForm& filled, const text::FontSet& fonts);

}  // namespace besshi::draw
