#include "unit/plan/sample_reading.h"

#include <gmock/gmock.h>

namespace besshi::plan {
namespace {

using namespace tests;
using ::testing::HasSubstr;

std::string new_file(std::string_view path) {
    for (const auto& [name, text] : new_office_files()) {
        if (name == path) return text;
    }
    throw std::runtime_error("no such file");
}

TEST(Office, ANewOfficeIsReadAndSaysNothing) {
    const auto result = read_case("{}", new_file("office.toml"));
    ASSERT_TRUE(result) << besshi::tests::list(result.error());
    EXPECT_TRUE(result->notes.empty());
    EXPECT_EQ(result->find(nullptr, "office.name", std::nullopt), nullptr);
    EXPECT_TRUE(result->form_parameters.empty());
}

/// The lines that stand behind # to be switched on are right too.
TEST(Office, TheExamplesInTheCommentsAreRight) {
    std::string text = new_file("office.toml");
    for (const std::string example : {"#capacity", "#[forms.support-plan]", "#honorific"}) {
        const std::size_t at = text.find(example);
        ASSERT_NE(at, std::string::npos) << example;
        text.erase(at, 1);
    }
    const std::size_t at = text.find("#roles");
    text.erase(text.rfind("roles = ", at - 2), at - text.rfind("roles = ", at - 2) + 1);
    const auto result = read_case("{}", text);
    ASSERT_TRUE(result) << besshi::tests::list(result.error());
    EXPECT_EQ(result->form_parameters.at("support-plan").at("honorific"), "さん");
}

TEST(Office, FoldersAreThere) {
    std::vector<std::string> names;
    for (const auto& [name, text] : new_office_files()) names.push_back(name);
    EXPECT_THAT(names, ::testing::UnorderedElementsAre("office.toml", "README.txt", "cases/README.txt",
                                                       "documents/README.txt", "templates/README.txt"));
}

TEST(Office, DatesAndTimesMayStandWithoutQuotes) {
    const auto result = read_case("{}",
                                  "[office.business_hours.school_day]\nstart = 13:30:00\nend = \"18:30\"\n"
                                  "[[staff]]\nroles = [{ role = \"pt\", from = 2024-04-01, to = \"2025-03-31\" }]\n");
    ASSERT_TRUE(result) << besshi::tests::list(result.error());
    EXPECT_THAT(dump(*result), HasSubstr("/office/business_hours/school_day/start time \"13:30\"\n"));
    EXPECT_THAT(dump(*result), HasSubstr("/staff/0/roles/0/from date \"2024-04-01\"\n"));
    const auto refuses = [](const char* toml, std::string_view code) {
        return besshi::tests::has_code(said(read_case("{}", toml)), code);
    };
    EXPECT_TRUE(refuses("[office]\nname = 2024-04-01\n", "plan.value.wrong_type"));
    EXPECT_TRUE(refuses("[office.business_hours.school_day]\nstart = 13:30:20\n", "plan.time.malformed"));
    EXPECT_TRUE(refuses("[[staff]]\nroles = [{ from = 2024-04-01T00:00:00 }]\n", "plan.value.wrong_type"));
    EXPECT_TRUE(refuses("[office]\ncapacity = 10.0\n", "plan.number.not_whole"));
}

TEST(Office, FormParametersOfEveryType) {
    const auto result =
        read_case("{}",
                  "[office]\nname = \"x\"\n[forms.support-plan]\nhonorific = \"さん\"\nshow_mark = false\n"
                  "[forms.weekly-plan-draft]\nblocks = 3\ngrid_from = 05:00:00\n");
    ASSERT_TRUE(result) << besshi::tests::list(result.error());
    const FormParameters& parameters = result->form_parameters;
    EXPECT_EQ(parameters.size(), 2u);
    EXPECT_EQ(parameters.at("support-plan").at("honorific"), "さん");
    EXPECT_EQ(parameters.at("support-plan").at("show_mark"), "false");
    EXPECT_EQ(parameters.at("weekly-plan-draft").at("blocks"), "3");
    EXPECT_EQ(parameters.at("weekly-plan-draft").at("grid_from"), "05:00");
}

TEST(Office, SetsOfDocumentsOfItsOwn) {
    const auto result = read_case("{}", "[sets]\nissue = [ \"F03\", \"F02\" ]\n");
    ASSERT_TRUE(result) << besshi::tests::list(result.error());
    EXPECT_EQ(result->document_sets.at("issue"), (std::vector<std::string>{"F03", "F02"}));
    EXPECT_SILENT("plan.sets.malformed", result->notes);
    EXPECT_FIRES("plan.sets.malformed", said(read_case("{}", "sets = \"F03\"\n")));
    EXPECT_FIRES("plan.sets.malformed", said(read_case("{}", "[sets]\nissue = \"F03\"\n")));
    EXPECT_FIRES("plan.sets.malformed", said(read_case("{}", "[sets]\nissue = [ 3 ]\n")));
}

TEST(Office, ByteOrderMarksOfNotepadAreTakenOff) {
    const auto result = read_case("{}", "\xEF\xBB\xBF[office]\nname = \"x\"\n");
    ASSERT_TRUE(result);
    EXPECT_EQ(codes(result->notes), std::vector<std::string>{"plan.file.byte_order_mark"});
}

/// A thread keeps the office it read last; another one, even of the same name and length, is another one.
TEST(Office, IsReadAgainWhenItIsAnotherOne) {
    const auto name_of = [](std::string_view office) { return dump(read_case("{}", office).value()); };
    const std::string first = "[office]\nname = \"一\"\n", second = "[office]\nname = \"二\"\n";
    const std::string once = name_of(first);
    EXPECT_THAT(once, ::testing::HasSubstr("一"));
    EXPECT_THAT(name_of(second), ::testing::HasSubstr("二"));
    EXPECT_EQ(name_of(first), once);
    EXPECT_FALSE(read_case("{}", "[office]\nname = \n"));
    EXPECT_EQ(name_of(first), once);
}

}  // namespace
}  // namespace besshi::plan
