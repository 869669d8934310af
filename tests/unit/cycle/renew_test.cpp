#include "cycle/months.h"
#include "expect_diagnostic.h"
#include "unit/cycle/case_at_hand.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace besshi::cycle {
namespace {

using testing::Contains;
using testing::HasSubstr;
using tests::full_case;
using tests::period;
using tests::table;
using tests::value_at;
using tests::with;
using tests::with_office;

Result<NextCase> renewed(const std::string& text) {
    return renew(table(), with_office(text));
}

/// The sample, monitored: its sheet laid out from the plan, with a next action for each row.
std::string monitored_case() {
    std::string text = start(table(), with_office(full_case()), Sheet::monitoring, Written::keep).value().json;
    const char* const actions[] = {"change", "continue", "continue", "end", "continue", "continue"};
    for (std::size_t i = 0; i < std::size(actions); ++i)
        text = with(text, "office_monitoring.items." + std::to_string(i) + ".next_code", actions[i]);
    return text;
}

MATCHER_P2(IsChange, kind, pointer, "") {
    return arg.kind == kind && arg.pointer == pointer;
}

TEST(Renew, PeriodsGoOnToTheDayAfter) {
    const NextCase next = renewed(full_case()).value();
    EXPECT_EQ(value_at(next.json, "support_plan.period"), period("2026-04-01", "2026-09-30"));
    EXPECT_EQ(value_at(next.json, "support_plan.short_term_goal.period"), period("2026-04-01", "2026-09-30"));
    EXPECT_EQ(value_at(next.json, "support_plan.hours_tables.0.valid"), period("2026-04-01", "2026-09-30"));
    EXPECT_THAT(next.changes, Contains(IsChange(ChangeKind::moved, "/support_plan/period")));
    EXPECT_EQ(next.name_part, "2026-04");
    EXPECT_THAT(next.changes, Contains(testing::Field(&Change::label, "個別支援計画：計画の期間")));
}

TEST(Renew, AGoalThatStillRunsStays) {
    const NextCase next = renewed(full_case()).value();
    EXPECT_EQ(value_at(next.json, "support_plan.long_term_goal.period"), period("2025-10-01", "2026-09-30"));
    const NextCase after = renewed(next.json).value();
    EXPECT_EQ(value_at(after.json, "support_plan.long_term_goal.period"), period("2026-10-01", "2027-09-30"));
}

TEST(Renew, AHolidayIsWrittenAnew) {
    const NextCase next = renewed(full_case()).value();
    EXPECT_TRUE(value_at(next.json, "support_plan.hours_tables.1.valid").is_empty());
    EXPECT_TRUE(value_at(next.json, "support_plan.hours_tables.1.extra_periods").is_empty());
    EXPECT_EQ(value_at(next.json, "support_plan.hours_tables.1.label"), "長期休業用");
    EXPECT_THAT(next.changes, Contains(IsChange(ChangeKind::emptied, "/support_plan/hours_tables/1/valid")));
}

TEST(Renew, WhatWasDoneForTheOldPlanIsEmptied) {
    const NextCase next = renewed(full_case()).value();
    for (const char* name :
         {"support_plan.created_on", "support_plan.draft_created_on", "support_plan.explained_on",
          "support_plan.explained_by", "support_plan.consented_on", "support_plan.hours_tables.0.consented_on",
          "support_plan.hours_tables.0.created_on", "support_plan.hours_tables.1.consented_on", "meeting", "deliveries",
          "delivery_record", "cover_letters", "assessment.interviews", "assessment.created_on",
          "specialist_plan.consented_on", "specialist_plan.created_on"}) {
        EXPECT_FALSE(value_at(full_case(), name).is_empty()) << name << ": the sample says nothing of it";
        EXPECT_TRUE(value_at(next.json, name).is_empty()) << name;
    }
    EXPECT_EQ(value_at(next.json, "support_plan.previous_consented_on"), "2025-09-26");
    EXPECT_EQ(value_at(next.json, "privacy_consent"), value_at(full_case(), "privacy_consent"));
    EXPECT_EQ(value_at(next.json, "support_plan.rows"), value_at(full_case(), "support_plan.rows"));
}

TEST(Renew, HealthFactsAreToBeConfirmed) {
    const NextCase next = renewed(full_case()).value();
    const Json::Object mark{{"state", "to_confirm"}, {"on", "2025-09-08"}, {"informant", "母"}};
    for (const char* fact :
         {"diagnosis", "handbooks", "doctor", "medication", "allergy", "seizure", "emergency_contact"})
        EXPECT_EQ(value_at(next.json, std::string("confirmations.") + fact), Json(mark)) << fact;
    EXPECT_THAT(next.changes, Contains(IsChange(ChangeKind::marked, "/confirmations/allergy")));
}

TEST(Renew, WithoutAConfirmationTheLastInterviewWithTheGuardianCounts) {
    const NextCase next = renewed(with(full_case(), "confirmations", Json::Object())).value();
    const Json::Object mark{{"state", "to_confirm"}, {"on", "2025-09-08"}, {"informant", "母"}};
    EXPECT_EQ(value_at(next.json, "confirmations.allergy"), Json(mark));
    const std::string nobody_asked =
        with(with(full_case(), "confirmations", Json::Object()), "assessment.interviews", Json::List());
    EXPECT_EQ(value_at(renewed(nobody_asked).value().json, "confirmations.allergy"),
              Json(Json::Object{{"state", "to_confirm"}}));
}

TEST(Renew, AFactNobodyWroteIsNotMarked) {
    const NextCase next = renewed(tests::read_bytes(tests::root / "samples/smallest.json")).value_or(NextCase{});
    EXPECT_TRUE(next.json.empty()) << "the smallest case has no period";
    const std::string small = R"({"support_plan": {"period": {"from": "2025-04-01", "to": "2025-09-30"}},
                                  "assessment": {"medical": {"allergy": "えび"}}})";
    const NextCase of_small = renewed(small).value();
    EXPECT_FALSE(value_at(of_small.json, "confirmations.allergy").is_empty());
    EXPECT_TRUE(value_at(of_small.json, "confirmations.seizure").is_empty());
}

