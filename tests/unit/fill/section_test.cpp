#include "filled.h"

namespace besshi::fill::tests {
namespace {

using form::Purpose;
using ::testing::ElementsAre;

constexpr std::string_view hours_top =
    "for_each = { hours = \"support_plan.hours_tables\" }\ndated = \"hours.created_on\"\n";

form::FormDefinition hours_form(std::string_view top = {}) {
    return form_of(R"toml(
[[block]]
kind  = "panel"
name  = "p"
lines = [ { min = 10, cells = "label created guardian age" }, { min = 10, cells = "sign*4" } ]
[block.cell]
label    = { text = "{{hours.label}}" }
created  = { text = "{{hours.created_on.wareki}}" }
guardian = { text = "{{guardian.name}}" }
age      = { text = "{{child.birth_date.age}}" }
sign     = { sign = "guardian_signature", tip = "保護者署名" }
)toml",
                   std::string(hours_top) + std::string(top));
}

constexpr std::string_view two_tables = R"({"child": {"birth_date": "2017-06-18"},
    "guardians": [{"name": "前の　保護者", "to": "2025-09-30"}, {"name": "今の　保護者", "from": "2025-10-01"}],
    "support_plan": {"hours_tables": [{"label": "学期中", "created_on": "2025-09-22"}, {"label": "長期休業用", "created_on": "2025-12-01"}]}})";

TEST(Sections, OneForEachElementOnItsOwnDate) {
    const auto result = filled(hours_form(), two_tables);
    ASSERT_EQ(result.sections.size(), 2u);
    EXPECT_EQ(text_of(result, "label", 0), "学期中");
    EXPECT_EQ(text_of(result, "created", 1), "令和７年12月１日");
    EXPECT_EQ(text_of(result, "guardian", 0), "前の　保護者");
    EXPECT_EQ(text_of(result, "guardian", 1), "今の　保護者");
    EXPECT_EQ(text_of(result, "age", 0), "8歳3か月");
    EXPECT_EQ(text_of(result, "age", 1), "8歳5か月");
    EXPECT_EQ(runs_of(cell_named(result, "label", 1))[0].origin.pointer, "/support_plan/hours_tables/1/label");
}

TEST(Sections, SheetNamesTellThemApart) {
    const auto names = [](std::string_view json) {
        std::vector<std::string> all;
        for (const Section& section : filled(hours_form(), json).sections) all.push_back(section.sheet_name);
        return all;
    };
    EXPECT_THAT(names(two_tables), ElementsAre("様式（学期中）", "様式（長期休業用）"));
    EXPECT_THAT(names(R"({"support_plan": {"hours_tables": [{"label": "学期中", "created_on": "2025-09-22"}]}})"),
                ElementsAre("様式"));
    EXPECT_THAT(
        names(R"({"support_plan": {"hours_tables": [{"created_on": "2025-09-22"}, {"created_on": "2025-09-22"}]}})"),
        ElementsAre("様式", "様式（2）"));
    EXPECT_THAT(
        names(R"({"support_plan": {"hours_tables": [{"label": "a/[b]:*?\\c"}, {"label": "ABC"}, {"label": "abc"}]}})"),
        ElementsAre("様式（abc）", "様式（2）", "様式（3）"));
    EXPECT_THAT(
        names(
            R"({"support_plan": {"hours_tables": [{"label": "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷a"}, {"label": "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷ab"}]}})"),
        ElementsAre("様式（𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷a）", "様式（2）"))
        << "31 and 32 UTF-16 units";
}

TEST(Sections, SignatureNamesAreUnique) {
    const auto result = filled(hours_form(), two_tables);
    EXPECT_EQ(std::get<Signature>(cell_named(result, "sign", 0).content).field_name, "guardian_signature");
    EXPECT_EQ(std::get<Signature>(cell_named(result, "sign", 1).content).field_name, "guardian_signature_2");
}

