#include "pdf/font_programs.h"

#include "pdf/face_program.h"

#include <mutex>
#include <optional>

namespace besshi::pdf {

struct FontPrograms::Slot {
    std::once_flag opened;
    std::optional<const FaceProgram> program;
};

FontPrograms::FontPrograms(text::FontSet fonts)
    : fonts_(std::move(fonts)), slots_(std::make_unique<Slot[]>(fonts_.face_count())) {}

FontPrograms::~FontPrograms() = default;

const FaceProgram& FontPrograms::operator[](text::FaceId face) const {
    Slot& slot = slots_[face.index];
    std::call_once(slot.opened, [&] { slot.program.emplace(fonts_.info(face), fonts_.file_bytes(face)); });
    return *slot.program;
}

}  // namespace besshi::pdf
