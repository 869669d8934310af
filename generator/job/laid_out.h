#pragma once

#include "job/job.h"

/// A document between its pages and its files, for jobs that make several.
namespace besshi::job {

struct LaidOut {
    layout::PagedForm paged;
    Rendered rendered;  ///< still without artifacts
    std::optional<Date> date;
    std::map<std::string, std::string> made_from;
};

/// How the texts of a document fit, each under a Japanese label.
Result<FittingReport> report_on(const Stock& stock, const layout::PagedForm& paged);

Result<LaidOut> lay_out(const Stock& stock, const Commission& commission, Report report);

struct LaidOutDocument {
    Commission commission;
    LaidOut laid_out;
};

struct LaidOutSet : Findings {
    std::vector<LaidOutDocument> documents;
    std::vector<std::string> left_out;  ///< numbers and titles of documents the case has no data for
    std::string case_sha256;            ///< as it was read, before its letters were completed
};

/// The documents of a set, letters completed with the titles and pages of the others. Errors: `form.set.unknown`,
/// `job.set.empty`, and all of `render`.
Result<LaidOutSet> lay_out_set(const Stock& stock, const CaseBytes& bytes, const SetOrder& order, Report report);

/// Adds what is not there yet: every document of a case says the same of it.
void append(Diagnostics& all, const Diagnostics& more);

/// Appends each list. How many texts had to be adapted is said once.
void add_findings(Findings& all, const Findings& more);
Result<Artifact> write(const Stock& stock, const LaidOut& laid_out, Output output, pdf::Size size);
Result<sheet::SheetPlan> arrange(const Stock& stock, const LaidOut& laid_out);

/// `c-0001_F01_2025-09-22_v2_sign`: what a file is called, without its extension; no person's name.
struct FileNameParts {
    const std::string& case_number;
    const std::string& what;  ///< F01, or the name of a set
    const std::string& date;
    const form::RenderRequest& request;
};
std::string file_stem(const FileNameParts& parts);

/// F01, or the id of a document without a number.
const std::string& number_of(const form::FormDefinition& form);

}  // namespace besshi::job
