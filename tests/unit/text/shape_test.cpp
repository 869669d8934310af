#include "expect_diagnostic.h"
#include "fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace besshi::text::tests {
namespace {

using besshi::tests::faults_of;
using testing::ElementsAre;

std::vector<std::string> face_ids(const ShapedText& text) {
    std::vector<std::string> ids;
    for (const ShapedGlyph& glyph : text.glyphs) {
        const std::string& id = fonts().info(glyph.face).id;
        if (ids.empty() || ids.back() != id) ids.push_back(id);
    }
    return ids;
}

Diagnostics faults_of_text(std::string_view text) {
    return faults_of(shape(fonts(), std::vector{plain(text)}, BreakMode::strict));
}

std::vector<std::string> pieces(const ShapedText& text) {
    std::vector<std::string> all;
    for (const ShapedGlyph& glyph : text.glyphs) {
        all.emplace_back(text.run_texts[glyph.run].substr(glyph.begin, glyph.end - glyph.begin));
    }
    return all;
}

TEST(Shape, EmptyTextHasNoGlyphs) {
    const ShapedText made = shaped({plain("")});
    EXPECT_TRUE(made.glyphs.empty());
    EXPECT_THAT(made.item_leads, ElementsAre(0U));
    EXPECT_TRUE(shaped({}).glyphs.empty());
}

TEST(Shape, OneGlyphPerCharacterOfPlainText) {
    const ShapedText made = shaped({plain("あ漢A1")});
    EXPECT_THAT(pieces(made), ElementsAre("あ", "漢", "A", "1"));
    EXPECT_THAT(face_ids(made), ElementsAre("bizud-gothic"));
}

TEST(Shape, FallsBackCharacterByCharacter) {
    EXPECT_THAT(face_ids(shaped({plain("コーポ𠮷祥")})), ElementsAre("bizud-gothic", "noto-sans", "bizud-gothic"));
    EXPECT_THAT(face_ids(shaped({{.text = "コーポ𠮷祥", .family = Family::mincho}})),
                ElementsAre("bizud-mincho", "ipamj-mincho", "bizud-mincho"));
    EXPECT_THAT(face_ids(shaped({{.text = "𠮷", .weight = Weight::bold}})), ElementsAre("noto-sans-bold"));
}

TEST(Shape, APersonalNameIsSetInOneFace) {
    for (const std::string_view person :
         {"𠮷野　さつき", "葛󠄀西　真理子", "辻󠄀本　周", "渡邉󠄁　周平", "髙﨑　凜太朗", "김민준",
          "张伟", "Nguyễn Thị Ánh", "鷗澤　なつ", "祁答院　悠", "濵野　蓮"}) {
        for (const Family family : {Family::gothic, Family::mincho}) {
            StyledRun run = name(person);
            run.family = family;
            EXPECT_EQ(face_ids(shaped({run})).size(), 1U) << person;
        }
    }
    EXPECT_GT(face_ids(shaped({plain("𠮷野　さつき")})).size(), 1U);
}

TEST(Shape, AWordInLettersIsSetInOneFace) {
    EXPECT_THAT(face_ids(shaped({plain("母はNguyễnです")})), ElementsAre("bizud-gothic", "noto-sans", "bizud-gothic"));
    EXPECT_THAT(pieces(shaped({plain("Nguyễn")})), ElementsAre("N", "g", "u", "y", "ễ", "n"));
}

TEST(Shape, NeighbouringWordsInLettersAreSetInOneFace) {
    EXPECT_THAT(face_ids(shaped({plain("母（Nguyễn Thị Ánh）")})),
                ElementsAre("bizud-gothic", "noto-sans", "bizud-gothic"));
    EXPECT_THAT(face_ids(shaped({plain("PECS と Nguyễn")})), ElementsAre("bizud-gothic", "noto-sans"));
}

TEST(Shape, AVariationSequenceIsOneGlyphOfThePair) {
    const ShapedText made = shaped({plain("葛󠄀")});
    ASSERT_EQ(made.glyphs.size(), 1U);
    EXPECT_EQ(made.glyphs[0].glyph, fonts().find_glyph(made.glyphs[0].face, U'葛', 0xE0100));
    EXPECT_THAT(pieces(made), ElementsAre("葛󠄀"));
}

TEST(Shape, TheFirstFaceWithTheVeryPairIsTaken) {
    const ShapedText made = shaped({plain("邉󠄁")});
    ASSERT_EQ(made.glyphs.size(), 1U);
    EXPECT_EQ(made.glyphs[0].glyph, fonts().find_glyph(made.glyphs[0].face, U'邉', 0xE0101));
    EXPECT_TRUE(made.findings.empty());
}

TEST(Shape, AVariationThatNoFaceHasIsSetAsTheBaseAndTold) {
    const ShapedText unknown = shaped({plain("あ\U000E01EF")});
    EXPECT_FIRES("text.variation.missing", unknown.findings);
    ASSERT_EQ(unknown.glyphs.size(), 1U);
    EXPECT_EQ(unknown.glyphs[0].glyph, fonts().find_glyph(unknown.glyphs[0].face, U'あ'));
    EXPECT_THAT(pieces(unknown), ElementsAre("あ\U000E01EF"));
    EXPECT_SILENT("text.variation.missing", shaped({plain("葛\U000E0100")}).findings);
}

TEST(Shape, ANameThatNoFaceHoldsIsTold) {
    // 김 is in Noto only, 鄧 with this Moji_Joho selector in IPAmj only.
    const ShapedText mixed = shaped({name("葛\U000E0102김")});
    EXPECT_FIRES("text.name.mixed", mixed.findings);
    EXPECT_GT(face_ids(mixed).size(), 1U);
    EXPECT_SILENT("text.name.mixed", shaped({name("葛김")}).findings);
}

TEST(Shape, ACharacterNoFaceHasIsAFaultWithItsCodePointOnce) {
    const Origin origin{"/support_plan/rows/0/goal", "form.toml", 12, 1};
    const std::vector runs = {StyledRun{.text = "กあกข", .origin = &origin}};
    const Diagnostics faults = faults_of(shape(fonts(), runs, BreakMode::strict));
    EXPECT_FIRES("text.glyph.missing", faults);
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_THAT(faults[0].sentence, testing::HasSubstr("「ก」（U+0E01）"));
    EXPECT_EQ(faults[0].origin, origin);
    EXPECT_EQ(faults[0].failure, Failure::render);
    EXPECT_SILENT("text.glyph.missing", faults_of_text("かあか"));
}

TEST(Shape, AControlCharacterIsNeverDrawn) {
    EXPECT_FIRES("text.glyph.missing", faults_of_text("あ\x01い"));
    EXPECT_FIRES("text.glyph.missing", faults_of_text("あ\rい"));
    EXPECT_SILENT("text.glyph.missing", faults_of_text("あ\tい"));
}

TEST(Shape, AMarkNoFaceHasIsNamedAlone) {
    const Diagnostics faults = faults_of_text("か\u0E31");
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_THAT(faults[0].sentence, testing::HasSubstr("（U+0E31）"));
}

TEST(Shape, PrivateCharactersAreRefusedThoughAFaceHasGlyphsThere) {
    EXPECT_FIRES("text.character.private", faults_of_text("山\uE000"));
    EXPECT_FIRES("text.character.private", faults_of_text("山\U000F0000"));
    EXPECT_SILENT("text.character.private", faults_of_text("山\uF900"));
}

TEST(Shape, SpacesOfEveryKind) {
    const ShapedText made = shaped({plain("A\u00A0B\tC　D E")});
    const FaceId face = made.glyphs.front().face;
    EXPECT_EQ(made.glyphs[1].glyph, fonts().find_glyph(face, U' '));
    EXPECT_FALSE(made.glyphs[1].space);
    EXPECT_EQ(made.glyphs[3].advance, fonts().info(face).units_per_em);
    for (const std::size_t i : {3, 5, 7}) EXPECT_TRUE(made.glyphs[i].space) << i;
}

TEST(Shape, InvisibleCharactersBelongToTheGlyphBeforeThem) {
    EXPECT_THAT(pieces(shaped({plain("あ\u2060い")})), ElementsAre("あ\u2060", "い"));
    EXPECT_THAT(pieces(shaped({plain("\u2060あ")})), ElementsAre("\u2060あ"));
    EXPECT_THAT(pieces(shaped({plain("あ\n\u2060い")})), ElementsAre("あ", "\u2060い"));
    EXPECT_THAT(pieces(shaped({plain("あ"), plain("\u2060い")})), ElementsAre("あ", "\u2060い"));
}

TEST(Shape, InvisibleTextAloneIsOneGlyphOfNoWidth) {
    const ShapedText made = shaped({plain("\u2060\u200B"), plain("あ")});
    EXPECT_THAT(pieces(made), ElementsAre("\u2060\u200B", "あ"));
    EXPECT_EQ(made.glyphs[0].advance, 0);
}

TEST(Shape, CombiningMarksStayWithTheirBase) {
    for (const std::string_view text : {"か゚", "か\u3099", "e\u0301", "q\u0301"}) {
        const ShapedText made = shaped({plain(std::string(text) + "あ")});
        EXPECT_EQ(made.before.back(), BreakClass::allowed) << text;
        for (std::size_t i = 1; i + 1 < made.glyphs.size(); ++i) EXPECT_EQ(made.before[i], BreakClass::none) << text;
    }
}

TEST(Shape, LineFeedsAreKeptBesideTheGlyphs) {
    const ShapedText made = shaped({plain("あ\n\nい"), plain("\n")});
    EXPECT_THAT(made.line_feeds, ElementsAre(1U, 1U, 2U));
    EXPECT_THAT(made.line_feed_runs, ElementsAre(0U, 0U, 1U));
    EXPECT_THAT(made.before, ElementsAre(BreakClass::none, BreakClass::mandatory));
    EXPECT_EQ(made.item_leads.size(), 4U);
}

TEST(Shape, BreakRulesReachAcrossRuns) {
    const ShapedText made = shaped({plain("あ「"), plain("い"), plain("」う")});
    EXPECT_THAT(made.before, ElementsAre(BreakClass::none, BreakClass::allowed, BreakClass::forbidden,
                                         BreakClass::forbidden, BreakClass::allowed));
}

TEST(Shape, IsTheSameInEveryThread) {
    const std::string text =
        "①髙﨑　凜太朗は、令和7年9月22日に「𠮷野」（葛󠄀西）と15:40～16:"
        "00か゚Nguyễn……";
    const ShapedText alone = shaped({plain(text)});
    std::vector<ShapedText> made(4);
    {
        std::vector<std::jthread> threads;
        for (ShapedText& own : made)
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i)
                    own = shaped({plain(text)}, i % 2 == 0 ? BreakMode::phrase : BreakMode::strict);
            });
    }
    for (const ShapedText& own : made) {
        EXPECT_EQ(own.before, alone.before);
        EXPECT_EQ(pieces(own), pieces(alone));
    }
}

