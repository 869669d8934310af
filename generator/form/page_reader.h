#pragma once

#include "form/surroundings.h"

namespace besshi::form {

/// Paper and margins of `[page]`, without the bands, which need styles and scope.
PageSetup read_page(TableReader& page);

/// `header` and `footer` of `[page]`.
void read_bands(TableReader& page, const Surroundings& around, PageSetup& setup);

/// `[ruler]`: its columns add up to `body` to the unit for `share` and `equal`.
struct Ruler {
    std::vector<Length> columns;
    RulerAlign align = RulerAlign::left;
};
Ruler read_ruler(TableReader& ruler, Length body);

/// `[type]`: the style all others start from, and the sizes the form may be set in.
struct Type {
    Style base;
    Fit fit;
};
Type read_type(TableReader& type);

}  // namespace besshi::form
