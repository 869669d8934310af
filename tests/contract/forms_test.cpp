#include "contract/forms_folder.h"
#include "contract/pdf_words.h"

#include <gmock/gmock.h>

/// What a person does who edits forms without knowing the program: a new form, a new revision, lint, preview,
/// release.
namespace besshi::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

/// A form nobody has written yet, with data nobody has written yet.
constexpr std::string_view contact_fields = R"toml(
"contact_slip"            = { type = "object", label = "連絡票", personal = true }
"contact_slip.written_on" = { type = "date", label = "連絡票の日" }
"contact_slip.message"    = { type = "long_text", label = "連絡すること", expected = 60, limit = 600 }
)toml";

constexpr std::string_view contact_form = R"toml(form     = "contact-slip"
number   = "F99"
revision = 2026-04-01
in_force = 2026-04-01
dated    = "contact_slip.written_on"
sheet    = "連絡票"
[page]
paper  = "A5 landscape"
margin = { top = 10, right = 10, bottom = 10, left = 10 }
[ruler]
mm = [ 30, 60, 20, 80 ]
[type]
face = "gothic"
size = 10
min  = 6
[[block]]
kind  = "panel"
name  = "slip"
box   = { outer = "medium", inner = "thin" }
lines = [ { min = 8, cells = "name_label name day_label day" }, { min = 60, cells = "message_label message*3" } ]
[block.label]
name_label    = "児童氏名"
day_label     = "日付"
message_label = "連絡すること"
[block.cell]
name    = { text = "{{child.display_name}}", overflow = [ "shrink" ], wrap = false }
day     = { text = "{{contact_slip.written_on.wareki}}" }
message = { text = "{{contact_slip.message}}" }
)toml";

constexpr std::string_view contact_case = R"json({
  "child": {"names": [{"display_name": "見本　花子"}]},
  "contact_slip": {"written_on": "2026-04-07", "message": "水筒を忘れずに持ってきてください。"}
})json";

/// The project's forms and one more, without a line of C++.
struct WithContactSlip : FormsFolder {
    WithContactSlip() {
        const std::filesystem::path fields = path() / "forms/fields.toml";
        write_bytes(fields, read_bytes(fields) + std::string(contact_fields));
        write_form(contact_form);
        write_bytes(path() / "case.json", contact_case);
    }
    void write_form(std::string_view toml) const {
        const std::filesystem::path file = form("contact-slip", "2026-04-01");
        std::filesystem::create_directories(file.parent_path());
        write_bytes(file, toml);
    }
};

TEST(OneMoreForm, TouchesOnlyTheFormsFolder) {
    const WithContactSlip folder;
    EXPECT_THAT(folder.besshi("forms list").out, HasSubstr("F99"));
    EXPECT_THAT(folder.besshi("schema").out, HasSubstr("連絡すること"));
    EXPECT_EQ(folder.besshi("forms check " + folder.form("contact-slip", "2026-04-01").string()).exit_code, 0);

    const std::string out = (folder.path() / "out").string();
    const Outcome rendered = folder.besshi("render " + (folder.path() / "case.json").string() +
                                           " --form F99 --to pdf,xlsx --document-id slip-1 -o " + out + "/");
    ASSERT_EQ(rendered.exit_code, 0) << rendered.err;
    std::filesystem::path pdf, xlsx;
    for (const auto& entry : std::filesystem::directory_iterator(out))
        (entry.path().extension() == ".pdf" ? pdf : xlsx) = entry.path();
    const std::string text = without_spaces(run("pdftotext -raw " + pdf.string() + " -").out);
    for (const char* words : {"児童氏名", "見本花子", "令和８年４月７日", "水筒を忘れずに持ってきてください。"})
        EXPECT_THAT(text, HasSubstr(words));
    EXPECT_THAT(
        run("/usr/bin/python3 -c 'import sys,zipfile; print(zipfile.ZipFile(sys.argv[1]).read(\"xl/sharedStrings.xml\")"
            ".decode())' " +
            xlsx.string())
            .out,
        HasSubstr("水筒を忘れずに持ってきてください。"));
}

