#include "unit/plan/sample_reading.h"

#include "expect_diagnostic.h"

namespace besshi::plan {
namespace {

using namespace tests;

TEST(Samples, AreReadWithoutErrors) {
    for (const char* name : {"full", "draft", "hard-names", "stress"}) {
        const auto result = read_case(file_text(std::string("samples/kotonoha/cases/") + name + ".json"),
                                      file_text("samples/kotonoha/office.toml"));
        std::cout << name << "\n" << besshi::tests::list(said(result));
        EXPECT_TRUE(result);
    }
    EXPECT_TRUE(read_case(file_text("samples/smallest.json")));
}

}  // namespace
}  // namespace besshi::plan
