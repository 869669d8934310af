#include "cli/render_task.h"

namespace besshi::app {

namespace {

job::BindRequest request_of(const Task& task, std::vector<std::filesystem::path> cases) {
    job::BindRequest request{std::move(cases), task.arguments.office, task.request, task.wanted.size,
                             task.wanted.report};
    if (!task.arguments.set.empty()) request.what = job::SetOrder{task.arguments.set, task.request};
    return request;
}

}  // namespace

int render_bound(const Task& task) {
    const RenderArguments& arguments = task.arguments;
    auto cases = job::find_case_files({arguments.cases.begin(), arguments.cases.end()});
    if (!cases) return report_faults(cases.error(), task.common.json);
    const auto bound = job::bind(task.stock, request_of(task, *std::move(cases)));
    if (!bound) return report_faults(bound.error(), task.common.json);
    if (is_refused(*bound, task)) return refuse(*bound, task);

    nlohmann::ordered_json answer = tell(*bound, task);
    answer["left_out"] = bound->left_out;
    if (!task.common.json) {
        for (const std::string& file : bound->left_out)
            std::fprintf(stderr, "注意: この書類の中身がないので、とじません：%s\n", file.c_str());
    }
    if (arguments.out == "-") {
        const std::string& bytes = bound->artifact.bytes;
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        return 0;
    }
    const std::filesystem::path place = place_of(arguments);
    const std::filesystem::path file = is_folder(arguments.out) ? place / bound->file_name : place;
    const std::string what = arguments.set.empty() ? task.request.document : arguments.set;
    const int exit_code = write_documents({{file, what, bound->pages, &bound->artifact}}, task, std::move(answer));
    if (exit_code == 0 && !task.common.json)
        std::fprintf(stderr,
                     "書類%d件、%dページ（紙の裏の白いページも数えて）をとじました。とじなかったケースは%zu件です。\n",
                     bound->documents, bound->pages, bound->left_out.size());
    return exit_code;
}

}  // namespace besshi::app
