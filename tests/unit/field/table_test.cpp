#include "field/field.h"

#include "expect_diagnostic.h"

#include <fstream>
#include <sstream>

namespace besshi::field {
namespace {

std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

TEST(FieldTable, ProjectTableIsRead) {
    const auto table = Table::read(file_text(BESSHI_ROOT "/forms/fields.toml"), "forms/fields.toml");
    ASSERT_TRUE(table) << tests::list(table.error());
    EXPECT_NE(table->resolve(nullptr, "support_plan.author.name"), nullptr);
}

}  // namespace
}  // namespace besshi::field
