#include "cycle/case_number.h"
#include "cycle/roster_column.h"
#include "expect_diagnostic.h"
#include "unit/cycle/case_at_hand.h"

#include <gmock/gmock.h>

namespace besshi::cycle {
namespace {

using testing::HasSubstr;
using testing::Not;
using tests::table;
using tests::value_at;

Result<NewCases> cases_of(std::string_view csv, const Selection& selection = {}, std::set<std::string> taken = {}) {
    return make_cases(table(),
                      {{csv, "roster.csv"}, plan::Source{tests::sample_office(), "office.toml"}, std::move(taken)},
                      selection);
}

/// The faults and notes of a roster of one column besides the name.
Diagnostics found_in(const std::string& heading, const std::string& cell) {
    const auto made = cases_of("児童氏名," + heading + "\n見本　花子," + cell + "\n");
    return made ? made->notes : made.error();
}

TEST(Roster, MakesACaseOfEachLine) {
    const NewCases made =
        cases_of(
            "管理番号,児童氏名,ふりがな,生年月日,性別,学校名,学年,保護者氏名,続柄,電話,住所,郵便番号,"
            "受給者証番号,給付決定期間（開始）,給付決定期間（終了）,支給量,上限月額,相談支援事業所,相談支援専門員\r\n"
            "c-0012,見本　花子,みほん　はなこ,平成29年6月18日,女,みほん小学校,2年,見本　一郎,父,090-0000-0001,"
            "\"みほん区1-2-3, 201号室\",000-0001,1320000417,R7.4.1,2026/3/31,月15日,\"4,600円\",相談支援センター "
            "みどりの環,𠮷野　さつき\r\n"
            "c-0013,試作　太郎,,,,,,,,,,,,,,,,,\r\n")
            .value();
    ASSERT_EQ(made.cases.size(), 2u);
    EXPECT_EQ(made.cases[0].number, "c-0012");
    EXPECT_EQ(made.cases[1].line, 3);
    EXPECT_EQ(made.cases[0].json, R"({
  "case_number": "c-0012",
  "child": {
    "names": [
      {
        "display_name": "見本　花子",
        "family_name": "見本",
        "given_name": "花子",
        "family_name_kana": "みほん",
        "given_name_kana": "はなこ"
      }
    ],
    "addresses": [{"postal_code": "000-0001", "address": "みほん区1-2-3, 201号室"}],
    "birth_date": "2017-06-18",
    "sex": "female",
    "school_name": "みほん小学校",
    "grade": "2年"
  },
  "guardians": [{"name": "見本　一郎", "relationship": "父", "phone": "090-0000-0001"}],
  "certificates": [
    {
      "number": "1320000417",
      "from": "2025-04-01",
      "to": "2026-03-31",
      "services": [{"days_per_month": 15}],
      "copay_limit_yen": 4600
    }
  ],
  "consultations": [{"office": "k1", "specialist_name": "𠮷野　さつき"}],
  "support_plan": {
    "author": "s1",
    "manager": "s1",
    "rows": [
      {"item": "person_support"},
      {"item": "family_support"},
      {"item": "transition_support"},
      {"item": "community_support"}
    ]
  }
}
)");
}

TEST(Roster, OfTheSamplesIsReadWhole) {
    const auto made = cases_of(tests::read_bytes(tests::root / "samples/roster.csv"));
    ASSERT_TRUE(made) << besshi::tests::list(made.error());
    EXPECT_EQ(made->cases.size(), 3u);
    EXPECT_TRUE(made->notes.empty()) << besshi::tests::list(made->notes);
}

TEST(Roster, ReadsWhatExcelOnWindowsSaves) {
    // 児童氏名,性別 / 髙﨑　凜,男 in CP932 with the IBM extensions 髙 (FBFC) and 﨑 (FAB1).
    const std::string cp932 =
        "\x8E\x99\x93\xB6\x8E\x81\x96\xBC,\x90\xAB\x95\xCA\r\n\xFB\xFC\xFA\xB1\x81\x40\xEA\xA3,\x92\x6A\r\n";
    EXPECT_EQ(value_at(cases_of(cp932).value().cases[0].json, "child.names.0.display_name"), "髙﨑　凜");
    const std::string marked = "\xEF\xBB\xBF児童氏名\n髙﨑　凜\n";
    EXPECT_EQ(value_at(cases_of(marked).value().cases[0].json, "child.names.0.display_name"), "髙﨑　凜");
    EXPECT_FIRES("cycle.roster.encoding", tests::faults_of(cases_of(std::string("\xFF\xFE\x50\x51\x0A\x00", 6))));
    EXPECT_SILENT("cycle.roster.encoding", tests::faults_of(cases_of(cp932)));
}

TEST(Roster, QuotesAsRfc4180) {
    const NewCases made =
        cases_of("児童氏名,受給者証の特記事項,学年\n\"見本 \"\"花\"\"子\",\"1-2\n3号室\",2年\n\n試作　太郎,,3年\n")
            .value();
    EXPECT_EQ(value_at(made.cases[0].json, "child.names.0.display_name"), "見本 \"花\"子");
    EXPECT_EQ(made.cases[1].line, 5) << "lines are those of the file";
    EXPECT_FIRES("cycle.roster.open_quote", tests::faults_of(cases_of("児童氏名\n\"見本\n")));
    EXPECT_SILENT("cycle.roster.open_quote", tests::faults_of(cases_of("児童氏名\n\"見本\"\n")));
    EXPECT_FIRES("cycle.roster.text_behind_quote", tests::faults_of(cases_of("児童氏名\n\"見本\"花子\n")));
    EXPECT_SILENT("cycle.roster.text_behind_quote", tests::faults_of(cases_of("児童氏名\n\"見本\" \n")));
    EXPECT_FIRES("cycle.roster.too_many_cells", tests::faults_of(cases_of("児童氏名,学年\n見本　花子,2年,3年\n")));
    EXPECT_SILENT("cycle.roster.too_many_cells", tests::faults_of(cases_of("児童氏名,学年\n見本　花子,2年,,\n")));
}

TEST(Roster, ALineBreakInsideAFieldOfOneLineIsAFaultWithItsColumn) {
    const auto made = cases_of("児童氏名,住所\n見本　花子,\"1-2\n3号室\"\n");
    const Diagnostics& faults = tests::faults_of(made);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].code, "plan.text.line_break");
    EXPECT_THAT(faults[0].sentence, HasSubstr("列「住所」"));
    EXPECT_EQ(faults[0].origin, (Origin{"", "roster.csv", 2, 2}));
}

