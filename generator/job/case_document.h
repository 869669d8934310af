#pragma once

#include "job/job.h"

/// A case read from its bytes, for the other files of this layer.
namespace besshi::job {

/// The image files of a case, as far as they can be read. One byte too many tells that a file is too large.
plan::ImageFiles read_images(const plan::CaseDocument& document, const CaseBytes& bytes);

/// Checked, with its images.
Result<plan::CaseDocument> read_document(const field::Table& table, const CaseBytes& bytes);

}  // namespace besshi::job
