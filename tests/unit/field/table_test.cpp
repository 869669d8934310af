#include "unit/field/table_reading.h"

#include <gmock/gmock.h>

namespace besshi::field {
namespace {

using namespace tests;
using ::testing::ElementsAre;

Table small() {
    auto result = Table::read(small_table, "fields.toml");
    if (!result) throw std::runtime_error(besshi::tests::list(result.error()));
    return std::move(*result);
}

std::string path_of(const Field* field) {
    return field ? field->path : "nothing";
}

TEST(FieldTable, KeepsTheOrderOfTheFile) {
    const Table table = small();
    std::vector<std::string> keys;
    for (const auto& child : table.find("plan")->children) keys.push_back(child->key);
    EXPECT_THAT(
        keys, ElementsAre("author", "number", "count", "cost", "agreed", "start", "valid", "notes", "days", "closed"));
    EXPECT_THAT(table.find_enumeration("day")->codes.front().code, "mon");
}

TEST(FieldTable, KeepsWhatEachLineSays) {
    const Table table = small();
    const Field& notes = *table.find("plan.notes");
    EXPECT_EQ(notes.kind, Kind::long_text);
    EXPECT_EQ(notes.label, "備考");
    EXPECT_EQ(notes.expected, 30u);
    EXPECT_EQ(notes.limit, 300u);
    EXPECT_EQ(notes.line, 25);
    EXPECT_EQ(notes.parent, table.find("plan"));
    EXPECT_EQ(table.find("plan.number")->digits, 10);
    EXPECT_EQ(table.find("plan.author")->target, "staff");
    EXPECT_TRUE(table.find("staff")->of_office);
    EXPECT_FALSE(table.find("plan")->of_office);
    const Field& sum = *table.find("plan.days{}.sum");
    ASSERT_EQ(sum.span.size(), 1u);
    EXPECT_EQ(sum.span.front().end, "end");
    EXPECT_EQ(sum.span.front().start, "start");
    EXPECT_EQ(table.find("plan.nothing"), nullptr);
}

TEST(FieldTable, PersonalIsInheritedAndNamesAlwaysAre) {
    const Table table = small();
    EXPECT_TRUE(table.find("child.names[].from")->personal);
    EXPECT_TRUE(table.find("staff[].name")->personal);
    EXPECT_FALSE(table.find("staff[].id")->personal);
    EXPECT_FALSE(table.find("plan.notes")->personal);
}

TEST(FieldTable, LikeTakesKindBoundsAndEverythingBelow) {
    std::string text(small_table);
    text += "\"other\" = { type = \"object\", label = \"次\", personal = true }\n";
    text += "\"other.days\" = { like = \"plan.days\" }\n";
    text += "\"other.days{}.place\" = { type = \"text\", label = \"場所\", limit = 20 }\n";
    text += "\"other.notes\" = { like = \"plan.notes\", label = \"覚え\" }\n";
    const auto table = Table::read(text, "fields.toml");
    ASSERT_TRUE(table) << besshi::tests::list(table.error());
    const Field& day = *table->find("other.days{}");
    EXPECT_EQ(day.parent, table->find("other.days"));
    EXPECT_EQ(day.parent->enumeration, table->find_enumeration("day"));
    EXPECT_EQ(table->find("other.days{}.start")->kind, Kind::time);
    EXPECT_EQ(table->find("other.days{}.sum")->span.front().end, "end");
    EXPECT_TRUE(table->find("other.days{}.end")->personal);
    EXPECT_EQ(table->resolve(nullptr, "other.days.mon.place"), table->find("other.days{}.place"));
    EXPECT_EQ(table->find("plan.days{}.place"), nullptr);
    EXPECT_EQ(table->find("other.notes")->limit, 300u);
    EXPECT_EQ(table->find("other.notes")->label, "覚え");
}

TEST(FieldTable, PersonalCanBeTakenBackAndCopiesKeepThat) {
    std::string text(small_table);
    text += "\"child.papers\" = { type = \"object\", label = \"書類\" }\n";
    text += "\"child.papers.title\" = { type = \"text\", label = \"表題\", limit = 20, personal = false }\n";
    text += "\"child.papers.note\" = { type = \"text\", label = \"覚え\", limit = 20 }\n";
    text += "\"child.copies\" = { like = \"child.papers\" }\n";
    const auto table = Table::read(text, "fields.toml");
    ASSERT_TRUE(table) << besshi::tests::list(table.error());
    for (const std::string at : {"child.papers", "child.copies"}) {
        EXPECT_FALSE(table->find(at + ".title")->personal) << at;
        EXPECT_TRUE(table->find(at + ".note")->personal) << at;
    }
}

TEST(FieldTable, MarksAreCopiedWithTheirShape) {
    std::string text(small_table);
    text += "\"plan.secret\" = { type = \"code\", label = \"秘\", codes = \"day\", withholds = [\"notes\"] }\n";
    text += "\"copy\" = { like = \"plan\" }\n";
    const auto table = Table::read(text, "fields.toml");
    ASSERT_TRUE(table) << besshi::tests::list(table.error());
    EXPECT_THAT(table->find("copy.secret")->withholds, ElementsAre("notes"));
    EXPECT_THAT(dump(*table), ::testing::HasSubstr("copy.secret code codes=day withholds=notes 「秘」\n"));
}

TEST(FieldTable, ResolvesPlainNames) {
    const Table table = small();
    EXPECT_EQ(table.resolve(nullptr, ""), &table.root());
    EXPECT_EQ(path_of(table.resolve(nullptr, "plan.notes")), "plan.notes");
    EXPECT_EQ(path_of(table.resolve(table.find("plan"), "notes")), "plan.notes");
    EXPECT_EQ(path_of(table.resolve(nullptr, "plan.closed")), "plan.closed");
    EXPECT_EQ(table.resolve(nullptr, "plan.closed.0"), nullptr);
    EXPECT_EQ(table.resolve(nullptr, "plan.nothing"), nullptr);
    EXPECT_EQ(table.resolve(nullptr, "plan.notes.more"), nullptr);
}

TEST(FieldTable, ResolvesKeysOfMaps) {
    const Table table = small();
    EXPECT_EQ(path_of(table.resolve(nullptr, "plan.days.tue.start")), "plan.days{}.start");
    EXPECT_EQ(path_of(table.resolve(nullptr, "plan.days.tue.sum")), "plan.days{}.sum");
    EXPECT_EQ(table.resolve(nullptr, "plan.days.wed.start"), nullptr);
}

TEST(FieldTable, ResolvesThroughReferences) {
    const Table table = small();
    EXPECT_EQ(path_of(table.resolve(nullptr, "plan.author.name")), "staff[].name");
    EXPECT_EQ(path_of(table.resolve(table.find("plan.author"), "name")), "staff[].name");
    EXPECT_EQ(path_of(table.resolve(nullptr, "plan.author")), "plan.author");
    EXPECT_EQ(table.resolve(nullptr, "plan.author.age"), nullptr);
}

TEST(FieldTable, ResolvesAliasesOfDatedFacts) {
    const Table table = project_table();
    EXPECT_EQ(path_of(table.resolve(nullptr, "child.display_name")), "child.names[].display_name");
    EXPECT_EQ(path_of(table.resolve(nullptr, "child.address")), "child.addresses[].address");
    EXPECT_EQ(path_of(table.resolve(nullptr, "child.birth_date")), "child.birth_date");
    EXPECT_EQ(path_of(table.resolve(nullptr, "guardian")), "guardians[]");
    EXPECT_EQ(path_of(table.resolve(nullptr, "guardian.name")), "guardians[].name");
    EXPECT_EQ(path_of(table.resolve(nullptr, "consultation.office.name")), "consultation_offices[].name");
    EXPECT_EQ(table.resolve(nullptr, "guardians.name"), nullptr);
    EXPECT_EQ(table.resolve(table.find("support_plan"), "guardian.name"), nullptr);
}

TEST(FieldTable, NearestKey) {
    const Table table = small();
    const Field& plan = *table.find("plan");
    EXPECT_EQ(table.find_nearest_key(plan, "nots"), "notes");
    EXPECT_EQ(table.find_nearest_key(plan, "ntoes"), "notes");  // neighbours swapped
    EXPECT_EQ(table.find_nearest_key(plan, "auther"), "author");
    EXPECT_EQ(table.find_nearest_key(plan, "備考"), "notes");  // the label itself
    EXPECT_EQ(table.find_nearest_key(*table.find("plan.days"), "mno"), "mon");
    EXPECT_EQ(table.find_nearest_key(*table.find("plan.days"), "火"), "tue");
    EXPECT_EQ(table.find_nearest_key(plan, "zzzz"), std::nullopt);
    EXPECT_EQ(table.find_nearest_key(plan, ""), std::nullopt);
    EXPECT_EQ(table.find_nearest_key(plan, std::string(100'000, 'a')), std::nullopt);
}

TEST(FieldTable, DerivedNamesAreTheClosedList) {
    EXPECT_THAT(derived_names(Kind::month), ElementsAre("wareki"));
    EXPECT_THAT(derived_names(Kind::span), ElementsAre("sum"));
    EXPECT_TRUE(derived_names(Kind::text).empty());
    EXPECT_TRUE(derived_names(Kind::reference).empty());
}

TEST(FieldTable, DumpIsOneLinePerField) {
    const std::string text = dump(small());
    EXPECT_THAT(text,
                ::testing::StartsWith("staff list expected=5 limit=50 office 「職員」\nstaff[] object 「職員」\n"));
    EXPECT_THAT(text, ::testing::HasSubstr("plan.days{} object 「曜日の時間」\n"));
    EXPECT_THAT(text, ::testing::HasSubstr("plan.days{}.sum span sum=end-start 「合計」\n"));
    EXPECT_THAT(
        text, ::testing::HasSubstr("child.names list expected=5 limit=50 in_force_as=child personal 「児童の氏名」\n"));
    EXPECT_THAT(text, ::testing::EndsWith("enum day: mon=月 tue=火\n"));
}

/// The table only grows: whatever a form prints or a case holds is found under its name for ever.
TEST(FieldTable, EveryFieldOfTheProjectHasLabelAndBounds) {
    const Table table = project_table();
    const auto check = [&](const auto& self, const Field& field) -> void {
        for (const auto& child : field.children) {
            EXPECT_FALSE(child->label.empty()) << child->path;
            EXPECT_EQ(table.find(child->path), child.get());
            const bool counted = child->is_text() || child->kind == Kind::list || child->kind == Kind::integer;
            if (counted) {
                EXPECT_GT(child->limit, 0u) << child->path;
            }
            if (child->is_text() && child->kind != Kind::digits) {
                EXPECT_GE(child->limit, 2 * child->expected) << child->path;
            }
            self(self, *child);
        }
    };
    check(check, table.root());
}

}  // namespace
}  // namespace besshi::field