TEST(Roster, KnowsAColumnWhateverItsWidthAndSpaces) {
    EXPECT_EQ(find_roster_column("ＦＡＸ番号")->path, "guardians.0.fax");
    EXPECT_EQ(find_roster_column("給付決定期間 （開始）")->path, "certificates.0.from");
    EXPECT_EQ(find_roster_column("ﾌﾘｶﾞﾅ")->reading, Reading::kana);
    EXPECT_EQ(find_roster_column("氏名（保護者）"), nullptr) << "near is not enough: it may be another person";
}

TEST(Roster, EveryColumnGoesToAFieldAndEveryHeadingToOneColumn) {
    std::set<std::string> seen;
    for (const RosterColumn& column : roster_columns()) {
        for (const std::string& target : column.targets()) {
            Json document = Json::Object();
            EXPECT_TRUE(make_place(document, table(), target).field->is_scalar()) << target;
        }
        for (const std::string_view heading : column.headings)
            EXPECT_TRUE(seen.insert(std::string(heading)).second) << heading;
    }
}

TEST(Roster, TheTemplateIsReadBackWhole) {
    const std::string empty = roster_template();
    EXPECT_TRUE(empty.starts_with("\xEF\xBB\xBF"));
    EXPECT_TRUE(empty.ends_with("\r\n"));
    EXPECT_FIRES("cycle.roster.no_lines", tests::faults_of(cases_of(empty)));
    const auto made = cases_of(empty + ",見本　花子\r\n");
    EXPECT_SILENT("cycle.roster.no_lines", tests::faults_of(made));
    EXPECT_THAT(made.value().notes, testing::IsEmpty());
}

TEST(Roster, AColumnNobodyKnowsIsTold) {
    EXPECT_FIRES("cycle.roster.unknown_column", found_in("血液型", "A"));
    EXPECT_SILENT("cycle.roster.unknown_column", found_in("学年", "2年"));
    EXPECT_FIRES("cycle.roster.repeated_column", tests::faults_of(cases_of("児童氏名,氏名\n見本　花子,見本　花子\n")));
    EXPECT_SILENT("cycle.roster.repeated_column", found_in("学年", "2年"));
    EXPECT_FIRES("cycle.roster.repeated_column",
                 tests::faults_of(cases_of("児童氏名,給付決定期間,給付決定期間（終了）\n見本　花子,,\n")));
}

