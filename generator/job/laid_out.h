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

Result<LaidOut> lay_out(const Stock& stock, const Commission& commission);
Result<Artifact> write(const Stock& stock, const LaidOut& laid_out, Output output);
Result<sheet::SheetPlan> arrange(const Stock& stock, const LaidOut& laid_out);

/// `c-0001_F01_2025-09-22_v2_sign`: what a file is called, without its extension; no person's name.
struct FileNameParts {
    const std::string& case_number;
    const std::string& what;  ///< F01, or the name of a set
    const std::string& date;
    const form::RenderRequest& request;
};
std::string file_stem(const FileNameParts& parts);
std::string_view extension(Output output);

/// F01, or the id of a document without a number.
const std::string& number_of(const form::FormDefinition& form);

}  // namespace besshi::job