TEST(Sections, AFormWithoutElementsPrintsOnce) {
    for (const Purpose purpose : {Purpose::record, Purpose::blank}) {
        const auto result = filled(hours_form(), "{}", request_for(purpose));
        ASSERT_EQ(result.sections.size(), 1u);
        EXPECT_EQ(text_of(result, "created"), "　　年　　月　　日");
        EXPECT_EQ(text_of(result, "label"), "");
    }
    EXPECT_EQ(filled(hours_form(), two_tables, request_for(Purpose::blank)).sections.size(), 1u);
}

TEST(Documents, BindTheirNames) {
    const std::string toml = R"toml(form = "week"
revision = 2024-04-01
in_force = 2012-04-01
dated = "plan.created_on"
sheet = "週間計画表"
prefilled = [ "plan.created_on" ]
[[document]]
id = "draft"
number = "F13"
bind = { plan = "use_plan_draft", week = "use_plan_draft.week" }
param = { title = "案" }
[[document]]
id = "final"
number = "F15"
bind = { plan = "use_plan", week = "use_plan.week" }
[page]
paper = "A4 portrait"
margin = { top = 10, right = 10, bottom = 10, left = 10 }
[ruler]
mm = [ 20, 20 ]
[type]
face = "gothic"
size = 10
min = 6
[param.title]
type = "text"
default = "計画"
[[block]]
kind = "panel"
name = "p"
lines = [ { min = 10, cells = "title vision" } ]
[block.cell]
title = { text = "{{param.title}} {{plan.created_on.wareki}}" }
vision = { text = "{{week.life_vision}}" }
)toml";
    const auto forms = value_or_throw(form::load(table(), toml, "form.toml"));
    const std::string_view json = R"({"use_plan_draft": {"created_on": "2025-02-20", "week": {"life_vision": "案の姿"}},
                                      "use_plan": {"created_on": "2025-03-28", "week": {"life_vision": "決まった姿"}}})";
    const auto draft = filled(forms.at(0), json), final = filled(forms.at(1), json);
    EXPECT_EQ(draft.document, "draft");
    EXPECT_EQ(draft.number, "F13");
    EXPECT_EQ(text_of(draft, "title"), "案 令和７年２月20日");
    EXPECT_EQ(text_of(draft, "vision"), "案の姿");
    EXPECT_EQ(text_of(final, "title"), "計画 令和７年３月28日");
    EXPECT_EQ(runs_of(cell_named(final, "vision"))[0].origin.pointer, "/use_plan/week/life_vision");
    const auto prefilled = filled(forms.at(1), json, request_for(Purpose::prefilled));
    EXPECT_EQ(text_of(prefilled, "title"), "計画 令和７年３月28日");
    EXPECT_EQ(text_of(prefilled, "vision"), "");
}

form::FormDefinition band_form() {
    std::string toml = R"toml(form = "test"
revision = 2024-05-17
in_force = 2024-04-01
dated = "support_plan.created_on"
sheet = "様式"
[page]
paper = "A4 portrait"
margin = { top = 10, right = 10, bottom = 10, left = 10 }
header = { from_page = 2, left = "計画書　{{child.display_name}}", right = "{{document.id}}" }
footer = { if_pages = 2, center = "（{{page}}／{{pages}}）" }
[ruler]
mm = [ 20, 20 ]
[type]
face = "gothic"
size = 10
min = 6
[[block]]
kind = "panel"
name = "p"
lines = [ { min = 10, cells = "a*2" } ]
[block.cell]
a = { text = "" }
)toml";
    return std::move(value_or_throw(form::load(table(), toml, "form.toml")).front());
}

constexpr std::string_view child_json =
    R"({"child": {"names": [{"display_name": "見本　花子"}]}, "support_plan": {"created_on": "2025-09-22"}})";

