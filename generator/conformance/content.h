#pragma once

#include "conformance/color_space.h"

#include <map>

/// What the pages, the form XObjects and the appearances draw.
namespace besshi::conformance {

/// Codes of one font that text showing operators use.
struct FontUse {
    std::set<std::uint32_t> drawn;
    std::set<std::uint32_t> invisible;  ///< rendering mode 3 only counts for Unicode and .notdef
};

/// A piece of marked content with a number.
struct MarkedPiece {
    std::int64_t mcid = 0;
    bool has_text = false;
    bool has_language = false;  ///< its own property list holds Lang
};

/// One content stream with marked content: a page or a form XObject.
struct MarkedStream {
    const Object* owner = nullptr;
    std::string place;
    std::vector<MarkedPiece> pieces;  ///< in the order in which they begin
};

struct PageColors {
    std::string place;
    const Object* page = nullptr;
    std::set<DeviceColor> devices;
    bool is_transparent = false;
};

struct Content {
    std::map<const Object*, FontUse> fonts;  ///< by font dictionary
    std::vector<MarkedStream> streams;
    std::vector<PageColors> pages;
};

/// Reads all content. Reports what concerns content streams themselves: ISO 19005-2 §6.1.10, 6.1.13, 6.2.2, 6.2.6;
/// Matterhorn 01-003 to 01-005, 30-002; ISO 32000-1 §8.4.2, §14.6, §14.7.4.4.
Content read_content(const PdfFile& file, Findings& findings);

}  // namespace besshi::conformance
