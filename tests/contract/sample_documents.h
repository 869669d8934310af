#pragma once

#include "samples.h"

#include <string>
#include <vector>

/// Every form of the project with every sample.
namespace besshi::tests {

/// A form filled from a sample: the pages, their marks, the finished PDF.
struct SampleDocument {
    std::string form, sample;
    layout::PagedForm paged;
    draw::DrawList list;
    std::string pdf;

    std::string name() const { return form + " " + sample; }
};

/// Forms and samples are found in their folders; a form that refuses a sample for what it lacks is left out.
std::vector<SampleDocument> sample_documents(form::Purpose purpose);

/// Each form once, without data.
std::vector<SampleDocument> blank_documents();

}  // namespace besshi::tests