TEST(Bands, CarryRunsAndCounterMarks) {
    const auto result = filled(band_form(), child_json);
    const Section& section = result.sections.at(0);
    EXPECT_EQ(section.header.from_page, 2);
    EXPECT_EQ(section.footer.if_pages, 2);
    ASSERT_TRUE(section.header.left && section.footer.center);
    EXPECT_FALSE(section.header.right) << "nothing to print without a document id";
    EXPECT_EQ(section.header.left->runs.at(1).text, "見本　花子");
    EXPECT_TRUE(section.header.left->runs.at(1).personal_name);
    std::string footer;
    for (const auto& run : section.footer.center->runs) footer += run.text;
    EXPECT_EQ(footer, "（\uFDD2／\uFDD3）");
    EXPECT_EQ(section.footer.center->runs.at(1).source, TextSource::generated);
}

TEST(Bands, StandOnEveryPageThatWillBeSigned) {
    const Section section = filled(band_form(), child_json, request_for(Purpose::sign)).sections.at(0);
    EXPECT_EQ(section.header.from_page, 1);
    EXPECT_EQ(section.footer.if_pages, 1);
}

TEST(Bind, CopiesTheFormsHead) {
    auto request = request_for(Purpose::sign);
    request.document_id = "D-7";
    request.version = "3";
    const auto result = filled(band_form(), child_json, request);
    EXPECT_EQ(result.form, "test");
    EXPECT_EQ(result.revision, "2024-05-17");
    EXPECT_EQ(result.purpose, Purpose::sign);
    EXPECT_EQ(result.document_id, "D-7");
    EXPECT_EQ(result.version, "3");
    EXPECT_EQ(result.ruler.size(), 2u);
    EXPECT_EQ(result.page.width, Length::from_mm(210));
    EXPECT_EQ(result.page.left, Length::from_mm(10));
    EXPECT_EQ(result.min_size, Length::from_pt(6));
    EXPECT_TRUE(result.holes.empty());
}

TEST(FormDate, WithoutItTheNewestFactsCountAndItIsSaid) {
    const std::string_view json = R"({"guardians": [{"name": "前の　保護者", "from": "2020-04-01", "to": "2025-09-30"},
                                                    {"name": "今の　保護者", "from": "2025-10-01"}]})";
    const auto form = form_with_text(R"("{{guardian.name}}")");
    EXPECT_EQ(text_of(filled(form, json, request_for(Purpose::draft)), "a"), "今の　保護者");
    EXPECT_FIRES("fill.date.missing", said(form, json, request_for(Purpose::draft)));
    EXPECT_SILENT("fill.date.missing", said(form, child_json, request_for(Purpose::draft)));
    EXPECT_SILENT("fill.date.missing", said(form, json, request_for(Purpose::blank)));
}

form::FormDefinition needing_form() {
    return form_of(R"toml(
[needs]
sign   = [ "child.display_name", "support_plan.created_on", "support_plan.rows", "support_plan.rows[].goal" ]
record = [ "support_plan.consented_on", "guardian.name" ]
[[block]]
kind  = "panel"
name  = "p"
lines = [ { min = 10, cells = "a*4" } ]
[block.cell]
a = { text = "" }
)toml");
}

std::vector<std::string> pointers(const Diagnostics& diagnostics, std::string_view code) {
    std::vector<std::string> all;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.code == code) all.push_back(diagnostic.origin.pointer);
    }
    return all;
}

TEST(Needs, AMissingOneRefusesSignAndRecord) {
    const std::string_view json = R"({"support_plan": {"rows": [{"goal": "歩く"}, {"content": "練習"}]}})";
    const Diagnostics faults = said(needing_form(), json, request_for(Purpose::sign));
    EXPECT_FIRES("fill.need.missing", faults);
    EXPECT_THAT(pointers(faults, "fill.need.missing"),
                ElementsAre("/child/names", "/support_plan/created_on", "/support_plan/rows/1/goal"));
    EXPECT_THAT(faults.at(1).sentence, ::testing::HasSubstr("「児童氏名」"));
    EXPECT_THAT(pointers(said(needing_form(), json, request_for(Purpose::record)), "fill.need.missing"),
                ElementsAre("/support_plan/consented_on", "/guardians"));

    const std::string_view complete = R"({"child": {"names": [{"display_name": "見本　花子"}]},
        "support_plan": {"created_on": "2025-09-22", "rows": [{"goal": "歩く"}]}})";
    EXPECT_SILENT("fill.need.missing", said(needing_form(), complete, request_for(Purpose::sign)));
    EXPECT_TRUE(bind(needing_form(), case_of(complete), request_for(Purpose::sign)).has_value());
}

