#pragma once

#include "cli/command.h"
#include "cli/report.h"

/// What the ways to render share: what was asked for, and what is said and written in the end.
namespace besshi::app {

struct RenderArguments {
    std::vector<std::string> cases;
    std::string form, set, purpose = "record", to = "pdf", out, document_id, version;
    std::optional<std::filesystem::path> office;
    std::optional<std::string> disclose;
    std::vector<std::string> parameters;
    bool record = false;
    bool force = false, one_workbook = false, report = false, strict = false, bind = false, fast = false,
         explain = false;
};

/// A command line that was understood, and what it needs.
struct Task {
    const RenderArguments& arguments;
    const Common& common;
    const job::Stock& stock;
    form::RenderRequest request;  ///< its form is that of the arguments
    job::Wanted wanted;
};

/// Whether `out` names a folder to write into.
bool is_folder(const std::string& out);

std::filesystem::path place_of(const RenderArguments& arguments);

/// Notes on stderr, the report on stdout if no document goes there; with --json both in the answer.
nlohmann::ordered_json tell(const job::Findings& findings, const Task& task);

/// Whether --strict refuses what was found.
bool is_refused(const job::Findings& findings, const Task& task);

/// Ends what --strict refuses: the report if it is wanted, and why. Gives the exit code.
int refuse(const job::Findings& findings, const Task& task);

/// A finished document and where it goes.
struct Destination {
    std::filesystem::path file;
    std::string number;
    int pages = 0;
    const Artifact* artifact = nullptr;
};

/// Writes the files and lists them, in `result` with --json. Gives the exit code.
int write_documents(const std::vector<Destination>& destinations, const Task& task, nlohmann::ordered_json result);

/// `--bind`: the documents of many cases in one PDF for the printer.
int render_bound(const Task& task);

}  // namespace besshi::app
