#include "fixture.h"

namespace besshi::ledger::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A child's plan from draft to consent, on its way into a record.
class CaseHistory : public testing::Test {
protected:
    void make(const std::string& id, const std::string& purpose, const std::string& version,
              const std::string& form = "F01") {
        const KeptFile case_file{version, "application/json"};
        Version of;
        of.case_number = "c-0001";
        of.id = of.case_sha256 = base::sha256_hex(version);
        const KeptFile file = pdf(id);
        const Document document{.id = id,
                                .case_number = "c-0001",
                                .version = of.id,
                                .form = form,
                                .revision = "r",
                                .title = "個別支援計画書",
                                .purpose = purpose,
                                .profile = "small",
                                .engine = "e",
                                .fonts = "f",
                                .dated = "",
                                .sha256 = base::sha256_hex(id),
                                .pages = 1};
        record({.files = {case_file, file},
                .entries = {version_entry(of, {&case_file, 1}), document_entry(document, {&file, 1})}});
    }

    std::int64_t happen(EventKind kind, const std::string& on, const std::string& document = "", Facts facts = {}) {
        Entry what = entry(kind, "c-0001", on, std::move(facts));
        what.document = document;
        return record({.files = {}, .entries = {what}});
    }

    std::int64_t record(const Submission& submission) {
        return ledger_.record(submission, stamp).value().back().event.number;
    }

    History history() { return read_history(ledger_, "c-0001").value(); }
    std::vector<std::string> states() {
        std::vector<std::string> all;
        for (const PlanVersion& plan : history().plans)
            all.push_back(plan.form + std::to_string(plan.number) + std::string(to_label(plan.state)));
        return all;
    }

    Delivery delivery(std::vector<std::string> documents, Recipient to, Method method = Method::hand) {
        Delivery one;
        one.documents = std::move(documents);
        one.to = to;
        one.method = method;
        one.on = "2025-09-24";
        one.by = "s1";
        return one;
    }
    Diagnostics findings(const Delivery& one, const Circumstances& circumstances = {}) {
        return check_delivery(one, history(), circumstances);
    }

    TemporaryFolder folder_;
    Ledger ledger_ = Ledger::open({.office = "1", .folder = folder_.path()}, Opening::create).value();
};

TEST_F(CaseHistory, APlanGoesFromDraftToConsent) {
    make("d1", "draft", "one");
    EXPECT_THAT(states(), ElementsAre("F011原案"));
    make("s1", "sign", "two");
    EXPECT_THAT(states(), ElementsAre("F011原案", "F012署名待ち"));
    happen(EventKind::consented, "2025-09-22", "s1");
    EXPECT_THAT(states(), ElementsAre("F011差替え", "F012同意済"));
    EXPECT_EQ(history().find_consented("F01")->consented_on, "2025-09-22");
    make("s2", "sign", "three");
    EXPECT_THAT(states(), ElementsAre("F011差替え", "F012同意済", "F013署名待ち"));
    happen(EventKind::consented, "2026-03-20", "s2");
    EXPECT_THAT(states(), ElementsAre("F011差替え", "F012差替え", "F013同意済"));
}

TEST_F(CaseHistory, OnePlanDoesNotGiveWayToAnother) {
    make("s1", "sign", "one");
    make("s2", "sign", "one", "F05");
    happen(EventKind::consented, "2025-09-22", "", {{"documents", "s1 s2"}});
    EXPECT_THAT(states(), ElementsAre("F011同意済", "F051同意済"));
    happen(EventKind::cancelled, "2025-10-01", "s2");
    EXPECT_THAT(states(), ElementsAre("F011同意済", "F051取下げ"));
}

TEST_F(CaseHistory, ACopyIsNoPlan) {
    make("r1", "record", "one");
    EXPECT_THAT(states(), IsEmpty());
}

