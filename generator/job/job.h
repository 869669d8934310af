#pragma once

#include "draw/draw.h"
#include "explain/explain.h"
#include "field/field.h"
#include "files/files.h"
#include "fill/fill.h"
#include "form/form.h"
#include "layout/layout.h"
#include "ledger/ledger.h"
#include "pdf/pdf.h"
#include "plan/plan.h"
#include "sheet/sheet.h"
#include "text/text.h"
#include "xlsx/xlsx.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What a user asks for, done: the stages put one after another.
namespace besshi::job {

/// What every job needs and no job changes: the field table, the forms, the fonts. Loaded once, shared by
/// all threads.
class Stock {
public:
    /// Reads `forms/` and `fonts/` below `root`.
    static Result<Stock> load(const std::filesystem::path& root);

    const field::Table& table() const { return *table_; }
    const form::Catalogue& forms() const { return *forms_; }
    const text::FontSet& fonts() const { return font_programs_->fonts(); }
    const pdf::FontPrograms& font_programs() const { return *font_programs_; }
    std::span<const form::DocumentSet> sets() const { return sets_; }
    /// Of the list of font files, which names each by its own hash.
    const std::string& fonts_sha256() const { return fonts_sha256_; }

private:
    std::unique_ptr<const field::Table> table_;
    std::unique_ptr<const form::Catalogue> forms_;
    std::unique_ptr<const pdf::FontPrograms> font_programs_;
    std::vector<form::DocumentSet> sets_;
    std::string fonts_sha256_;
};

/// The bytes of a case and of the office it belongs to.
struct CaseBytes {
    std::string case_json;
    std::string case_file;  ///< name in messages
    std::optional<std::string> office_toml;
    std::string office_file;
    std::optional<std::filesystem::path> folder{};  ///< that image files are named from; none of standard input
    plan::ImageFiles images{};                      ///< those that are at hand without the folder
};

/// Reads a case file (`-` = standard input) and the `office.toml` of its office: of `office_folder` if
/// given, else of the folder above the `cases/` folder the file lies in, if there is one.
Result<CaseBytes> read_case(const std::filesystem::path& case_file,
                            const std::optional<std::filesystem::path>& office_folder);

/// A request with the case it is for, read and checked.
struct Commission {
    plan::CaseDocument document;
    const form::FormDefinition* form = nullptr;
    form::RenderRequest request;  ///< parameters of the office added
};

/// Reads the case, its image files too, and chooses the revision of the form. Parameters of the request win over the
/// office's.
Result<Commission> commission(const Stock& stock, const CaseBytes& bytes, form::RenderRequest request);

enum class Stage { form, plan, fill, measure, layout, draw, sheet };
std::optional<Stage> find_stage(std::string_view word);

/// The value after `stage` as text, for golden files and for people who look for a fault.
Result<std::string> dump(const Stock& stock, const Commission& commission, Stage stage);

enum class Output {
    pdf,
    xlsx,
    explanation  ///< the pages of the PDF, and why they look as they do
};

/// Whether it is measured how each text fits: it takes as long again as laying the document out.
enum class Report { none, fields };

/// What is made of a document, and how.
struct Wanted {
    std::vector<Output> outputs;
    pdf::Size size = pdf::Size::small;  ///< how a PDF is compressed
    Report report = Report::none;
};

/// How the texts of one document fit.
struct FittingReport {
    std::string number, title;   ///< of the document: F01
    std::string case_file = {};  ///< where many cases are told of
    std::vector<Length> sizes;   ///< that the form lists, largest first; none if it has one size
    Length size;                 ///< chosen
    int pages = 0;
    std::vector<layout::Fitting> fields;
};

/// What a person may want to know about documents that were made.
struct Findings {
    Diagnostics notes;                   ///< conversions, holes, expectations exceeded, variants no font has
    std::vector<FittingReport> reports;  ///< one per document, if `Report::fields` is wanted
    Diagnostics adapted;  ///< why --strict refuses them: texts that fit only smaller, broken or elsewhere
    Diagnostics disclosed;  ///< what is marked 非開示 or 支援措置 and in them all the same, for the request's reason
};

struct Rendered : Findings {
    std::vector<Artifact> artifacts;  ///< in the order of the outputs asked for
    int pages = 0;
    std::string date;  ///< of the form, ISO, empty if it has none
    std::string case_number;
};

/// From a case to finished files, all or nothing.
Result<Rendered> render(const Stock& stock, const Commission& commission, const Wanted& wanted);

/// `.pdf`, `.xlsx`, `.explain.pdf`
std::string_view extension(Output output);

/// `c-0001_F01_2025-09-22.pdf`: case number, form, date, version; no person's name.
std::string default_file_name(const Commission& commission, const Rendered& rendered, Output output);

/// The documents of a set that a case has data for.
struct SetOrder {
    std::string set;               ///< a name of `forms/sets.toml`
    form::RenderRequest document;  ///< for each of them; its `document` and `revision` do not count
};

struct SetRequest {
    SetOrder order;
    Wanted wanted;
    enum class Workbook { per_document, one } workbook = Workbook::per_document;
};

/// A finished file and the name it has unless a person gives another.
struct NamedArtifact {
    std::string file_name;
    std::string number;  ///< F01; of a workbook of several the name of the set
    int pages = 0;
    Artifact artifact;
};

struct RenderedSet : Findings {
    std::vector<NamedArtifact> files;
    std::vector<std::string> left_out;  ///< numbers and titles of documents the case has no data for
};

/// Numbers of the documents of a set that the case has data for.
Result<std::vector<std::string>> documents_with_data(const Stock& stock, const CaseBytes& bytes,
                                                     const std::string& set);

/// Renders a set, all or nothing. Titles and numbers of pages that a cover letter lists and the case leaves out
/// are those of the documents made beside it. The office's own sets win over those of `forms/sets.toml`. Errors:
/// `form.set.unknown`, `job.set.empty`, and all of `render`.
Result<RenderedSet> render_set(const Stock& stock, const CaseBytes& bytes, const SetRequest& request);

/// The same document, or the same set of them, of many cases.
struct BindRequest {
    std::vector<std::filesystem::path> cases;     ///< files, in the order of the pages
    std::optional<std::filesystem::path> office;  ///< folder, if not beside each case
    std::variant<form::RenderRequest, SetOrder> what;
    pdf::Size size = pdf::Size::small;
    Report report = Report::none;
};

struct Bound : Findings {
    Artifact artifact;
    std::string file_name;
    int documents = 0, pages = 0;       ///< pages with those left blank behind odd ones
    std::vector<std::string> left_out;  ///< case files that have no data for it
};

/// One PDF for the printer, all or nothing: every document on sheets of its own, a bookmark per child, no form
/// fields. Errors: `job.bind.empty`, and all of `render` with the file of the case they are in.
Result<Bound> bind(const Stock& stock, const BindRequest& request);

/// The case files a person named: of a folder its `*.json` in the order of their names. Errors: `files.unreadable`,
/// `job.bind.empty`.
Result<std::vector<std::filesystem::path>> find_case_files(const std::vector<std::filesystem::path>& named);

// ── the record ──

/// The engine as the record names it; changes whenever the same input may give other bytes.
inline constexpr std::string_view engine = "besshi 0.6";

/// What an office decides about its record: `[ledger]` of office.toml.
struct RecordSettings {
    std::string office;    ///< 事業所番号, the name of the office in the record
    std::string database;  ///< `postgresql://…`; empty: SQLite in the folder
    int retention_years = 5;
    struct Role {
        std::string role, from, to;  ///< word of the field table; first and last day, ISO, empty if not limited
    };
    std::map<std::string, std::vector<Role>> staff;  ///< of all who work or worked there, by their ids

