#include "cli/office_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

/// The verb status: where each plan stands, and what is recorded of one child.
namespace besshi::app {

namespace {

/// What a document was made for.
std::string_view to_label(std::string_view purpose) {
    return purpose == "draft" ? "原案" : purpose == "sign" ? "署名用" : "控え";
}

/// What an inspector would miss in plans that were agreed to.
class GapFinder {
public:
    GapFinder(const job::Stock& stock, ledger::Ledger& ledger, const ledger::History& history)
        : stock_(stock), ledger_(ledger), history_(history) {}

    std::vector<std::string> find(const ledger::PlanVersion& plan) const {
        std::vector<std::string> gaps;
        if (plan.state != ledger::PlanState::consented) return gaps;
        bool is_attached = false;
        std::set<std::string> delivered_to;
        for (const ledger::Event& event : history_.events) {
            if (!is_about(event, plan)) continue;
            is_attached = is_attached || event.kind == ledger::EventKind::attached;
            if (event.kind == ledger::EventKind::delivered) delivered_to.insert(std::string(event.fact("to")));
        }
        if (!is_attached) gaps.emplace_back("署名済みの写しなし");
        if (!delivered_to.contains("guardian")) gaps.emplace_back("保護者へ未交付");
        if (!delivered_to.contains("consultation-office") && has_consultation_office(plan))
            gaps.emplace_back("障害児相談支援事業所へ未交付");
        return gaps;
    }

private:
    bool is_about(const ledger::Event& event, const ledger::PlanVersion& plan) const {
        return std::ranges::any_of(ledger::documents_of(event), [&](const std::string& id) {
            const ledger::Document* document = history_.find_document(id);
            return document && document->form == plan.form && document->version == plan.version;
        });
    }

    /// Not under a self plan, nor where the case names none; nor can it be told of a version that is gone.
    bool has_consultation_office(const ledger::PlanVersion& plan) const {
        const auto version = std::ranges::find(history_.versions, plan.version, &ledger::Version::id);
        if (version == history_.versions.end()) return false;
        const auto bytes = job::read_version(ledger_, *version);
        if (!bytes) return false;
        ledger::Delivery delivery;
        delivery.to = ledger::Recipient::consultation_office;
        delivery.on = plan.consented_on;
        const auto circumstances = job::complete_delivery(stock_, *bytes, delivery);
        return circumstances && !circumstances->self_plan && !delivery.name.empty();
    }

    const job::Stock& stock_;
    ledger::Ledger& ledger_;
    const ledger::History& history_;
};

nlohmann::ordered_json to_json(const ledger::History& history, const GapFinder& gaps) {
    nlohmann::ordered_json plans = nlohmann::ordered_json::array();
    for (const ledger::PlanVersion& plan : history.plans)
        plans.push_back({{"form", plan.form},
                         {"version", plan.number},
                         {"state", ledger::to_label(plan.state)},
                         {"consented_on", plan.consented_on},
                         {"gaps", gaps.find(plan)}});
    return {{"case_number", history.case_number}, {"closed", history.is_closed}, {"plans", plans}};
}

std::string to_text(const ledger::History& history, const GapFinder& gaps) {
    std::string text = history.case_number + (history.is_closed ? "  （終結）\n" : "\n");
    for (const ledger::PlanVersion& plan : history.plans) {
        text += fmt::format("  {}  版{}  {}", plan.form, plan.number, ledger::to_label(plan.state));
        if (!plan.consented_on.empty()) text += "  " + plan.consented_on;
        for (const std::string& gap : gaps.find(plan)) text += "  ※" + gap;
        text += '\n';
    }
    return text;
}

int status_of_office(OfficeRecord& record, const job::Stock& stock, const Common& common) {
    const auto numbers = record.ledger.case_numbers();
    if (!numbers) return report_faults(numbers.error(), common.json);
    nlohmann::ordered_json cases = nlohmann::ordered_json::array();
    std::string text;
    for (const std::string& number : *numbers) {
        const auto history = ledger::read_history(record.ledger, number);
        if (!history) return report_faults(history.error(), common.json);
        const GapFinder gaps(stock, record.ledger, *history);
        cases.push_back(to_json(*history, gaps));
        text += to_text(*history, gaps);
    }
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"cases", cases}});
    else
        print(std::string_view(text.empty() ? "まだ何も記録されていません。" : text));
    return 0;
}

int status_of_case(OfficeRecord& record, const job::Stock& stock, const std::string& number, const Common& common) {
    const auto history = ledger::read_history(record.ledger, number);
    if (!history) return report_faults(history.error(), common.json);
    const auto events = record.ledger.events(number);
    if (!events) return report_faults(events.error(), common.json);
    const GapFinder gaps(stock, record.ledger, *history);
    if (common.json) {
        nlohmann::ordered_json answer{{"ok", true}, {"case", to_json(*history, gaps)}};
        answer["events"] = nlohmann::ordered_json::array();
        for (const ledger::Event& event : *events) answer["events"].push_back(to_answer(event, common));
        print(answer);
        return 0;
    }
    std::string text = to_text(*history, gaps);
    for (const ledger::Document& document : history->documents)
        text += fmt::format("  {}  {}  {}  {} ページ\n", document.id, document.title, to_label(document.purpose),
                            document.pages);
    for (const ledger::Event& event : *events) {
        text += to_line(event);
        if (event.kind == ledger::EventKind::corrected)
            text += fmt::format("（{}番{}）", event.fact(ledger::fact::event),
                                event.fact(ledger::fact::is_void) == "yes" ? "をなかったこととする" : "");
        const bool is_gone =
            std::ranges::find(history->events, event.number, &ledger::Event::number) == history->events.end();
        if (is_gone && event.kind != ledger::EventKind::corrected) text += "  （訂正で取り消し）";
        text += '\n';
    }
    print(std::string_view(text));
    return 0;
}

int status(const CaseArguments& arguments, const Common& common) {
    auto record = open_office_record(office_folder_of(arguments), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    if (arguments.named.empty()) return status_of_office(*record, *stock, common);
    const auto number = case_number_of(arguments, *record);
    if (!number) return report_faults(number.error(), common.json);
    return status_of_case(*record, *stock, *number, common);
}

}  // namespace

void add_status(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<CaseArguments>();
    CLI::App* verb = app.add_subcommand("status", "計画の状態（原案・署名待ち・同意済・取下げ・差替え）と記録を見る");
    verb->add_option("case", arguments->named, "ケースのファイルか管理番号（なければすべての児童）")
        ->type_name("ケース");
    add_office_option(*verb, arguments->office);
    verb->callback([arguments, &invocation] {
        invocation.work = [arguments](const Common& common) { return status(*arguments, common); };
    });
}

}  // namespace besshi::app
