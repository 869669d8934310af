#pragma once

#include "draw/text_mark.h"

/// Marks that are drawn, not set: tick boxes, rings, boxes of numbers, images, signature fields, the watermark.
namespace besshi::draw {

/// ☐ or ☑ as paths, the side as long as the type size.
void append_tick(std::vector<Mark>& marks, const TextBlock& block, bool ticked, NodeId node);

/// A ring round each extent, inside the cell's box. `owner` is the node of the first chosen run; those of
/// the others follow it.
void append_rings(std::vector<Mark>& marks, const TextBlock& block, std::span<const RunExtent> extents, Owner owner);

/// The rules between `boxes` equal boxes, as high as the cell.
void append_boxes(std::vector<Mark>& marks, const TextBlock& block, int boxes);

/// As large as the white inside the cell's borders lets it be, in its middle.
void append_image(std::vector<Mark>& marks, const TextBlock& block, const fill::Image& image, NodeId node);

void append_signature(std::vector<Mark>& marks, const TextBlock& block, const fill::Signature& signature, NodeId node);

/// The big grey word across a page. Error: a character that no face has.
Result<Watermark> watermark(const fill::FilledForm& filled, const text::FontSet& fonts);

}  // namespace besshi::draw