    /// Whether somebody was 児童発達支援管理責任者 on a day.
    bool is_manager(const std::string& staff_id, const std::string& day) const;
};

/// Errors: `job.record.no_office_number`, `job.record.settings`, those of the file.
Result<RecordSettings> read_record_settings(const std::filesystem::path& office_folder);

Result<ledger::Ledger> open_record(const std::filesystem::path& office_folder, const RecordSettings& settings,
                                   ledger::Opening opening);

/// Into which record, by whom and when.
struct Recording {
    ledger::Ledger& ledger;
    ledger::Stamp stamp;
    std::string because{};  ///< why it is done although it should not be; kept with what is recorded
};

/// What an inspector would ask about an event: a warning `job.record.not_manager` where the 児童発達支援管理責任者 of
/// that day must have done it (rules A02, D01). It is recorded all the same.
Diagnostics check_entry(const ledger::Entry& entry, const RecordSettings& settings);

/// Keeps the case, its office and its images as a version; the same bytes are the same version.
Result<ledger::Version> record_version(const Stock& stock, const CaseBytes& bytes, const Recording& recording);

/// The bytes of a version that was kept, its images with it.
Result<CaseBytes> read_version(ledger::Ledger& ledger, const ledger::Version& version);

/// A version that is kept, and what one document adds to it.
struct VersionedCase {
    CaseBytes bytes;  ///< with what is added
    ledger::Version version;
    std::string added;  ///< JSON, empty if nothing is: a letter, for example
};

struct RecordedDocument {
    ledger::Document document;
    Commission commission;
    Rendered rendered;
};

/// Renders with the printed id derived from the version, and records the PDF before anybody sees it, whatever `wanted`
/// asks for.
Result<RecordedDocument> render_recorded(const Stock& stock, const VersionedCase& of, form::RenderRequest request,
                                         const Wanted& wanted, const Recording& recording);

/// What the case says about one recipient: names that the person did not give are put into `delivery`.
Result<ledger::Circumstances> complete_delivery(const Stock& stock, const CaseBytes& bytes, ledger::Delivery& delivery);

/// The version with the covering letter of a delivery, for F24, F25 and the dispatch sheet.
Result<VersionedCase> with_letter(ledger::Ledger& ledger, const ledger::History& history,
                                  const ledger::Delivery& delivery);

/// A case whose `deliveries` are those of the record: of one child, or of all children in one month. For F23.
Result<CaseBytes> delivery_book(ledger::Ledger& ledger, const std::string& case_number, const std::string& as_of);
Result<CaseBytes> delivery_book(const Stock& stock, ledger::Ledger& ledger, Month month, const std::string& as_of);

/// The libraries of all layers, with the versions that are linked.
std::vector<base::Library> libraries();

/// Every kind of diagnostic of every layer, in the order of the layers.
std::vector<DiagnosticKind> all_diagnostic_kinds();

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::job