TEST(Shape, PhraseModePrefersPhrases) {
    const ShapedText made = shaped({plain("担当者・提供機関")}, BreakMode::phrase);
    EXPECT_EQ(made.before[4], BreakClass::allowed);
    EXPECT_EQ(made.before[1], BreakClass::within_phrase);
    EXPECT_EQ(made.before[3], BreakClass::forbidden);
}

class ItemLead : public testing::TestWithParam<std::pair<const char*, unsigned>> {};

TEST_P(ItemLead, IsCountedInGlyphs) {
    const auto [text, glyphs] = GetParam();
    EXPECT_EQ(shaped({plain(text)}).item_leads.front(), glyphs) << text;
}

INSTANTIATE_TEST_SUITE_P(Leads, ItemLead,
                         testing::Values(std::pair{"①予定表", 1U}, std::pair{"⑴予定表", 1U}, std::pair{"① 予定表", 2U},
                                         std::pair{"・写真", 1U}, std::pair{"　・写真", 2U}, std::pair{"※写真", 1U},
                                         std::pair{"※1　写真", 3U}, std::pair{"1.写真", 2U}, std::pair{"１．写真", 2U},
                                         std::pair{"12) 写真", 4U}, std::pair{"(1)写真", 3U},
                                         std::pair{"（１）写真", 3U}, std::pair{"１　開催日", 2U},
                                         std::pair{"（本人）ブロック", 4U}, std::pair{"【現状】予定", 4U},
                                         std::pair{"〈活動例〉風船", 5U}, std::pair{"ア．写真", 2U},
                                         std::pair{"一、写真", 2U}, std::pair{"○写真", 1U}, std::pair{"- 写真", 2U}));

