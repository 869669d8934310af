#include "job/laid_out.h"

#include "job/case_document.h"
#include "job/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace besshi::job {

Result<CaseBytes> read_case(const std::filesystem::path& case_file,
                            const std::optional<std::filesystem::path>& office_folder) {
    CaseBytes bytes;
    auto case_json = files::read(case_file);
    if (!case_json) return fail(case_json.error());
    bytes.case_json = std::move(*case_json);
    bytes.case_file = case_file.string();
    if (case_file != "-") bytes.folder = case_file.parent_path();

    std::filesystem::path office;
    if (office_folder) {
        office = *office_folder / "office.toml";
    } else if (case_file != "-") {
        const std::filesystem::path folder = std::filesystem::absolute(case_file).lexically_normal().parent_path();
        const std::filesystem::path beside = folder.parent_path() / "office.toml";
        std::error_code ignored;
        if (folder.filename() == "cases" && std::filesystem::exists(beside, ignored)) office = beside;
    }
    if (!office.empty()) {
        auto office_toml = files::read(office);
        if (!office_toml) return fail(office_toml.error());
        bytes.office_toml = std::move(*office_toml);
        bytes.office_file = office.string();
    }
    return bytes;
}

plan::ImageFiles read_images(const plan::CaseDocument& document, const CaseBytes& bytes) {
    plan::ImageFiles images = bytes.images;
    if (!bytes.folder) return images;
    for (const std::string& name : plan::image_files(document)) {
        auto image = files::read_beginning(*bytes.folder / name, plan::largest_image_bytes + 1);
        if (image) images.emplace(name, std::move(*image));
    }
    return images;
}

Result<plan::CaseDocument> read_document(const field::Table& table, const CaseBytes& bytes) {
    std::optional<plan::Source> office;
    if (bytes.office_toml) office = plan::Source{*bytes.office_toml, bytes.office_file};
    auto document = plan::read(table, {bytes.case_json, bytes.case_file}, office);
    if (!document) return document;
    const plan::ImageFiles images = read_images(*document, bytes);
    return plan::with_images(std::move(*document), images);
}

namespace {

/// What the office chose for a document: by its number, its id, or the name of its form; the nearest wins.
void add_office_parameters(const plan::FormParameters& chosen, const form::FormDefinition& form,
                           std::map<std::string, std::string>& parameters) {
    for (const std::string& name : {form.document.number, form.document.id, form.form}) {
        const auto own = chosen.find(name);
        if (own != chosen.end()) parameters.insert(own->second.begin(), own->second.end());
    }
}

/// A warning for each choice of the office that is for no form.
Diagnostics unused_choices(const plan::FormParameters& chosen, const form::Catalogue& forms, const std::string& file) {
    Diagnostics unused;
    for (const auto& [name, parameters] : chosen) {
        const auto is_meant = [&](const form::CatalogueEntry& entry) {
            return entry.form == name || entry.document == name || entry.number == name;
        };
        if (!std::ranges::any_of(forms.entries(), is_meant))
            unused.push_back(
                diagnose(kinds::office_form_unknown, {"/forms" + base::pointer_token(name), file, 0, 0}, {name}));
    }
    return unused;
}

}  // namespace

Result<Commission> commission(const Stock& stock, const CaseBytes& bytes, form::RenderRequest request) {
    auto document = read_document(stock.table(), bytes);
    if (!document) return fail(document.error());

    const form::FormDefinition* newest = stock.forms().find_newest(request.document);
    const std::optional<Date> on = newest ? fill::find_form_date(*newest, *document) : std::nullopt;
    const auto form = stock.forms().find(request.document, request.revision, on);
    if (!form) return fail(form.error());
    add_office_parameters(document->form_parameters, **form, request.parameters);
    std::ranges::move(unused_choices(document->form_parameters, stock.forms(), bytes.office_file),
                      std::back_inserter(document->notes));
    return Commission{std::move(*document), *form, std::move(request)};
}

std::optional<Stage> find_stage(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, Stage>, 7> stages{{{"form", Stage::form},
                                                                               {"plan", Stage::plan},
                                                                               {"fill", Stage::fill},
                                                                               {"measure", Stage::measure},
                                                                               {"layout", Stage::layout},
                                                                               {"draw", Stage::draw},
                                                                               {"sheet", Stage::sheet}}};
    for (const auto& [name, stage] : stages)
        if (name == word) return stage;
    return std::nullopt;
}

Result<std::string> dump(const Stock& stock, const Commission& commission, Stage stage) {
    if (stage == Stage::form) return form::dump(*commission.form);
    if (stage == Stage::plan) return plan::dump(commission.document);
    auto filled = fill::bind(*commission.form, commission.document, commission.request);
    if (!filled) return fail(filled.error());
    if (stage == Stage::fill) return fill::dump(*filled);
    const auto paged = layout::lay_out(std::move(*filled), stock.fonts());
    if (!paged) return fail(paged.error());
    if (stage == Stage::measure) return layout::dump(paged->form);
    if (stage == Stage::layout) return layout::dump(*paged);
    if (stage == Stage::draw) {
        const auto list = draw::place(*paged, stock.fonts());
        if (!list) return fail(list.error());
        return draw::dump(*list);
    }
    const auto sheets = sheet::arrange(*paged, stock.fonts());
    if (!sheets) return fail(sheets.error());
    return sheet::dump(*sheets);
}

