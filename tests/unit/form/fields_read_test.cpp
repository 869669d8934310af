#include "form_fixture.h"

#include <gmock/gmock.h>

/// Which data a form asks for.
namespace besshi::form::tests {

namespace {

std::vector<std::string> paths_read(const FormDefinition& form) {
    std::vector<std::string> paths;
    for (const field::Field* field : fields_read(form, table())) paths.push_back(field->path);
    std::ranges::sort(paths);
    return paths;
}

TEST(FieldsRead, are_those_of_all_kinds_of_cells_and_bands) {
    EXPECT_THAT(paths_read(whole()),
                testing::ElementsAre(
                    "child.birth_date", "child.name", "child.number", "child.tall", "plan.created_on", "plan.days{}",
                    "plan.days{}.end", "plan.days{}.start", "plan.days{}.sum", "plan.events[].day", "plan.events[].end",
                    "plan.events[].start", "plan.events[].text", "plan.notes", "plan.period", "plan.policy",
                    "plan.rows", "plan.rows[].domains", "plan.rows[].goal", "plan.rows[].item", "plan.rows[].order"));
}

TEST(FieldsRead, references_on_the_way_are_read_too) {
    const auto loaded = load_text(changed("{{plan.policy}}", "{{#plan}}{{manager.name}}{{/plan}}"));
    ASSERT_TRUE(loaded) << besshi::tests::list(faults_of(loaded));
    EXPECT_THAT(paths_read(loaded->front()), testing::IsSupersetOf({"plan.manager", "staff[].name"}));
}

TEST(FieldsRead, cells_of_a_block_stand_in_the_order_of_the_file) {
    std::vector<std::string> names;
    for (const CellTemplate* cell : cells_of(*find_block(whole(), "who"))) names.push_back(cell->name);
    EXPECT_THAT(names, testing::ElementsAre("title", "name_label", "birth_label", "policy_label", "name", "birth",
                                            "policy", "number", "tall"));
    EXPECT_EQ(cells_of(*find_block(whole(), "times")).size(), 11u);
}

}  // namespace

}  // namespace besshi::form::tests
