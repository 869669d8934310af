#include "job/case_document.h"
#include "job/diagnostics.h"
#include "job/job.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace besshi::job {

namespace {

using Json = nlohmann::ordered_json;

std::string text_at(const plan::CaseDocument& document, std::string_view path, std::optional<Date> on) {
    const plan::Value* value = document.find(nullptr, path, on);
    const auto* text = value ? std::get_if<std::string>(&value->content) : nullptr;
    return text ? *text : std::string();
}

/// The record's words are those of the field table, but for their hyphens.
std::string code_of(std::string_view word) {
    std::string code(word);
    std::ranges::replace(code, '-', '_');
    return code;
}

template <class Kind>
std::string code_of(std::span<const ledger::Word<Kind>> words, Kind kind) {
    return code_of(std::ranges::find(words, kind, &ledger::Word<Kind>::kind)->word);
}

void put(Json& object, const char* name, std::string_view value) {
    if (!value.empty()) object[name] = value;
}

Json enclosures(const ledger::History& history, std::span<const std::string> ids) {
    Json documents = Json::array();
    for (const std::string& id : ids) {
        const ledger::Document* document = history.find_document(id);
        if (!document) continue;
        const auto version = std::ranges::find(history.versions, document->version, &ledger::Version::id);
        Json enclosure{{"form", document->form}, {"title", document->title}};
        if (version != history.versions.end()) enclosure["version"] = version->number;
        put(enclosure, "created_on", document->dated);
        enclosure["copies"] = 1;
        enclosure["page_count"] = document->pages;
        documents.push_back(std::move(enclosure));
    }
    return documents;
}

Json recipient(std::string_view kind, std::string_view name, std::string_view person) {
    Json object{{"kind", kind}};
    put(object, "name", name);
    put(object, "person", person);
    return object;
}

/// The plan that a delivery hands over: the first of its documents that somebody agreed to.
const ledger::PlanVersion* plan_of(const ledger::History& history, std::span<const std::string> ids) {
    for (const std::string& id : ids) {
        const ledger::Document* document = history.find_document(id);
        const ledger::PlanVersion* plan = document ? history.find_plan(*document) : nullptr;
        if (plan) return plan;
    }
    return nullptr;
}

/// One row of `deliveries[]`.
Json to_row(const ledger::Delivered& delivered, const ledger::History& history) {
    const ledger::Event& event = delivered.event;
    const std::vector<std::string> ids = ledger::documents_of(event);
    Json row{{"documents", enclosures(history, ids)}};
    if (!row["documents"].empty() && row["documents"][0].contains("created_on"))
        row["plan_created_on"] = row["documents"][0]["created_on"];
    const ledger::PlanVersion* plan = plan_of(ledger::as_of(history, event.on), ids);
    if (plan) put(row, "consented_on", plan->consented_on);
    row["recipient"] = recipient(code_of(event.fact("to")), event.fact("name"), event.fact("person"));
    row["delivered_on"] = event.on;
    row["method"] = code_of(event.fact("method"));
    put(row, "method_detail", event.fact("tracking"));
    if (delivered.received) {
        row["receipt"] = Json{{"kind", code_of(delivered.received->fact("kind"))}, {"on", delivered.received->on}};
    }
    put(row, "delivered_by", event.by);
    put(row, "notes", event.fact(ledger::fact::note));
    return row;
}

Result<CaseBytes> newest_version(ledger::Ledger& ledger, const ledger::History& history) {
    if (history.versions.empty()) return fail(diagnose(kinds::record_no_version, {}, {history.case_number}));
    return read_version(ledger, history.versions.back());
}

}  // namespace

Result<ledger::Circumstances> complete_delivery(const Stock& stock, const CaseBytes& bytes,
                                                ledger::Delivery& delivery) {
    const auto document = read_document(stock.table(), bytes);
    if (!document) return fail(document.error());
    const std::optional<Date> on = base::parse_date(delivery.on);
    ledger::Circumstances circumstances;
    if (const plan::Value* value = document->find(nullptr, "consultation.self_plan", on)) {
        const auto* truth = std::get_if<bool>(&value->content);
        circumstances.self_plan = truth && *truth;
    }
    const auto complete = [&](std::string& name, std::string_view path) {
        if (name.empty()) name = text_at(*document, path, on);
    };
    if (delivery.to == ledger::Recipient::guardian && delivery.name.empty()) complete(delivery.person, "guardian.name");
    if (delivery.to == ledger::Recipient::consultation_office) {
        complete(delivery.name, "consultation.office.name");
        complete(delivery.person, "consultation.specialist_name");
    }
    const auto is_withheld = [&](const std::string& name) {
        return fill::find_limit(*document, {code_of(ledger::recipients(), delivery.to), name}) != nullptr;
    };
    circumstances.withheld = delivery.name.empty() ? is_withheld(delivery.person)
                                                   : is_withheld(delivery.name) ||
                                                         (!delivery.person.empty() && is_withheld(delivery.person));
    return circumstances;
}

