#include "conforming.h"
#include "contract/pdf_words.h"
#include "expect_diagnostic.h"
#include "job/job.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>

/// Many cases in one PDF for the printer, from outside.
namespace besshi::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::filesystem::path root = BESSHI_ROOT;
const std::string sample = (root / "samples/kotonoha/cases/full.json").string();

/// An office with its own copy of the sample for each of many children; plans of two and more pages.
class Office {
public:
    explicit Office(int children) {
        std::filesystem::create_directories(cases());
        std::filesystem::copy(root / "samples/kotonoha/office.toml", folder_.path() / "office.toml");
        for (const char* image : {"family-tree.png", "eco-map.png"})
            std::filesystem::copy(root / "samples/kotonoha/cases" / image, cases() / image);
        const nlohmann::ordered_json full = nlohmann::ordered_json::parse(read_bytes(sample));
        for (int child = 0; child < children; ++child) {
            char number[16];
            std::snprintf(number, sizeof number, "k-%04d", child);
            nlohmann::ordered_json one = full;
            one["case_number"] = number;
            one["child"]["names"][0]["display_name"] = "見本　第" + std::to_string(child) + "番";
            nlohmann::ordered_json& rows = one["support_plan"]["rows"];
            const nlohmann::ordered_json again = rows;
            if (child % 3 == 1) rows.insert(rows.end(), again.begin(), again.begin() + 3);
            if (child % 3 == 2) rows.insert(rows.end(), again.begin(), again.end());
            write_bytes(cases() / (std::string(number) + ".json"), one.dump());
        }
    }

    std::filesystem::path cases() const { return folder_.path() / "cases"; }
    std::filesystem::path folder() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
};

Outcome bound(const std::string& arguments) {
    return run(std::string(BESSHI_PROGRAM) + " render --bind " + arguments);
}

/// The text of each page, without spaces.
std::vector<std::string> pages_of(const std::filesystem::path& pdf) {
    std::vector<std::string> pages;
    std::istringstream text(run("pdftotext " + pdf.string() + " -").out);
    for (std::string page; std::getline(text, page, '\f');) pages.push_back(without_spaces(page));
    return pages;
}

/// The numbers of the children whose names a text holds.
std::set<int> children_in(const std::string& text) {
    static const std::regex name("見本第([0-9]+)番");
    std::set<int> children;
    for (std::sregex_iterator match(text.begin(), text.end(), name), end; match != end; ++match)
        children.insert(std::stoi((*match)[1]));
    return children;
}

TEST(Bind, NeverPutsTwoChildrenOnOneSheet) {
    constexpr int count = 300;
    const Office office(count);
    const std::filesystem::path pdf = office.folder() / "all.pdf";
    const Outcome outcome = bound(office.cases().string() + " --form F01 --purpose sign -o " + pdf.string());
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const std::vector<std::string> pages = pages_of(pdf);
    ASSERT_EQ(pages.size() % 2, 0u);
    EXPECT_CONFORMS(read_bytes(pdf));
    int last = -1, blank = 0;
    std::set<std::size_t> lengths;
    std::size_t length = 0;
    for (std::size_t front = 0; front < pages.size(); front += 2) {
        ASSERT_FALSE(pages[front].empty()) << "page " << front + 1;
        blank += pages[front + 1].empty();
        const std::set<int> on_front = children_in(pages[front]), on_back = children_in(pages[front + 1]);
        ASSERT_THAT(on_front, SizeIs(1)) << "page " << front + 1;
        ASSERT_TRUE(pages[front + 1].empty() || on_back == on_front) << "sheet " << front / 2 + 1;
        if (*on_front.begin() != last) {
            ASSERT_EQ(*on_front.begin(), last + 1);
            last = *on_front.begin();
            if (length != 0) lengths.insert(length);
            length = 0;
        }
        ++length;
    }
    EXPECT_EQ(last, count - 1);
    EXPECT_GT(blank, 0) << "no plan had an odd number of pages";
    EXPECT_THAT(lengths, SizeIs(testing::Ge(2u))) << "all plans had as many sheets";
    const std::string outline = run("mutool show " + pdf.string() + " outline").out;
    EXPECT_EQ(std::count(outline.begin(), outline.end(), '\n'), count);
    EXPECT_THAT(outline, HasSubstr("\"k-0123　見本　第123番\""));
}

TEST(Bind, IsOneTaggedFileForThePrinter) {
    const Office office(3);
    const Outcome outcome = bound(office.cases().string() + " --form F01 -o " + office.folder().string() + "/");
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const std::filesystem::path pdf = office.folder() / "F01_bound.pdf";
    EXPECT_EQ(without_spaces(outcome.out), pdf.string());
    EXPECT_THAT(outcome.err, HasSubstr("書類3件"));
    const std::string catalog = run("mutool show " + pdf.string() + " trailer/Root").out;
    EXPECT_THAT(catalog, HasSubstr("/PrintScaling /None"));
    EXPECT_THAT(catalog, HasSubstr("/Duplex /DuplexFlipShortEdge"));
    EXPECT_THAT(catalog, Not(HasSubstr("AcroForm")));
    const std::string tree = run("pdfinfo -struct-text " + pdf.string()).out;
    EXPECT_EQ(tree.find("Document\n  Part\n"), 0u);
    EXPECT_THAT(tree, Not(HasSubstr("Form")));
    EXPECT_CONFORMS(read_bytes(pdf));
    EXPECT_THAT(run("qpdf --check " + pdf.string()).out, HasSubstr("No syntax or stream encoding errors found"));
    EXPECT_THAT(run("pdfinfo " + pdf.string()).out, HasSubstr("個別支援計画書（3件）"));
}