TEST(FormsLint, IsSilentOnlyWhenEveryFindingHasItsReason) {
    const WithContactSlip folder;
    const Outcome found = folder.besshi("forms lint F99");
    EXPECT_EQ(found.exit_code, 1) << found.err;
    EXPECT_THAT(found.out, testing::ContainsRegex("縮む（[0-9.]+ pt まで）　slip.name「児童氏名」"));
    EXPECT_THAT(found.out, Not(HasSubstr("上限の字数を入れると"))) << "what happens at the limit is for --all";

    const std::string accepted =
        "[[accept]]\nkind = \"shrink\"\ncells = [ \"slip.name\" ]\nreason = \"24 字の氏名はまれ\"\n";
    folder.write_form(std::string(contact_form) + accepted);
    const Outcome silent = folder.besshi("forms lint F99");
    EXPECT_EQ(silent.exit_code, 0) << silent.out;
    EXPECT_THAT(silent.out, IsEmpty());
    const std::string all = folder.besshi("forms lint F99 --all").out;
    EXPECT_THAT(all, HasSubstr("承知：24 字の氏名はまれ"));
    EXPECT_THAT(all, HasSubstr("上限の字数を入れると"));

    folder.write_form(std::string(contact_form) + accepted +
                      "[[accept]]\nkind = \"note\"\ncells = [ \"slip.message\" ]\nreason = \"ない\"\n");
    const Outcome unused = folder.besshi("forms lint F99");
    EXPECT_EQ(unused.exit_code, 1);
    EXPECT_THAT(unused.out, HasSubstr("起きていないことの [[accept]]　note slip.message"));
}

TEST(FormsLint, JsonSaysWhatTheListSays) {
    const WithContactSlip folder;
    const Outcome found = folder.besshi("forms lint F99 --json");
    EXPECT_EQ(found.exit_code, 1);
    EXPECT_EQ(run("/usr/bin/python3 -c 'import json,sys; d=json.load(sys.stdin); "
                  "f=d[\"files\"][0][\"documents\"][0]; e=f[\"expected\"]; assert not d[\"ok\"]; "
                  "assert e[\"findings\"][0][\"cell\"]==\"slip.name\" and 6<=e[\"findings\"][0][\"size_pt\"]<10; "
                  "assert f[\"blank\"][\"pages\"]==1 and f[\"limit\"][\"pages\"]>=1'",
                  found.out)
                  .exit_code,
              0)
        << found.out;
    EXPECT_EQ(folder.besshi("forms lint F98").exit_code, 2);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
    return names;
}

TEST(FormsPreview, ShowsBlankSampleLongestAndRarest) {
    const WithContactSlip folder;
    const std::filesystem::path out = folder.path() / "previews";
    const Outcome made =
        folder.besshi("forms preview F99 --case " + (folder.path() / "case.json").string() + " -o " + out.string());
    ASSERT_EQ(made.exit_code, 0) << made.err;
    EXPECT_THAT(names_in(out), UnorderedElementsAre("index.html", "F99_2026-04-01_白紙.pdf", "F99_2026-04-01_見本.pdf",
                                                    "F99_2026-04-01_目安の字数.pdf", "F99_2026-04-01_珍しい漢字.pdf"));
    const auto text = [&](const std::string& name) {
        return without_spaces(run("pdftotext -raw " + (out / ("F99_2026-04-01_" + name + ".pdf")).string() + " -").out);
    };
    EXPECT_THAT(text("白紙"), Not(HasSubstr("水筒")));
    EXPECT_THAT(text("見本"), HasSubstr("水筒を忘れずに"));
    EXPECT_THAT(text("珍しい漢字"), HasSubstr("𠮷野葛󠄀葉"));
    const std::string page = read_bytes(out / "index.html");
    EXPECT_THAT(page, HasSubstr("<a href=\"F99_2026-04-01_見本.pdf\">"));
    EXPECT_THAT(page, Not(HasSubstr("http"))) << "nothing comes from the network";
}

