#include "form_fixture.h"

#include <fstream>
#include <iterator>

namespace besshi::form::tests {

namespace {

constexpr std::string_view two_sets = R"([issue]
title     = "交付"
documents = [ "F01", "F02" ]
[ward]
title     = "提出"
documents = [ "F12" ]
)";

Diagnostics faults_in(std::string_view toml) {
    const auto sets = read_sets(toml, "forms/sets.toml");
    return sets ? Diagnostics{} : sets.error();
}

TEST(DocumentSets, KeepTheOrderOfTheFile) {
    const auto sets = read_sets(two_sets, "forms/sets.toml");
    ASSERT_TRUE(sets) << besshi::tests::list(sets.error());
    ASSERT_EQ(sets->size(), 2u);
    EXPECT_EQ((*sets)[0].name, "issue");
    EXPECT_EQ((*sets)[0].title, "交付");
    EXPECT_EQ((*sets)[0].documents, (std::vector<std::string>{"F01", "F02"}));
    EXPECT_EQ((*find_set(*sets, "ward"))->title, "提出");
}

TEST(DocumentSets, AreRefusedWithTheirLine) {
    EXPECT_FIRES("form.set.empty", faults_in("[issue]\ntitle = \"交付\"\n"));
    EXPECT_FIRES("form.set.empty", faults_in("[issue]\ntitle = \"交付\"\ndocuments = []\n"));
    EXPECT_SILENT("form.set.empty", faults_in(two_sets));
    const auto sets = read_sets(two_sets, "forms/sets.toml");
    EXPECT_FIRES("form.set.unknown", find_set(*sets, "isue").error());
    EXPECT_TRUE(find_set(*sets, "issue").has_value());
    EXPECT_SILENT("form.set.unknown", faults_in(two_sets));
}

}  // namespace

}  // namespace besshi::form::tests
