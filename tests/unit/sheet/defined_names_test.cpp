#include "sheet/defined_names.h"

#include <gtest/gtest.h>

namespace besshi::sheet::tests {

namespace {

TEST(DefinedNames, AreMadeOfCellNames) {
    EXPECT_EQ(to_defined_name("intent"), "intent");
    EXPECT_EQ(to_defined_name("rows.3.goal"), "rows_3_goal");
    EXPECT_EQ(to_defined_name("overall_policy"), "overall_policy");
    EXPECT_EQ(to_defined_name("a-b c"), "a_b_c");
    EXPECT_EQ(to_defined_name("1st"), "_1st");
    EXPECT_EQ(to_defined_name("作成日"), "__________");
}

TEST(DefinedNames, AreNeverReadAsCells) {
    for (const char* name : {"A1", "day1", "row12", "XFD1", "zzz999", "R", "c", "R1C1", "rc", "r12", "C3", "r1c"}) {
        EXPECT_EQ(to_defined_name(name), std::string("_") + name);
    }
    for (const char* name : {"days1", "day", "day1a", "r1d1", "row", "A1_"}) EXPECT_EQ(to_defined_name(name), name);
}

TEST(DefinedNames, AreGivenOnce) {
    DefinedNames names;
    EXPECT_EQ(names.take("sign"), "sign");
    EXPECT_EQ(names.take("Sign"), "Sign_2");
    EXPECT_EQ(names.take("sign_2"), "sign_2_2");
    EXPECT_EQ(names.take("sign"), "sign_3");
}

}  // namespace

}  // namespace besshi::sheet::tests
