#include "conforming.h"
#include "contract/sample_documents.h"
#include "shell.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>

/// Finished files against PDF/A-2u and PDF/UA-1.
namespace besshi::tests {
namespace {

using testing::HasSubstr;

const std::filesystem::path root = BESSHI_ROOT;
const std::filesystem::path full = root / "samples/kotonoha/cases/full.json";

std::optional<std::string> render(const job::CaseBytes& bytes, const form::RenderRequest& request, pdf::Size size) {
    const auto commission = job::commission(stock(), bytes, request);
    if (!commission) return std::nullopt;
    auto rendered = job::render(stock(), *commission, {{job::Output::pdf}, size});
    return rendered ? std::optional(std::move(rendered->artifacts.front().bytes)) : std::nullopt;
}

/// Every form with every sample that it does not refuse.
int expect_all_conform(form::Purpose purpose, pdf::Size size) {
    int judged = 0;
    for (const std::filesystem::path& sample : samples()) {
        const job::CaseBytes bytes = job::read_case(sample, std::nullopt).value();
        for (const form::CatalogueEntry& form : stock().forms().entries()) {
            const auto pdf = render(bytes, {form.number, std::nullopt, purpose, {}, "DOC-1", "2"}, size);
            if (!pdf) continue;
            SCOPED_TRACE(form.number + " " + sample.stem().string());
            EXPECT_CONFORMS(*pdf);
            ++judged;
        }
    }
    return judged;
}

TEST(Conformance, OfDrafts) {
    EXPECT_GT(expect_all_conform(form::Purpose::draft, pdf::Size::small), 100);
}

TEST(Conformance, OfSheetsToBeSigned) {
    EXPECT_GT(expect_all_conform(form::Purpose::sign, pdf::Size::small), 20);
}

TEST(Conformance, OfRecordsMadeFast) {
    EXPECT_GT(expect_all_conform(form::Purpose::record, pdf::Size::fast), 20);
}

TEST(Conformance, OfBlankSheets) {
    EXPECT_GT(expect_all_conform(form::Purpose::blank, pdf::Size::small), 100);
}

TEST(Conformance, OfABoundFile) {
    form::RenderRequest draft;
    draft.purpose = form::Purpose::draft;
    for (const pdf::Size size : {pdf::Size::small, pdf::Size::fast}) {
        const auto bound = job::bind(stock(), {samples(), std::nullopt, job::SetOrder{"all", draft}, size});
        ASSERT_TRUE(bound) << list(bound.error());
        EXPECT_GT(bound->documents, 10);
        EXPECT_CONFORMS(bound->artifact.bytes);
    }
}

/// One file of besshi's own, spoilt byte by byte.
TEST(Conformance, CanFail) {
    const job::CaseBytes bytes = job::read_case(full, std::nullopt).value();
    const auto good = render(bytes, {"F01", std::nullopt, form::Purpose::sign, {}, "DOC-1", "2"}, pdf::Size::small);
    ASSERT_TRUE(good);
    const std::tuple<std::string, std::string, std::string> changes[] = {
        {"/Tabs/S", "/Tabs/R", "28-009"},
        {"/Marked true", "/Marked null", "6.2-1"},
        {"/ColSpan ", "/ColSpam ", "7.2-42"},
        {"/CIDToGIDMap", "/CIDToGODMap", "31-005"},
        {"pdfuaid:part>1", "pdfuaid:part>2", "5-2"},
        {"/DestOutputProfile", "/DestUotputProfile", "6.2.4.3-4"},
        {"/ToUnicode", "/ToUnikode", "31-027"},
        {"/StructParent ", "/StructPerent ", "28-010"},
        {"\nendobj", " endobj", "6.1.9-1"},
    };
    for (const auto& [from, to, rule] : changes) {
        SCOPED_TRACE(from);
        std::string spoilt = *good;
        bool found = false;
        for (std::size_t at = 0; (at = spoilt.find(from, at)) != std::string::npos; at += to.size(), found = true)
            spoilt.replace(at, from.size(), to);
        EXPECT_TRUE(found);
        const auto report = conformance::check(spoilt);
        ASSERT_TRUE(report) << list(report.error());
        EXPECT_TRUE(std::ranges::any_of(report->violations, [&](const auto& violation) {
            return violation.rule->id == rule;
        })) << rule;
    }
}

TEST(InspectConformance, PrintsTheVerdictAndEndsWithIt) {
    const std::string program = BESSHI_PROGRAM;
    const TemporaryFolder folder;
    const std::filesystem::path good = folder.path() / "good.pdf", bad = folder.path() / "bad.pdf";
    ASSERT_EQ(run(program + " render " + full.string() + " --form F01 -o " + good.string()).exit_code, 0);
    const Outcome kept = run(program + " inspect --conformance " + good.string());
    EXPECT_EQ(kept.exit_code, 0) << kept.out;
    EXPECT_THAT(kept.out, HasSubstr("機械で調べられる決まりはすべて守られています。"));
    EXPECT_THAT(kept.out, HasSubstr("09-001（ISO 14289-1 §7.2）タグが読む順に並んでいる"));
    std::string spoilt = read_bytes(good);
    spoilt.replace(spoilt.find("/Tabs/S"), 7, "/Tabs/R");
    write_bytes(bad, spoilt);
    const Outcome broken = run(program + " inspect --conformance " + bad.string());
    EXPECT_EQ(broken.exit_code, 1);
    EXPECT_THAT(broken.out, HasSubstr("28-009（ISO 14289-1 §7.18.3）Tabs が S である\n      → 2ページ"));
    const auto json = nlohmann::json::parse(run(program + " inspect --conformance --json " + bad.string()).out);
    EXPECT_EQ(json["ok"], false);
    EXPECT_EQ(json["violations"][0]["rule"], "28-009");
    EXPECT_EQ(json["violations"][0]["place"], "2ページ");
    EXPECT_FALSE(json["checked"].empty());
    write_bytes(bad, "no PDF");
    EXPECT_EQ(run(program + " inspect --conformance " + bad.string()).exit_code, 1);
}

}  // namespace
}  // namespace besshi::tests