Result<VersionedCase> with_letter(ledger::Ledger& ledger, const ledger::History& history,
                                  const ledger::Delivery& delivery) {
    const ledger::Document* document = history.find_document(delivery.documents.front());
    const auto version = std::ranges::find(history.versions, document ? document->version : "", &ledger::Version::id);
    if (version == history.versions.end()) return fail(diagnose(kinds::record_no_version, {}, {history.case_number}));
    auto bytes = read_version(ledger, *version);
    if (!bytes) return fail(std::move(bytes.error()));
    Json letter{{"issued_on", delivery.on},
                {"recipient", recipient(code_of(ledger::recipients(), delivery.to), delivery.name, delivery.person)},
                {"sender", delivery.by},
                {"documents", enclosures(history, delivery.documents)}};
    if (const ledger::PlanVersion* plan = plan_of(history, delivery.documents))
        put(letter, "consented_on", plan->consented_on);
    letter["method"] = code_of(ledger::methods(), delivery.method);
    put(letter, "tracking", delivery.tracking);
    put(letter, "message", delivery.note);
    Json whole = Json::parse(bytes->case_json);
    whole["cover_letters"] = Json::array({letter});
    bytes->case_json = whole.dump();
    return VersionedCase{std::move(*bytes), *version, letter.dump()};
}

Result<CaseBytes> delivery_book(ledger::Ledger& ledger, const std::string& case_number, const std::string& as_of) {
    const auto history = ledger::read_history(ledger, case_number);
    if (!history) return fail(history.error());
    auto bytes = newest_version(ledger, *history);
    if (!bytes) return bytes;
    Json whole = Json::parse(bytes->case_json);
    Json& rows = whole["deliveries"] = Json::array();
    for (const ledger::Delivered& delivered : ledger::deliveries_of(*history))
        rows.push_back(to_row(delivered, *history));
    whole["delivery_record"] = Json{{"as_of", as_of}};
    bytes->case_json = whole.dump();
    return bytes;
}

Result<CaseBytes> delivery_book(const Stock& stock, ledger::Ledger& ledger, Month month, const std::string& as_of) {
    const auto numbers = ledger.case_numbers();
    if (!numbers) return fail(numbers.error());
    std::vector<Json> rows;
    CaseBytes book;
    const std::filesystem::path office = ledger.place().folder / "office.toml";
    auto office_toml = files::read(office);
    if (!office_toml) return fail(std::move(office_toml.error()));
    book.office_toml = std::move(*office_toml);
    book.office_file = office.string();
    for (const std::string& number : *numbers) {
        const auto history = ledger::read_history(ledger, number);
        if (!history) return fail(history.error());
        std::vector<Json> own;
        for (const ledger::Delivered& delivered : ledger::deliveries_of(*history))
            if (delivered.event.on.starts_with(base::to_iso(month))) own.push_back(to_row(delivered, *history));
        if (own.empty()) continue;
        // A version that is gone or not read any more leaves its names blank, not the whole month.
        const auto bytes = newest_version(ledger, *history);
        const auto document = bytes ? read_document(stock.table(), *bytes) : fail(bytes.error());
        for (Json& row : own) {
            put(row, "case_number", number);
            if (document) {
                put(row, "child_name", text_at(*document, "child.display_name", std::nullopt));
                put(row, "certificate_number", text_at(*document, "certificate.number", std::nullopt));
            }
            rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(rows, {}, [](const Json& row) { return row["delivered_on"].get<std::string>(); });
    book.case_file = base::to_iso(month);
    book.case_json =
        Json{{"delivery_record", Json{{"as_of", as_of}, {"month", base::to_iso(month)}}}, {"deliveries", rows}}.dump();
    return book;
}

}  // namespace besshi::job
