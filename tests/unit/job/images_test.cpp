#include "expect_diagnostic.h"
#include "job/job.h"
#include "shell.h"
#include "tiny_pictures.h"

#include <sys/stat.h>

/// Image files beside a case.
namespace besshi::job::tests {
namespace {

using namespace besshi::tests;

const Stock& stock() {
    static const Stock loaded = [] {
        auto result = Stock::load(BESSHI_ROOT);
        if (!result) throw std::runtime_error(list(result.error()));
        return std::move(*result);
    }();
    return loaded;
}

constexpr std::string_view case_json =
    R"({"basic_info": {"family_tree": {"image": "図/family.png"}}, "support_plan": {"created_on": "2025-04-01"}})";

/// A folder with the case `case.json`, and an empty folder 図 in it.
class CaseFolder {
public:
    CaseFolder() {
        write_bytes(folder_.path() / "case.json", case_json);
        std::filesystem::create_directory(folder_.path() / "図");
    }
    std::filesystem::path image() const { return folder_.path() / "図/family.png"; }

    Result<Commission> commission() const {
        auto bytes = read_case(folder_.path() / "case.json", std::nullopt);
        if (!bytes) return fail(bytes.error());
        return job::commission(stock(), *bytes, request());
    }

    static form::RenderRequest request() {
        form::RenderRequest request;
        request.document = "F01";
        request.purpose = form::Purpose::draft;
        return request;
    }

private:
    TemporaryFolder folder_;
};

TEST(Images, AreReadFromTheFolderOfTheCase) {
    const CaseFolder folder;
    write_bytes(folder.image(), tiny_png());
    const auto commission = folder.commission();
    ASSERT_TRUE(commission) << list(commission.error());
    const plan::Value* value = commission->document.find(nullptr, "basic_info.family_tree.image", std::nullopt);
    EXPECT_EQ(std::get<plan::Image>(value->content).picture->bytes, tiny_png());
}

TEST(Images, ThatCannotBeReadAreMissing) {
    const CaseFolder nothing_there, a_folder, a_pipe;
    std::filesystem::create_directory(a_folder.image());
    ASSERT_EQ(::mkfifo(a_pipe.image().c_str(), 0600), 0);  // opening it would wait for ever
    for (const CaseFolder* folder : {&nothing_there, &a_folder, &a_pipe})
        EXPECT_FIRES("plan.image.missing", faults_of(folder->commission()));
}

TEST(Images, OfStandardInputAreMissing) {
    const CaseBytes bytes{.case_json = std::string(case_json),
                          .case_file = "標準入力",
                          .office_toml = {},
                          .office_file = {},
                          .folder = {}};
    EXPECT_FIRES("plan.image.missing", faults_of(commission(stock(), bytes, CaseFolder::request())));
}

TEST(Images, OfAnySizeCostNoMoreThanTheLimit) {
    const CaseFolder folder;
    write_bytes(folder.image(), tiny_png());
    std::filesystem::resize_file(folder.image(), std::uintmax_t{1} << 40);
    EXPECT_FIRES("plan.image.too_large", faults_of(folder.commission()));
    std::filesystem::resize_file(folder.image(), plan::largest_image_bytes);
    EXPECT_SILENT("plan.image.too_large", faults_of(folder.commission()));
}

}  // namespace
}  // namespace besshi::job::tests
