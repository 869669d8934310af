#include "unit/review/workshop.h"

#include <gmock/gmock.h>

/// What is different between two revisions.
namespace besshi::review::tests {

namespace {

using testing::IsEmpty;

std::vector<std::string> changes_after(std::string_view old_text, std::string_view new_text) {
    std::vector<std::string> said;
    const form::FormDefinition after = load_small(form::tests::changed(old_text, new_text));
    for (const Change& change : changes(form::tests::whole(), after))
        said.push_back(change.what + "：" + change.before + " → " + change.after);
    return said;
}

TEST(Changes, AFormIsLikeItself) {
    EXPECT_THAT(changes(form::tests::whole(), form::tests::whole()), IsEmpty());
    EXPECT_THAT(changes_after("plan.notes", "plan.notes"), IsEmpty());
}

TEST(Changes, AreSaidInTheWordsOfTheLanguage) {
    using testing::ElementsAre;
    EXPECT_THAT(changes_after("name_label   = \"氏名\"", "name_label   = \"児童氏名\""),
                ElementsAre("ブロック who の見出し name_label の文字：氏名 → 児童氏名"));
    EXPECT_THAT(changes_after("{ min = 7, cells", "{ min = 8.5, cells"),
                ElementsAre("ブロック who の 1 行めの高さ：7 mm → 8.5 mm"));
    EXPECT_THAT(changes_after("top = 10, right = 15", "top = 12, right = 15"),
                ElementsAre("余白（上・右・下・左）：10 mm・15 mm・10 mm・15 mm → 12 mm・15 mm・10 mm・15 mm"));
    EXPECT_THAT(changes_after("default = 3", "default = 5"), ElementsAre("設定 rows のはじめの値：3 → 5"));
    EXPECT_THAT(changes_after("size = 14, weight", "size = 15, weight"),
                ElementsAre("ブロック who の見出し title の大きさ：14 pt → 15 pt"));
    EXPECT_THAT(
        changes_after("birth_label  = \"生年月日\"", "birth_label = { text = \"生年月日\", direction = \"vertical\" }"),
        ElementsAre("ブロック who の見出し birth_label の文字の向き：横書き → 縦書き"));
}

TEST(Changes, WhatIsGoneStandsBeforeWhatIsNew) {
    const std::vector<std::string> said =
        changes_after("[param.rows]", "[param.copies]\ntype    = \"count\"\ndefault = 1\n[param.rows]");
    EXPECT_THAT(said, testing::ElementsAre("設定 copies のはじめの値： → 1"));
    const std::string toml = form::tests::changed("name        = \"rows\"", "name        = \"goals\"");
    const std::vector<Change> renamed = changes(form::tests::whole(), load_small(toml));
    ASSERT_FALSE(renamed.empty());
    EXPECT_EQ(renamed.front().what, "ブロック rows の上の空き");
    EXPECT_TRUE(renamed.front().after.empty());
    EXPECT_EQ(renamed.back().what.substr(0, std::string("ブロック goals").size()), "ブロック goals");
    EXPECT_TRUE(renamed.back().before.empty());
}

}  // namespace

}  // namespace besshi::review::tests
