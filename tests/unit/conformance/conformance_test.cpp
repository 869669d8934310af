#include "conformance/conformance.h"
#include "expect_diagnostic.h"
#include "shell.h"
#include "unit/conformance/twins.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace besshi::tests {
namespace {

using conformance::Decision;
using conformance::Report;
using conformance::Rule;

/// Everything that is wrong, for people who read a failed test.
std::string list(const Report& report) {
    std::string text;
    for (const auto& violation : report.violations)
        text += std::string(violation.rule->id) + " " + violation.place + " " + violation.detail + "\n";
    for (const Rule* rule : report.undecided) text += std::string(rule->id) + " undecided\n";
    return text;
}

std::set<std::string> broken_rules(const Report& report) {
    std::set<std::string> ids;
    for (const auto& violation : report.violations) ids.emplace(violation.rule->id);
    return ids;
}

std::vector<Twin> all_twins() {
    std::vector<Twin> all;
    for (const auto& part : {pdf_a_twins(), pdf_ua_twins(), pdf_twins()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// The good file behind a password that is empty, with or without leave to read it aloud.
std::string encrypted(const std::string& accessibility) {
    const TemporaryFolder folder;
    const std::filesystem::path in = folder.path() / "in.pdf", out = folder.path() / "out.pdf";
    write_bytes(in, good_file().write());
    run("qpdf --allow-weak-crypto --encrypt '' o 128 --use-aes=n --accessibility=" + accessibility + " -- " +
        in.string() + " " + out.string());
    return read_bytes(out);
}

TEST(Conformance, AGoodFileConforms) {
    const auto report = conformance::check(good_file().write());
    ASSERT_TRUE(report) << tests::list(report.error());
    EXPECT_TRUE(report->conforms()) << list(*report);
    EXPECT_EQ(report->omitted, 0u);
}

/// As writers do that learn the length only after the data.
TEST(Conformance, ALengthMayBeAnotherObject) {
    HandmadePdf pdf = good_file();
    pdf.add("length", "13");
    pdf.change("drawing", "<<", "<</Length @length");
    const auto report = conformance::check(pdf.write());
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->conforms()) << list(*report);
}

/// What one page leaves open is not held against the next.
TEST(Conformance, SavesOfSeveralPagesDoNotAddUp) {
    HandmadePdf pdf = good_file();
    pdf.add_stream("open", "<<>>", "q");
    std::string pages;
    for (int i = 0; i < 40; ++i) {
        const std::string name = "page" + std::to_string(i);
        pdf.add(name, "<</Type/Page/Parent @pages/MediaBox[0 0 9 9]/Resources<<>>/Contents @open>>");
        pages += " @" + name;
    }
    pdf.change("pages", "@page", "@page" + pages);
    const auto report = conformance::check(pdf.write());
    ASSERT_TRUE(report);
    EXPECT_TRUE(broken_rules(*report).contains("8.4.2-1")) << list(*report);
    EXPECT_FALSE(broken_rules(*report).contains("6.1.13-8")) << list(*report);
}

/// A file larger than what is read of it is never said to conform.
TEST(Conformance, WhatIsNotReadIsSaid) {
    const auto many_pages = [](HandmadePdf& pdf) {
        std::string pages;
        for (int i = 0; i < 10'000; ++i) {
            const std::string name = "page" + std::to_string(i);
            pdf.add(name, "<</Type/Page/Parent @pages>>");
            pages += " @" + name;
        }
        pdf.change("pages", "@page", "@page" + pages);
    };
    const auto deep_elements = [](HandmadePdf& pdf) {
        std::string below;
        for (int i = 0; i < 250; ++i) {
            const std::string name = "deep" + std::to_string(i);
            pdf.add(name, "<</S/Div/K[" + below + "]>>");
            below = "@" + name;
        }
        pdf.change("document", "@heading", below + " @heading");
    };
    const auto endless_drawing = change("drawing", "/Resources<<>>", "/Resources<</XObject<</X @drawing>>>>");
    const auto draws_itself = [&](HandmadePdf& pdf) {
        endless_drawing(pdf);
        pdf.change("drawing!", "S", "S/X Do");
    };
    for (const std::function<void(HandmadePdf&)>& enlarge :
         std::vector<std::function<void(HandmadePdf&)>>{many_pages, deep_elements, draws_itself}) {
        HandmadePdf pdf = good_file();
        enlarge(pdf);
        const auto report = conformance::check(pdf.write());
        ASSERT_TRUE(report);
        EXPECT_FALSE(report->conforms());
        EXPECT_TRUE(std::ranges::any_of(report->undecided, [](const Rule* rule) { return rule->id == "7.3-1"; }))
            << list(*report);
    }
}

/// A timetable of a day by the minute.
TEST(Conformance, ACellMayReachOverAnyNumberOfRows) {
    HandmadePdf pdf = good_file();
    std::string rows;
    for (int row = 1; row < 1'440; ++row) {
        const std::string name = "minute" + std::to_string(row);
        pdf.add(name, "<</S/TR/P @rows/K[]>>");
        rows += " @" + name;
    }
    pdf.change("rows", "@row", "@row" + rows);
    pdf.change("cell", "/O/Table", "/O/Table/RowSpan 1440");
    const auto report = conformance::check(pdf.write());
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->conforms()) << list(*report);
}

TEST(Conformance, EachTwinBreaksItsRules) {
    for (const Twin& twin : all_twins()) {
        SCOPED_TRACE(testing::PrintToString(twin.rules));
        HandmadePdf pdf = good_file();
        twin.spoil(pdf);
        std::string bytes = pdf.write();
        if (twin.spoil_bytes) twin.spoil_bytes(bytes);
        const auto report = conformance::check(bytes);
        if (!report) {
            ADD_FAILURE() << tests::list(report.error());
            continue;
        }
        for (const std::string& rule : twin.rules)
            EXPECT_TRUE(broken_rules(*report).contains(rule)) << rule << " is not among\n" << list(*report);
    }
}

TEST(Conformance, AnEncryptedFileDoesNotConform) {
    const auto readable = conformance::check(encrypted("y"));
    ASSERT_TRUE(readable) << tests::list(readable.error());
    EXPECT_TRUE(broken_rules(*readable).contains("6.1.3-2"));
    EXPECT_FALSE(broken_rules(*readable).contains("26-002"));
    const auto silent = conformance::check(encrypted("n"));
    ASSERT_TRUE(silent) << tests::list(silent.error());
    EXPECT_TRUE(broken_rules(*silent).contains("26-002"));
}

TEST(Conformance, EveryRuleOfTheMachineHasATwin) {
    std::set<std::string> twinned{"6.1.3-2", "26-002"};  // encrypted, above
    for (const Twin& twin : all_twins()) twinned.insert(twin.rules.begin(), twin.rules.end());
    // More objects than any test should write.
    twinned.insert("6.1.13-7");
    for (const Rule& rule : conformance::rules())
        if (rule.decided_by == Decision::machine) {
            EXPECT_TRUE(twinned.contains(std::string(rule.id))) << rule.id;
        }
}

/// What besshi never writes, and the rules that `check` then leaves undecided.
TEST(Conformance, WhatIsNotJudgedIsSaid) {
    struct Foreign {
        std::vector<std::string> rules;
        std::function<void(HandmadePdf&)> put_in;
    };
    const std::vector<Foreign> all{
        {{"6.1.13-10", "6.2.11.3.1-1", "6.2.11.3.3-1", "6.2.11.3.3-2", "6.2.11.3.3-3", "31-001", "31-002", "31-003",
          "31-006", "31-007", "31-008"},
         change("font", "/Identity-H", "/UniJIS-UTF16-H")},
        {{"6.1.13-9", "6.2.4.4-1", "6.2.4.4-2"}, change("image", "/DeviceRGB", "[/DeviceN[/A/B/C]/DeviceRGB<<>>]")},
        {{"6.2.4.2-2"},
         [](HandmadePdf& pdf) {
             pdf.add_stream("cmyk", "<</N 4>>", tiny_icc("CMYK"));
             pdf.change("image", "/DeviceRGB", "[/ICCBased @cmyk]");
         }},
        {{"6.2.8.3-1"}, extend("image", "/Filter/JPXDecode")},
        {{"6.2.11.2-4", "6.2.11.6-1", "31-017", "31-018", "31-019", "31-020", "31-021", "31-022", "31-023", "31-024",
          "31-025", "31-026"},
         [](HandmadePdf& pdf) { pdf.add("simple", "<</Type/Font/Subtype/TrueType/BaseFont/A>>"); }},
        {{"6.2.11.4.2-1", "31-012", "31-013"}, extend("descriptor", "/CharSet(/A)")},
        {{"6.8-1"},
         [](HandmadePdf& pdf) { pdf.add("specification", "<</Type/Filespec/F(a)/UF(a)/EF<</F @content>>>>"); }},
        {{"17-003"}, change("paragraph", "/S/P", "/S/Formula/Alt(a)")},
        {{"26-001"}, nullptr},
        {{"28-014", "28-015"}, [](HandmadePdf& pdf) { pdf.add("clip", "<</Type/MediaClip/S/MCD>>"); }},
        {{"28-018"}, change("link", "/Subtype/Link", "/Subtype/PrinterMark/AP<</N @appearance>>")},
    };
    std::set<std::string> seen;
    for (const Foreign& foreign : all) {
        SCOPED_TRACE(testing::PrintToString(foreign.rules));
        HandmadePdf pdf = good_file();
        if (foreign.put_in) foreign.put_in(pdf);
        const auto report = conformance::check(foreign.put_in ? pdf.write() : encrypted("y"));
        ASSERT_TRUE(report) << tests::list(report.error());
        EXPECT_FALSE(report->conforms());
        std::vector<std::string> undecided;
        for (const Rule* rule : report->undecided) undecided.emplace_back(rule->id);
        EXPECT_THAT(undecided, testing::UnorderedElementsAreArray(foreign.rules));
        seen.insert(foreign.rules.begin(), foreign.rules.end());
    }
    for (const Rule& rule : conformance::rules())
        if (rule.decided_by == Decision::nobody) {
            EXPECT_TRUE(seen.contains(std::string(rule.id))) << rule.id;
        }
}

TEST(Conformance, TheReportNamesEveryRuleOnce) {
    const auto report = conformance::check(good_file().write());
    ASSERT_TRUE(report);
    std::multiset<const Rule*> named;
    for (const auto* group : {&report->checked, &report->not_applicable, &report->undecided, &report->for_people})
        named.insert(group->begin(), group->end());
    EXPECT_EQ(named.size(), conformance::rules().size());
    for (const Rule& rule : conformance::rules()) EXPECT_EQ(named.count(&rule), 1u) << rule.id;
    const auto has = [](const std::vector<const Rule*>& group, std::string_view id) {
        return std::ranges::any_of(group, [&](const Rule* rule) { return rule->id == id; });
    };
    EXPECT_TRUE(has(report->checked, "6.1.2-1"));
    EXPECT_TRUE(has(report->checked, "13-004"));
    EXPECT_TRUE(has(report->not_applicable, "6.4.3-1")) << "the field is not signed";
    EXPECT_FALSE(has(report->not_applicable, "16-002")) << "there is a list";
    EXPECT_TRUE(has(report->for_people, "09-001"));
}

/// One row of tests/spec/conformance.tsv for each rule, and one rule for each row.
TEST(Conformance, RulesAreThoseOfTheSpecification) {
    std::ifstream in(std::filesystem::path(BESSHI_ROOT) / "tests/spec/conformance.tsv");
    std::set<std::string> listed, ours;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) continue;
        std::vector<std::string> cells;
        std::istringstream rest(line);
        for (std::string cell; std::getline(rest, cell, '\t');) cells.push_back(cell);
        ASSERT_EQ(cells.size(), 5u) << line;
        EXPECT_FALSE(cells[4].empty()) << line;
        EXPECT_TRUE(listed.insert(cells[0] + "\t" + cells[1] + "\t" + cells[2] + "\t" + cells[3]).second) << line;
    }
    std::set<std::string_view> ids;
    for (const Rule& rule : conformance::rules()) {
        EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
        EXPECT_FALSE(rule.japanese.empty()) << rule.id;
        ours.insert(std::string(rule.id) + "\t" + std::string(name_of(rule.standard)) + "\t" +
                    std::string(rule.clause) + "\t" + std::string(name_of(rule.decided_by)));
    }
    EXPECT_EQ(ours, listed);
}

