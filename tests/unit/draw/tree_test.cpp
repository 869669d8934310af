#include "draw/draw.h"
#include "unit/layout/form_builder.h"

#include <gmock/gmock.h>

/// The logical tree keeps the rules of ISO 14289-1 also where a form has little in it.
namespace besshi::draw::tests {
namespace {

using namespace layout::tests;
using testing::ElementsAre;

std::vector<Role> roles(fill::FilledForm form) {
    const DrawList list = place(laid_out(std::move(form)), fonts()).value();
    std::vector<Role> roles;
    for (const Node& node : list.nodes) roles.push_back(node.role);
    return roles;
}

/// A title and two headings below it.
fill::FilledForm headed(const std::string& title) {
    fill::FilledForm form = blank_form();
    add_panel(form, "title", 10, title).cells.front().style.heading = 1;
    for (const char* heading : {"一", "二"}) add_panel(form, heading, 10, heading).cells.front().style.heading = 2;
    return form;
}

TEST(Headings, BeginWithTheFirstLevelAlsoBelowAnEmptyTitle) {
    EXPECT_THAT(roles(headed("題")), ElementsAre(Role::document, Role::heading1, Role::heading2, Role::heading2));
    EXPECT_THAT(roles(headed("")), ElementsAre(Role::document, Role::heading1, Role::heading2));
}

fill::FilledForm with_table(int records) {
    fill::FilledForm form = blank_form();
    fill::Grid& table = add_grid(form, "rows", fill::Grid::Kind::table);
    add_row(table, 10, -1, true);
    add_cell(table, {.column_span = 4}, "項目").is_heading = true;
    for (int i = 0; i < records; ++i) add_record(table, 10, "行");
    return form;
}

TEST(Tables, OfHeadingsAloneHaveABodyAndNoHead) {
    EXPECT_THAT(roles(with_table(1)),
                ElementsAre(Role::document, Role::table, Role::table_head, Role::table_row, Role::header_cell,
                            Role::table_body, Role::table_row, Role::data_cell));
    EXPECT_THAT(roles(with_table(0)),
                ElementsAre(Role::document, Role::table, Role::table_body, Role::table_row, Role::header_cell));
}

}  // namespace
}  // namespace besshi::draw::tests