TEST(Roster, NeedsTheNameOfTheChild) {
    EXPECT_FIRES("cycle.roster.no_name_column", tests::faults_of(cases_of("学年\n2年\n")));
    EXPECT_SILENT("cycle.roster.no_name_column", tests::faults_of(cases_of("姓,名\n見本,花子\n")));
    EXPECT_FIRES("cycle.roster.no_name", tests::faults_of(cases_of("姓,名\n見本,\n")));
    EXPECT_SILENT("cycle.roster.no_name", tests::faults_of(cases_of("姓,名\n見本,花子\n")));
    EXPECT_EQ(value_at(cases_of("姓,名\n見本,花子\n").value().cases[0].json, "child.names.0.display_name"),
              "見本　花子");
    EXPECT_TRUE(
        value_at(cases_of("氏名\nNguyễn Thị Ánh\n").value().cases[0].json, "child.names.0.family_name").is_empty());
}

TEST(Roster, AFirstLineWithoutHeadingsIsNotRepeated) {
    const auto made = cases_of("c-1,見本　花子,2年\nc-2,試作　太郎,3年\n");
    ASSERT_EQ(tests::faults_of(made).size(), 1u);
    EXPECT_THAT(base::to_line(tests::faults_of(made)[0]), Not(HasSubstr("花子")));
}

TEST(Roster, OfTwoGuardiansTheFirstSigns) {
    const NewCases made =
        cases_of("児童氏名,保護者氏名,保護者２氏名\n見本　花子,見本　一郎,見本　葉子\n試作　太郎,試作　葉子,\n")
            .value();
    EXPECT_EQ(value_at(made.cases[0].json, "guardians.0.signs"), true);
    EXPECT_TRUE(value_at(made.cases[0].json, "guardians.1.signs").is_empty());
    EXPECT_TRUE(value_at(made.cases[1].json, "guardians.0.signs").is_empty());
}

TEST(Roster, RefusesCellsItCannotRead) {
    EXPECT_FIRES("cycle.roster.bad_date", found_in("生年月日", "平成32年1月1日"));
    EXPECT_SILENT("cycle.roster.bad_date", found_in("生年月日", "平成31年1月1日"));
    EXPECT_FIRES("cycle.roster.bad_period", found_in("給付決定期間", "2025/4/1"));
    EXPECT_SILENT("cycle.roster.bad_period", found_in("給付決定期間", "2025/4/1～2026/3/31"));
    EXPECT_FIRES("cycle.roster.bad_amount", found_in("支給量", "当該月の日数から8日を除いた日数"));
    EXPECT_SILENT("cycle.roster.bad_amount", found_in("支給量", "15日/月"));
    EXPECT_FIRES("cycle.roster.bad_amount", found_in("上限月額", "-4600"));
    EXPECT_FIRES("cycle.roster.bad_word", found_in("性別", "F"));
    EXPECT_SILENT("cycle.roster.bad_word", found_in("性別", "女児"));
    EXPECT_FIRES("cycle.roster.bad_word", found_in("セルフプラン", "たぶん"));
    EXPECT_SILENT("cycle.roster.bad_word", found_in("セルフプラン", "○"));
    EXPECT_FIRES("cycle.roster.bad_kana", found_in("ふりがな", "みほんはなこ"));
    EXPECT_SILENT("cycle.roster.bad_kana", found_in("ふりがな", "みほん はなこ"));
    EXPECT_FIRES("cycle.roster.spoiled_digits", found_in("受給者証番号", "1.32E+09"));
    EXPECT_SILENT("cycle.roster.spoiled_digits", found_in("受給者証番号", "1320000417"));
    EXPECT_FIRES("cycle.roster.unknown_office", found_in("相談支援事業所", "みどりの輪"));
    EXPECT_SILENT("cycle.roster.unknown_office", found_in("相談支援事業所", "k1"));
    EXPECT_FIRES("plan.digits.malformed", found_in("受給者証番号", "132000041"));
    EXPECT_FIRES("plan.text.too_long", found_in("学年", std::string(81, 'x')));
}

