#pragma once

#include "text/text.h"

#include <memory>

namespace besshi::pdf {

class FaceProgram;

/// The faces of a FontSet as PDFs embed them. A face is opened when a document first shows a glyph of it and
/// kept: make one object per process and share it between all threads.
class FontPrograms {
public:
    explicit FontPrograms(text::FontSet fonts);
    ~FontPrograms();
    FontPrograms(const FontPrograms&) = delete;
    FontPrograms& operator=(const FontPrograms&) = delete;

    const text::FontSet& fonts() const { return fonts_; }

    /// Throws std::runtime_error if the font file has vanished since the set was loaded.
    const FaceProgram& operator[](text::FaceId face) const;

private:
    struct Slot;

    text::FontSet fonts_;
    std::unique_ptr<Slot[]> slots_;  ///< one per face
};

}  // namespace besshi::pdf
