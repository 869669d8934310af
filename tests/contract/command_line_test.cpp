#include "conforming.h"
#include "expect_diagnostic.h"
#include "job/job.h"
#include "shell.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

/// The command line from outside: what it prints, writes, refuses, and the exit codes.
namespace besshi::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::filesystem::path root = BESSHI_ROOT;
const std::string full = (root / "samples/kotonoha/cases/full.json").string();
const std::string smallest = (root / "samples/smallest.json").string();

Outcome besshi(const std::string& arguments, std::string_view input = {}) {
    return run(std::string(BESSHI_PROGRAM) + " " + arguments, input);
}

/// The diagnostics a run printed on stderr, by their codes alone.
Diagnostics codes_in(const std::string& text) {
    Diagnostics found;
    static std::vector<std::string> names;
    names.clear();
    for (std::size_t at = 0; (at = text.find('[', at)) != std::string::npos; ++at)
        names.push_back(text.substr(at + 1, text.find(']', at) - at - 1));
    for (const std::string& name : names) {
        Diagnostic& diagnostic = found.emplace_back();
        diagnostic.code = name;
        diagnostic.severity = Severity::error;
    }
    return found;
}

TEST(CommandLine, RendersTheSmallestCaseFromStandardInputToStandardOutput) {
    const Outcome outcome = besshi("render - --form F01 --purpose draft -o -", read_bytes(smallest));
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, testing::StartsWith("%PDF-1.7"));
}

TEST(CommandLine, WritesPdfAndExcelUnderNamesWithoutPersons) {
    const TemporaryFolder folder;
    const Outcome outcome =
        besshi("render " + full + " --form F01 --purpose sign --to pdf,xlsx -o " + folder.path().string() + "/out/");
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "out")) {
        names.push_back(entry.path().filename());
        EXPECT_EQ(entry.status().permissions(),
                  std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }
    std::ranges::sort(names);
    EXPECT_EQ(names, (std::vector<std::string>{"c-0001_F01_2025-09-22_sign.pdf", "c-0001_F01_2025-09-22_sign.xlsx"}));
    EXPECT_EQ(std::filesystem::status(folder.path() / "out").permissions(), std::filesystem::perms::owner_all);
}

TEST(CommandLine, SameBytesEveryTime) {
    const Outcome first = besshi("render " + full + " --form F01 -o -");
    const Outcome second = besshi("render " + full + " --form F01 -o -");
    ASSERT_EQ(first.exit_code, 0) << first.err;
    EXPECT_EQ(first.out, second.out);
    const Outcome elsewhere = run("TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 " BESSHI_PROGRAM " render " +
                                  full + " --form F01 -o -");
    EXPECT_EQ(first.out, elsewhere.out);
}

/// A case whose text for the first box beside the week has `sentences` sentences; the box holds some fifty.
std::string week_case(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i) text += "朝の支度をする。";
    return R"({"use_plan_draft":{"created_on":"2025-02-20","week":{"daily_activities":")" + text + R"("}}})";
}

TEST(CommandLine, ReportSaysFieldByFieldHowTextsFit) {
    const TemporaryFolder folder;
    const std::string arguments = "render - --form F13 --purpose draft -o " + folder.path().string() + "/";
    const Outcome silent = besshi(arguments, week_case(200));
    ASSERT_EQ(silent.exit_code, 0) << silent.err;
    EXPECT_THAT(silent.out, Not(HasSubstr("別紙")));
    const Outcome told = besshi(arguments + " --report", week_case(200));
    ASSERT_EQ(told.exit_code, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr("【縮めた・折った・移した欄】1 か所"));
    EXPECT_THAT(told.out,
                testing::ContainsRegex("主な日常生活上の活動 .* 字超過\n +/use_plan_draft/week/daily_activities"
                                       "　.*別紙（1 番め）に移した\n"));
    EXPECT_THAT(told.out, Not(HasSubstr("朝の支度")));
    EXPECT_THAT(told.out, testing::EndsWith(silent.out)) << "the files are listed as ever";
    const Outcome fits = besshi(arguments + " --report --force", week_case(3));
    EXPECT_THAT(fits.out, Not(HasSubstr("縮めた・折った")));
    EXPECT_THAT(fits.out, testing::ContainsRegex("主な日常生活上の活動 .* あと [0-9]+ 字\n"));
}

