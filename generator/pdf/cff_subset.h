#pragma once

#include "pdf/big_endian.h"
#include "text/text.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace besshi::pdf {

/// A face with CID-keyed CFF outlines in which the CID of a glyph is its number in the face.
class CffFace {
public:
    /// Nothing if the file has no such face, or the face no such outlines.
    static std::optional<CffFace> open(Bytes file, int index_in_file);

    struct Handle;
    const Handle& handle() const { return *handle_; }

private:
    explicit CffFace(std::shared_ptr<const Handle> handle) : handle_(std::move(handle)) {}

    std::shared_ptr<const Handle> handle_;
};

/// A CFF font program with some of a face's glyphs, for a FontFile3 of subtype CIDFontType0C (ISO 32000-1
/// §9.9). Its glyphs keep their CIDs: their numbers in the face are the codes that must stand in a content
/// stream. Hinting is dropped. Nothing if the face lacks one of the glyphs or is broken.
std::optional<std::string> subset_cff(const CffFace& face, std::span<const text::GlyphId> glyphs);

}  // namespace besshi::pdf
