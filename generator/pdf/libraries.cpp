#include "pdf/pdf.h"

#include <libdeflate.h>
#include <png.h>
#include <podofo/podofo.h>

namespace besshi::pdf {

std::vector<base::Library> libraries() {
    return {{"PoDoFo", PODOFO_VERSION_STRING},
            {"libdeflate", LIBDEFLATE_VERSION_STRING},
            {"libpng", PNG_LIBPNG_VER_STRING}};
}

}  // namespace besshi::pdf