TEST(CommandLine, TheCharactersTooManyAreThoseToTakeAway) {
    const TemporaryFolder folder;
    const std::string arguments =
        "render - --form F13 --purpose draft --report --json --force -o " + folder.path().string() + "/";
    const auto field = [&](int sentences) {
        const auto answer = nlohmann::json::parse(besshi(arguments, week_case(sentences)).out);
        for (const auto& one : answer.at("report").at(0).at("fields"))
            if (one.at("pointer") == "/use_plan_draft/week/daily_activities") return one;
        return nlohmann::json();
    };
    const nlohmann::json long_text = field(200);
    EXPECT_EQ(long_text.at("characters"), 1600);
    EXPECT_EQ(long_text.at("done").at(0).at("kind"), "carried_over");
    const int fitting = (1600 + long_text.at("spare_characters").get<int>()) / 8;
    EXPECT_GE(field(fitting).at("spare_characters"), 0);
    EXPECT_LT(field(fitting + 1).at("spare_characters"), 0);
}

TEST(CommandLine, ReportLeavesADocumentOnStandardOutputAlone) {
    const std::string arguments = "render - --form F13 --purpose draft -o -";
    const Outcome told = besshi(arguments + " --report", week_case(200));
    EXPECT_EQ(told.out, besshi(arguments, week_case(200)).out);
    EXPECT_THAT(told.err, HasSubstr("/use_plan_draft/week/daily_activities"));
    EXPECT_THAT(told.err, Not(HasSubstr("朝の支度")));
}

TEST(CommandLine, ReportStandsInJson) {
    const TemporaryFolder folder;
    const std::string arguments = "render - --form F13 --purpose draft --json -o " + folder.path().string() + "/";
    const auto answer = nlohmann::json::parse(besshi(arguments + " --report", week_case(200)).out);
    EXPECT_EQ(answer.at("ok"), true);
    const nlohmann::json& report = answer.at("report").at(0);
    EXPECT_EQ(report.at("number"), "F13");
    EXPECT_EQ(report.at("pages"), 2);
    EXPECT_EQ(report.at("sizes_pt").at(0), 8.0);
    EXPECT_EQ(report.at("size_pt"), 8.0);
    for (const nlohmann::json& field : report.at("fields")) {
        std::vector<std::string> keys;
        for (const auto& [key, value] : field.items()) keys.push_back(key);
        EXPECT_THAT(keys, testing::UnorderedElementsAre("pointer", "cell", "label", "pages", "size_asked_pt",
                                                        "size_used_pt", "narrow_permille", "lines", "height_permille",
                                                        "width_permille", "characters", "spare_characters", "done"));
        EXPECT_THAT(field.at("pointer").get<std::string>(), testing::StartsWith("/"));
        EXPECT_NE(field.at("label"), "");
    }
    EXPECT_FALSE(nlohmann::json::parse(besshi(arguments, week_case(200)).out).contains("report"));
}

TEST(CommandLine, WhatIsRefusedIsReportedToo) {
    const std::string arguments = "render - --form F13 --purpose draft --strict --report -o out.pdf";
    const Outcome refused = besshi(arguments, week_case(200));
    EXPECT_EQ(refused.exit_code, 4);
    EXPECT_THAT(refused.out, HasSubstr("【縮めた・折った・移した欄】1 か所"));
    const auto answer = nlohmann::json::parse(besshi(arguments + " --json", week_case(200)).out);
    EXPECT_EQ(answer.at("ok"), false);
    EXPECT_EQ(answer.at("report").size(), 1u);
}

