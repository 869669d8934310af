#include "xlsx/xlsx.h"

#include <xlsxwriter.h>

namespace besshi::xlsx {

std::vector<base::Library> libraries() {
    return {{"libxlsxwriter", lxw_version()}};
}

}  // namespace besshi::xlsx
