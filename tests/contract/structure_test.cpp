#include "contract/sample_documents.h"
#include "contract/struct_text.h"

#include <gtest/gtest.h>

#include <set>

/// The structure tree as poppler reads it: the text of every cell, in the order of the form.
namespace besshi::tests {
namespace {

void expect_text_in_order(const std::vector<SampleDocument>& documents) {
    const TemporaryFolder folder;
    const std::filesystem::path pdf = folder.path() / "a.pdf";
    for (const SampleDocument& document : documents) {
        write_bytes(pdf, document.pdf);
        const std::string expected = form_text(document.paged), actual = struct_text(pdf);
        ASSERT_FALSE(expected.empty());
        EXPECT_TRUE(expected == actual) << document.name() << "\n" << difference(expected, actual);
    }
}

/// Every form with every sample: to be signed, or where the sample lacks what that needs, as a draft.
std::vector<SampleDocument> all_documents() {
    std::vector<SampleDocument> documents = sample_documents(form::Purpose::sign);
    std::set<std::string> names;
    for (const SampleDocument& document : documents) names.insert(document.name());
    for (SampleDocument& draft : sample_documents(form::Purpose::draft))
        if (!names.contains(draft.name())) documents.push_back(std::move(draft));
    return documents;
}

TEST(Structure, OfEveryFormAndSampleSpeaksTheTextInTheOrderOfTheForm) {
    expect_text_in_order(all_documents());
}

TEST(Structure, OfEveryBlankSheetSpeaksTheTextInTheOrderOfTheForm) {
    expect_text_in_order(blank_documents());
}

}  // namespace
}  // namespace besshi::tests