TEST(CommandLine, ExplainWritesASecondPdfBesideTheFirst) {
    const TemporaryFolder folder;
    const std::string arguments = "render " + full + " --form F01 -o ";
    const auto pages = [&](const std::string& name) {
        const std::string info = run("pdfinfo " + (folder.path() / name).string()).out;
        return std::stoi(info.substr(info.find("Pages:") + 6));
    };
    const Outcome named = besshi(arguments + (folder.path() / "plan.pdf").string() + " --explain");
    ASSERT_EQ(named.exit_code, 0) << named.err;
    EXPECT_THAT(named.out, HasSubstr("plan.pdf\n"));
    EXPECT_THAT(named.out, HasSubstr("plan.explain.pdf\n"));
    EXPECT_EQ(read_bytes(folder.path() / "plan.pdf"), besshi(arguments + "-").out) << "the document is the same";
    EXPECT_EQ(pages("plan.explain.pdf"), pages("plan.pdf") + 1);

    const Outcome outcome = besshi(arguments + folder.path().string() + "/ --explain");
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(read_bytes(folder.path() / "c-0001_F01_2025-09-22.explain.pdf"),
              read_bytes(folder.path() / "plan.explain.pdf"));
    const std::string text = run("pdftotext " + (folder.path() / "plan.explain.pdf").string() + " -").out;
    EXPECT_THAT(text, HasSubstr("この図の見方"));
    EXPECT_THAT(text, HasSubstr("/support_plan/overall_policy"));
    EXPECT_THAT(text, HasSubstr("次の行が入らないので、次のページへ"));
}

TEST(CommandLine, WhatIsExplainedConforms) {
    const TemporaryFolder folder;
    for (const char* form : {"F01", "F10", "F13", "F20"}) {
        const Outcome outcome =
            besshi("render " + full + " --form " + form + " --explain -o " + (folder.path() / form).string() + ".pdf");
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_CONFORMS(read_bytes(folder.path() / (std::string(form) + ".explain.pdf")));
    }
}

TEST(CommandLine, ExplainNeedsAPlaceOfItsOwn) {
    for (const char* arguments : {" -o -", " --bind -o out/"}) {
        const Outcome refused = besshi("render " + full + " --form F01 --explain" + arguments);
        EXPECT_EQ(refused.exit_code, 2);
        EXPECT_FIRES("app.argument.wrong", codes_in(refused.err));
    }
}

TEST(CommandLine, StrictRefusesWhatFitsOnlySmallerOrElsewhere) {
    const TemporaryFolder folder;
    const std::string arguments = "render - --form F13 --purpose draft --strict -o " + folder.path().string() + "/";
    const Outcome refused = besshi(arguments, week_case(200));
    EXPECT_EQ(refused.exit_code, 4);
    EXPECT_FIRES("job.text.adapted", codes_in(refused.err));
    EXPECT_FIRES("layout.text.carried_over", codes_in(refused.err));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
    const Outcome made = besshi(arguments, week_case(3));
    EXPECT_EQ(made.exit_code, 0) << made.err;
    EXPECT_SILENT("job.text.adapted", codes_in(made.err));
}

TEST(CommandLine, AnExistingFileWithOtherBytesIsKept) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "plan.pdf";
    const std::string arguments = "render " + smallest + " --form F01 --purpose draft -o " + file.string();
    write_bytes(file, "mine");
    const Outcome refused = besshi(arguments);
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_FIRES("files.exists", codes_in(refused.err));
    EXPECT_EQ(read_bytes(file), "mine");
    EXPECT_EQ(besshi(arguments + " --force").exit_code, 0);
    const Outcome again = besshi(arguments);
    EXPECT_EQ(again.exit_code, 0) << "the same bytes may be written again";
    EXPECT_SILENT("files.exists", codes_in(again.err));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << "no temporary file stays";
}

TEST(CommandLine, UnreadableAndUnwritableFilesGiveThree) {
    const TemporaryFolder folder;
    const Outcome missing =
        besshi("render " + (folder.path() / "none.json").string() + " --form F01 -o " + folder.path().string() + "/");
    EXPECT_EQ(missing.exit_code, 3);
    EXPECT_FIRES("files.unreadable", codes_in(missing.err));
    EXPECT_THAT(missing.err, HasSubstr("見つかりません"));
    EXPECT_THAT(besshi("render " + folder.path().string() + " --form F01").err, HasSubstr("フォルダーです"));
    write_bytes(folder.path() / "file", "x");
    const Outcome unwritable =
        besshi("render " + smallest + " --form F01 --purpose draft -o " + (folder.path() / "file/below.pdf").string());
    EXPECT_EQ(unwritable.exit_code, 3);
    EXPECT_FIRES("files.unwritable", codes_in(unwritable.err));
    const Outcome fine =
        besshi("render " + smallest + " --form F01 --purpose draft -o " + (folder.path() / "below.pdf").string());
    EXPECT_EQ(fine.exit_code, 0) << fine.err;
    EXPECT_SILENT("files.unreadable", codes_in(fine.err));
    EXPECT_SILENT("files.unwritable", codes_in(fine.err));
}

