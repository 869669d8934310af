#include "expect_diagnostic.h"
#include "shell.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>

/// A year of an office on the command line: what is recorded, what is refused, what never is.
namespace besshi::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::filesystem::path root = BESSHI_ROOT;

/// An office of its own, with the sample child.
class OfficeYear : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy(root / "samples/kotonoha", office_, std::filesystem::copy_options::recursive);
        ASSERT_EQ(besshi("ledger start").exit_code, 0);
    }

    static void expect_nobody(const std::string& text) {
        for (const char* name : {"髙﨑", "凜太朗", "葛󠄀西", "渡邉", "𠮷野", "コーポ", "三枝", "羽生田"})
            EXPECT_THAT(text, Not(HasSubstr(name)));
    }

    /// Run in the office's folder. What it says on stderr must not name anybody.
    Outcome besshi(const std::string& arguments) {
        Outcome outcome = run("cd " + office_.string() + " && " + BESSHI_PROGRAM + " " + arguments);
        expect_nobody(outcome.err);
        return outcome;
    }

    nlohmann::json answer(const std::string& arguments) {
        const Outcome outcome = besshi("--json " + arguments);
        EXPECT_EQ(outcome.exit_code, 0) << arguments << "\n" << outcome.out << outcome.err;
        if (arguments.find("--show-values") == arguments.npos) expect_nobody(outcome.out);
        return nlohmann::json::parse(outcome.out, nullptr, false);
    }

    /// Printed for signature; gives the id.
    std::string print_for_signature(const std::string& form) {
        return answer("render cases/full.json --purpose sign --form " + form + " --force -o out/")["document"];
    }

    std::set<std::string> states() {
        std::set<std::string> all;
        const nlohmann::json status = answer("status c-0001");
        for (const auto& plan : status["case"]["plans"])
            all.insert(plan["form"].get<std::string>() + plan["state"].get<std::string>());
        return all;
    }

    Diagnostics codes(const Outcome& outcome) {
        codes_.clear();
        Diagnostics found;
        for (std::size_t at = 0; (at = outcome.err.find('[', at)) != std::string::npos; ++at)
            codes_.push_back(outcome.err.substr(at + 1, outcome.err.find(']', at) - at - 1));
        for (const std::string& code : codes_) found.emplace_back().code = code;
        return found;
    }

    TemporaryFolder folder_;
    std::filesystem::path office_ = folder_.path() / "kotonoha";
    std::vector<std::string> codes_;
};

TEST_F(OfficeYear, GoesFromTheInterviewToTheReceipt) {
    EXPECT_EQ(besshi("record interview cases/full.json --on 2025-09-08 --by s1 --with '保護者・本人'").exit_code, 0);
    EXPECT_EQ(besshi("record draft cases/full.json --on 2025-09-12 --by s1").exit_code, 0);
    EXPECT_EQ(states(), (std::set<std::string>{"F01原案", "F02原案", "F05原案"}));
    EXPECT_EQ(besshi("record meeting c-0001 --on 2025-09-18 --time 16:30 --by s1").exit_code, 0);
    const std::string plan = print_for_signature("F01"), table = print_for_signature("F02");
    EXPECT_EQ(states(), (std::set<std::string>{"F01署名待ち", "F02署名待ち", "F05原案"}));
    EXPECT_EQ(besshi("record explained c-0001 --on 2025-09-22 --by s1").exit_code, 0);
    const auto consent = answer("record consented c-0001 --on 2025-09-22 --by s1");
    EXPECT_EQ(consent["event"]["facts"]["documents"], plan + " " + table);
    EXPECT_EQ(states(), (std::set<std::string>{"F01同意済", "F02同意済", "F05原案"}));
    write_bytes(office_ / "scan.pdf", "%PDF-1.4 signed with a pen");
    EXPECT_EQ(besshi("attach " + plan + " out/*F01*sign.pdf --on 2025-09-22 --by s1").exit_code, 2);  // unsigned
    EXPECT_EQ(besshi("attach " + plan + " scan.pdf --on 2025-09-22 --by s1").exit_code, 0);

    const auto delivery = answer("deliver " + plan + " " + table + " --to guardian --on 2025-09-22 --by s1");
    const std::string number = std::to_string(delivery["event"]["number"].get<int>());
    EXPECT_FALSE(delivery["event"]["facts"].contains("findings"));
    EXPECT_EQ(besshi("receive " + number + " --on 2025-09-22 --by s1 --kind signature").exit_code, 0);
    EXPECT_EQ(besshi("deliveries c-0001 --to pdf,xlsx -o out").exit_code, 0);
    EXPECT_EQ(besshi("deliveries --month 2025-09 -o out").exit_code, 0);
    EXPECT_EQ(besshi("ledger verify --files").exit_code, 0);
    EXPECT_THAT(besshi("status").out,
                AllOf(Not(HasSubstr("保護者へ未交付")), HasSubstr("障害児相談支援事業所へ未交付")));
}

