#include "unit/field/table_reading.h"

#include <set>

namespace besshi::field {
namespace {

using namespace tests;
using besshi::tests::faults_of;

/// The small table with `what` changed to `to`.
std::string changed(std::string_view what, std::string_view to) {
    std::string text(small_table);
    const std::size_t at = text.find(what);
    if (at == std::string::npos) throw std::runtime_error("not in the table");
    return text.replace(at, what.size(), to);
}

Diagnostics faults(const std::string& toml) {
    return faults_of(Table::read(toml, "fields.toml"));
}
const Diagnostics none = faults(std::string(small_table));

TEST(FieldFaults, TheSmallTableHasNone) {
    EXPECT_TRUE(none.empty()) << besshi::tests::list(none);
}

TEST(FieldFaults, NotToml) {
    EXPECT_FIRES("field.table.not_toml", faults(changed("label = \"備考\"", "label = \"備考")));
    EXPECT_SILENT("field.table.not_toml", none);
}

TEST(FieldFaults, SyntaxFaultNamesLineAndFile) {
    const Diagnostics found = faults("[enum.day]\nmon = \"月\"\n[field]\n\"a\" = { type = 、 }\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().origin.file, "fields.toml");
    EXPECT_EQ(found.front().origin.line, 4);
}

TEST(FieldFaults, UnknownSection) {
    EXPECT_FIRES("field.table.unknown_section", faults(changed("[enum.day]", "[enums.day]")));
    EXPECT_SILENT("field.table.unknown_section", none);
}

TEST(FieldFaults, MissingFields) {
    EXPECT_FIRES("field.table.missing_fields", faults("[enum.day]\nmon = \"月\"\n"));
    EXPECT_SILENT("field.table.missing_fields", faults("[enum.day]\nmon = \"月\"\n[field]\n"));
}

TEST(FieldFaults, Enumeration) {
    EXPECT_FIRES("field.enumeration.malformed", faults(changed("mon = \"月\"", "mon = 1")));
    EXPECT_FIRES("field.enumeration.malformed", faults(changed("mon = \"月\"\ntue = \"火\"", "")));
    EXPECT_SILENT("field.enumeration.malformed", faults(changed("mon = \"月\"", "mon = \"1\"")));
    EXPECT_FIRES("field.enumeration.unknown", faults(changed("codes = \"day\"", "codes = \"dya\"")));
    EXPECT_SILENT("field.enumeration.unknown", none);
}

TEST(FieldFaults, Lines) {
    EXPECT_FIRES("field.line.malformed", faults(changed("{ type = \"boolean\", label = \"同意\" }", "\"boolean\"")));
    EXPECT_SILENT("field.line.malformed", none);
    EXPECT_FIRES("field.path.malformed", faults(changed("plan.agreed", "plan.同意")));
    EXPECT_SILENT("field.path.malformed", faults(changed("plan.agreed", "plan.agreed_2")));
    EXPECT_FIRES("field.path.missing_parent", faults(changed("plan.agreed", "plan.part.agreed")));
    EXPECT_FIRES("field.path.missing_parent", faults(changed("plan.agreed", "plan.notes.agreed")));
    EXPECT_FIRES("field.path.missing_parent", faults(changed("plan.closed[]", "plan.closed{}")));
    EXPECT_SILENT("field.path.missing_parent", faults(changed("plan.agreed", "child.agreed")));
    EXPECT_FIRES("field.path.no_children", faults(changed("\"plan.closed[]\" =", "\"plan.other\"    =")));
    EXPECT_SILENT("field.path.no_children", none);
}

TEST(FieldFaults, Attributes) {
    EXPECT_FIRES("field.attribute.unknown", faults(changed("label = \"同意\"", "label = \"同意\", limit = 3")));
    EXPECT_SILENT("field.attribute.unknown", faults(changed("label = \"同意\"", "label = \"同意\", personal = true")));
    EXPECT_FIRES("field.attribute.missing", faults(changed(", expected = 30, limit = 300", "")));
    EXPECT_FIRES("field.attribute.missing", faults(changed(", label = \"同意\"", "")));
    EXPECT_FIRES("field.attribute.missing", faults(changed("type = \"boolean\", ", "")));
    EXPECT_SILENT("field.attribute.missing", faults(changed("expected = 30, ", "")));
    EXPECT_FIRES("field.attribute.wrong_value", faults(changed("limit = 300", "limit = 0")));
    EXPECT_FIRES("field.attribute.wrong_value", faults(changed("limit = 300", "limit = 29")));
    EXPECT_FIRES("field.attribute.wrong_value", faults(changed("limit = 300", "limit = \"300\"")));
    EXPECT_FIRES("field.attribute.wrong_value", faults(changed("label = \"計画\"", "label = \"計画\", personal = 1")));
    EXPECT_SILENT("field.attribute.wrong_value", faults(changed("limit = 300", "limit = 30")));
    EXPECT_FIRES("field.type.unknown", faults(changed("\"boolean\"", "\"bool\"")));
    EXPECT_SILENT("field.type.unknown", none);
}

TEST(FieldFaults, WhatPointsElsewhere) {
    EXPECT_FIRES("field.reference.bad_target", faults(changed("target = \"staff\"", "target = \"child.names\"")));
    EXPECT_FIRES("field.reference.bad_target", faults(changed("target = \"staff\"", "target = \"nobody\"")));
    EXPECT_SILENT("field.reference.bad_target", none);
    EXPECT_FIRES("field.span.bad_term", faults(changed("end - start", "end - begin")));
    EXPECT_FIRES("field.span.bad_term", faults(changed("end - start", "end-start")));
    EXPECT_SILENT("field.span.bad_term", faults(changed("end - start", "start - end")));
    EXPECT_FIRES("field.dated.no_dates",
                 faults(changed("names[].to\"   = { type = \"date\"", "names[].to\"   = { type = \"month\"")));
    EXPECT_SILENT("field.dated.no_dates", none);
}

TEST(FieldFaults, Likeness) {
    const auto with = [](std::string_view line) { return faults(std::string(small_table).append(line)); };
    EXPECT_FIRES("field.like.unknown", with("\"plan.x\" = { like = \"plan.nothing\" }\n"));
    EXPECT_FIRES("field.like.unknown", with("\"plan.x\" = { like = \"plan\" }\n"));
    EXPECT_FIRES("field.like.unknown", with("\"plan.x\" = { like = \"child.names\" }\n"));
    EXPECT_FIRES("field.attribute.unknown", with("\"plan.x\" = { like = \"plan.notes\", limit = 5 }\n"));
    EXPECT_SILENT("field.like.unknown", with("\"plan.x\" = { like = \"plan.notes\" }\n"));
    EXPECT_SILENT("field.like.unknown", with("\"plan.notes2\" = { like = \"plan.notes\" }\n"));
}

TEST(FieldFaults, WhatAMarkWithholds) {
    const auto with = [](std::string_view keys) {
        return faults(std::string(small_table) +
                      "\"plan.secret\" = { type = \"code\", label = \"秘\", codes = \"day\", withholds = " +
                      std::string(keys) + " }\n");
    };
    EXPECT_FIRES("field.withholds.bad_member", with("[\"nothing\"]"));
    EXPECT_FIRES("field.withholds.bad_member", with("[\"notes\", \"days\"]"));
    EXPECT_SILENT("field.withholds.bad_member", with("[\"notes\", \"valid\"]"));
    EXPECT_FIRES("field.attribute.wrong_value", with("\"notes\""));
    EXPECT_FIRES("field.attribute.wrong_value", with("[]"));
    EXPECT_FIRES("field.attribute.wrong_value", with("[1]"));
    EXPECT_SILENT("field.attribute.wrong_value", with("[\"notes\"]"));
}

TEST(FieldFaults, AllAtOnceEachWithItsLine) {
    std::string text = changed("\"boolean\"", "\"bool\"");
    text += "\"plan.x.y\" = { type = \"date\", label = \"日\" }\n\"plan.z\" = { type = \"date\" }\n";
    const Diagnostics found = faults(text);
    std::set<int> lines;
    for (const Diagnostic& fault : found) lines.insert(fault.origin.line);
    EXPECT_EQ(lines, (std::set<int>{22, 33, 34})) << besshi::tests::list(found);
}

TEST(FieldFaults, ListedOnce) {
    std::set<std::string_view> codes;
    for (const DiagnosticKind& kind : diagnostic_kinds()) {
        EXPECT_TRUE(codes.insert(kind.code).second) << kind.code;
        EXPECT_TRUE(kind.code.starts_with("field.")) << kind.code;
    }
}

}  // namespace
}  // namespace besshi::field
