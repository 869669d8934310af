#include "shell.h"

#include <gmock/gmock.h>

/// A year of cases from outside: new, next, start.
namespace besshi::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::filesystem::path root = BESSHI_ROOT;
const std::string full = (root / "samples/kotonoha/cases/full.json").string();

Outcome besshi(const std::string& arguments, std::string_view input = {}) {
    return run(std::string(BESSHI_PROGRAM) + " " + arguments, input);
}

/// An office folder with the sample's office.toml and one case, `c-0001.json`.
class Office {
public:
    Office() {
        std::filesystem::create_directory(cases());
        std::filesystem::copy(root / "samples/kotonoha/office.toml", folder_.path());
        for (const auto& entry : std::filesystem::directory_iterator(root / "samples/kotonoha/cases"))
            if (entry.path().extension() == ".png") std::filesystem::copy(entry.path(), cases());
        std::filesystem::copy(full, cases() / "c-0001.json");
    }
    std::filesystem::path cases() const { return folder_.path() / "cases"; }
    std::string file(const std::string& name) const { return (cases() / name).string(); }
    bool has(const std::string& name) const { return std::filesystem::exists(cases() / name); }

private:
    TemporaryFolder folder_;
};

TEST(New, MakesCasesThatRender) {
    const Office office;
    write_bytes(office.file("roster.csv"),
                "管理番号,児童氏名,学年,血液型\r\nk-1,見本　花子,2年,A\r\n,試作　太郎,3年,B\r\n");
    const Outcome made = besshi("new " + office.file("roster.csv") + " -o " + office.cases().string());
    ASSERT_EQ(made.exit_code, 0) << made.err;
    EXPECT_TRUE(office.has("k-1.json"));
    EXPECT_TRUE(office.has("c-0002.json")) << "in the pattern of the office";
    EXPECT_THAT(made.out, HasSubstr("3 行目。管理番号は新しく付けました"));
    EXPECT_THAT(made.err, HasSubstr("血液型"));
    EXPECT_THAT(made.out + made.err, Not(HasSubstr("花子")));
    const Outcome draft = besshi("render " + office.file("k-1.json") + " --form F01 --purpose draft -o -");
    EXPECT_EQ(draft.exit_code, 0) << draft.err;
}

TEST(New, WritesNothingWhereOneCaseIsThere) {
    const Office office;
    const std::string csv = "管理番号,児童氏名\nk-1,見本　花子\nc-0001,試作　太郎\n";
    const Outcome refused = besshi("new - -o " + office.cases().string(), csv);
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_THAT(refused.err, HasSubstr("files.exists"));
    EXPECT_FALSE(office.has("k-1.json"));
    EXPECT_EQ(read_bytes(office.file("c-0001.json")), read_bytes(full));
    EXPECT_EQ(besshi("new - --number k-1 -o " + office.cases().string(), csv).exit_code, 0);
    EXPECT_TRUE(office.has("k-1.json"));
    EXPECT_EQ(besshi("new - --force -o " + office.cases().string(), csv).exit_code, 0);
    EXPECT_NE(read_bytes(office.file("c-0001.json")), read_bytes(full));
}

TEST(New, AFaultInOneLineStopsAll) {
    const Office office;
    const Outcome refused = besshi("new - -o " + office.cases().string(),
                                   "管理番号,児童氏名,生年月日\nk-1,見本　花子,\nk-2,試作　太郎,R99\n");
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_THAT(refused.err, HasSubstr("-:3:3"));
    EXPECT_FALSE(office.has("k-1.json"));
    EXPECT_EQ(besshi("new").exit_code, 2);
    EXPECT_EQ(besshi("new - --line 9 -o " + office.cases().string(), "児童氏名\n見本　花子\n").exit_code, 2);
}

TEST(New, WritesAnEmptyRoster) {
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "roster.csv").string();
    ASSERT_EQ(besshi("new --template -o " + file).exit_code, 0);
    EXPECT_THAT(read_bytes(file), testing::StartsWith("\xEF\xBB\xBF管理番号,児童氏名,"));
    write_bytes(file, "mine");
    EXPECT_EQ(besshi("new --template -o " + file).exit_code, 3);
    EXPECT_EQ(read_bytes(file), "mine");
}

TEST(Next, StandsBesideTheOldCaseAndRenders) {
    const Office office;
    const Outcome next = besshi("next " + office.file("c-0001.json"));
    ASSERT_EQ(next.exit_code, 0) << next.err;
    EXPECT_EQ(next.out, office.file("c-0001-2026-04.json") + "\n");
    EXPECT_THAT(next.err, HasSubstr("個別支援計画：計画の期間　2026-04-01～2026-09-30"));
    EXPECT_THAT(next.err, HasSubstr("アレルギー　2025-09-08"));
    EXPECT_THAT(next.err, HasSubstr("cycle.certificate.ends"));
    EXPECT_EQ(read_bytes(office.file("c-0001.json")), read_bytes(full));
    for (const char* form : {"F01", "F02"}) {
        const Outcome draft =
            besshi("render " + office.file("c-0001-2026-04.json") + " --form " + form + " --purpose draft -o -");
        EXPECT_EQ(draft.exit_code, 0) << form << draft.err;
    }
    ASSERT_EQ(besshi("next " + office.file("c-0001-2026-04.json")).exit_code, 0);
    EXPECT_TRUE(office.has("c-0001-2026-10.json"));
}

