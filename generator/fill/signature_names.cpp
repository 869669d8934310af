#include "fill/signature_names.h"

#include <fmt/format.h>

namespace besshi::fill {

void SignatureNames::make_unique(Section& section) {
    for (Grid& grid : section.grids) {
        for (Cell& cell : grid.cells) {
            if (auto* sign = std::get_if<Signature>(&cell.content)) sign->field_name = unique(sign->field_name);
        }
    }
}

std::string SignatureNames::unique(const std::string& name) {
    std::string numbered = name;
    for (int number = 2; !used_.insert(numbered).second; ++number) numbered = fmt::format("{}_{}", name, number);
    return numbered;
}

}  // namespace besshi::fill