TEST(Renew, NextActionsStandBesideTheirRows) {
    const NextCase next = renewed(monitored_case()).value();
    const Json carried = value_at(next.json, "support_plan.carried_over_from_monitoring");
    ASSERT_EQ(carried.elements().size(), 6u);
    EXPECT_EQ(
        carried.elements()[3],
        Json(Json::Object{{"monitoring_item", std::int64_t{4}}, {"action", "end"}, {"row_priority", std::int64_t{4}}}));
    EXPECT_EQ(value_at(next.json, "office_monitoring"), value_at(monitored_case(), "office_monitoring"))
        << "it is what the next plan stands on";
}

TEST(Renew, ARowThatMovedIsFoundByItsWords) {
    const Json first = value_at(full_case(), "support_plan.rows.0"),
               second = value_at(full_case(), "support_plan.rows.1");
    const std::string swapped =
        with(with(monitored_case(), "support_plan.rows.0", second), "support_plan.rows.1", first);
    const NextCase next = renewed(swapped).value();
    EXPECT_EQ(value_at(next.json, "support_plan.carried_over_from_monitoring.0.row_priority"), std::int64_t{1});
    const NextCase rewritten = renewed(with(monitored_case(), "support_plan.rows.0.goal", "新しい目標")).value();
    EXPECT_TRUE(value_at(rewritten.json, "support_plan.carried_over_from_monitoring.0.row_priority").is_empty());
}

TEST(Renew, TheSheetOfAnEarlierPlanIsLeftBehind) {
    const NextCase next = renewed(full_case()).value();
    EXPECT_TRUE(value_at(next.json, "office_monitoring").is_empty());
    EXPECT_TRUE(value_at(next.json, "support_plan.carried_over_from_monitoring").is_empty());
    EXPECT_FIRES("cycle.plan.not_monitored", next.notes);
    EXPECT_SILENT("cycle.plan.not_monitored", renewed(monitored_case()).value().notes);
}

TEST(Renew, NeedsAPeriod) {
    EXPECT_FIRES("cycle.plan.no_period", tests::faults_of(renewed(with(full_case(), "support_plan.period", Json()))));
    EXPECT_SILENT("cycle.plan.no_period", tests::faults_of(renewed(full_case())));
    EXPECT_FIRES(
        "plan.period.reversed",
        tests::faults_of(renewed(with(full_case(), "support_plan.period", period("2026-03-31", "2025-10-01")))));
}

