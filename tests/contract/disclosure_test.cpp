#include "shell.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

/// What a case marks as 非開示 or 支援措置, from the command line to the paper.
namespace besshi::tests {
namespace {

using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::ordered_json;

const std::filesystem::path root = BESSHI_ROOT;
const std::filesystem::path sample = root / "samples/kotonoha/cases/withheld.json";

/// What the sample marks, in parts that no line break tears.
constexpr const char* secrets[] = {"西の台", "000-0077", "080-0000-7301", "080-0000-7302"};

Outcome render(const std::filesystem::path& file, const std::string& arguments) {
    return run(std::string(BESSHI_PROGRAM) + " render " + shell_quoted(file.string()) + " --office " +
               (root / "samples/kotonoha").string() + " " + arguments);
}

std::string text_of_pdf(const std::filesystem::path& file) {
    return run("pdftotext -raw " + shell_quoted(file.string()) + " -").out;
}

/// The texts of a workbook, unpacked beside it.
std::string text_of_workbook(const std::filesystem::path& file) {
    const std::string folder = file.string() + ".unpacked";
    return run("python3 -m zipfile -e " + shell_quoted(file.string()) + " " + shell_quoted(folder) + " && cat " +
               shell_quoted(folder + "/xl/sharedStrings.xml") + " " + shell_quoted(folder) + "/xl/worksheets/*.xml")
        .out;
}

TEST(DisclosureLimits, NoFormShowsWhatIsMarked) {
    for (const char* form : {"F10", "F18", "F20", "F24", "F26"}) {
        SCOPED_TRACE(form);
        const TemporaryFolder folder;
        const std::string out = (folder.path() / "a").string();
        const std::string with_form = std::string("--form ") + form + " --purpose draft ";
        ASSERT_EQ(render(sample, with_form + "-o " + out + ".pdf").exit_code, 0);
        ASSERT_EQ(render(sample, with_form + "--to xlsx -o " + out + ".xlsx").exit_code, 0);
        EXPECT_THAT(text_of_pdf(out + ".pdf"), HasSubstr("三枝"));
        EXPECT_THAT(text_of_workbook(out + ".xlsx"), HasSubstr("三枝"));
        for (const char* secret : secrets) {
            EXPECT_THAT(text_of_pdf(out + ".pdf"), Not(HasSubstr(secret)));
            EXPECT_THAT(text_of_workbook(out + ".xlsx"), Not(HasSubstr(secret)));
        }
    }
}

TEST(DisclosureLimits, TheNotesSayThatItWasHeldBackAndNotWhat) {
    const Outcome outcome = render(sample, "--form F26 --purpose sign -o -");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("「保護者の住所」は支援措置の印があるため、空欄にします。"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("西の台")));
}

TEST(DisclosureLimits, OnlyAReasonShowsThem) {
    const TemporaryFolder folder;
    const std::string out = (folder.path() / "a.pdf").string();
    const Outcome shown = render(sample, "--form F26 --disclose 児童相談所への回答 --json -o " + out);
    ASSERT_EQ(shown.exit_code, 0) << shown.err;
    EXPECT_THAT(text_of_pdf(out), HasSubstr("西の台"));
    const Json answer = Json::parse(shown.out);
    EXPECT_EQ(answer["disclosed"].size(), 1u);
    EXPECT_EQ(answer["documents"][0]["made_from"]["disclosed"], "true");
    EXPECT_THAT(shown.out + read_bytes(out), Not(HasSubstr("児童相談所"))) << "the reason is for the record alone";
    for (const char* reason : {"''", "' 　'"}) {
        const Outcome refused = render(sample, std::string("--form F26 --disclose ") + reason + " -o " + out + "2");
        EXPECT_EQ(refused.exit_code, 2);
        EXPECT_THAT(refused.err, HasSubstr("理由"));
    }
}

/// What was shown is told of every way to make documents: a workbook of a set, a binding of many cases.
TEST(DisclosureLimits, SetsAndBindingsTellWhatWasShown) {
    const TemporaryFolder folder;
    const std::string out = " --disclose 児童相談所への回答 --json -o " + folder.path().string() + "/";
    for (const char* what : {"--set all --purpose draft --to xlsx --one-workbook", "--form F26 --bind"}) {
        const Outcome shown = render(sample, what + out);
        ASSERT_EQ(shown.exit_code, 0) << shown.err << shown.out;
        const Json answer = Json::parse(shown.out);
        EXPECT_FALSE(answer["disclosed"].empty()) << what;
        EXPECT_EQ(answer["documents"][0]["made_from"]["disclosed"], "true") << what;
    }
}

/// The sample changed: the letter goes to the father, or the father is to sign.
class MarkedFather : public testing::Test {
protected:
    MarkedFather() : json_(Json::parse(read_bytes(sample))) {}

    Outcome render(const std::string& arguments) {
        write_bytes(file(), json_.dump());
        return tests::render(file(), arguments);
    }
    std::filesystem::path file() const { return folder_.path() / "case.json"; }
    bool is_written(const char* name) const { return std::filesystem::exists(folder_.path() / name); }
    std::string out(const char* name) const { return " -o " + (folder_.path() / name).string(); }

    Json json_;
    TemporaryFolder folder_;
};

TEST_F(MarkedFather, GetsNoLetterAndNoReceipt) {
    json_["cover_letters"][0]["recipient"]["person"] = "羽生田　剛";
    for (const char* form : {"F24", "F25", "F27"}) {
        const Outcome refused = render(std::string("--form ") + form + out("a.pdf"));
        EXPECT_EQ(refused.exit_code, 1);
        EXPECT_THAT(refused.err, HasSubstr("fill.disclosure.recipient"));
        EXPECT_THAT(refused.err, HasSubstr("/cover_letters/0/recipient"));
        EXPECT_THAT(refused.err, Not(HasSubstr("羽生田")));
        EXPECT_FALSE(is_written("a.pdf"));
    }
    EXPECT_EQ(render("--set issue" + out("set/")).exit_code, 1) << "all or nothing";
    EXPECT_EQ(render("--form F24 --disclose 家庭裁判所の決定 " + out("a.pdf")).exit_code, 0);
    EXPECT_TRUE(is_written("a.pdf"));
}

TEST_F(MarkedFather, GetsNothingToSign) {
    json_["guardians"].erase(0);
    const Outcome refused = render("--form F01 --purpose sign" + out("a.pdf"));
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_THAT(refused.err, HasSubstr("fill.disclosure.signer"));
    EXPECT_THAT(refused.err, HasSubstr("/guardians/0"));
    EXPECT_FALSE(is_written("a.pdf"));
    EXPECT_EQ(render("--form F01 --purpose blank" + out("a.pdf")).exit_code, 0);
}

/// A year later the marks are still there: nobody took them away.
TEST_F(MarkedFather, StaysMarkedInTheNextCase) {
    write_bytes(file(), json_.dump());
    const std::string next = (folder_.path() / "next.json").string();
    const Outcome made = run(std::string(BESSHI_PROGRAM) + " next " + file().string() + " --office " +
                             (root / "samples/kotonoha").string() + " -o " + next);
    ASSERT_EQ(made.exit_code, 0) << made.err;
    const Json renewed = Json::parse(read_bytes(next));
    EXPECT_EQ(renewed["guardians"], json_["guardians"]);
    EXPECT_EQ(renewed["child"]["addresses"], json_["child"]["addresses"]);
    EXPECT_EQ(renewed["child"]["school_secret"], "support_measure");
}

}  // namespace
}  // namespace besshi::tests
