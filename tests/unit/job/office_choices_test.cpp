#include "expect_diagnostic.h"
#include "job/job.h"

#include <gtest/gtest.h>

/// What an office chooses for its forms.
namespace besshi::job::tests {
namespace {

const Stock& stock() {
    static const Stock loaded = Stock::load(BESSHI_ROOT).value();
    return loaded;
}

Commission commissioned(const std::string& office, const std::string& form) {
    CaseBytes bytes;
    bytes.case_json = "{}";
    bytes.case_file = "case.json";
    bytes.office_toml = office;
    bytes.office_file = "office.toml";
    form::RenderRequest request;
    request.document = form;
    auto made = commission(stock(), bytes, std::move(request));
    if (!made) throw std::runtime_error(besshi::tests::list(made.error()));
    return std::move(*made);
}

TEST(OfficeChoices, AreForAFormADocumentOrANumberTheNearestWins) {
    const std::string office =
        "[forms.use-plan]\ntitle = \"計画\"\nrows = 2\n[forms.use-plan-draft]\ntitle = \"計画案\"\n[forms.F14]\ntitle "
        "= "
        "\"本計画\"\n";
    EXPECT_EQ(commissioned(office, "F12").request.parameters.at("title"), "計画案");
    EXPECT_EQ(commissioned(office, "F14").request.parameters.at("title"), "本計画");
    EXPECT_EQ(commissioned(office, "F12").request.parameters.at("rows"), "2");
    EXPECT_FALSE(commissioned(office, "F01").request.parameters.contains("title"));
}

TEST(OfficeChoices, ForNoFormAreTold) {
    EXPECT_FIRES("job.office.form_unknown",
                 commissioned("[forms.suport-plan]\nhonorific = \"さん\"\n", "F01").document.notes);
    EXPECT_SILENT("job.office.form_unknown",
                  commissioned("[forms.support-plan]\nhonorific = \"さん\"\n", "F12").document.notes);
}

}  // namespace
}  // namespace besshi::job::tests
