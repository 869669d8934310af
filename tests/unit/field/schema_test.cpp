#include "unit/field/table_reading.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace besshi::field {
namespace {

using namespace tests;
using nlohmann::json;

/// The schema node a field was turned into.
const json& node_of(const json& schema, const Field& field) {
    if (!field.parent) return schema;
    const json& parent = node_of(schema, *field.parent);
    if (field.key == "[]") return parent.at("items");
    if (field.key == "{}") return *parent.at("properties").begin();
    return parent.at("properties").at(field.key);
}

TEST(JsonSchema, HasEveryFieldWithItsLabelAndClosesEveryObject) {
    const Table table = project_table();
    const json schema = json::parse(to_json_schema(table));
    EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(schema.at("type"), "object");
    EXPECT_EQ(schema.at("additionalProperties"), false);
    const auto check = [&](const auto& self, const Field& field) -> void {
        for (const auto& child : field.children) {
            if (child->kind == Kind::span) {
                EXPECT_FALSE(node_of(schema, field).at("properties").contains(child->key)) << child->path;
                continue;
            }
            const json& node = node_of(schema, *child);
            const std::string description = node.at("description").get<std::string>();
            if (child->key != "{}") {  // of a map each key is described by its word
                EXPECT_EQ(description, child->label) << child->path;
            }
            if (child->kind == Kind::object || child->kind == Kind::map) {
                EXPECT_EQ(node.at("additionalProperties"), false) << child->path;
            }
            if (child->kind == Kind::list) {
                EXPECT_EQ(node.at("maxItems"), child->limit) << child->path;
            }
            self(self, *child);
        }
    };
    check(check, table.root());
}

TEST(JsonSchema, EveryReferenceHasItsDefinition) {
    const json schema = json::parse(to_json_schema(project_table()));
    int references = 0;
    const auto check = [&](const auto& self, const json& node) -> void {
        if (node.is_object() && node.contains("$ref")) {
            const std::string target = node.at("$ref").get<std::string>();
            ++references;
            EXPECT_TRUE(schema.contains(json::json_pointer(target.substr(1)))) << target;
        }
        for (const json& child : node) {
            if (child.is_structured()) self(self, child);
        }
    };
    check(check, schema);
    EXPECT_GT(references, 50);
}

TEST(JsonSchema, SaysWhatTheReaderTakes) {
    auto table = Table::read(small_table, "fields.toml");
    ASSERT_TRUE(table);
    const json schema = json::parse(to_json_schema(*table));
    const json& plan = schema.at("properties").at("plan").at("properties");
    EXPECT_EQ(plan.at("notes").at("maxLength"), 300);
    EXPECT_EQ(plan.at("number").at("pattern"), "^([0-9０-９]{10})?$");
    EXPECT_EQ(plan.at("count").at("maximum"), 99);
    EXPECT_EQ(plan.at("days").at("properties").at("mon").at("description"), "月");
    EXPECT_THAT(schema.at("$defs").at("day").at("enum"), ::testing::ElementsAre("mon", "tue", nullptr));
    EXPECT_EQ(schema.at("$defs").at("day").at("description"), "mon＝月、tue＝火");
}

}  // namespace
}  // namespace besshi::field
