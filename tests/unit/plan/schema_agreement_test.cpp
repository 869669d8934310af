#include "unit/plan/sample_reading.h"

#include <regex>

namespace besshi::plan {
namespace {

using namespace tests;
using nlohmann::json;

/// As much of JSON Schema 2020-12 as the schema of the table uses.
class Validator {
public:
    explicit Validator(const json& schema) : root_(schema) {}

    bool accepts(const json& value) const { return accepts(root_, value); }

private:
    bool accepts(const json& schema, const json& value) const {
        if (schema.contains("$ref")) {
            const std::string target = schema.at("$ref").get<std::string>();
            if (!accepts(root_.at(json::json_pointer(target.substr(1))), value)) return false;
        }
        if (schema.contains("type") && !has_type(schema.at("type"), value)) return false;
        if (schema.contains("enum") && std::ranges::find(schema.at("enum"), value) == schema.at("enum").end())
            return false;
        if (value.is_string()) return accepts_text(schema, value.get<std::string>());
        if (value.is_number() && schema.contains("maximum")) {
            return value >= schema.at("minimum") && value <= schema.at("maximum");
        }
        if (value.is_array()) {
            return value.size() <= schema.at("maxItems").get<std::size_t>() &&
                   std::ranges::all_of(value, [&](const json& item) { return accepts(schema.at("items"), item); });
        }
        return !value.is_object() || !schema.contains("properties") || accepts_object(schema, value);
    }

    bool accepts_object(const json& schema, const json& value) const {
        for (const auto& [key, member] : value.items()) {
            if (!schema.at("properties").contains(key) || !accepts(schema.at("properties").at(key), member))
                return false;
        }
        if (!schema.contains("required")) return true;
        return std::ranges::all_of(schema.at("required"),
                                   [&](const json& key) { return value.contains(key.get<std::string>()); });
    }

    static bool accepts_text(const json& schema, const std::string& text) {
        if (schema.contains("maxLength") && base::count_code_points(text) > schema.at("maxLength").get<std::size_t>())
            return false;
        if (!schema.contains("pattern")) return true;
        std::string pattern = schema.at("pattern").get<std::string>();
        static const std::string full_width = "０-９";  // std::regex knows bytes only
        if (const std::size_t at = pattern.find(full_width); at != std::string::npos)
            pattern.erase(at, full_width.size());
        return std::regex_search(text, std::regex(pattern));
    }

    static bool has_type(const json& wanted, const json& value) {
        const auto is = [&](const std::string& type) {
            if (type == "integer") return value.is_number_integer();
            return type == value.type_name();
        };
        if (wanted.is_string()) return is(wanted.get<std::string>());
        return std::ranges::any_of(wanted, [&](const json& type) { return is(type.get<std::string>()); });
    }

    const json& root_;
};

const json& schema() {
    static const json parsed = json::parse(field::to_json_schema(table()));
    return parsed;
}

TEST(SchemaAgreement, SchemaTakesEverySample) {
    for (const char* name :
         {"kotonoha/cases/full", "kotonoha/cases/draft", "kotonoha/cases/hard-names", "kotonoha/cases/stress",
          "kotonoha/cases/self-plan", "kotonoha/cases/deliveries-2025-10", "kotonoha/cases/withheld",
          "hinata/cases/preschool", "midori/cases/two-providers", "smallest"}) {
        EXPECT_TRUE(Validator(schema()).accepts(json::parse(file_text("samples/" + std::string(name) + ".json"))))
            << name;
    }
}

TEST(SchemaAgreement, SchemaAndReaderRefuseTheSame) {
    for (const char* text : {
             R"([])",
             R"({"nothing":1})",
             R"({"case_number":1})",
             R"({"child":[]})",
             R"({"guardians":{}})",
             R"({"certificates":[{"number":"13200"}]})",
             R"({"certificates":[{"copay_limit_yen":-1}]})",
             R"({"certificates":[{"copay_limit_yen":1.5}]})",
             R"({"certificates":[{"copay_limit_yen":99999999}]})",
             R"({"support_plan":{"created_on":"2025/04/01"}})",
             R"({"support_plan":{"period":{"from":"2025-04-01"}}})",
             R"({"support_plan":{"period":{"from":"2025-04-01","to":"2025-04-02","x":1}}})",
             R"({"support_plan":{"rows":[{"item":"本人支援"}]}})",
             R"({"support_plan":{"rows":[{"domains":["x"]}]}})",
             R"({"support_plan":{"hours_tables":[{"days":{"moon":{}}}]}})",
             R"({"support_plan":{"transport":{"provided":"true"}}})",
             R"({"support_plan":{"hours_tables":[{"days":{"mon":{"start":"48:01"}}}]}})",
             R"({"support_plan":{"hours_tables":[{"days":{"mon":{"provided":1}}}]}})",
             R"({"use_plan_draft":{"week":{"plan_start_month":"2025-13"}}})",
         }) {
        EXPECT_FALSE(Validator(schema()).accepts(json::parse(text))) << text;
        EXPECT_FALSE(read_case(text)) << text;
    }
    for (const char* text : {
             R"({})",
             R"({"child":null,"guardians":null})",
             R"({"certificates":[{"number":""},{"number":"1320000417"}]})",
             R"({"support_plan":{"period":null,"rows":[{"item":null,"priority":0,"domains":[]}]}})",
             R"({"support_plan":{"hours_tables":[{"days":{"sun":{"start":"48:00","end":"24:00"}}}]}})",
         }) {
        EXPECT_TRUE(Validator(schema()).accepts(json::parse(text))) << text;
        EXPECT_TRUE(read_case(text)) << text << besshi::tests::list(said(read_case(text)));
    }
}

}  // namespace
}  // namespace besshi::plan
