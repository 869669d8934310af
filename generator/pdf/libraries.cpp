#include "pdf/pdf.h"

#include <libdeflate.h>
#include <podofo/podofo.h>

namespace besshi::pdf {

std::vector<base::Library> libraries() {
    return {{"PoDoFo", PODOFO_VERSION_STRING}, {"libdeflate", LIBDEFLATE_VERSION_STRING}};
}

}  // namespace besshi::pdf
