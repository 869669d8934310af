#pragma once

#include "plan/plan.h"
#include "shell.h"

#include <stdexcept>

namespace besshi::tests {

/// A case of samples/kotonoha with the image files that lie beside it.
inline plan::CaseDocument with_sample_images(plan::CaseDocument document) {
    const std::filesystem::path folder = std::filesystem::path(BESSHI_ROOT) / "samples/kotonoha/cases";
    plan::ImageFiles files;
    for (const std::string& name : plan::image_files(document)) files.emplace(name, read_bytes(folder / name));
    auto whole = plan::with_images(std::move(document), files);
    if (!whole) throw std::runtime_error(base::to_line(whole.error().front()));
    return std::move(*whole);
}

}  // namespace besshi::tests
