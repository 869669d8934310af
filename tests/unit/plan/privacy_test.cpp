#include "unit/plan/sample_reading.h"

#include <set>

namespace besshi::plan {
namespace {

using namespace tests;
using nlohmann::json;

/// Everything of two characters or more that a person typed; single characters (母) and what also stands
/// in the field table or in the program's own sentences say nothing about anybody.
std::set<std::string> secrets(const json& record) {
    const std::string known = file_text("forms/fields.toml");
    std::set<std::string> all;
    const auto gather = [&](const auto& self, const json& node) -> void {
        if (node.is_string()) {
            const std::string text = node.get<std::string>();
            if (base::count_characters(text) > 2 && known.find(text) == std::string::npos) all.insert(text);
        }
        if (!node.is_structured()) return;
        for (const json& child : node) self(self, child);
    };
    gather(gather, record);
    return all;
}

void expect_no_secret(const Diagnostics& diagnostics, const std::set<std::string>& secrets,
                      const std::string& context) {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) all += base::to_line(diagnostic) + "\n";
    for (const std::string& secret : secrets) {
        ASSERT_EQ(all.find(secret), std::string::npos) << context << ": " << all;
    }
}

std::vector<json::json_pointer> places_of(const json& record) {
    std::vector<json::json_pointer> places;
    const auto gather = [&](const auto& self, const json& node, const json::json_pointer& at) -> void {
        places.push_back(at);
        if (node.is_object()) {
            for (const auto& [key, child] : node.items()) self(self, child, at / key);
        } else if (node.is_array()) {
            for (std::size_t i = 0; i < node.size(); ++i) self(self, node[i], at / i);
        }
    };
    gather(gather, record, json::json_pointer());
    return places;
}

/// Each value of the sample in turn is broken in every way a person breaks one; what is said never holds
/// the value itself nor any other.
TEST(Privacy, NoFaultRepeatsAValue) {
    const json full = json::parse(file_text("samples/kotonoha/cases/hard-names.json"));
    const std::string office = file_text("samples/kotonoha/office.toml");
    const std::set<std::string> hidden = secrets(full);
    EXPECT_GT(hidden.size(), 40u);
    int refused = 0;
    for (const json::json_pointer& place : places_of(full)) {
        const json& value = full.at(place);
        std::vector<json> broken = {json(12.5), json(true), json::array({value}), json{{"x", value}}};
        if (value.is_string()) {
            const std::string text = value.get<std::string>();
            for (const std::string& wrong :
                 {text + "\t", text + "\uFFFF", text + "\r\n" + text, text + std::string(20'000, 'x')}) {
                broken.emplace_back(wrong);
            }
            broken.push_back(json{{text, 1}});
        }
        for (const json& wrong : broken) {
            json record = full;
            record[place] = wrong;
            const auto result = read_case(record.dump(), office);
            refused += !result;
            expect_no_secret(said(result), hidden, place.to_string());
        }
    }
    EXPECT_GT(refused, 300);
}

TEST(Privacy, NoFaultOfTheOfficeRepeatsAValue) {
    const std::string office = file_text("samples/kotonoha/office.toml");
    const std::vector<std::string> names = {"真理子", "濵野", "김민준", "渡邉　周平"};
    for (std::size_t at = 0; at < office.size(); at += 3) {
        std::string broken = office;
        broken.insert(at, "\"");
        const auto result = read_case("{}", broken);
        for (const Diagnostic& diagnostic : said(result)) {
            for (const std::string& name : names) {
                ASSERT_EQ(base::to_line(diagnostic).find(name), std::string::npos) << at << base::to_line(diagnostic);
            }
        }
    }
}

}  // namespace
}  // namespace besshi::plan