TEST(Renew, SaysWhatToLookAt) {
    const Diagnostics notes = renewed(full_case()).value().notes;
    EXPECT_FIRES("cycle.certificate.ends", notes);
    const std::string prolonged = with(full_case(), "certificates.1.to", "2026-09-30");
    EXPECT_SILENT("cycle.certificate.ends", renewed(prolonged).value().notes);
    EXPECT_FIRES("cycle.certificate.ends", renewed(with(full_case(), "certificates.1.to", "2026-09-29")).value().notes);

    EXPECT_FIRES("cycle.child.new_school_year", notes);
    EXPECT_SILENT("cycle.child.new_school_year",
                  renewed(with(full_case(), "support_plan.period", period("2025-04-01", "2025-09-30"))).value().notes);

    EXPECT_FIRES("cycle.plan.odd_period",
                 renewed(with(full_case(), "support_plan.period", period("2025-10-02", "2026-03-31"))).value().notes);
    EXPECT_SILENT("cycle.plan.odd_period", notes);

    EXPECT_FIRES("cycle.plan.no_consent", renewed(with(full_case(), "support_plan.consented_on", "")).value().notes);
    EXPECT_SILENT("cycle.plan.no_consent", notes);

    EXPECT_FIRES("cycle.plan.text_kept", notes);
    const std::string wordless = R"({"support_plan": {"period": {"from": "2025-04-01", "to": "2025-09-30"}}})";
    EXPECT_SILENT("cycle.plan.text_kept", renewed(wordless).value().notes);
}

TEST(Renew, AnUnsignedPlanKeepsTheConsentBeforeIt) {
    const NextCase next = renewed(with(full_case(), "support_plan.consented_on", "")).value();
    EXPECT_EQ(value_at(next.json, "support_plan.previous_consented_on"), "2025-04-03");
}

/// Every text of a case with its pointer.
void collect(const Json& value, const std::string& pointer, std::vector<std::pair<std::string, std::string>>& texts) {
    if (const auto* object = std::get_if<Json::Object>(&value.content))
        for (const Member& member : *object) collect(member.value, pointer + base::pointer_token(member.key), texts);
    else if (!value.elements().empty())
        for (std::size_t i = 0; i < value.elements().size(); ++i)
            collect(value.elements()[i], pointer + "/" + std::to_string(i), texts);
    else if (!value.text().empty())
        texts.emplace_back(pointer, value.text());
}

/// Each text of the old case stands at its place in the new one, or its place is among the changes.
void expect_nothing_lost(const std::string& old, const NextCase& next) {
    std::vector<std::pair<std::string, std::string>> before, after;
    collect(parse_json(old), "", before);
    collect(parse_json(next.json), "", after);
    const std::set<std::pair<std::string, std::string>> kept(after.begin(), after.end());
    for (const auto& text : before) {
        const bool is_told = std::ranges::any_of(next.changes, [&](const Change& change) {
            return text.first == change.pointer || text.first.starts_with(change.pointer + "/");
        });
        EXPECT_TRUE(kept.contains(text) || is_told) << text.first;
    }
}

TEST(Renew, LosesNoTextInSilence) {
    for (const auto& entry : std::filesystem::directory_iterator(tests::root / "samples/kotonoha/cases")) {
        if (entry.path().extension() != ".json") continue;
        const std::string text = tests::read_bytes(entry.path());
        const auto next = renewed(text);
        if (!next) {
            EXPECT_FIRES("cycle.plan.no_period", next.error());
            continue;
        }
        expect_nothing_lost(text, *next);
        expect_nothing_lost(next->json, renewed(next->json).value());
    }
}

RC_GTEST_PROP(Renew, HoldsForEveryPeriod, ()) {
    const Date first{*rc::gen::inRange(2000, 2100), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
    const plan::Period old = period_from(first, {*rc::gen::inRange(1, 25), true});
    const std::string text =
        with(full_case(), "support_plan.period", period(base::to_iso(old.from).c_str(), base::to_iso(old.to).c_str()));
    const NextCase next = renewed(text).value();
    expect_nothing_lost(text, next);
    const Json moved = value_at(next.json, "support_plan.period");
    const std::string from(moved.find("from")->text());
    RC_ASSERT(from == base::to_iso(day_after(old.to)));
    RC_ASSERT(next.name_part == from.substr(0, 7));
}

}  // namespace
}  // namespace besshi::cycle