TEST(FormsPreview, SaysWhatChangedSinceTheRevisionBefore) {
    const WithContactSlip folder;
    folder.add_revision("contact-slip", "2026-04-01", "2027-04-01",
                        {"message_label = \"連絡すること\"", "message_label = \"お知らせ\""});
    const std::filesystem::path out = folder.path() / "previews";
    const Outcome made = folder.besshi("forms preview F99@2027-04-01 --to pdf,xlsx -o " + out.string());
    ASSERT_EQ(made.exit_code, 0) << made.err;
    const std::vector<std::string> names = names_in(out);
    for (const char* name :
         {"F99_2027-04-01_見本.xlsx", "F99_2027-04-01_変わったところ.txt", "F99_2026-04-01_白紙（前の版）.pdf"})
        EXPECT_THAT(names, testing::Contains(name));
    EXPECT_THAT(
        read_bytes(out / "F99_2027-04-01_変わったところ.txt"),
        HasSubstr("ブロック slip の見出し message_label の文字\n    前：「連絡すること」\n    後：「お知らせ」\n"));
}

TEST(FormsRelease, FreezesTheBytesOfARevision) {
    const WithContactSlip folder;
    const std::filesystem::path form = folder.form("contact-slip", "2026-04-01");
    const Outcome released = folder.besshi("forms release F99@2026-04-01 --on 2026-04-02");
    ASSERT_EQ(released.exit_code, 0) << released.err;
    EXPECT_THAT(read_bytes(folder.path() / "forms/released.toml"), HasSubstr("\"contact-slip/2026-04-01\" = { sha256"));
    EXPECT_EQ(folder.besshi("forms list").exit_code, 0);
    EXPECT_EQ(folder.besshi("forms check " + form.string()).exit_code, 0);

    const Outcome again = folder.besshi("forms release F99@2026-04-01");
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_THAT(again.out, HasSubstr("2026-04-02 に確定ずみ"));

    write_bytes(form, read_bytes(form) + "\n");
    for (const std::string& verb : {"forms check " + form.string(), std::string("forms show F99"),
                                    std::string("forms lint F99"), std::string("forms lint")}) {
        const Outcome refused = folder.besshi(verb);
        EXPECT_EQ(refused.exit_code, 1) << verb;
        EXPECT_THAT(refused.err, HasSubstr("form.released.changed")) << verb;
    }
    std::filesystem::remove(form);
    EXPECT_THAT(folder.besshi("forms list").err, HasSubstr("form.released.missing"));
}

TEST(FormsRelease, AddsALineAndKeepsTheOthers) {
    const WithContactSlip folder;
    write_bytes(folder.path() / "forms/released.toml", "# 記録\n");
    ASSERT_EQ(folder.besshi("forms release F99@2026-04-01 --on 2026-04-02").exit_code, 0);
    folder.add_revision("contact-slip", "2026-04-01", "2027-04-01", {"連絡票", "連絡の票"});
    ASSERT_EQ(folder.besshi("forms release F99@2027-04-01 --on 2027-04-02").exit_code, 0);
    const std::string releases = read_bytes(folder.path() / "forms/released.toml");
    EXPECT_THAT(releases, testing::StartsWith("# 記録\n"));
    EXPECT_THAT(releases, HasSubstr("on = 2026-04-02"));
    EXPECT_THAT(releases, HasSubstr("on = 2027-04-02"));
}

TEST(FormsRelease, WantsARevisionAndADay) {
    const FormsFolder folder;
    const std::string before = read_bytes(folder.path() / "forms/released.toml");
    EXPECT_EQ(folder.besshi("forms release F02").exit_code, 2);
    EXPECT_EQ(folder.besshi("forms release F02@2024-05-17 --on 2026-13-01").exit_code, 2);
    EXPECT_EQ(folder.besshi("forms release F02@1999-01-01").exit_code, 2);
    EXPECT_EQ(read_bytes(folder.path() / "forms/released.toml"), before);
}

TEST(FormsRelease, TheShippedFormsAreAsReleased) {
    const Outcome outcome = run(BESSHI_PROGRAM " forms list");
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, IsEmpty());
}

}  // namespace
}  // namespace besshi::tests
