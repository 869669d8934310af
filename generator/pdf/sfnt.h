#pragma once

#include "pdf/big_endian.h"

#include <optional>
#include <string_view>

namespace besshi::pdf {

/// The tables of one face of a font file or font collection (OpenType 1.9, "Organization of an OpenType
/// font"). It looks into the file and copies nothing.
class Sfnt {
public:
    /// Nothing if the file has no such face or its directory does not lie inside the file.
    static std::optional<Sfnt> open(Bytes file, int index);

    /// The table `tag` (four letters); nothing if the face lacks it or it does not lie inside the file.
    std::optional<Bytes> find_table(std::string_view tag) const;

private:
    Sfnt(Bytes file, Bytes records) : file_(file), records_(records) {}

    Bytes file_;
    Bytes records_;
};

}  // namespace besshi::pdf
