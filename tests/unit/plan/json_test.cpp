#include "plan/raw.h"

#include "unit/plan/sample_reading.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

/// The reader of JSON against nlohmann's: what the one takes the other takes, and it says the same.
namespace besshi::plan {
namespace {

using namespace tests;
using Json = nlohmann::ordered_json;

Json to_json(const raw::Tree& tree, raw::NodeId id) {
    const raw::Node& node = tree.node(id);
    Json json;
    switch (node.kind) {
        case raw::Kind::boolean:
            return node.truth;
        case raw::Kind::integer:
            return node.integer;
        case raw::Kind::real:
            return "a real";
        case raw::Kind::text:
            return std::string(node.text);
        case raw::Kind::list:
            json = Json::array();
            for (raw::NodeId child = node.first_child; child != raw::no_node; child = tree.node(child).next)
                json.push_back(to_json(tree, child));
            return json;
        case raw::Kind::object:
            json = Json::object();
            for (raw::NodeId child = node.first_child; child != raw::no_node; child = tree.node(child).next)
                json[std::string(tree.node(child).key)] = to_json(tree, child);
            return json;
        default:
            return json;
    }
}

/// What the tree knows of nlohmann's value: of reals, and of numbers beyond 64 bits, only that they are.
Json as_tree_knows(Json json) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool beyond = json.is_number_unsigned() && json.get<std::uint64_t>() > most;
    if (json.is_number_float() || beyond) return "a real";
    if (json.is_structured()) {
        for (auto& child : json) child = as_tree_knows(child);
    }
    return json;
}

struct Reading {
    bool whole = false;
    Json json;
};

Reading read_tree(std::string_view bytes) {
    raw::Tree tree(Source{bytes, "case.json"});
    Faults faults;
    const bool whole = raw::read_json(tree, bytes, {}, faults);
    return {whole, whole ? to_json(tree, 0) : Json()};
}

/// Whether both say the same of `bytes`.
bool agree(const std::string& bytes) {
    const Json expected = Json::parse(bytes, nullptr, false);
    const Reading reading = read_tree(bytes);
    if (expected.is_discarded()) return !reading.whole;
    return reading.whole && reading.json == as_tree_knows(expected);
}

TEST(Json, SaysWhatNlohmannSays) {
    for (const char* json : {"",
                             " ",
                             "{}",
                             "[]",
                             " [ ] ",
                             "[ 1 , 2 ]",
                             "{ \"a\" : { \"b\" : [ null , true , false ] } }",
                             "[1,]",
                             "[,1]",
                             "{\"a\":1,}",
                             "{\"a\"}",
                             "{\"a\" 1}",
                             "{a:1}",
                             "[1 2]",
                             "[1",
                             "[",
                             "{",
                             "]",
                             "nul",
                             "nulll",
                             "True",
                             "0",
                             "-0",
                             "-",
                             "+1",
                             "01",
                             "1.",
                             ".5",
                             "1.5",
                             "1e",
                             "1e5",
                             "1E+5",
                             "1e-5",
                             "1e-999",
                             "1e999",
                             "-1e999",
                             "9223372036854775807",
                             "9223372036854775808",
                             "-9223372036854775808",
                             "-9223372036854775809",
                             "18446744073709551616",
                             "\"\"",
                             "\"a",
                             "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                             "\"\\x\"",
                             "\"\\",
                             "\"\\u\"",
                             "\"\\u12G4\"",
                             "\"\\u12\"",
                             "\"\\u+123\"",
                             "\"\\u0000\"",
                             "\"\\u3042\\uD842\\uDFB7\"",
                             "\"\\uD842\"",
                             "\"\\uD842\\n\"",
                             "\"\\uDFB7\\uD842\"",
                             "\"\\uD842\\uD842\"",
                             "\"a\tb\"",
                             "\"a\nb\"",
                             "\"\x7F\"",
                             "\"あ\"",
                             "あ",
                             "[1] []",
                             "/**/[]",
                             "NaN"}) {
        EXPECT_TRUE(agree(json)) << json;
    }
    EXPECT_TRUE(agree(std::string("\"\0\"", 3)));
    EXPECT_TRUE(agree("\"\xC0\xAF\""));
    EXPECT_TRUE(agree("\"\xED\xA0\x80\""));
    EXPECT_TRUE(agree("\"\xE3\x81\""));
    EXPECT_TRUE(agree("\"\xF4\x90\x80\x80\""));
}

TEST(Json, OfTheSamplesIsNlohmanns) {
    for (const char* sample : {"full", "draft", "hard-names", "stress", "self-plan", "withheld"})
        EXPECT_TRUE(agree(file_text("samples/kotonoha/cases/" + std::string(sample) + ".json"))) << sample;
}

RC_GTEST_PROP(JsonProperty, OfAnyPiecesIsNlohmanns, ()) {
    const auto piece = rc::gen::elementOf(std::vector<std::string>{
        "{",  "}",   "[",       "]",       ",",      ":",    "\"",   "\"a\"",    "\"い\":", "\"\\n\"",
        "\\", "\\u", "\\uD842", "\\uDFB7", "\"b\":", "null", "true", "false",    "-",       "0",
        "12", "3.5", "1e9",     " ",       "\n",     "\t",   "\xFF", "\xE3\x81", "x"});
    std::string bytes;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) bytes += part;
    RC_ASSERT(agree(bytes));
}

}  // namespace
}  // namespace besshi::plan