namespace {

/// A note for each text that does not stand as the form asks for it, and the error that there are some.
Diagnostics adapted_texts(const std::vector<layout::Decision>& decisions) {
    std::vector<layout::Decision> adapted;
    std::ranges::copy_if(decisions, std::back_inserter(adapted), layout::is_adapted);
    if (adapted.empty()) return {};
    Diagnostics faults = layout::report(adapted);
    faults.push_back(diagnose(kinds::text_adapted, {}, {fmt::format("{}", adapted.size())}));
    return faults;
}

}  // namespace

Result<LaidOut> lay_out(const Stock& stock, const Commission& commission, Report report) {
    auto filled = fill::bind(*commission.form, commission.document, commission.request);
    if (!filled) return fail(filled.error());

    LaidOut laid_out;
    Rendered& rendered = laid_out.rendered;
    rendered.notes = commission.document.notes;
    rendered.notes.insert(rendered.notes.end(), filled->holes.begin(), filled->holes.end());
    rendered.disclosed = filled->disclosed;
    laid_out.date = fill::find_form_date(*commission.form, commission.document);
    if (laid_out.date) rendered.date = base::to_iso(*laid_out.date);
    if (const plan::Value* number = commission.document.find(nullptr, "case_number", laid_out.date))
        rendered.case_number = std::get<std::string>(number->content);

    laid_out.made_from = {{"form", commission.form->document.id},
                          {"revision", commission.form->revision},
                          {"form_sha256", commission.form->sha256},
                          {"case_sha256", commission.document.sha256},
                          {"purpose", std::string(form::to_string(commission.request.purpose))}};
    for (const auto& [name, value] : filled->parameters) laid_out.made_from.emplace("param." + name, value);
    if (!filled->disclosed.empty()) laid_out.made_from.emplace("disclosed", "true");
    if (filled->proves_delivery)
        laid_out.made_from.emplace("proves_delivery", *filled->proves_delivery ? "true" : "false");

    auto paged = layout::lay_out(std::move(*filled), stock.fonts());
    if (!paged) return fail(paged.error());
    rendered.pages = static_cast<int>(paged->pages.size());
    rendered.adapted = adapted_texts(paged->decisions);
    rendered.notes.insert(rendered.notes.end(), paged->findings.begin(), paged->findings.end());
    if (report == Report::fields) {
        auto fields = report_on(stock, *paged);
        if (!fields) return fail(fields.error());
        rendered.reports.push_back(std::move(*fields));
    }
    laid_out.paged = std::move(*paged);
    return laid_out;
}

Result<sheet::SheetPlan> arrange(const Stock& stock, const LaidOut& laid_out) {
    auto sheets = sheet::arrange(laid_out.paged, stock.fonts());
    if (sheets) sheets->created = laid_out.date;
    return sheets;
}

namespace {

Result<Artifact> write_workbook(const Stock& stock, const LaidOut& laid_out) {
    const auto sheets = arrange(stock, laid_out);
    if (!sheets) return fail(sheets.error());
    return xlsx::write(*sheets);
}

/// `output` is one of the two PDFs.
Result<Artifact> write_pdf(const Stock& stock, const LaidOut& laid_out, Output output, pdf::Size size) {
    auto list = draw::place(laid_out.paged, stock.fonts());
    if (list && output == Output::explanation) list = explain::overlay(laid_out.paged, std::move(*list), stock.fonts());
    if (!list) return fail(list.error());
    pdf::Options options;
    options.size = size;
    options.created = laid_out.date;
    return pdf::write(*list, stock.font_programs(), options);
}

}  // namespace

Result<Artifact> write(const Stock& stock, const LaidOut& laid_out, Output output, pdf::Size size) {
    auto artifact = output == Output::xlsx ? write_workbook(stock, laid_out) : write_pdf(stock, laid_out, output, size);
    if (artifact) artifact->made_from = laid_out.made_from;
    return artifact;
}

Result<Rendered> render(const Stock& stock, const Commission& commission, const Wanted& wanted) {
    auto laid_out = lay_out(stock, commission, wanted.report);
    if (!laid_out) return fail(laid_out.error());
    Rendered rendered = std::move(laid_out->rendered);
    for (const Output output : wanted.outputs) {
        auto artifact = write(stock, *laid_out, output, wanted.size);
        if (!artifact) return fail(artifact.error());
        rendered.artifacts.push_back(std::move(*artifact));
    }
    return rendered;
}

std::string_view extension(Output output) {
    switch (output) {
        case Output::pdf:
            return ".pdf";
        case Output::xlsx:
            return ".xlsx";
        case Output::explanation:
            return ".explain.pdf";
    }
    return {};
}

std::string file_stem(const FileNameParts& parts) {
    std::string name = parts.case_number.empty() ? std::string() : parts.case_number + "_";
    name += parts.what;
    if (!parts.date.empty()) name += "_" + parts.date;
    if (!parts.request.version.empty()) name += "_v" + parts.request.version;
    if (parts.request.purpose != form::Purpose::record)
        name += fmt::format("_{}", form::to_string(parts.request.purpose));
    for (char& c : name)  // what Windows or Unix does not allow in a file name
        if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos)
            c = '-';
    if (name.front() == '.') name.front() = '-';
    return name;
}

const std::string& number_of(const form::FormDefinition& form) {
    return form.document.number.empty() ? form.document.id : form.document.number;
}

std::string default_file_name(const Commission& commission, const Rendered& rendered, Output output) {
    return file_stem({rendered.case_number, number_of(*commission.form), rendered.date, commission.request})
        .append(extension(output));
}

}  // namespace besshi::job