INSTANTIATE_TEST_SUITE_P(NoLeads, ItemLead,
                         testing::Values(std::pair{"写真①", 0U}, std::pair{"1.5倍", 0U}, std::pair{"１か月", 0U},
                                         std::pair{"○○デイ", 0U}, std::pair{"-5℃", 0U}, std::pair{"・", 0U},
                                         std::pair{"　字下げ", 0U}, std::pair{"「はい」", 0U},
                                         std::pair{"（延長支援・長期休業中は別表のとおり）", 0U},
                                         std::pair{"（本人）", 0U}, std::pair{"アイス", 0U}, std::pair{"一人で", 0U},
                                         std::pair{"", 0U}, std::pair{"10:00から", 0U}));

TEST(Shape, EveryParagraphHasItsOwnLead) {
    EXPECT_THAT(shaped({plain("q\u0301か゚\n\n・あ\n（本人）い\nう")}).item_leads, ElementsAre(0U, 0U, 1U, 4U, 0U));
}

TEST(Shape, AnItemsTextStaysWithItsLead) {
    EXPECT_EQ(shaped({plain("（本人）ブロック")}).before[4], BreakClass::emergency);
    EXPECT_EQ(shaped({plain("母（本人）ブロック")}).before[5], BreakClass::allowed);
}

/// か゚ of 鼻濁音 is one glyph; か before anything else is the glyph it always is.
TEST(Shape, ALetterThatBeginsALigatureStaysItselfWithoutOne) {
    for (const std::string letter : {"か", "き", "く", "け", "こ", "カ", "セ", "ツ", "ㇷ"}) {
        const GlyphId alone = shaped({plain(letter)}).glyphs.at(0).glyph;
        for (const std::string next : {"字", "か", "け", "。", "A"}) {
            EXPECT_EQ(shaped({plain(letter + next)}).glyphs.at(0).glyph, alone) << letter << next;
        }
        const ShapedText joined = shaped({plain(letter + "\u309A")});
        ASSERT_EQ(joined.glyphs.size(), 1U) << letter;
        EXPECT_NE(joined.glyphs[0].glyph, alone) << letter;
        EXPECT_EQ(joined.glyphs[0].end, letter.size() + 3);
    }
}

}  // namespace
}  // namespace besshi::text::tests
