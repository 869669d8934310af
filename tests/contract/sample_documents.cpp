#include "contract/sample_documents.h"

namespace besshi::tests {

namespace {

namespace fs = std::filesystem;
const fs::path root = BESSHI_ROOT;

SampleDocument make(const job::Commission& commission, std::string pdf) {
    auto filled = fill::bind(*commission.form, commission.document, commission.request).value();
    layout::PagedForm paged = layout::lay_out(std::move(filled), stock().fonts()).value();
    draw::DrawList list = draw::place(paged, stock().fonts()).value();
    return {commission.form->document.number, {}, std::move(paged), std::move(list), std::move(pdf)};
}

/// Every form that does not refuse the sample.
void append_documents(std::vector<SampleDocument>& made, const fs::path& sample, form::Purpose purpose) {
    const job::CaseBytes bytes = job::read_case(sample, std::nullopt).value();
    for (const form::CatalogueEntry& entry : stock().forms().entries()) {
        const auto commission =
            job::commission(stock(), bytes, {entry.number, std::nullopt, purpose, {}, "DOC-1", "2"});
        if (!commission) continue;
        const auto rendered = job::render(stock(), *commission, {{job::Output::pdf}});
        if (!rendered) continue;
        made.push_back(make(*commission, rendered->artifacts.front().bytes));
        made.back().sample = sample.stem();
    }
}

}  // namespace

std::vector<SampleDocument> sample_documents(form::Purpose purpose) {
    std::vector<SampleDocument> made;
    for (const fs::path& sample : samples()) append_documents(made, sample, purpose);
    return made;
}

std::vector<SampleDocument> blank_documents() {
    std::vector<SampleDocument> made;
    append_documents(made, root / "samples/smallest.json", form::Purpose::blank);
    return made;
}

}  // namespace besshi::tests