TEST_F(OfficeYear, ThePrintedIdIsThatOfTheRecord) {
    const std::string id = print_for_signature("F01");
    EXPECT_THAT(run("pdftotext " + (office_ / "out").string() + "/*F01*.pdf -").out, HasSubstr(id));
    EXPECT_EQ(print_for_signature("F01"), id);  // the same version, the same document
    EXPECT_EQ(answer("status c-0001")["events"].size(), 2u);
    std::string text = read_bytes(office_ / "cases/full.json");
    text.replace(text.find("\"15:00\""), 7, "\"15:05\"");
    write_bytes(office_ / "cases/full.json", text);
    EXPECT_NE(print_for_signature("F01"), id);
}

TEST_F(OfficeYear, PreparingMayBeRefusedRecordingNever) {
    const std::string plan = print_for_signature("F01");
    const std::string to_school = "deliver " + plan + " --to school --method email --on 2025-09-24 --by s1";
    const Outcome refused = besshi(to_school + " --prepare -o letters");
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_FIRES("ledger.delivery.no_agreement", codes(refused));
    EXPECT_FIRES("ledger.delivery.no_privacy_consent", codes(refused));
    EXPECT_FIRES("ledger.delivery.not_consented", codes(refused));
    EXPECT_FALSE(std::filesystem::exists(office_ / "letters"));
    const auto recorded = answer(to_school);
    EXPECT_THAT(recorded["event"]["facts"]["findings"].get<std::string>(),
                AllOf(HasSubstr("no_agreement"), HasSubstr("no_privacy_consent"), HasSubstr("not_consented")));
}

TEST_F(OfficeYear, ACorrectionLeavesWhatItCorrects) {
    ASSERT_EQ(besshi("record interview c-0001 --on 2025-09-08 --by s1").exit_code, 0);
    EXPECT_EQ(besshi("correct 1 --on 2025-09-09").exit_code, 2);  // without a reason
    EXPECT_EQ(besshi("correct 1 --on 2025-09-09 --note 日付のまちがい").exit_code, 0);
    const auto events = answer("status c-0001")["events"];
    EXPECT_EQ(events[0]["on"], "2025-09-08");
    EXPECT_EQ(events[1]["facts"]["on"], "2025-09-09");
    EXPECT_EQ(besshi("correct 99 --void --note なし").exit_code, 2);
}

TEST_F(OfficeYear, WhoDidItMattersAndIsTold) {
    const Outcome by_another = besshi("record explained c-0001 --on 2025-09-22 --by s2");
    EXPECT_EQ(by_another.exit_code, 2);  // nothing to explain yet
    print_for_signature("F01");
    const Outcome told = besshi("record explained c-0001 --on 2025-09-22 --by s2");
    EXPECT_EQ(told.exit_code, 0);
    EXPECT_FIRES("job.record.not_manager", codes(told));
    EXPECT_SILENT("job.record.not_manager", codes(besshi("record explained c-0001 --on 2025-09-23 --by s1")));
    EXPECT_EQ(besshi("record explained c-0001 --on 2025-09-22 --by nobody").exit_code, 2);
    EXPECT_EQ(besshi("record explained c-0001 --on 2999-01-01 --by s1").exit_code, 2);
    EXPECT_EQ(besshi("record explained c-0001 --on 2025-02-30 --by s1").exit_code, 2);
}

TEST_F(OfficeYear, WhatIsRefusedIsNotRecorded) {
    const Outcome set = besshi("render cases/full.json --set issue --purpose sign -o out/");
    EXPECT_EQ(set.exit_code, 2);
    EXPECT_FIRES("app.record.one_by_one", codes(set));
    EXPECT_SILENT("app.record.one_by_one", codes(besshi("render cases/full.json --set issue --purpose draft -o out/")));
    EXPECT_EQ(besshi("render cases/stress.json --form F01 --purpose sign --strict -o out/").exit_code, 4);
    EXPECT_EQ(answer("status")["cases"].size(), 0u);
    EXPECT_EQ(besshi("render cases/full.json --form F01 --purpose sign --to xlsx -o out/").exit_code, 0);
    EXPECT_EQ(answer("status c-0001")["events"].size(), 2u);  // the PDF is kept all the same
    EXPECT_EQ(besshi("ledger verify --files").exit_code, 0);
}