TEST(CommandLine, WithoutItsFoldersTheEnvironmentIsWrong) {
    const TemporaryFolder folder;
    const Outcome outcome = besshi("forms list --data " + folder.path().string());
    EXPECT_EQ(outcome.exit_code, 6);
    EXPECT_FIRES("job.folder.missing", codes_in(outcome.err));
    EXPECT_SILENT("job.folder.missing", codes_in(besshi("forms list").err));
}

TEST(CommandLine, ABrokenFormDoesNotKeepTheOthersFromBeingUsed) {
    const TemporaryFolder folder;
    std::filesystem::copy(root / "forms", folder.path() / "forms", std::filesystem::copy_options::recursive);
    std::filesystem::create_directory_symlink(root / "fonts", folder.path() / "fonts");
    const std::string data = " --data " + folder.path().string();
    EXPECT_SILENT("form.syntax.open_quote", codes_in(besshi("forms list" + data).err));

    std::filesystem::create_directories(folder.path() / "forms/broken/2026-04-01");
    write_bytes(folder.path() / "forms/broken/2026-04-01/form.toml", "form = \"broken");
    const Outcome list = besshi("forms list" + data);
    EXPECT_EQ(list.exit_code, 0);
    EXPECT_THAT(list.out, HasSubstr("F01"));
    EXPECT_FIRES("form.syntax.open_quote", codes_in(list.err));
    EXPECT_THAT(list.err, HasSubstr("注意"));
    EXPECT_EQ(besshi("forms show F01" + data).exit_code, 0);
    const Outcome broken = besshi("forms show broken" + data);
    EXPECT_NE(broken.exit_code, 0);
    EXPECT_FIRES("form.syntax.open_quote", codes_in(broken.err));
}

TEST(CommandLine, WrongArgumentsGiveTwoInJapanese) {
    for (const std::string arguments :
         {"", "rendr", "render", "render x.json", "render x.json --form F01 --purpose final",
          "render x.json --form F01 --to docx", "render x.json --form F01 --to pdf,xlsx -o one.pdf",
          "render x.json --form F01 --param title", "render x.json --form F01 --json -o -", "forms", "forms show",
          "dump nothing x.json --form F01", "dump fill x.json --form F01 --json"}) {
        const Outcome outcome = besshi(arguments);
        EXPECT_EQ(outcome.exit_code, 2) << arguments;
        EXPECT_THAT(outcome.out + outcome.err, HasSubstr("app.argument.wrong")) << arguments;
        EXPECT_THAT(outcome.out + outcome.err, testing::AnyOf(HasSubstr("→"), HasSubstr("\"hint\""))) << arguments;
    }
    EXPECT_EQ(besshi("--help").exit_code, 0);
    EXPECT_THAT(besshi("render --help").out, HasSubstr("使い方"));
}

TEST(CommandLine, JsonIsOneDocumentOnStdoutWithoutNames) {
    const TemporaryFolder folder;
    const Outcome outcome = besshi("render " + full + " --form F01 --json -o " + folder.path().string() + "/");
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.err, IsEmpty());
    EXPECT_EQ(run("/usr/bin/python3 -c 'import json,sys; d=json.load(sys.stdin); assert d[\"ok\"] and "
                  "d[\"documents\"][0][\"pages\"]==2'",
                  outcome.out)
                  .exit_code,
              0)
        << outcome.out;
    EXPECT_THAT(outcome.out, Not(HasSubstr("髙﨑")));
    const Outcome failed = besshi("render - --form F01 --json -o -", "{\"child\": 3}");
    EXPECT_NE(failed.exit_code, 0);
}

