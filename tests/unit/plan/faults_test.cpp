#include "unit/plan/sample_reading.h"

#include <gmock/gmock.h>

#include <set>

namespace besshi::plan {
namespace {

using namespace tests;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Diagnostics faults(std::string_view json) {
    return said(read_case(json));
}
Diagnostics faults(std::string_view json, std::string_view office) {
    return said(read_case(json, office));
}

const Diagnostic& find(const Diagnostics& all, std::string_view code) {
    for (const Diagnostic& diagnostic : all) {
        if (diagnostic.code == code) return diagnostic;
    }
    throw std::runtime_error("not said: " + std::string(code) + "\n" + besshi::tests::list(all));
}

/// `"key": value` inside the plan.
std::string plan(std::string_view members) {
    return "{\"support_plan\":{" + std::string(members) + "}}";
}

TEST(PlanFaults, File) {
    EXPECT_FIRES("plan.file.too_large", faults(std::string((16u << 20) - 1, ' ') + "{}"));
    EXPECT_SILENT("plan.file.too_large", faults(std::string((16u << 20) - 2, ' ') + "{}"));
    EXPECT_FIRES("plan.file.byte_order_mark", faults("\xEF\xBB\xBF{}"));
    EXPECT_SILENT("plan.file.byte_order_mark", faults("{}"));
    const std::string open(64, '['), close(64, ']');
    EXPECT_FIRES("plan.file.too_deep", faults(open + "[]" + close));
    EXPECT_SILENT("plan.file.too_deep", faults(open + close));
    std::string many = "[0";
    for (int i = 1; i < 199'999; ++i) many += ",0";
    EXPECT_FIRES("plan.file.too_many_items", faults(many + ",0]"));
    EXPECT_SILENT("plan.file.too_many_items", faults(many + "]"));
}

TEST(PlanFaults, NotUtf8NamesTheByte) {
    const Diagnostics found = faults("{\n \"case_number\": \"\x8A\x40\xFF\"}");
    EXPECT_FIRES("plan.file.not_utf8", found);
    const Diagnostic& fault = find(found, "plan.file.not_utf8");
    EXPECT_THAT(fault.sentence, HasSubstr("2 か所"));
    EXPECT_THAT(fault.sentence, HasSubstr("20 バイト目"));
    EXPECT_EQ(fault.origin.line, 2);
    EXPECT_SILENT("plan.file.not_utf8", faults("{\n \"case_number\": \"\xE8\xA1\xA8\"}"));
    // Overlong forms and surrogates are not UTF-8 either (Unicode 15, table 3-7).
    EXPECT_FIRES("plan.file.not_utf8", faults("{\"case_number\": \"\xC0\xAF\"}"));
    EXPECT_FIRES("plan.file.not_utf8", faults("{\"case_number\": \"\xED\xA0\x80\"}"));
    EXPECT_FIRES("plan.file.not_utf8", faults("{}", "[office]\nname = \"\x8A\x40\"\n"));
}

TEST(PlanFaults, JsonSyntaxNamesLineColumnAndReason) {
    const auto fault = [](std::string_view json) { return find(faults(json), "plan.json.syntax"); };
    EXPECT_FIRES("plan.json.syntax", faults("{\"case_number\": \"1\",}"));
    EXPECT_SILENT("plan.json.syntax", faults("{\"case_number\": \"1\"}"));
    EXPECT_THAT(fault("{\n  \"case_number\": “1”}").sentence, HasSubstr("2行目の18文字目：引用符の外に、全角の文字"));
    EXPECT_EQ(fault("{\n  \"case_number\": “1”}").origin.line, 2);
    EXPECT_EQ(fault("{\n  \"case_number\": “1”}").origin.column, 18);
    EXPECT_THAT(fault("{\"case_number\": \"1").sentence, HasSubstr("途中で終わっています"));
    EXPECT_THAT(fault("").sentence, HasSubstr("1行目の1文字目：途中で終わっています"));
    EXPECT_THAT(fault("{\"case_number\": \"1\n2\"}").sentence, HasSubstr("改行やタブがそのまま"));
    EXPECT_THAT(fault("{\"case_number\": 1e999}").sentence, HasSubstr("数が大きすぎます"));
    EXPECT_THAT(fault("{} {}").sentence, HasSubstr("1行目の4文字目"));
    EXPECT_FIRES("plan.json.syntax", faults("{\"case_number\": NaN}"));
    EXPECT_FIRES("plan.json.syntax", faults("// note\n{}"));
    EXPECT_FIRES("plan.json.syntax", faults(std::string_view("\0", 1)));
}

TEST(PlanFaults, LoneSurrogates) {
    for (const char* text :
         {R"({"case_number":"\uD842"})", R"({"case_number":"\uDFB7"})", R"({"case_number":"\uD842\uD842"})"}) {
        EXPECT_FIRES("plan.json.lone_surrogate", faults(text));
    }
    EXPECT_SILENT("plan.json.lone_surrogate", faults(R"({"case_number":"\uD842\uDFB7"})"));
}

TEST(PlanFaults, TomlSyntaxNamesTheLine) {
    const Diagnostics found = faults("{}", "[office]\nname = 「ことのは」\n");
    EXPECT_FIRES("plan.toml.syntax", found);
    EXPECT_EQ(find(found, "plan.toml.syntax").origin.file, "office.toml");
    EXPECT_EQ(find(found, "plan.toml.syntax").origin.line, 2);
    EXPECT_SILENT("plan.toml.syntax", faults("{}", "[office]\nname = \"「ことのは」\"\n"));
}

TEST(PlanFaults, MoreThanCanBeSaid) {
    const auto bad_rows = [](int count) {
        std::string rows;
        for (int i = 0; i < count; ++i) rows += std::string(i ? "," : "") + R"({"a":1,"b":1,"c":1})";
        return plan("\"rows\":[" + rows + "]");
    };
    EXPECT_FIRES("plan.faults.more", faults(bad_rows(167)));
    EXPECT_SILENT("plan.faults.more", faults(bad_rows(166)));
    const auto noted_rows = [](int count) {
        std::string rows;
        for (int i = 0; i < count; ++i) {
            rows += std::string(i ? "," : "") + R"({"goal":"\u200B一","content":"\u200B一","notes":"\u200B一"})";
        }
        return plan("\"rows\":[" + rows + "]");
    };
    const auto read = read_case(noted_rows(180));
    ASSERT_TRUE(read);
    EXPECT_FIRES("plan.notes.more", read->notes);
    EXPECT_SILENT("plan.notes.more", faults(noted_rows(160)));
}

TEST(PlanFaults, Keys) {
    EXPECT_FIRES("plan.key.unknown", faults(plan("\"overall_polcy\":\"x\"")));
    EXPECT_SILENT("plan.key.unknown", faults(plan("\"overall_policy\":\"x\"")));
    const Diagnostic fault = find(faults(plan("\"overall_polcy\":\"x\"")), "plan.key.unknown");
    EXPECT_THAT(fault.sentence, HasSubstr("「個別支援計画」に「overall_polcy」"));
    EXPECT_THAT(fault.hint, HasSubstr("もしかして「overall_policy」"));
    EXPECT_EQ(fault.origin.pointer, "/support_plan/overall_polcy");
    EXPECT_THAT(find(faults(plan("\"備考\":\"x\"")), "plan.key.unknown").hint, HasSubstr("「remarks」"));
    EXPECT_FIRES("plan.key.unknown", faults(R"({"a/b~":1})"));
    EXPECT_FIRES("plan.key.unknown", faults(plan(R"("period":{"form":"2025-04-01","to":"2025-04-02"})")));
    EXPECT_FIRES("plan.key.unknown", faults(plan(R"("hours_tables":[{"days":{"monday":{}}}])")));

    EXPECT_FIRES("plan.key.repeated", faults(R"({"case_number":"1","case_number":"1"})"));
    EXPECT_FIRES("plan.key.repeated", faults(plan(R"("remarks":"x","remarks":null)")));
    EXPECT_FIRES("plan.key.repeated", faults(plan(R"("hours_tables":[{"days":{"mon":{},"mon":{}}}])")));
    EXPECT_FIRES("plan.key.repeated", faults(plan(R"("period":{"from":"2025-04-01","from":null,"to":"2025-04-02"})")));
    EXPECT_SILENT("plan.key.repeated", faults(plan(R"("remarks":"x","overall_policy":"x")")));

    EXPECT_FIRES("plan.key.derived", faults(plan(R"("hours_tables":[{"days":{"mon":{"provided":180}}}])")));
    EXPECT_SILENT("plan.key.derived", faults(plan(R"("hours_tables":[{"days":{"mon":{"start":"14:30"}}}])")));
}

TEST(PlanFaults, AKeyThatMayBeANameIsNotRepeated) {
    const Diagnostic fault = find(faults(plan("\"髙﨑　凜太朗\":\"x\"")), "plan.key.unknown");
    EXPECT_THAT(fault.sentence, HasSubstr("6字の名前"));
    EXPECT_EQ(fault.origin.pointer, "/support_plan");
    EXPECT_THAT(base::to_line(fault), Not(HasSubstr("凜")));
}

TEST(PlanFaults, CaseAndOfficeDoNotSayTheSame) {
    constexpr std::string_view office = "[office]\nname = \"ことのは\"\n";
    EXPECT_FIRES("plan.office.twice", faults(R"({"office":{"name":"ことのは"}})", office));
    EXPECT_SILENT("plan.office.twice", faults(R"({"office":{"name":"ことのは"}})"));
    EXPECT_FIRES("plan.office.not_here", faults("{}", "[child]\nsex = \"male\"\n"));
    EXPECT_SILENT("plan.office.not_here", faults("{}", office));
}

TEST(PlanFaults, TypesSayWhatWasExpectedAndFound) {
    EXPECT_FIRES("plan.value.wrong_type", faults(plan("\"remarks\":12345")));
    EXPECT_SILENT("plan.value.wrong_type", faults(plan("\"remarks\":\"12345\"")));
    const Diagnostic fault = find(faults(plan("\"remarks\":12345")), "plan.value.wrong_type");
    EXPECT_THAT(fault.sentence, HasSubstr("「備考」には文章を書いてください（書かれているのは整数です）"));
    EXPECT_THAT(base::to_line(fault), Not(HasSubstr("12345")));
    for (const char* members :
         {"\"rows\":{}", "\"rows\":[1]", "\"rows\":\"x\"", "\"long_term_goal\":\"x\"", "\"period\":[]",
          "\"created_on\":20250401", "\"author\":1", "\"rows\":[{\"item\":1}]", "\"rows\":[{\"priority\":\"1\"}]",
          "\"transport\":{\"provided\":\"true\"}", "\"hours_tables\":[{\"days\":[]}]"}) {
        EXPECT_FIRES("plan.value.wrong_type", faults(plan(members)));
    }
    EXPECT_FIRES("plan.value.wrong_type", faults("[]"));
    EXPECT_FIRES("plan.value.wrong_type", faults("\"x\""));
}

TEST(PlanFaults, Numbers) {
    const auto priority = [](std::string_view number) {
        return faults(plan("\"rows\":[{\"priority\":" + std::string(number) + "}]"));
    };
    for (const char* number : {"1.0", "1e1", "1.5", "18446744073709551616", "9223372036854775808", "-1.0"}) {
        EXPECT_FIRES("plan.number.not_whole", priority(number));
    }
    EXPECT_SILENT("plan.number.not_whole", priority("1"));
    EXPECT_FIRES("plan.number.out_of_range", priority("-1"));
    EXPECT_FIRES("plan.number.out_of_range", priority("1000"));
    EXPECT_FIRES("plan.number.out_of_range", priority("9223372036854775807"));
    EXPECT_SILENT("plan.number.out_of_range", priority("0"));
    EXPECT_FIRES("plan.number.larger_than_expected", priority("100"));
    EXPECT_SILENT("plan.number.larger_than_expected", priority("99"));
}

TEST(PlanFaults, DatesMonthsTimes) {
    const auto created = [](std::string_view date) {
        return faults(plan("\"created_on\":\"" + std::string(date) + "\""));
    };
    for (const char* date : {"2025-02-29", "2025-4-1", "2025/04/01", "令和7年4月1日", "２０２５-04-01",
                             "2025-04-01T00:00", "1867-12-31", "2201-01-01", " 2025-04-01"}) {
        EXPECT_FIRES("plan.date.malformed", created(date));
    }
    EXPECT_SILENT("plan.date.malformed", created("2024-02-29"));
    EXPECT_FIRES("plan.date.malformed", faults(plan(R"("period":{"from":"2025-02-30","to":"2025-03-01"})")));
    const auto start = [](std::string_view month) {
        return faults("{\"use_plan_draft\":{\"week\":{\"plan_start_month\":\"" + std::string(month) + "\"}}}");
    };
    EXPECT_FIRES("plan.month.malformed", start("2025-13"));
    EXPECT_FIRES("plan.month.malformed", start("2025-04-01"));
    EXPECT_SILENT("plan.month.malformed", start("2025-12"));
    const auto day = [](std::string_view time) {
        return faults(plan("\"hours_tables\":[{\"days\":{\"mon\":{\"start\":\"" + std::string(time) + "\"}}}]"));
    };
    EXPECT_FIRES("plan.time.malformed", day("24:60"));
    EXPECT_FIRES("plan.time.malformed", day("9:00"));
    EXPECT_FIRES("plan.time.malformed", day("48:01"));
    EXPECT_SILENT("plan.time.malformed", day("24:00"));
}

TEST(PlanFaults, Digits) {
    const auto number = [](std::string_view digits) {
        return faults("{\"certificates\":[{\"number\":\"" + std::string(digits) + "\"}]}");
    };
    for (const char* digits : {"132000041", "13200004171", "132-000-41", "1320000A17", "१३२००००४१७"}) {
        EXPECT_FIRES("plan.digits.malformed", number(digits));
    }
    EXPECT_SILENT("plan.digits.malformed", number("0020000417"));
    EXPECT_THAT(find(number("132000041"), "plan.digits.malformed").sentence,
                HasSubstr("数字 10 桁で書いてください（書かれているのは 9 字です）"));
}

TEST(PlanFaults, CodesAreListed) {
    const auto item = [](std::string_view code) {
        return faults(plan("\"rows\":[{\"item\":\"" + std::string(code) + "\"}]"));
    };
    EXPECT_FIRES("plan.code.unknown", item("本人支援"));
    EXPECT_FIRES("plan.code.unknown", item("Person_support"));
    EXPECT_SILENT("plan.code.unknown", item("person_support"));
    EXPECT_THAT(find(item("本人支援"), "plan.code.unknown").hint,
                HasSubstr("person_support（本人支援）、family_support（家族支援）"));
}

TEST(PlanFaults, Periods) {
    const auto period = [](std::string_view members) {
        return faults(plan("\"period\":{" + std::string(members) + "}"));
    };
    EXPECT_FIRES("plan.period.incomplete", period(R"("from":"2025-04-01")"));
    EXPECT_FIRES("plan.period.incomplete", period(R"("from":"","to":"2025-04-01")"));
    EXPECT_SILENT("plan.period.incomplete", period(R"("from":"","to":null)"));
    EXPECT_FIRES("plan.period.reversed", period(R"("from":"2025-04-01","to":"2025-03-31")"));
    EXPECT_SILENT("plan.period.reversed", period(R"("from":"2025-04-01","to":"2025-04-01")"));
    EXPECT_FIRES("plan.period.reversed", faults(R"({"certificates":[{"from":"2025-04-01","to":"2024-03-31"}]})"));
}

TEST(PlanFaults, Lists) {
    const auto rows = [](int count) {
        std::string all;
        for (int i = 0; i < count; ++i) all += i ? ",{\"priority\":1}" : "{\"priority\":1}";
        return faults(plan("\"rows\":[" + all + "]"));
    };
    EXPECT_FIRES("plan.list.too_long", rows(201));
    EXPECT_SILENT("plan.list.too_long", rows(200));
    EXPECT_FIRES("plan.list.longer_than_expected", rows(21));
    EXPECT_SILENT("plan.list.longer_than_expected", rows(20));
}

TEST(PlanFaults, Texts) {
    const auto remarks = [](const std::string& text) { return faults(case_with_remarks(text)); };
    EXPECT_FIRES("plan.text.too_long", remarks(std::string(3001, 'a')));
    EXPECT_SILENT("plan.text.too_long", remarks(std::string(3000, 'a')));
    EXPECT_FIRES("plan.text.longer_than_expected", remarks(std::string(301, 'a')));
    EXPECT_SILENT("plan.text.longer_than_expected", remarks(std::string(300, 'a')));
    EXPECT_THAT(find(remarks(std::string(3001, 'a')), "plan.text.too_long").sentence, HasSubstr("3001字、上限3000字"));

    for (const std::string& text :
         {std::string("一\0二", 7), std::string("\x01"), std::string("一\t二"), std::string("一\r二"),
          std::string("\x7F"), std::string("\u0085"), std::string("\u2028"), std::string("\u202E")}) {
        EXPECT_FIRES("plan.text.control_character", remarks(text));
    }
    EXPECT_SILENT("plan.text.control_character", remarks("一\n二\u00A0\u2060\u200D"));
    const Diagnostic control = find(remarks("一二\t三"), "plan.text.control_character");
    EXPECT_THAT(control.sentence, HasSubstr("3 文字目"));
    EXPECT_THAT(control.sentence, HasSubstr("U+0009"));

    for (const std::string text : {"\uFDD0", "\uFDEF", "\uFFFE", "\uFFFF", "\U0001FFFE", "\U0010FFFF"}) {
        EXPECT_FIRES("plan.text.noncharacter", remarks(text));
    }
    EXPECT_SILENT("plan.text.noncharacter", remarks("\uFDCF\uFDF0\uFFFD\U0001FFFD\U0010FFFD"));

    EXPECT_FIRES("plan.text.line_break", faults(R"({"case_number":"1\n2"})"));
    EXPECT_SILENT("plan.text.line_break", remarks("1\n2"));

    EXPECT_FIRES("plan.text.line_ends_converted", remarks("一\r\n二"));
    EXPECT_SILENT("plan.text.line_ends_converted", remarks("一\n二"));
    EXPECT_FIRES("plan.text.kana_composed", remarks("か\u3099"));
    EXPECT_SILENT("plan.text.kana_composed", remarks("ｶ\u3099"));
    EXPECT_FIRES("plan.text.invisible_dropped", remarks("一\uFEFF二"));
    EXPECT_SILENT("plan.text.invisible_dropped", remarks("一\u2060二"));
    EXPECT_FIRES("plan.text.digits_converted", faults(R"({"office":{"office_number":"１３５９９０００１８"}})"));
    EXPECT_SILENT("plan.text.digits_converted", faults(R"({"office":{"office_number":"1359900018"}})"));
}

TEST(PlanFaults, References) {
    const auto author = [](std::string_view id) {
        return faults(R"({"staff":[{"id":"s1"},{"id":"s2"}],"support_plan":{"author":")" + std::string(id) + "\"}}");
    };
    EXPECT_FIRES("plan.reference.dangling", author("s3"));
    EXPECT_SILENT("plan.reference.dangling", author("s2"));
    EXPECT_FIRES("plan.reference.dangling", faults(plan(R"("author":"s1")")));
    EXPECT_EQ(find(author("s3"), "plan.reference.dangling").origin.pointer, "/support_plan/author");
    EXPECT_FIRES("plan.id.repeated", faults(R"({"staff":[{"id":"s1"},{"id":"s1"}]})"));
    EXPECT_SILENT("plan.id.repeated", faults(R"({"staff":[{"id":"s1"},{"id":"S1"},{"name":"x"},{"name":"x"}]})"));
}

TEST(PlanFaults, TwoFactsInForceAtOnce) {
    const auto names = [](std::string_view first_to, std::string_view second_from) {
        return faults(R"({"child":{"names":[{"display_name":"a","to":")" + std::string(first_to) +
                      R"("},{"display_name":"b","from":")" + std::string(second_from) + "\"}]}}");
    };
    EXPECT_FIRES("plan.dated.overlap", names("2025-04-01", "2025-04-01"));
    EXPECT_SILENT("plan.dated.overlap", names("2025-03-31", "2025-04-01"));
    const Diagnostic fault = find(names("2025-04-01", "2025-04-01"), "plan.dated.overlap");
    EXPECT_EQ(fault.origin.pointer, "/child/names/1");
    EXPECT_THAT(fault.sentence, HasSubstr("/child/names/0"));
    EXPECT_FIRES("plan.dated.overlap", faults(R"({"certificates":[{"number":"1320000417"},{"number":"1320000418"}]})"));
    EXPECT_SILENT("plan.dated.overlap", faults(R"({"guardians":[{"name":"a","signs":true},{"name":"b"}]})"));
    EXPECT_FIRES("plan.dated.overlap",
                 faults(R"({"guardians":[{"name":"a","signs":true},{"name":"b","signs":true}]})"));
}

TEST(PlanFaults, FormParameters) {
    const auto parameters = [](std::string_view toml) {
        const auto result = read_case("{}", toml);
        return result ? Diagnostics{} : result.error();
    };
    EXPECT_FIRES("plan.forms.malformed", parameters("[forms.support-plan]\nhonorific = [\"さん\"]\n"));
    EXPECT_FIRES("plan.forms.malformed", parameters("[forms]\nsupport-plan = 1\n"));
    EXPECT_SILENT("plan.forms.malformed", parameters("[forms.support-plan]\nhonorific = \"さん\"\n"));
}

TEST(PlanFaults, AllAtOnceEachWithItsPlace) {
    const Diagnostics found = faults(
        "{\n\"case_number\": 1,\n\"support_plan\": {\n\"created_on\": \"2025-13-01\",\n\"rows\": [\n{},\n{\"item\": "
        "\"x\", \"gaol\": \"y\"}\n]\n}\n}");
    std::vector<std::string> places;
    for (const Diagnostic& fault : found) places.push_back(base::describe(fault.origin));
    EXPECT_THAT(places,
                ElementsAre("/case_number ← case.json:2", "/support_plan/created_on ← case.json:4",
                            "/support_plan/rows/1/item ← case.json:7", "/support_plan/rows/1/gaol ← case.json:7"));
}

TEST(PlanFaults, OfficeFaultsNameLineAndColumn) {
    const Diagnostics found = faults("{}", "[office]\nname = \"x\"\ncapacity = \"10\"\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(base::describe(found.front().origin), "/office/capacity ← office.toml:3:12");
}

TEST(PlanFaults, ListedOnce) {
    std::set<std::string_view> listed;
    for (const DiagnosticKind& kind : diagnostic_kinds()) {
        EXPECT_TRUE(listed.insert(kind.code).second) << kind.code;
        EXPECT_TRUE(kind.code.starts_with("plan.")) << kind.code;
    }
}

}  // namespace
}  // namespace besshi::plan
