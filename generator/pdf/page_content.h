#pragma once

#include "draw/draw.h"
#include "pdf/font_use.h"
#include "pdf/picture_use.h"

#include <span>
#include <string>
#include <vector>

namespace besshi::pdf {

/// What a page shows, and of which logical nodes.
struct PageContent {
    std::string stream;
    std::vector<draw::NodeId> nodes;  ///< by marked-content identifier
};

/// The content stream of a page (ISO 32000-1 §8, §9), marks in painting order, each inside marked content of its
/// node in `nodes` or an artifact (§14.6, §14.8.2). Signature fields leave nothing in it. Glyphs are entered into
/// `fonts`, images into `pictures`.
PageContent page_content(const draw::Page& page, std::span<const draw::Node> nodes, FontUses& fonts,
                         PictureUses& pictures);

}  // namespace besshi::pdf
