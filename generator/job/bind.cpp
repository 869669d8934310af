#include "job/diagnostics.h"
#include "job/laid_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace besshi::job {

namespace {

/// What the outline calls a child: case number and name, so that people find both; of an office's own list
/// its case file.
std::string bookmark_of(const LaidOutDocument& document, const std::filesystem::path& case_file) {
    std::string label = document.laid_out.rendered.case_number;
    const plan::Value* const name =
        document.commission.document.find(nullptr, "child.display_name", document.laid_out.date);
    if (name != nullptr) label += (label.empty() ? "" : "　") + std::get<std::string>(name->content);
    return label.empty() ? case_file.stem().string() : label;
}

class Bindery {
public:
    Bindery(const Stock& stock, const BindRequest& request)
        : stock_(stock), request_(request), binder_(stock.font_programs(), {.size = request.size}) {}

    Result<Bound> run() {
        for (const std::filesystem::path& file : request_.cases) {
            case_file_ = file;
            if (const Result<void> bound = bind_case(); !bound) note_faults(bound.error());
        }
        if (!faults_.empty()) return fail(std::move(faults_));
        if (bound_.documents == 0)
            return fail(diagnose(kinds::bind_empty, {}, {fmt::format("ケース{}件", request_.cases.size())}));
        auto artifact = std::move(binder_).finish(title());
        if (!artifact) return fail(artifact.error());
        artifact->made_from["purpose"] = form::to_string(order().purpose);
        if (!bound_.disclosed.empty()) artifact->made_from["disclosed"] = "true";
        bound_.artifact = std::move(*artifact);
        bound_.file_name = file_stem({{}, what_, {}, order()}) + "_bound.pdf";
        return std::move(bound_);
    }

private:
    const form::RenderRequest& order() const {
        if (const auto* set = std::get_if<SetOrder>(&request_.what)) return set->document;
        return std::get<form::RenderRequest>(request_.what);
    }

    Result<void> bind_case() {
        const auto bytes = read_case(case_file_, request_.office);
        if (!bytes) return fail(bytes.error());
        return std::visit([&](const auto& what) { return bind_documents(*bytes, what); }, request_.what);
    }

    Result<void> bind_documents(const CaseBytes& bytes, const form::RenderRequest& request) {
        auto commission = job::commission(stock_, bytes, request);
        if (!commission) return fail(commission.error());
        what_ = number_of(*commission->form);
        if (!fill::has_data(*commission->form, commission->document)) {
            bound_.left_out.push_back(case_file_.string());
            return {};
        }
        auto laid_out = lay_out(stock_, *commission, request_.report);
        if (!laid_out) return fail(laid_out.error());
        return add({std::move(*commission), std::move(*laid_out)});
    }

    Result<void> bind_documents(const CaseBytes& bytes, const SetOrder& order) {
        what_ = order.set;
        auto set = lay_out_set(stock_, bytes, order, request_.report);
        if (!set) {
            const bool has_none = std::ranges::all_of(
                set.error(), [](const Diagnostic& fault) { return fault.code == kinds::set_empty.code; });
            if (!has_none) return fail(set.error());
            bound_.left_out.push_back(case_file_.string());
            return {};
        }
        for (const LaidOutDocument& document : set->documents) {
            if (const Result<void> added = add(document); !added) return added;
        }
        return {};
    }

    Result<void> add(const LaidOutDocument& document) {
        Findings found = document.laid_out.rendered;
        for (Diagnostics* list : {&found.notes, &found.adapted, &found.disclosed}) name_case(*list);
        for (FittingReport& report : found.reports) report.case_file = case_file_.string();
        add_findings(bound_, found);
        const auto list = draw::place(document.laid_out.paged, stock_.fonts());
        if (!list) return fail(list.error());
        const int pages = document.laid_out.rendered.pages;
        bound_.pages += pages + pages % 2;
        note_paper(*list);
        if (++bound_.documents == 1) title_ = list->title;
        if (title_ != list->title) title_.clear();
        return binder_.add(*list, bookmark_of(document, case_file_));
    }

    void note_faults(Diagnostics faults) {
        name_case(faults);
        std::ranges::move(faults, std::back_inserter(faults_));
    }

    /// What is said of many cases names the one it is about, not the form they share.
    void name_case(Diagnostics& diagnostics) const {
        const std::string file = case_file_.string();
        for (Diagnostic& one : diagnostics) {
            const bool names_data = one.origin.file == file || one.origin.file.ends_with("office.toml");
            if (!names_data) one.origin = {one.origin.pointer, file, 0, 0};
        }
    }

    /// A warning, once, if not all pages lie alike in the printer.
    void note_paper(const draw::DrawList& list) {
        for (const draw::Page& page : list.pages) {
            const std::pair paper{page.width, page.height};
            if (!paper_) paper_ = paper;
            if (paper == *paper_ || is_mixed_) continue;
            is_mixed_ = true;
            bound_.notes.push_back(diagnose(kinds::bind_mixed_paper, {}));
        }
    }

    /// Of all: no person's name.
    std::string title() const {
        return fmt::format("{}（{}件）", title_.empty() ? "書類の綴り" : title_, bound_.documents);
    }

    const Stock& stock_;
    const BindRequest& request_;
    pdf::Binder binder_;
    std::filesystem::path case_file_;                 ///< the one at hand
    std::string what_;                                ///< F01, or the name of the set
    std::string title_;                               ///< that all documents share; empty if they have several
    std::optional<std::pair<Length, Length>> paper_;  ///< of the first page
    bool is_mixed_ = false;
    Diagnostics faults_;
    Bound bound_;
};

}  // namespace

Result<Bound> bind(const Stock& stock, const BindRequest& request) {
    return Bindery(stock, request).run();
}

Result<std::vector<std::filesystem::path>> find_case_files(const std::vector<std::filesystem::path>& named) {
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& path : named) {
        std::error_code ignored;
        if (!std::filesystem::is_directory(path, ignored)) {
            files.push_back(path);
            continue;
        }
        auto inside = files::list(path);
        if (!inside) return fail(std::move(inside.error()));
        std::erase_if(*inside, [](const std::filesystem::path& file) { return file.extension() != ".json"; });
        if (inside->empty()) return fail(diagnose(kinds::bind_empty, {{}, path.string(), 0, 0}, {"0件のフォルダー"}));
        std::ranges::move(*inside, std::back_inserter(files));
    }
    return files;
}

}  // namespace besshi::job
