#include "job/case_document.h"
#include "job/diagnostics.h"
#include "job/job.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace besshi::job {

namespace {

std::string text_at(const plan::CaseDocument& document, std::string_view path) {
    const plan::Value* value = document.find(nullptr, path, std::nullopt);
    const auto* text = value ? std::get_if<std::string>(&value->content) : nullptr;
    return text ? *text : std::string();
}

std::string join_parameters(const form::RenderRequest& request) {
    std::string text;
    for (const auto& [name, value] : request.parameters) text += name + "=" + value + "\n";
    if (!request.disclose_reason.empty()) text += "disclosed because " + request.disclose_reason + "\n";
    return text;
}

std::string day_at(const toml::table& table, std::string_view key) {
    if (const auto date = table[key].value<toml::date>()) return base::to_iso(Date{date->year, date->month, date->day});
    return table[key].value_or(std::string());
}

std::vector<RecordSettings::Role> roles_of(const toml::table& member) {
    std::vector<RecordSettings::Role> roles;
    const toml::array* listed = member["roles"].as_array();
    for (std::size_t i = 0; listed && i < listed->size(); ++i) {
        if (const toml::table* role = (*listed)[i].as_table())
            roles.push_back({(*role)["role"].value_or(std::string()), day_at(*role, "from"), day_at(*role, "to")});
    }
    return roles;
}

/// `name sha256`, one image on a line: how a version finds its images again.
std::string images_fact(const plan::ImageFiles& images) {
    std::string lines;
    for (const auto& [name, bytes] : images) lines += base::sha256_hex(bytes) + " " + name + "\n";
    return lines;
}

}  // namespace

Result<RecordSettings> read_record_settings(const std::filesystem::path& office_folder) {
    const std::filesystem::path file = office_folder / "office.toml";
    const Origin origin{"", file.string(), 0, 0};
    const auto text = files::read(file);
    if (!text) return fail(text.error());
    toml::table office;
    try {
        office = toml::parse(*text);
    } catch (const toml::parse_error&) {
        return fail(diagnose(kinds::record_settings, origin));
    }
    RecordSettings settings;
    settings.office = office["office"]["office_number"].value_or(std::string());
    settings.database = office["ledger"]["database"].value_or(std::string());
    settings.retention_years = office["ledger"]["retention_years"].value_or(settings.retention_years);
    if (const toml::array* staff = office["staff"].as_array()) {
        for (const toml::node& member : *staff)
            if (const toml::table* table = member.as_table())
                settings.staff.emplace((*table)["id"].value_or(std::string()), roles_of(*table));
    }
    if (settings.office.empty()) return fail(diagnose(kinds::record_no_office_number, origin));
    if (settings.retention_years < 5) return fail(diagnose(kinds::record_settings, origin));
    return settings;
}

bool RecordSettings::is_manager(const std::string& staff_id, const std::string& day) const {
    const auto found = staff.find(staff_id);
    return found != staff.end() && std::ranges::any_of(found->second, [&](const Role& role) {
               return role.role == "child_dev_manager" && (role.from.empty() || role.from <= day) &&
                      (role.to.empty() || day <= role.to);
           });
}

Diagnostics check_entry(const ledger::Entry& entry, const RecordSettings& settings) {
    const bool is_of_manager = entry.kind == ledger::EventKind::interview ||
                               entry.kind == ledger::EventKind::explained || entry.kind == ledger::EventKind::monitored;
    if (!is_of_manager || settings.is_manager(entry.by, entry.on)) return {};
    return {diagnose(kinds::record_not_manager, {}, {ledger::name_of(entry.kind).label})};
}

Result<ledger::Ledger> open_record(const std::filesystem::path& office_folder, const RecordSettings& settings,
                                   ledger::Opening opening) {
    return ledger::Ledger::open({.office = settings.office, .folder = office_folder, .connection = settings.database},
                                opening);
}

Result<ledger::Version> record_version(const Stock& stock, const CaseBytes& bytes, const Recording& recording) {
    const auto document = read_document(stock.table(), bytes);
    if (!document) return fail(document.error());
    const plan::ImageFiles images = read_images(*document, bytes);
    ledger::Submission submission;
    submission.files.push_back({bytes.case_json, "application/json"});
    if (bytes.office_toml) submission.files.push_back({*bytes.office_toml, "application/toml"});
    for (const auto& [name, image] : images)
        submission.files.push_back({image, name.ends_with(".png") ? "image/png" : "image/jpeg"});

    ledger::Version version{.case_number = text_at(*document, "case_number"),
                            .id = document->sha256,
                            .case_sha256 = base::sha256_hex(bytes.case_json),
                            .office_sha256 = bytes.office_toml ? base::sha256_hex(*bytes.office_toml) : std::string()};
    if (version.case_number.empty())
        return fail(diagnose(kinds::record_no_case_number, {"/case_number", bytes.case_file}));
    ledger::Entry entry = ledger::version_entry(version, submission.files);
    if (!images.empty()) entry.facts["images"] = images_fact(images);
    submission.entries.push_back(std::move(entry));
    if (const auto recorded = recording.ledger.record(submission, recording.stamp); !recorded)
        return fail(recorded.error());
    const auto versions = recording.ledger.versions(version.case_number);
    if (!versions) return fail(versions.error());
    return *std::ranges::find(*versions, version.id, &ledger::Version::id);
}