TEST_F(OfficeYear, AFactIsRecordedEvenIfItsCaseIsGone) {
    const std::string plan = print_for_signature("F01");
    std::filesystem::remove_all(office_ / "documents");
    const std::string delivery = "deliver " + plan + " --to guardian --on 2025-09-24 --by s1";
    EXPECT_NE(besshi(delivery + " --prepare -o letters").exit_code, 0);
    const Outcome recorded = besshi(delivery);
    EXPECT_EQ(recorded.exit_code, 0);
    EXPECT_FIRES("app.delivery.unchecked", codes(recorded));
    EXPECT_EQ(besshi("deliveries --month 2025-09 -o out").exit_code, 0);
    std::filesystem::remove(office_ / "besshi.db");
    std::filesystem::remove_all(office_ / "out");
    ASSERT_EQ(besshi("ledger start").exit_code, 0);
    EXPECT_SILENT("app.delivery.unchecked",
                  codes(besshi("deliver " + print_for_signature("F01") + " --to guardian --on 2025-09-24 --by s1")));
}

TEST_F(OfficeYear, AScanOfTheWrongChildIsFoundByItsEvent) {
    const std::string plan = print_for_signature("F01");
    write_bytes(office_ / "scan.pdf", "%PDF-1.4 of another child");
    const auto attached = answer("attach " + plan + " scan.pdf --on 2025-09-22 --by s1");
    const std::string number = std::to_string(attached["event"]["number"].get<int>());
    const std::string seal = "ledger seal c-0001 --by s1 --witness s2 --reason 別の児童のもの ";
    EXPECT_EQ(besshi(seal + "--file zzz").exit_code, 3);
    EXPECT_EQ(besshi(seal + "--event " + number).exit_code, 0);
    EXPECT_EQ(besshi("attach " + plan + " scan.pdf --on 2025-09-22 --by s1").exit_code, 1);  // it does not come back
    EXPECT_EQ(besshi("ledger verify --files").exit_code, 0);
}

TEST_F(OfficeYear, WhatWasKeptByMistakeIsSealed) {
    const std::string plan = print_for_signature("F01");
    EXPECT_EQ(besshi("ledger seal c-0001 --document " + plan + " --by s1 --reason まちがい").exit_code, 2);
    EXPECT_EQ(besshi("ledger seal c-0001 --document " + plan + " --by s1 --witness s2 --reason まちがい").exit_code, 0);
    const std::string sha256 = answer("status c-0001")["events"][2]["facts"]["files"];
    EXPECT_FALSE(std::filesystem::exists(office_ / "documents" / sha256.substr(0, 2) / (sha256 + ".pdf")));
    EXPECT_EQ(besshi("ledger verify --files").exit_code, 0);
    EXPECT_EQ(besshi("ledger delete c-0001 --by s1 --reason 期間").exit_code, 1);
}

TEST_F(OfficeYear, WhereNoRecordIsKeptNothingIsRecorded) {
    std::filesystem::remove(office_ / "besshi.db");
    EXPECT_EQ(besshi("render cases/full.json --purpose sign --form F01 -o out/").exit_code, 0);
    EXPECT_FALSE(std::filesystem::exists(office_ / "besshi.db"));
    const Outcome asked = besshi("render cases/full.json --form F01 --record -o out/");
    EXPECT_EQ(asked.exit_code, 2);
    EXPECT_FIRES("app.record.missing", codes(asked));
    EXPECT_EQ(besshi("ledger start").exit_code, 0);
    EXPECT_SILENT("app.record.missing", codes(besshi("render cases/full.json --form F01 --record -o out/")));
}

TEST_F(OfficeYear, AnOfficeWithoutANumberKeepsNoRecord) {
    std::string text = read_bytes(office_ / "office.toml");
    const std::string settings = text + "\n[ledger]\nretention_years = 2\n";
    write_bytes(office_ / "office.toml", settings);
    EXPECT_FIRES("job.record.settings", codes(besshi("ledger head")));
    text.replace(text.find("1359900018"), 10, "");
    write_bytes(office_ / "office.toml", text);
    const Outcome unnamed = besshi("ledger head");
    EXPECT_FIRES("job.record.no_office_number", codes(unnamed));
    EXPECT_SILENT("job.record.settings", codes(unnamed));
}

TEST_F(OfficeYear, ACaseWithoutANumberIsNotRecorded) {
    write_bytes(
        office_ / "cases/unnamed.json",
        R"({"child": {"names": [{"display_name": "見本　花子"}]}, "support_plan": {"created_on": "2025-09-12"}})");
    EXPECT_FIRES("job.record.no_case_number", codes(besshi("render cases/unnamed.json --form F01 --record -o out/")));
    EXPECT_EQ(besshi("record meeting c-9999 --on 2025-09-18 --by s1").exit_code, 2);  // no such child
    EXPECT_EQ(besshi("record meeting cases/ful.json --on 2025-09-18 --by s1").exit_code, 2);
    const Outcome unknown = besshi("deliveries c-0002 -o out");
    EXPECT_FIRES("job.record.no_version", codes(unknown));
    EXPECT_SILENT("job.record.no_case_number", codes(unknown));
    print_for_signature("F01");
    const Outcome known = besshi("deliveries c-0001 -o out");
    EXPECT_SILENT("job.record.no_version", codes(known));
    EXPECT_SILENT("job.record.no_office_number", codes(known));
}