TEST(Roster, TellsAllFaultsOfAllLinesAtOnceWithoutValues) {
    const auto made = cases_of("管理番号,児童氏名,生年月日,受給者証番号\nc-1,見本　花子,きのう,1\nc-2,,R7.1.1,2\n");
    std::string codes, sentences;
    for (const Diagnostic& fault : tests::faults_of(made)) {
        codes += std::to_string(fault.origin.line) + std::string(fault.code) + " ";
        sentences += fault.sentence + fault.hint;
    }
    EXPECT_EQ(codes, "2cycle.roster.bad_date 2plan.digits.malformed 3cycle.roster.no_name 3plan.digits.malformed ");
    EXPECT_THAT(sentences, Not(HasSubstr("花子")));
    EXPECT_THAT(sentences, Not(HasSubstr("きのう")));
}

TEST(CaseNumber, NamesFiles) {
    for (const char* good : {"c-0001", "A12", "2025_03"}) EXPECT_TRUE(is_case_number(good)) << good;
    for (const char* bad : {"", "-1", "c 1", "../c", "c/1", "児童1", "c.1"}) EXPECT_FALSE(is_case_number(bad)) << bad;
    EXPECT_FIRES("cycle.roster.bad_number", tests::faults_of(cases_of("管理番号,氏名\n見本花子,見本　花子\n")));
    EXPECT_SILENT("cycle.roster.bad_number", tests::faults_of(cases_of("管理番号,氏名\nc-1,見本　花子\n")));
    EXPECT_FIRES("cycle.roster.repeated_number",
                 tests::faults_of(cases_of("管理番号,氏名\nc-1,見本　花子\nc-1,試作　太郎\n")));
    EXPECT_SILENT("cycle.roster.repeated_number",
                  tests::faults_of(cases_of("管理番号,氏名\nc-1,見本　花子\nc-2,試作　太郎\n")));
}

TEST(CaseNumber, MissingOnesFollowTheOfficesPattern) {
    EXPECT_EQ(CaseNumbers({}).next(), "c-0001");
    EXPECT_EQ(CaseNumbers({"K012", "K007", "x-1"}).next(), "K013");
    EXPECT_EQ(CaseNumbers({"見本1", "見本2"}).next(), "c-0001") << "a name is no pattern";
    EXPECT_EQ(CaseNumbers({"c-0001", "c-0001-2026-04", "c-0001-2026-10"}).next(), "c-0002")
        << "nor are its later plans";
    EXPECT_EQ(CaseNumbers({"c-99", "c-100"}).next(), "c-101");
    CaseNumbers full({"a9", "a8", "a10"});
    EXPECT_EQ(full.next(), "a11") << "a10 is taken";
    const NewCases made =
        cases_of("管理番号,氏名\n,見本　花子\nk-005,試作　太郎\n,試作　葉子\n", {}, {"k-007"}).value();
    EXPECT_EQ(made.cases[0].number, "k-008");
    EXPECT_EQ(made.cases[0].numbering, Numbering::given);
    EXPECT_EQ(value_at(made.cases[0].json, "case_number"), "k-008");
    EXPECT_EQ(made.cases[1].numbering, Numbering::from_roster);
    EXPECT_EQ(made.cases[2].number, "k-009");
}

TEST(Roster, TakesOneLine) {
    const std::string csv = "管理番号,氏名\nc-1,見本　花子\nc-2,\nc-3,試作　葉子\n";
    EXPECT_EQ(cases_of(csv, {{2}, {}}).value().cases[0].number, "c-1");
    EXPECT_EQ(cases_of(csv, {{}, {"c-3"}}).value().cases[0].line, 4);
    EXPECT_EQ(cases_of(csv, {{2}, {"c-3"}}).value().cases.size(), 2u);
    EXPECT_FIRES("cycle.roster.no_name", tests::faults_of(cases_of(csv))) << "only wanted lines are checked";
    EXPECT_FIRES("cycle.roster.line_not_there", tests::faults_of(cases_of(csv, {{1}, {}})));
    EXPECT_SILENT("cycle.roster.line_not_there", tests::faults_of(cases_of(csv, {{2}, {}})));
    EXPECT_FIRES("cycle.roster.number_not_there", tests::faults_of(cases_of(csv, {{}, {"c-9"}})));
    EXPECT_SILENT("cycle.roster.number_not_there", tests::faults_of(cases_of(csv, {{}, {"c-1"}})));
}

TEST(Roster, WorksWithoutAnOffice) {
    const auto made =
        make_cases(table(), {{"児童氏名,相談支援専門員\n見本　花子,試作　葉子\n", "roster.csv"}, std::nullopt, {}}, {});
    EXPECT_TRUE(value_at(made.value().cases[0].json, "support_plan.manager").is_empty());
}

}  // namespace
}  // namespace besshi::cycle