TEST(CommandLine, EveryVerbAnswers) {
    EXPECT_THAT(besshi("forms list").out, HasSubstr("F01"));
    EXPECT_THAT(besshi("forms show F01").out, HasSubstr("honorific"));
    EXPECT_EQ(besshi("forms show F99").exit_code, 2);
    EXPECT_THAT(besshi("schema").out, HasSubstr("https://json-schema.org/draft/2020-12/schema"));
    EXPECT_THAT(besshi("codes").out, HasSubstr("files.exists"));
    EXPECT_THAT(besshi("doctor").out, HasSubstr("BIZUDGothic"));
    EXPECT_THAT(besshi("dump fill " + full + " --form F01").out, HasSubstr("支援目標"));
    const TemporaryFolder folder;
    const std::string pdf = (folder.path() / "a.pdf").string();
    ASSERT_EQ(besshi("render " + full + " --form F01 -o " + pdf).exit_code, 0);
    EXPECT_THAT(besshi("inspect " + pdf).out, HasSubstr("guardian_signature"));
}

TEST(CommandLine, CheckNamesLineAndColumn) {
    const TemporaryFolder folder;
    std::string form = read_bytes(root / "forms/support-plan/2024-05-17/form.toml");
    EXPECT_EQ(besshi("forms check " + (root / "forms/support-plan/2024-05-17/form.toml").string()).exit_code, 0);
    const std::size_t at = form.find("{{support_plan.overall_policy}}");
    ASSERT_NE(at, std::string::npos);
    form.replace(at, 31, "{{support_plan.overall_polcy}}");
    write_bytes(folder.path() / "form.toml", form);
    const Outcome outcome = besshi("forms check " + (folder.path() / "form.toml").string());
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, testing::ContainsRegex("form.toml:[0-9]+:[0-9]+"));
    EXPECT_THAT(outcome.err, HasSubstr("overall_policy")) << "the nearest known name is offered";
}

TEST(CommandLine, InitMakesAnOfficeThatIsNeverOverwritten) {
    const TemporaryFolder folder;
    const std::string office = (folder.path() / "office").string();
    ASSERT_EQ(besshi("init " + office).exit_code, 0);
    EXPECT_TRUE(std::filesystem::exists(office + "/office.toml"));
    write_bytes(office + "/office.toml", "# mine");
    EXPECT_EQ(besshi("init " + office).exit_code, 3);
    EXPECT_EQ(read_bytes(office + "/office.toml"), "# mine");
}

TEST(CommandLine, WorksWithoutANetwork) {
    if (run("unshare -rn true").exit_code != 0) GTEST_SKIP() << "this machine does not let a test leave the network";
    EXPECT_EQ(run("unshare -rn " BESSHI_PROGRAM " render " + smallest + " --form F01 --purpose draft -o -").exit_code,
              0);
}

TEST(CommandLine, DoesNotReadWithoutEnd) {
    const Outcome endless = run(std::string(BESSHI_PROGRAM) + " inspect --conformance /dev/zero");
    EXPECT_EQ(endless.exit_code, 3);
    EXPECT_FIRES("files.too_large", codes_in(endless.err));
    const Outcome short_one = run(std::string(BESSHI_PROGRAM) + " inspect --conformance /dev/null");
    EXPECT_SILENT("files.too_large", codes_in(short_one.err));
}

TEST(CommandLine, SaysThatItsOutputDidNotArrive) {
    for (const char* verb :
         {"render samples/smallest.json --form F01 --purpose draft -o -", "codes", "--json forms list"}) {
        const Outcome outcome =
            run("cd " + std::string(BESSHI_ROOT) + " && " + std::string(BESSHI_PROGRAM) + " " + verb + " > /dev/full");
        EXPECT_EQ(outcome.exit_code, 3) << verb;
        EXPECT_THAT(outcome.err, testing::HasSubstr("app.output.lost")) << verb;
    }
}

TEST(CommandLine, FindsTheOfficeHoweverTheCaseIsNamed) {
    for (const char* name : {"full.json", "./full.json", "../cases/full.json", ".//full.json"}) {
        const Outcome outcome = run("cd " + std::string(BESSHI_ROOT) + "/samples/kotonoha/cases && " +
                                    std::string(BESSHI_PROGRAM) + " render " + name + " --form F01 -o - | wc -c");
        EXPECT_EQ(outcome.err.find("エラー"), std::string::npos) << name << outcome.err;
        EXPECT_GT(std::stoi(outcome.out), 50'000) << name;
    }
}

}  // namespace
}  // namespace besshi::tests