TEST(Next, ANumberThatLooksLikeAMonthIsKept) {
    const Office office;
    std::string text = read_bytes(full);
    text.replace(text.find("\"c-0001\""), 8, "\"k-2024-01\"");
    write_bytes(office.file("k-2024-01.json"), text);
    const Outcome next = besshi("next " + office.file("k-2024-01.json"));
    EXPECT_EQ(next.out, office.file("k-2024-01-2026-04.json") + "\n") << next.err;
}

TEST(Next, IsNeverWrittenOverWorkThatHasBegun) {
    const Office office;
    write_bytes(office.file("c-0001-2026-04.json"), "{}");
    EXPECT_EQ(besshi("next " + office.file("c-0001.json")).exit_code, 3);
    EXPECT_EQ(read_bytes(office.file("c-0001-2026-04.json")), "{}");
    EXPECT_EQ(besshi("next " + office.file("c-0001.json") + " --force").exit_code, 0);
}

TEST(Next, GoesFromStandardInputToStandardOutput) {
    const std::string with_office = " --office " + (root / "samples/kotonoha").string();
    const Outcome next = besshi("next -" + with_office, read_bytes(full));
    ASSERT_EQ(next.exit_code, 0) << next.err;
    EXPECT_THAT(next.out, testing::StartsWith("{\n  \"case_number\": \"c-0001\""));
    EXPECT_EQ(besshi("next -" + with_office + " --json", read_bytes(full)).exit_code, 2);
    EXPECT_EQ(besshi("next -", "{}").exit_code, 1);
}

TEST(Next, TellsItsChangesWithoutNames) {
    const Office office;
    const Outcome next = besshi("next --json " + office.file("c-0001.json"));
    ASSERT_EQ(next.exit_code, 0) << next.err;
    EXPECT_THAT(next.out, HasSubstr("\"pointer\": \"/support_plan/consented_on\""));
    for (const char* name : {"髙﨑", "凜太朗", "彌生", "葛󠄀西"})
        EXPECT_THAT(next.out + next.err, Not(HasSubstr(name)));
}

TEST(Start, LaysOutEachSheet) {
    const Office office;
    const Outcome monitoring = besshi("start monitoring " + office.file("c-0001.json"));
    ASSERT_EQ(monitoring.exit_code, 0) << monitoring.err;
    EXPECT_EQ(monitoring.out, office.file("c-0001-monitoring.json") + "\n");
    const Outcome again =
        besshi("start monitoring " + office.file("c-0001-monitoring.json") + " -o " + office.file("again.json"));
    EXPECT_EQ(again.exit_code, 1);
    EXPECT_THAT(again.err, HasSubstr("--force"));
    EXPECT_FALSE(office.has("again.json"));
    for (const char* sheet : {"use-plan", "use-monitoring"}) {
        EXPECT_EQ(besshi(std::string("start ") + sheet + " " + office.file("c-0001.json")).exit_code, 1) << sheet;
        EXPECT_EQ(besshi(std::string("start ") + sheet + " --force " + office.file("c-0001.json")).exit_code, 0)
            << sheet;
        EXPECT_TRUE(office.has(std::string("c-0001-") + sheet + ".json"));
    }
    EXPECT_EQ(besshi("start " + office.file("c-0001.json")).exit_code, 2);
}

TEST(Diff, TellsWhatTheMeetingChangedAndNamesNobodyInJson) {
    const std::string draft = (root / "samples/kotonoha/cases/draft.json").string();
    const Outcome told = besshi("diff " + draft + " " + full);
    ASSERT_EQ(told.exit_code, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr("移行支援 支援内容１の「支援内容」を「"));
    EXPECT_THAT(told.out, Not(HasSubstr("「同意日」")));
    EXPECT_THAT(besshi("diff --all " + draft + " " + full).out, HasSubstr("「同意日」"));
    const Outcome json = besshi("diff --json " + draft + " " + full);
    EXPECT_THAT(json.out, HasSubstr("\"pointer\": \"/support_plan/rows/"));
    EXPECT_THAT(json.out, Not(HasSubstr("sentence")));
    EXPECT_THAT(besshi("diff --json --show-values " + draft + " " + full).out, HasSubstr("移行支援 支援内容１"));
    const Outcome same = besshi("diff " + full + " " + full);
    EXPECT_EQ(same.out, "");
    EXPECT_THAT(same.err, HasSubstr("ちがいはありません"));
    EXPECT_EQ(besshi("diff " + full + " nothing.json").exit_code, 3);
}

}  // namespace
}  // namespace besshi::tests
