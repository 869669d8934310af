#include "base/base.h"

#include <gmock/gmock.h>

namespace besshi::base {
namespace {

constexpr DiagnosticKind too_long{"plan.text.too_long", Severity::error, Failure::data,
                                  "「{0}」が長すぎます（{1}字、上限{2}字）。", "短くしてください。"};
constexpr DiagnosticKind remark{"plan.text.remark", Severity::note, Failure::data, "改行をそろえました。", ""};

TEST(Diagnostic, FillsTheSentence) {
    const Diagnostic d = diagnose(too_long, {"/child/names/0", "case.json", 3, 7}, {"利用児氏名", "43", "40"});
    EXPECT_EQ(d.sentence, "「利用児氏名」が長すぎます（43字、上限40字）。");
    EXPECT_EQ(to_line(d),
              "エラー: 「利用児氏名」が長すぎます（43字、上限40字）。\n    → 短くしてください。\n    /child/names/0 ← "
              "case.json:3:7  [plan.text.too_long]");
}

TEST(Diagnostic, ArgumentsAreNeverTemplates) {
    EXPECT_THAT(diagnose(too_long, {}, {"{0}{9}", "{{", "}"}).sentence, testing::HasSubstr("「{0}{9}」"));
}

TEST(Diagnostic, OnlyErrorsStopAStage) {
    EXPECT_FALSE(has_error({}));
    EXPECT_FALSE(has_error({diagnose(remark, {})}));
    EXPECT_TRUE(has_error({diagnose(remark, {}), diagnose(too_long, {}, {"a", "1", "0"})}));
}

TEST(Diagnostic, PlaceIsPointerThenFile) {
    EXPECT_EQ(describe({}), "");
    EXPECT_EQ(describe({"/a/0", "", 0, 0}), "/a/0");
    EXPECT_EQ(describe({"", "form.toml", 12, 5}), "form.toml:12:5");
    EXPECT_EQ(describe({"/a", "form.toml", 12, 0}), "/a ← form.toml:12");
}

TEST(Origin, PointerTokensAreEscaped) {  // RFC 6901 section 3
    EXPECT_EQ(pointer_token("goal"), "/goal");
    EXPECT_EQ(pointer_token("a/b~c"), "/a~1b~0c");
}

TEST(Hash, IsSha256) {  // FIPS 180-4 examples
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace besshi::base
