#pragma once

#include "draw/draw.h"
#include "pdf/font_programs.h"

/// Writes PDF. PoDoFo (objects, pages, serialising) stands only here.
namespace besshi::pdf {

enum class Size { small, fast };  ///< `small` compresses well, `fast` serves bulk

struct Options {
    Size size = Size::small;
    std::optional<Date> created = {};  ///< CreationDate and ModDate, from the data; none = no dates
    std::string producer = "besshi";
};

/// One document of all lists' pages, PDF 1.7, with title, language and subject of the first list. Same lists,
/// fonts and options: same bytes, from any thread. A second signature field called `name` is called `name_2`.
/// Faults: nothing to write, a page no PDF can have, a bad field, an image, a broken font file.
Result<Artifact> write(std::span<const draw::DrawList> lists, const FontPrograms& fonts, const Options& options);

/// What a PDF made by besshi holds: pages, fonts, fields, title, language — for `besshi inspect`. Any bytes
/// may be given; what is larger than 64 MB, broken, or made by another program is a fault.
Result<std::string> inspect(std::string_view bytes);

/// PoDoFo, libdeflate and libpng.
std::vector<base::Library> libraries();

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::pdf