TEST_F(CaseHistory, ACorrectionPutsRightWhatStays) {
    make("s1", "sign", "one");
    const std::int64_t consent = happen(EventKind::consented, "2025-09-23", "s1");
    happen(EventKind::corrected, "2025-10-01", "",
           {{"event", std::to_string(consent)}, {"on", "2025-09-22"}, {"note", "日付のまちがい"}});
    const History corrected = history();
    EXPECT_EQ(corrected.find_consented("F01")->consented_on, "2025-09-22");
    EXPECT_EQ(corrected.events.back().number, consent);
    EXPECT_EQ(ledger_.find_event(consent).value()->on, "2025-09-23");  // as it was entered
    happen(EventKind::corrected, "2025-10-02", "", {{"event", std::to_string(consent)}, {"void", "yes"}});
    EXPECT_THAT(states(), ElementsAre("F011署名待ち"));
}

TEST_F(CaseHistory, KnowsWhatWasOnADay) {
    make("s1", "sign", "one");
    happen(EventKind::consented, "2025-09-22", "s1");
    EXPECT_EQ(as_of(history(), "2025-09-21").plans[0].state, PlanState::awaiting_signature);
    EXPECT_EQ(as_of(history(), "2025-09-22").plans[0].state, PlanState::consented);
}

// ── delivery ──

TEST_F(CaseHistory, WhatWasConsentedToGoesToTheGuardian) {
    make("s1", "sign", "one");
    EXPECT_FIRES("ledger.delivery.not_consented", findings(delivery({"s1"}, Recipient::guardian)));
    happen(EventKind::consented, "2025-09-22", "s1");
    EXPECT_THAT(findings(delivery({"s1"}, Recipient::guardian)), IsEmpty());
    EXPECT_SILENT("ledger.delivery.not_consented", findings(delivery({"s1"}, Recipient::guardian)));
    EXPECT_FIRES("ledger.delivery.unknown_document", findings(delivery({"x"}, Recipient::guardian)));
    EXPECT_SILENT("ledger.delivery.unknown_document", findings(delivery({"s1"}, Recipient::guardian)));
}

TEST_F(CaseHistory, TheVersionAgreedToOnThatDayCounts) {
    make("s1", "sign", "one");
    happen(EventKind::consented, "2025-09-22", "s1");
    make("s2", "sign", "two");
    happen(EventKind::consented, "2025-10-01", "s2");
    Delivery old = delivery({"s1"}, Recipient::guardian);
    EXPECT_SILENT("ledger.delivery.other_version", findings(old));  // it took place before the new one
    old.on = "2025-10-02";
    EXPECT_FIRES("ledger.delivery.other_version", findings(old));
}

TEST_F(CaseHistory, ADraftIsNotDelivered) {
    make("d1", "draft", "one");
    make("s1", "sign", "one");
    happen(EventKind::consented, "2025-09-22", "s1");
    EXPECT_FIRES("ledger.delivery.draft", findings(delivery({"d1"}, Recipient::guardian)));
    EXPECT_SILENT("ledger.delivery.draft", findings(delivery({"s1"}, Recipient::guardian)));
}

TEST_F(CaseHistory, OthersNeedTheConsentOfTheGuardian) {
    const Delivery to_school = delivery({}, Recipient::school);
    EXPECT_FIRES("ledger.delivery.no_privacy_consent", findings(to_school));
    happen(EventKind::privacy_consent, "2025-04-01", "", {{"to", "consultation-office medical"}});
    EXPECT_FIRES("ledger.delivery.no_privacy_consent", findings(to_school));
    EXPECT_SILENT("ledger.delivery.no_privacy_consent", findings(delivery({}, Recipient::consultation_office)));
    happen(EventKind::privacy_consent, "2025-09-25", "", {{"to", "school"}});  // after the delivery
    EXPECT_FIRES("ledger.delivery.no_privacy_consent", findings(to_school));
    happen(EventKind::privacy_consent, "2025-09-24");  // for all
    EXPECT_SILENT("ledger.delivery.no_privacy_consent", findings(to_school));
}

TEST_F(CaseHistory, ElectronicWaysNeedAgreementBeforehand) {
    const Delivery by_email = delivery({}, Recipient::guardian, Method::email);
    EXPECT_FIRES("ledger.delivery.no_agreement", findings(by_email));
    EXPECT_SILENT("ledger.delivery.no_agreement", findings(delivery({}, Recipient::guardian, Method::fax)));
    happen(EventKind::electronic_agreement, "2025-09-01", "", {{"to", "guardian"}});
    EXPECT_SILENT("ledger.delivery.no_agreement", findings(by_email));
    happen(EventKind::electronic_agreement_ended, "2025-09-10", "", {{"to", "guardian"}});
    EXPECT_FIRES("ledger.delivery.no_agreement", findings(by_email));
}