TEST(Conformance, FaultsThatRepeatAreCounted) {
    HandmadePdf pdf = good_file();
    std::string content;
    for (int i = 0; i < 70; ++i) content += "0 0 m 1 1 l S\n";
    pdf.change("content!", "/H1<</MCID 0>>BDC", content + "/H1<</MCID 0>>BDC");
    const auto report = conformance::check(pdf.write());
    ASSERT_TRUE(report);
    EXPECT_EQ(report->violations.size(), 50u);
    EXPECT_EQ(report->omitted, 20u);
}

TEST(ConformanceDiagnostics, FilesThatCannotBeJudged) {
    const std::string good = good_file().write();
    const auto faults = [](const std::string& bytes) { return faults_of(conformance::check(bytes)); };
    const std::string largest(64u << 20, ' ');
    EXPECT_FIRES("conformance.file.too_large", faults(largest + ' '));
    EXPECT_SILENT("conformance.file.too_large", faults(largest));
    EXPECT_FIRES("conformance.file.not_pdf", faults("PDF-1.7"));
    EXPECT_SILENT("conformance.file.not_pdf", faults("%PDF-1.7"));
    std::string astray = good;
    replace("startxref\n", "startxref\n9")(astray);
    EXPECT_FIRES("conformance.file.broken", faults(astray));
    EXPECT_SILENT("conformance.file.broken", faults(good));
}

TEST(ConformanceDiagnostics, CrossReferenceStreams) {
    const TemporaryFolder folder;
    const std::filesystem::path in = folder.path() / "in.pdf", out = folder.path() / "out.pdf";
    write_bytes(in, good_file().write());
    run("qpdf --object-streams=generate " + in.string() + " " + out.string());
    EXPECT_FIRES("conformance.file.foreign", faults_of(conformance::check(read_bytes(out))));
    run("qpdf --object-streams=disable " + in.string() + " " + out.string());
    EXPECT_SILENT("conformance.file.foreign", faults_of(conformance::check(read_bytes(out))));
}

}  // namespace
}  // namespace besshi::tests
