#include "cli/render_task.h"

#include "cli/fitting_report.h"

namespace besshi::app {

bool is_folder(const std::string& out) {
    std::error_code ignored;
    return out.empty() || out.back() == '/' || std::filesystem::is_directory(out, ignored);
}

std::filesystem::path place_of(const RenderArguments& arguments) {
    return arguments.out.empty() ? "." : arguments.out;
}

namespace {

/// A document on stdout stays alone there.
void print_report(const job::Findings& findings, const Task& task) {
    const std::string text = to_text(findings.reports);
    if (task.arguments.out == "-")
        std::fputs(text.c_str(), stderr);
    else
        print(std::string_view(text));
}

}  // namespace

nlohmann::ordered_json tell(const job::Findings& findings, const Task& task) {
    nlohmann::ordered_json answer{{"ok", true}};
    if (task.common.json) {
        answer["diagnostics"] = to_json(findings.notes);
        answer["disclosed"] = to_json(findings.disclosed);
        if (task.arguments.report) answer["report"] = to_json(findings.reports);
    } else {
        report_notes(findings.notes);
        report_notes(findings.disclosed);
        if (task.arguments.report) print_report(findings, task);
    }
    return answer;
}

bool is_refused(const job::Findings& findings, const Task& task) {
    return task.arguments.strict && !findings.adapted.empty();
}

int refuse(const job::Findings& findings, const Task& task) {
    nlohmann::ordered_json answer = nlohmann::ordered_json::object();
    if (task.arguments.report && task.common.json) answer["report"] = to_json(findings.reports);
    if (task.arguments.report && !task.common.json) print_report(findings, task);
    return report_faults(findings.adapted, task.common.json, std::move(answer));
}

int write_documents(const std::vector<Destination>& destinations, const Task& task, nlohmann::ordered_json result) {
    std::vector<files::FileToWrite> files;
    nlohmann::ordered_json documents = nlohmann::ordered_json::array();
    for (const Destination& destination : destinations) {
        const Artifact& artifact = *destination.artifact;
        files.push_back({destination.file, artifact.bytes});
        documents.push_back({{"number", destination.number},
                             {"file", destination.file.string()},
                             {"media_type", artifact.media_type},
                             {"sha256", artifact.sha256},
                             {"size", artifact.bytes.size()},
                             {"pages", destination.pages},
                             {"made_from", artifact.made_from}});
    }
    const files::Existing existing = task.arguments.force ? files::Existing::replace : files::Existing::keep;
    if (const auto written = files::write(files, existing); !written)
        return report_faults(written.error(), task.common.json);
    if (task.common.json) {
        result["documents"] = std::move(documents);
        print(result);
    } else {
        for (const Destination& destination : destinations) print(std::string_view(destination.file.string()));
    }
    return 0;
}

}  // namespace besshi::app