TEST_F(CaseHistory, UnderASelfPlanThereIsNoConsultationOffice) {
    EXPECT_FIRES("ledger.delivery.self_plan",
                 findings(delivery({}, Recipient::consultation_office), {.self_plan = true}));
    EXPECT_SILENT("ledger.delivery.self_plan", findings(delivery({}, Recipient::guardian), {.self_plan = true}));
    EXPECT_FIRES("ledger.delivery.withheld", findings(delivery({}, Recipient::guardian), {.withheld = true}));
    EXPECT_SILENT("ledger.delivery.withheld", findings(delivery({}, Recipient::guardian)));
}

TEST_F(CaseHistory, AReceiptClosesItsDelivery) {
    const std::int64_t first =
        record({.files = {}, .entries = {delivery_entry(delivery({}, Recipient::guardian), "c-0001", {})}});
    record({.files = {}, .entries = {delivery_entry(delivery({}, Recipient::school), "c-0001", {})}});
    happen(EventKind::received, "2025-09-29", "", {{"event", std::to_string(first)}});
    const std::vector<Delivered> all = deliveries_of(history());
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_TRUE(all[0].received);
    EXPECT_FALSE(all[1].received);
}

// ── removal ──

TEST_F(CaseHistory, NothingIsDeletedBeforeItsTime) {
    make("s1", "sign", "one");
    const Removal removal{"2031-03-31", "s1", "", "保存期間の終わり"};
    const std::vector<std::string> files = files_of(history());
    EXPECT_THAT(files, SizeIs(2));
    const auto open = deletion_entry(history(), files, removal, 5);
    ASSERT_FALSE(open);
    EXPECT_FIRES("ledger.retention.open", open.error());
    happen(EventKind::closed, "2026-03-31");
    const auto early = deletion_entry(history(), files, removal, 5);
    ASSERT_FALSE(early);
    EXPECT_FIRES("ledger.retention.running", early.error());
    EXPECT_SILENT("ledger.retention.open", early.error());
    EXPECT_THAT(early.error().front().sentence, testing::HasSubstr("2031-03-31まで"));
    const auto late = deletion_entry(history(), files, {"2031-04-01", "s1", "", "保存期間の終わり"}, 5);
    ASSERT_TRUE(late);
    happen(EventKind::reopened, "2026-04-01");
    EXPECT_SILENT("ledger.retention.running", deletion_entry(history(), files, removal, 5).error());
}

TEST_F(CaseHistory, AClosingOnTheLeapDayIsKeptToTheEndOfFebruary) {
    happen(EventKind::closed, "2024-02-29");
    EXPECT_EQ(keep_until(history(), 5), "2029-02-28");
}