TEST(Bind, BindsTheSetsOfAllChildren) {
    const Office office(2);
    const std::filesystem::path pdf = office.folder() / "sets.pdf";
    const Outcome outcome = bound(office.cases().string() + " --set issue -o " + pdf.string());
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const std::string outline = run("mutool show " + pdf.string() + " outline").out;
    std::vector<std::string> children;
    std::istringstream lines(outline);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("+\t")) children.push_back(line.substr(0, line.find("#")));
    EXPECT_THAT(children, ElementsAre("+\t\"k-0000　見本　第0番\"\t", "+\t\"k-0001　見本　第1番\"\t"));
    EXPECT_THAT(outline, HasSubstr("|\t\t\"個別支援計画書\"\t"));
    const std::vector<std::string> pages = pages_of(pdf);
    for (std::size_t front = 0; front + 1 < pages.size(); front += 2)
        EXPECT_THAT(children_in(pages[front] + pages[front + 1]), SizeIs(testing::Le(1u))) << "sheet " << front / 2 + 1;
}

TEST(Bind, RefusesAllIfOneCaseIsBrokenAndNamesItsFile) {
    const Office office(3);
    write_bytes(office.cases() / "k-0001.json", "{ \"case_number\": 7 }");
    const std::filesystem::path pdf = office.folder() / "all.pdf";
    const Outcome outcome = bound(office.cases().string() + " --form F01 -o " + pdf.string());
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("k-0001.json"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("見本")));
    EXPECT_FALSE(std::filesystem::exists(pdf));
}

TEST(Bind, NamesTheCaseAMissingGlyphIsIn) {
    const Office office(3);
    const std::filesystem::path second = office.cases() / "k-0001.json";
    nlohmann::ordered_json one = nlohmann::ordered_json::parse(read_bytes(second));
    one["support_plan"]["rows"][0]["goal"] = "\u0E01";  // Thai: no font has it
    write_bytes(second, one.dump());
    const Outcome outcome = bound(office.cases().string() + " --form F01 -o " + office.folder().string() + "/");
    EXPECT_EQ(outcome.exit_code, 4) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("/support_plan/rows/0/goal ← " + second.string()));
    EXPECT_THAT(outcome.err, Not(HasSubstr("form.toml")));
}

TEST(Bind, ReportsEachCaseByItself) {
    const Office office(2);
    const Outcome outcome =
        bound(office.cases().string() + " --form F01 --report -o " + office.folder().string() + "/");
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    for (const char* file : {"k-0000.json", "k-0001.json"}) EXPECT_THAT(outcome.out, HasSubstr(file));
    EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr("form.toml")));
}

TEST(Bind, WarnsOfPaperThatLiesDifferentlyInThePrinter) {
    const auto stock = job::Stock::load(root);
    ASSERT_TRUE(stock);
    const form::RenderRequest record{{}, {}, form::Purpose::record, {}, {}, {}};
    const auto notes = [&](job::BindRequest request) { return job::bind(*stock, request).value().notes; };
    EXPECT_FIRES("job.bind.mixed_paper", notes({{sample}, {}, job::SetOrder{"issue", record}}));
    form::RenderRequest plan = record;
    plan.document = "F01";
    EXPECT_SILENT("job.bind.mixed_paper", notes({{sample}, {}, plan}));
}

TEST(Bind, SaysWhichCasesHaveNothingForTheForm) {
    const Office office(2);
    nlohmann::json without = nlohmann::json::parse(read_bytes(office.cases() / "k-0001.json"));
    without.erase("specialist_plan");
    write_bytes(office.cases() / "k-0001.json", without.dump());
    const Outcome outcome = run(std::string(BESSHI_PROGRAM) + " --json render --bind " + office.cases().string() +
                                " --form F05 -o " + office.folder().string() + "/");
    ASSERT_EQ(outcome.exit_code, 0) << outcome.out;
    const nlohmann::json answer = nlohmann::json::parse(outcome.out);
    ASSERT_EQ(answer["left_out"].size(), 1u);
    EXPECT_THAT(answer["left_out"][0].get<std::string>(), HasSubstr("k-0001.json"));
}

TEST(Bind, NeedsSomethingToBind) {
    const auto stock = job::Stock::load(root);
    ASSERT_TRUE(stock);
    const auto faults = [&](const std::string& file) {
        const auto result =
            job::bind(*stock, {{file}, {}, form::RenderRequest{"F01", {}, form::Purpose::record, {}, {}, {}}});
        return result ? Diagnostics{} : result.error();
    };
    EXPECT_FIRES("job.bind.empty", faults((root / "samples/midori/cases/two-providers.json").string()));
    EXPECT_SILENT("job.bind.empty", faults(sample));
    const TemporaryFolder empty;
    EXPECT_FALSE(job::find_case_files({empty.path()}));
}

TEST(Bind, RefusesWhatMakesNoSense) {
    for (const char* wrong : {" --form F01 --to xlsx", " --form F01 --document-id D-1", " --form F01 --set issue"})
        EXPECT_EQ(bound(sample + wrong).exit_code, 2) << wrong;
    EXPECT_EQ(run(std::string(BESSHI_PROGRAM) + " render " + sample + " " + sample + " --form F01").exit_code, 2);
}

}  // namespace
}  // namespace besshi::tests