Result<CaseBytes> read_version(ledger::Ledger& ledger, const ledger::Version& version) {
    CaseBytes bytes;
    auto case_json = ledger.read_file(version.case_sha256);
    if (!case_json) return fail(case_json.error());
    bytes.case_json = std::move(*case_json);
    bytes.case_file = fmt::format("{} 版{}", version.case_number, version.number);
    if (!version.office_sha256.empty()) {
        auto office_toml = ledger.read_file(version.office_sha256);
        if (!office_toml) return fail(office_toml.error());
        bytes.office_toml = std::move(*office_toml);
        bytes.office_file = "office.toml";
    }
    const auto event = ledger.find_event(version.event);
    if (!event) return fail(event.error());
    std::istringstream lines(*event ? std::string((*event)->fact("images")) : std::string());
    for (std::string sha256, name; lines >> sha256 && std::getline(lines >> std::ws, name);) {
        auto image = ledger.read_file(sha256);
        if (!image) return fail(image.error());
        bytes.images.emplace(name, std::move(*image));
    }
    return bytes;
}

Result<RecordedDocument> render_recorded(const Stock& stock, const VersionedCase& of, form::RenderRequest request,
                                         const Wanted& wanted, const Recording& recording) {
    const ledger::Version& version = of.version;
    auto commissioned = commission(stock, of.bytes, std::move(request));
    if (!commissioned) return fail(commissioned.error());
    const form::FormDefinition& form = *commissioned->form;
    const std::string purpose(form::to_string(commissioned->request.purpose));
    const std::string parameters =
        join_parameters(commissioned->request) + of.added + (wanted.size == pdf::Size::fast ? "fast" : "");
    const std::string id = ledger::document_id({.office = recording.ledger.place().office,
                                                .case_number = version.case_number,
                                                .version = version.id,
                                                .form = form.document.number,
                                                .revision = form.revision,
                                                .purpose = purpose,
                                                .parameters = parameters,
                                                .engine = engine,
                                                .fonts = stock.fonts_sha256()});
    commissioned->request.document_id = id;
    commissioned->request.version = std::to_string(version.number);
    Wanted kept = wanted;  // the PDF is what is kept, whatever was asked for
    if (std::ranges::count(kept.outputs, Output::pdf) == 0) kept.outputs.push_back(Output::pdf);
    auto rendered = render(stock, *commissioned, kept);
    if (!rendered) return fail(rendered.error());

    const std::size_t pdf =
        static_cast<std::size_t>(std::ranges::find(kept.outputs, Output::pdf) - kept.outputs.begin());
    const Artifact artifact = rendered->artifacts[pdf];
    rendered->artifacts.resize(wanted.outputs.size());
    const ledger::KeptFile file{artifact.bytes, artifact.media_type};
    ledger::Document document{.id = id,
                              .case_number = version.case_number,
                              .version = version.id,
                              .form = form.document.number,
                              .revision = form.revision,
                              .title = form.document.title,
                              .purpose = purpose,
                              .profile = wanted.size == pdf::Size::fast ? "fast" : "small",
                              .engine = std::string(engine),
                              .fonts = stock.fonts_sha256(),
                              .dated = rendered->date,
                              .sha256 = artifact.sha256,
                              .pages = rendered->pages};
    ledger::Entry entry = ledger::document_entry(document, {&file, 1});
    if (!of.added.empty()) entry.facts["added"] = of.added;
    const std::string& because = recording.because.empty() && !rendered->disclosed.empty()
                                     ? commissioned->request.disclose_reason
                                     : recording.because;
    if (!because.empty()) entry.facts["because"] = because;
    const ledger::Submission submission{.files = {file}, .entries = {std::move(entry)}};
    const auto recorded = recording.ledger.record(submission, recording.stamp);
    if (!recorded) return fail(recorded.error());
    document.event = recorded->front().event.number;
    return RecordedDocument{std::move(document), std::move(*commissioned), std::move(*rendered)};
}

}  // namespace besshi::job
