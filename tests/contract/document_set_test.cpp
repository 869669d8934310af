#include "contract/pdf_words.h"
#include "expect_diagnostic.h"
#include "job/job.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

/// Documents that go together, from outside.
namespace besshi::tests {
namespace {

using testing::HasSubstr;

const std::filesystem::path root = BESSHI_ROOT;
const std::string full = (root / "samples/kotonoha/cases/full.json").string();
const std::string smallest = (root / "samples/smallest.json").string();

nlohmann::json rendered(const std::string& arguments) {
    const Outcome outcome = run(std::string(BESSHI_PROGRAM) + " --json render " + arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
    return nlohmann::json::parse(outcome.out);
}

const nlohmann::json& document(const nlohmann::json& result, std::string_view number) {
    for (const nlohmann::json& one : result["documents"])
        if (one["number"] == number) return one;
    throw std::runtime_error("no document of that number");
}

TEST(DocumentSet, EverySetNamesDocumentsThereAre) {
    const auto stock = job::Stock::load(root);
    ASSERT_TRUE(stock);
    ASSERT_FALSE(stock->sets().empty());
    for (const form::DocumentSet& set : stock->sets())
        for (const std::string& name : set.documents)
            EXPECT_TRUE(stock->forms().find(name, std::nullopt, std::nullopt)) << set.name << ": " << name;
}

TEST(DocumentSet, TheLetterCountsThePagesOfTheDocumentsBesideIt) {
    const TemporaryFolder folder;
    const nlohmann::json result = rendered(full + " --set issue -o " + folder.path().string());
    const int pages = document(result, "F01")["pages"];
    const Outcome text = run("pdftotext " + document(result, "F24")["file"].get<std::string>() + " -");
    EXPECT_THAT(without_spaces(text.out), HasSubstr("個別支援計画書1部（" + std::to_string(pages) + "枚）"));
}

TEST(DocumentSet, TheDispatchSheetHasTheSamePagesToCount) {
    const TemporaryFolder folder;
    const nlohmann::json result = rendered(full + " --set issue -o " + folder.path().string());
    const int pages = document(result, "F01")["pages"];
    const Outcome text = run("pdftotext -layout " + document(result, "F27")["file"].get<std::string>() + " -");
    EXPECT_THAT(without_spaces(text.out), HasSubstr("1部" + std::to_string(pages) + "枚"));
}

TEST(DocumentSet, EveryDocumentIsMadeFromTheCaseAsItStands) {
    const TemporaryFolder folder;
    const nlohmann::json set = rendered(full + " --set issue -o " + folder.path().string());
    const nlohmann::json alone = rendered(full + " --form F01 -o " + folder.path().string());
    for (const nlohmann::json& one : set["documents"])
        EXPECT_EQ(one["made_from"]["case_sha256"], alone["documents"][0]["made_from"]["case_sha256"]) << one["number"];
}

TEST(DocumentSet, OneWorkbookHasASheetForEachForm) {
    const TemporaryFolder folder;
    const nlohmann::json result = rendered(full + " --set issue --to xlsx --one-workbook -o " + folder.path().string());
    ASSERT_EQ(result["documents"].size(), 1u);
    EXPECT_THAT(result["documents"][0]["file"].get<std::string>(), HasSubstr("c-0001_issue_"));
    const Outcome sheets = run("python3 -m zipfile -e " + result["documents"][0]["file"].get<std::string>() + " " +
                               folder.path().string() + " && cat " + folder.path().string() + "/xl/workbook.xml");
    EXPECT_THAT(sheets.out, HasSubstr("個別支援計画書"));
    EXPECT_THAT(sheets.out, HasSubstr("F01_rows_1_goal"));
}

TEST(DocumentSet, WhatTheCaseDoesNotHaveIsLeftOutAndSaid) {
    const TemporaryFolder folder;
    const nlohmann::json result = rendered(smallest + " --set issue --purpose draft -o " + folder.path().string());
    ASSERT_EQ(result["documents"].size(), 1u);
    EXPECT_EQ(result["documents"][0]["number"], "F01");
    EXPECT_FALSE(result["left_out"].empty());
}

TEST(DocumentSet, IsRefusedWhole) {
    const TemporaryFolder folder;
    const std::string out = " -o " + folder.path().string();
    const auto exit_code = [&](const std::string& arguments) {
        return run(std::string(BESSHI_PROGRAM) + " render " + arguments + out).exit_code;
    };
    EXPECT_EQ(exit_code(full + " --set nothing"), 2);
    EXPECT_EQ(exit_code(full + " --set issue --form F01"), 2);
    EXPECT_EQ(exit_code(full), 2);
    EXPECT_EQ(exit_code(full + " --form F01 --one-workbook"), 2);
    EXPECT_EQ(exit_code(full + " --set issue --to pdf --one-workbook"), 2);
    EXPECT_EQ(exit_code(full + " --set issue --param no_such_parameter=1"), 2);
    EXPECT_EQ(exit_code(smallest + " --set ward"), 1);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));

    write_bytes(folder.path() / "c-0001_F02_2025-09-22.pdf", "mine");
    EXPECT_EQ(exit_code(full + " --set issue"), 3);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(DocumentSet, SaysWhyThereIsNothing) {
    const auto stock = job::Stock::load(root);
    const auto set_of = [&](const std::string& sample, const std::string& set) {
        job::SetRequest request{{set, {}}, {{job::Output::pdf}}};
        request.order.document.purpose = form::Purpose::draft;
        const auto result = job::render_set(*stock, *job::read_case(sample, std::nullopt), request);
        return result ? Diagnostics{} : result.error();
    };
    EXPECT_FIRES("job.set.empty", set_of(smallest, "ward"));
    EXPECT_SILENT("job.set.empty", set_of(smallest, "issue"));
}

}  // namespace
}  // namespace besshi::tests