TEST_F(OfficeYear, VersionsOfTheRecordAreCompared) {
    print_for_signature("F01");
    std::string text = read_bytes(office_ / "cases/full.json");
    const std::size_t at = text.find("\"intent_child\"", text.find("\"support_plan\""));
    text.insert(text.find('"', text.find(':', at)) + 1, "はい。");
    write_bytes(office_ / "cases/full.json", text);
    print_for_signature("F01");
    EXPECT_THAT(besshi("diff c-0001@1 c-0001@2").out, HasSubstr("はい。"));
    EXPECT_THAT(besshi("diff c-0001@2 cases/full.json").out, IsEmpty());
    EXPECT_EQ(besshi("diff c-0001@1 c-0001@9").exit_code, 2);
}

TEST_F(OfficeYear, LettersGoOnlyWhereTheyMay) {
    const std::string plan = print_for_signature("F01");
    ASSERT_EQ(besshi("record consented c-0001 --on 2025-09-22 --by s1").exit_code, 0);
    const std::string to_office =
        "deliver " + plan + " --to consultation-office --on 2025-09-24 --by s1 --prepare -o letters";
    EXPECT_EQ(besshi(to_office).exit_code, 1);
    ASSERT_EQ(besshi("record privacy-consent c-0001 --on 2025-04-01 --by s1 --to consultation-office").exit_code, 0);
    const Outcome made = besshi(to_office);
    EXPECT_EQ(made.exit_code, 0) << made.err;
    const std::string letter = run("cat " + (office_ / "letters").string() + "/*_F24-*.pdf | pdftotext - -").out;
    EXPECT_THAT(letter, AllOf(HasSubstr("相談支援センター"), HasSubstr("個別支援計画書")));
    EXPECT_EQ(answer("status c-0001")["events"].size(), 7u);  // version, F01, consents, three papers
}

/// 非開示・支援措置: forced only with a reason, which the record keeps.
TEST_F(OfficeYear, WhatIsMarkedGoesToNobodyWithoutAReason) {
    const std::string printed = answer("render cases/withheld.json --purpose sign --form F01 -o out/")["document"];
    ASSERT_EQ(besshi("record consented c-0027 --on 2025-09-22 --by s1 --document " + printed).exit_code, 0);
    const std::string to_father = "deliver " + printed + " --to guardian --person 羽生田剛 --on 2025-09-24 --by s1";
    const Outcome refused = besshi(to_father + " --prepare -o letters");
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_FIRES("ledger.delivery.withheld", codes(refused));
    EXPECT_EQ(besshi(to_father + " --prepare -o letters --because 裁判所の調査嘱託").exit_code, 0);
    EXPECT_FALSE(answer("status c-0027")["events"].back()["facts"].contains("because"));
    const auto events = answer("--show-values status c-0027")["events"];
    EXPECT_EQ(events.back()["facts"]["because"], "裁判所の調査嘱託");
    const auto delivered = answer(to_father);  // it took place
    EXPECT_THAT(delivered["event"]["facts"]["findings"].get<std::string>(), HasSubstr("ledger.delivery.withheld"));
    EXPECT_SILENT("ledger.delivery.withheld",
                  codes(besshi("deliver " + printed + " --to guardian --on 2025-09-24 --by s1 --prepare -o letters")));
}

TEST_F(OfficeYear, TheRecordGoesOutAsJsonLines) {
    ASSERT_EQ(besshi("record interview c-0001 --on 2025-09-08 --by s1").exit_code, 0);
    ASSERT_EQ(besshi("record meeting c-0001 --on 2025-09-18 --by s1").exit_code, 0);
    std::istringstream lines(besshi("ledger export").out);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        EXPECT_TRUE(nlohmann::json::parse(line).contains("hash"));
    EXPECT_EQ(count, 2);
    const std::string head = besshi("ledger head").out;
    EXPECT_EQ(besshi("ledger verify --head " + head.substr(0, head.size() - 1)).exit_code, 0);
    EXPECT_EQ(besshi("ledger verify --head 9-0000-0000-0000-0000").exit_code, 1);
    EXPECT_EQ(besshi("ledger verify --head nonsense").exit_code, 2);
}

}  // namespace
}  // namespace besshi::tests