TEST(Needs, ADraftListsTheHolesOfTheSignedVersion) {
    const std::string_view json = R"({"support_plan": {"created_on": "2025-09-22"}})";
    const auto result = filled(needing_form(), json, request_for(Purpose::draft));
    EXPECT_FIRES("fill.need.hole", result.holes);
    EXPECT_THAT(pointers(result.holes, "fill.need.hole"), ElementsAre("/child/names", "/support_plan/rows"));
    EXPECT_FALSE(base::has_error(result.holes));
    EXPECT_SILENT("fill.need.hole", said(needing_form(), json, request_for(Purpose::blank)));
    EXPECT_SILENT("fill.need.hole", said(needing_form(), json, request_for(Purpose::prefilled)));
}

TEST(Needs, AMissingReferenceIsNamedItselfAndNotWhatItWouldLeadTo) {
    auto form = needing_form();
    form.needs[Purpose::sign] = {"support_plan.manager.name"};
    const Diagnostics faults =
        said(form, R"({"support_plan": {"created_on": "2025-09-22"}})", request_for(Purpose::sign));
    EXPECT_THAT(pointers(faults, "fill.need.missing"), ElementsAre("/support_plan/manager"));
    EXPECT_THAT(faults.at(0).sentence, ::testing::HasSubstr("「児童発達支援管理責任者」"));
}

TEST(Needs, OfAnElementAreNamedInTheirSection) {
    auto form = hours_form();
    form.needs[Purpose::sign] = {"hours.created_on"};
    const Diagnostics faults =
        said(form, R"({"support_plan": {"hours_tables": [{"created_on": "2025-09-22"}, {"label": "長期休業用"}]}})",
             request_for(Purpose::sign));
    EXPECT_THAT(pointers(faults, "fill.need.missing"), ElementsAre("/support_plan/hours_tables/1/created_on"));
    EXPECT_THAT(pointers(said(form, "{}", request_for(Purpose::sign)), "fill.need.missing"),
                ElementsAre("/support_plan/hours_tables"));
}

TEST(Dump, IsStableAndShowsOrigins) {
    const auto form = form_with_text(R"("氏名：{{child.display_name}}")");
    const auto result = filled(form, child_json);
    const std::string text = dump(result);
    EXPECT_EQ(text, dump(filled(form, child_json)));
    EXPECT_THAT(text, ::testing::HasSubstr("data \"見本　花子\" name (/child/names/0/display_name ← form.toml:"));
    EXPECT_THAT(text, ::testing::HasSubstr("label \"氏名：\" (form.toml:"));
    EXPECT_THAT(text, ::testing::HasSubstr("ruler 2000 2000 2000 2000\n"));
}

TEST(Faults, NeverShowPersonalValues) {
    const std::string_view json =
        R"({"child": {"names": [{"display_name": "見本　花子"}]}, "guardians": [{"name": "見本　親子"}]})";
    const plan::CaseDocument document = case_of(json);
    for (const Diagnostic& diagnostic : said(needing_form(), json, request_for(Purpose::sign))) {
        for (const std::string& value : plan::personal_values(document)) {
            EXPECT_THAT(base::to_line(diagnostic), ::testing::Not(::testing::HasSubstr(value)));
        }
    }
}

}  // namespace
}  // namespace besshi::fill::tests
