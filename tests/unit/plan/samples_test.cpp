#include "unit/plan/sample_reading.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <map>

namespace besshi::plan {
namespace {

using namespace tests;

namespace fs = std::filesystem;

Result<CaseDocument> read_sample(const std::string& name, const std::string& office = "kotonoha") {
    return read_case(file_text("samples/" + office + "/cases/" + name + ".json"),
                     file_text("samples/" + office + "/office.toml"));
}

TEST(Samples, AreReadAndSayNothing) {
    int read = 0;
    for (const fs::directory_entry& office : fs::directory_iterator(fs::path(BESSHI_ROOT) / "samples")) {
        if (!fs::exists(office.path() / "office.toml")) continue;
        for (const fs::directory_entry& file : fs::directory_iterator(office.path() / "cases")) {
            const std::string name = file.path().stem();
            if (file.path().extension() != ".json" || name == "stress") continue;
            const auto result = read_sample(name, office.path().filename());
            ASSERT_TRUE(result) << name << "\n" << besshi::tests::list(result.error());
            EXPECT_TRUE(result->notes.empty()) << name << "\n" << besshi::tests::list(result->notes);
            ++read;
        }
    }
    EXPECT_EQ(read, 8);
    const auto smallest = read_case(file_text("samples/smallest.json"));
    ASSERT_TRUE(smallest);
    EXPECT_TRUE(smallest->notes.empty());
}

/// samples/README.md says which and why.
TEST(Samples, StressSaysWhatItWasMadeFor) {
    const auto result = read_sample("stress");
    ASSERT_TRUE(result) << besshi::tests::list(result.error());
    std::map<std::string_view, int> counts;
    for (const Diagnostic& note : result->notes) ++counts[note.code];
    const std::map<std::string_view, int> expected = {{"plan.text.longer_than_expected", 8},
                                                      {"plan.text.line_ends_converted", 1},
                                                      {"plan.text.kana_composed", 2},
                                                      {"plan.text.invisible_dropped", 2}};
    EXPECT_EQ(counts, expected);
}

TEST(Samples, KeepTheirRareCharacters) {
    const auto hard = read_sample("hard-names");
    ASSERT_TRUE(hard);
    const Date before{2024, 2, 20}, after{2024, 9, 20};
    const auto text = [&](std::string_view name, Date on) {
        return std::get<std::string>(hard->find(nullptr, name, on)->content);
    };
    EXPECT_EQ(text("child.display_name", before), "辻\U000E0100本　\uF9DC");
    EXPECT_EQ(text("child.display_name", after), "\U00020BB7野　\uF9DC");
    EXPECT_EQ(text("support_plan.manager.name", after), "김민준");
    EXPECT_EQ(text("support_plan.author.name", after), "\u5F20\u4F1F");
    EXPECT_EQ(text("guardian.name", after), "Nguy\u1EC5n Th\u1ECB Ánh");
    EXPECT_EQ(text("consultation.specialist_name", before), "渡\u9089\U000E0101　祐");
}

TEST(Samples, DraftDiffersFromFullInWhatTheMeetingChanged) {
    const auto full = read_sample("full"), draft = read_sample("draft");
    ASSERT_TRUE(full && draft);
    const auto goal = [](const CaseDocument& document) {
        return std::get<std::string>(
            document.find(nullptr, "support_plan.rows", std::nullopt)->elements()[2]->find("goal")->content);
    };
    EXPECT_THAT(goal(*full), ::testing::HasSubstr("15分"));
    EXPECT_THAT(goal(*draft), ::testing::HasSubstr("30分"));
    EXPECT_NE(full->find(nullptr, "support_plan.consented_on", std::nullopt), nullptr);
    EXPECT_EQ(draft->find(nullptr, "support_plan.consented_on", std::nullopt), nullptr);
}

}  // namespace
}  // namespace besshi::plan
