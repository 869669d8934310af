#pragma once

#include "draw/draw.h"
#include "pdf/font_programs.h"

#include <memory>

/// Writes PDF. PoDoFo, which puts the objects of a file together, stands only here.
namespace besshi::pdf {

enum class Size { small, fast };  ///< `small` compresses well, `fast` serves bulk

struct Options {
    Size size = Size::small;
    std::optional<Date> created = {};  ///< CreationDate and ModDate, from the data; none = no dates
    std::string producer = "besshi";
};

/// A document as PDF 1.7 that is PDF/A-2u (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once. Same list, fonts and
/// options: same bytes, from any thread. A second signature field called `name` is called `name_2`. Faults:
/// nothing to write, a page no PDF can have, a bad field, an image, a broken font file.
Result<Artifact> write(const draw::DrawList& list, const FontPrograms& fonts, const Options& options);

/// Many documents as one file for the printer, tagged like each of them, without form fields: pages are signed with
/// a pen. Every document begins on a new sheet when both sides are printed. Documents share fonts and images;
/// nothing of a list is kept but what stands in the file.
class Binder {
public:
    /// `fonts` must outlive the binder.
    Binder(const FontPrograms& fonts, const Options& options);
    ~Binder();
    Binder(Binder&&) noexcept;

    /// Adds a document behind those before it. It is found in the outline below `child`, by its own title;
    /// neighbours of one child stand together. Faults as of `write`: then nothing of the document is added.
    Result<void> add(const draw::DrawList& list, const std::string& child);

    /// The file. `title` is that of the whole, never a person's name. Fault `pdf.document.empty` if nothing was
    /// added, and those of `write`.
    Result<Artifact> finish(const std::string& title) &&;

private:
    std::string language_;  ///< of the first document
    Options options_;
    std::unique_ptr<class Composition> composition_;
};

/// What a PDF made by besshi holds: pages, fonts, fields, title, language — for `besshi inspect`. Any bytes
/// may be given; what is larger than 64 MB, broken, or made by another program is a fault.
Result<std::string> inspect(std::string_view bytes);

/// PoDoFo, libdeflate and libpng.
std::vector<base::Library> libraries();

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::pdf
