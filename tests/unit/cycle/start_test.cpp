#include "expect_diagnostic.h"
#include "unit/cycle/case_at_hand.h"

#include <gmock/gmock.h>

namespace besshi::cycle {
namespace {

using tests::full_case;
using tests::table;
using tests::value_at;
using tests::with;
using tests::with_office;

Result<NextCase> started(const std::string& text, Sheet sheet, Written written = Written::keep) {
    return start(table(), with_office(text), sheet, written);
}

TEST(Start, MonitoringFollowsTheRowsOfThePlan) {
    const NextCase next = started(full_case(), Sheet::monitoring).value();
    const Json items = value_at(next.json, "office_monitoring.items"),
               rows = value_at(full_case(), "support_plan.rows");
    ASSERT_EQ(items.elements().size(), rows.elements().size());
    for (std::size_t i = 0; i < rows.elements().size(); ++i) {
        EXPECT_EQ(*items.elements()[i].find("item"), *rows.elements()[i].find("item"));
        EXPECT_EQ(*items.elements()[i].find("goal"), *rows.elements()[i].find("goal"));
        EXPECT_TRUE(items.elements()[i].find("analysis")->is_empty()) << "there to be written";
    }
    EXPECT_EQ(value_at(next.json, "office_monitoring.plan.period"), value_at(full_case(), "support_plan.period"));
    EXPECT_EQ(value_at(next.json, "office_monitoring.plan.consented_on"), "2025-09-26");
    EXPECT_EQ(value_at(next.json, "office_monitoring.needs_child"), value_at(full_case(), "support_plan.intent_child"));
    EXPECT_EQ(value_at(next.json, "office_monitoring.short_term.goal"),
              value_at(full_case(), "support_plan.short_term_goal.text"));
    EXPECT_TRUE(value_at(next.json, "office_monitoring.monitored_on").is_empty());
    EXPECT_EQ(next.name_part, "monitoring");
}

TEST(Start, TheUsePlanIsItsDraftWithoutDates) {
    const std::string text = with(full_case(), "use_plan", Json());
    const NextCase next = started(text, Sheet::use_plan).value();
    for (const char* key : {"monitoring_period_text", "intent_child", "intent_family", "overall_policy",
                            "long_term_goal", "short_term_goal", "week"})
        EXPECT_EQ(value_at(next.json, std::string("use_plan.") + key),
                  value_at(text, std::string("use_plan_draft.") + key))
            << key;
    EXPECT_TRUE(value_at(next.json, "use_plan.created_on").is_empty());
    EXPECT_TRUE(value_at(next.json, "use_plan.signed_on").is_empty());
    EXPECT_EQ(value_at(next.json, "use_plan.needs.3.own_role"), value_at(text, "use_plan_draft.needs.3.own_role"));
    EXPECT_TRUE(value_at(next.json, "use_plan.needs.0.provider_text").is_empty());
    EXPECT_EQ(value_at(next.json, "use_plan_draft"), value_at(text, "use_plan_draft"));
}

/// A key that the draft's field gains has to be carried over, or left to be written on purpose.
TEST(Start, NoKeyOfTheDraftIsForgotten) {
    const field::Field& draft = *table().find("use_plan_draft.needs[]");
    const std::string text =
        with(with(full_case(), "use_plan", Json()), "use_plan_draft.needs.0.provider_text", "見本の事業所");
    const NextCase next = started(text, Sheet::use_plan).value();
    const Json need = value_at(next.json, "use_plan.needs.0");
    for (const auto& child : draft.children) {
        EXPECT_EQ(*need.find(child->key), value_at(text, "use_plan_draft.needs.0." + child->key)) << child->key;
        EXPECT_FALSE(need.find(child->key)->is_empty()) << child->key << ": the case says nothing of it";
    }
    for (const auto& child : table().find("use_plan_draft")->children) {
        if (child->key == "created_on" || child->key == "signed_on" || child->key == "needs") continue;
        EXPECT_EQ(value_at(next.json, "use_plan." + child->key), value_at(full_case(), "use_plan_draft." + child->key));
    }
}

TEST(Start, TheReportFollowsTheNeedsOfTheUsePlan) {
    const std::string text = with(full_case(), "use_plan_monitoring", Json());
    const NextCase next = started(text, Sheet::use_monitoring).value();
    EXPECT_EQ(value_at(next.json, "use_plan_monitoring.plan_created_on"), value_at(text, "use_plan.created_on"));
    EXPECT_EQ(value_at(next.json, "use_plan_monitoring.overall_policy"), value_at(text, "use_plan.overall_policy"));
    EXPECT_EQ(value_at(next.json, "use_plan_monitoring.week"), value_at(text, "use_plan.week"));
    EXPECT_EQ(value_at(next.json, "use_plan_monitoring.items").elements().size(),
              value_at(text, "use_plan.needs").elements().size());
    EXPECT_EQ(value_at(next.json, "use_plan_monitoring.items.2.goal"), value_at(text, "use_plan.needs.2.goal"));
    EXPECT_TRUE(value_at(next.json, "use_plan_monitoring.items.2.change_kind").is_empty());
}

TEST(Start, NothingIsChangedElsewhere) {
    for (const auto& [sheet, block] :
         {std::pair(Sheet::monitoring, "office_monitoring"), std::pair(Sheet::use_plan, "use_plan"),
          std::pair(Sheet::use_monitoring, "use_plan_monitoring")}) {
        const NextCase next = started(full_case(), sheet, Written::replace).value();
        EXPECT_EQ(with(next.json, block, Json()), with(full_case(), block, Json()));
    }
}

TEST(Start, AWrittenSheetIsNotReplacedUnasked) {
    for (const Sheet sheet : {Sheet::use_plan, Sheet::use_monitoring}) {
        EXPECT_FIRES("cycle.sheet.written", tests::faults_of(started(full_case(), sheet)));
        EXPECT_SILENT("cycle.sheet.written", tests::faults_of(started(full_case(), sheet, Written::replace)));
    }
    const std::string monitored = started(full_case(), Sheet::monitoring).value().json;
    EXPECT_FIRES("cycle.sheet.written", tests::faults_of(started(monitored, Sheet::monitoring)));
}

TEST(Start, TheSheetOfAnEarlierPlanGivesWayAndIsTold) {
    ASSERT_NE(value_at(full_case(), "office_monitoring.plan.period"), value_at(full_case(), "support_plan.period"));
    const NextCase next = started(full_case(), Sheet::monitoring).value();
    EXPECT_EQ(next.changes.front().kind, ChangeKind::emptied);
    EXPECT_EQ(next.changes.front().pointer, "/office_monitoring");
}

TEST(Start, NeedsThePlan) {
    EXPECT_FIRES("cycle.sheet.no_plan",
                 tests::faults_of(started(with(full_case(), "support_plan", Json()), Sheet::monitoring)));
    EXPECT_SILENT("cycle.sheet.no_plan", tests::faults_of(started(full_case(), Sheet::monitoring)));
    EXPECT_FIRES("cycle.sheet.no_plan", tests::faults_of(started("{}", Sheet::use_plan)));
    EXPECT_FIRES("cycle.sheet.no_plan", tests::faults_of(started("{}", Sheet::use_monitoring)));
}

}  // namespace
}  // namespace besshi::cycle
