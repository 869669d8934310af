#pragma once

#include "text/font_set.h"

#include <array>
#include <string_view>
#include <vector>

namespace besshi::text {

/// One `[[face]]` of the manifest: what is known without opening the file.
struct FaceEntry {
    std::string id, package, name, licence, sha256;
    std::filesystem::path file;
    std::uintmax_t size = 0;  ///< bytes of the file
    int index_in_file = 0;
    Family family = Family::gothic;
    Weight weight = Weight::regular;
};

struct Manifest {
    std::vector<FaceEntry> faces;
    std::array<std::array<std::vector<FaceId>, 2>, 2> chains;  ///< [family][weight]
};

/// Reads `fonts/manifest.toml`. Errors `text.manifest.malformed`, `text.manifest.incomplete`, all at once.
Result<Manifest> read_manifest(std::string_view toml, std::string_view file);

}  // namespace besshi::text