TEST_F(CaseHistory, WhatGoesLeavesItsHash) {
    make("s1", "sign", "one");
    const std::vector<std::string> files = files_of_documents(history(), std::vector<std::string>{"s1"}).value();
    record({.files = {}, .entries = {sealing_entry("c-0001", files, {"2025-10-01", "s1", "s2", "別の児童のもの"})}});
    ASSERT_TRUE(ledger_.remove_bytes(files));
    const auto gone = ledger_.read_file(files[0]);
    ASSERT_FALSE(gone);
    EXPECT_FIRES("ledger.file.gone", gone.error());
    EXPECT_SILENT("ledger.file.gone", ledger_.read_file(base::sha256_hex("x")).error());
    EXPECT_EQ(ledger_.find_document("s1").value()->sha256, files[0]);
    EXPECT_THAT(ledger_.verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
}

TEST_F(CaseHistory, WhatOthersKeepTooIsNotRemoved) {
    make("s1", "sign", "one");
    const std::vector<std::string> files = files_of(history());
    EXPECT_EQ(removable_files(ledger_, history(), {}).value(), files);
    const KeptFile same{"one", "application/json"};
    const Entry filed = entry(EventKind::filed, "c-0002", "2025-09-30", {{fact::kept, kept_fact({&same, 1})}});
    record({.files = {same}, .entries = {filed}});
    EXPECT_THAT(removable_files(ledger_, history(), {}).value(), ElementsAre(base::sha256_hex("s1")));
    const auto shared = removable_files(ledger_, history(), std::vector{base::sha256_hex("one")});
    ASSERT_FALSE(shared);
    EXPECT_FIRES("ledger.file.shared", shared.error());
    const auto foreign = removable_files(ledger_, history(), std::vector{base::sha256_hex("never")});
    ASSERT_FALSE(foreign);
    EXPECT_SILENT("ledger.file.shared", foreign.error());
}

TEST_F(CaseHistory, WhatWasSealedDoesNotComeBack) {
    make("s1", "sign", "one");
    const std::vector<std::string> files{base::sha256_hex("s1")};
    record({.files = {}, .entries = {sealing_entry("c-0001", files, {"2025-10-01", "s1", "s2", "別の児童のもの"})}});
    EXPECT_FIRES("ledger.file.left", ledger_.verify(std::nullopt, FileCheck::sizes).value().faults);
    ASSERT_TRUE(ledger_.remove_bytes(files));
    EXPECT_SILENT("ledger.file.left", ledger_.verify(std::nullopt, FileCheck::sizes).value().faults);
    const KeptFile again = pdf("s1");
    const Entry attached = entry(EventKind::attached, "c-0001", "2025-10-02");  // says nothing of keeping it
    EXPECT_FIRES("ledger.file.gone", ledger_.record({.files = {again}, .entries = {attached}}, stamp).error());
    EXPECT_THAT(ledger_.verify(std::nullopt, FileCheck::contents).value().faults, IsEmpty());
}

TEST_F(CaseHistory, WhatWasUndoneMayHappenAgain) {
    make("s1", "sign", "one");
    happen(EventKind::consented, "2025-09-22", "s1");
    happen(EventKind::cancelled, "2025-09-22", "s1");
    EXPECT_THAT(states(), ElementsAre("F011取下げ"));
    happen(EventKind::consented, "2025-09-22", "s1");
    EXPECT_THAT(states(), ElementsAre("F011同意済"));
    happen(EventKind::closed, "2026-03-31");
    happen(EventKind::reopened, "2026-03-31");
    happen(EventKind::closed, "2026-03-31");
    EXPECT_TRUE(history().is_closed);
}

TEST_F(CaseHistory, StatesFollowTheDaysNotTheOrderOfEntering) {
    make("s1", "sign", "one");
    make("s2", "sign", "two");
    happen(EventKind::consented, "2025-10-01", "s2");
    happen(EventKind::consented, "2025-04-01", "s1");  // entered late
    EXPECT_THAT(states(), ElementsAre("F011差替え", "F012同意済"));
    happen(EventKind::withdrawn, "2025-10-02", "s2");  // it was agreed to: that would be `cancelled`
    EXPECT_THAT(states(), ElementsAre("F011差替え", "F012同意済"));
}

TEST_F(CaseHistory, WhatWasFoundDoesNotMakeAnotherDelivery) {
    const Delivery one = delivery({}, Recipient::school);
    const std::int64_t first = record({.files = {}, .entries = {delivery_entry(one, "c-0001", findings(one))}});
    happen(EventKind::privacy_consent, "2025-04-01");
    EXPECT_EQ(record({.files = {}, .entries = {delivery_entry(one, "c-0001", findings(one))}}), first);
}

TEST_F(CaseHistory, ACopyOfAnotherVersionIsNotWhatWasAgreedTo) {
    make("s1", "sign", "one");
    happen(EventKind::consented, "2025-09-22", "s1");
    make("r1", "record", "one");
    make("r2", "record", "two");
    EXPECT_SILENT("ledger.delivery.other_version", findings(delivery({"r1"}, Recipient::guardian)));
    EXPECT_FIRES("ledger.delivery.other_version", findings(delivery({"r2"}, Recipient::guardian)));
}

}  // namespace
}  // namespace besshi::ledger::tests
