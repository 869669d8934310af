#include "job/diagnostics.h"
#include "job/enclosures.h"
#include "job/laid_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace besshi::job {

namespace {

/// Adds what is not there yet: every document of a set says the same of the case.
void append(Diagnostics& all, const Diagnostics& more) {
    const auto says = [](const Diagnostic& d) {
        return std::tie(d.code, d.sentence, d.origin.pointer, d.origin.file, d.origin.line);
    };
    for (const Diagnostic& one : more) {
        const bool known = std::ranges::any_of(all, [&](const Diagnostic& other) { return says(other) == says(one); });
        if (!known) all.push_back(one);
    }
}

/// Ids or numbers: the office's own set of that name, else besshi's.
Result<std::vector<std::string>> documents_of(const Stock& stock, const plan::CaseDocument& document,
                                              const std::string& set) {
    if (const auto own = document.document_sets.find(set); own != document.document_sets.end()) return own->second;
    const auto found = form::find_set(stock.sets(), set);
    if (!found) return fail(found.error());
    return (*found)->documents;
}

struct LaidOutDocument {
    Commission commission;
    LaidOut laid_out;
};

class SetRenderer {
public:
    SetRenderer(const Stock& stock, const CaseBytes& bytes, const SetRequest& request)
        : stock_(stock), bytes_(bytes), request_(request) {}

    Result<RenderedSet> run() {
        const auto names = find_names();
        if (!names) return fail(names.error());
        if (!lay_out_all(*names)) return fail(std::move(faults_));
        if (complete_letters() && !lay_out_all(*names)) return fail(std::move(faults_));
        if (documents_.empty()) {
            const std::string listed = fmt::format("{}", fmt::join(*names, "、"));
            return fail(diagnose(kinds::set_empty, {{}, bytes_.case_file, 0, 0}, {request_.set, listed}));
        }
        gather_findings();
        if (const Result<void> written = write_all(); !written) return fail(written.error());
        return std::move(set_);
    }

private:
    Result<std::vector<std::string>> find_names() const {
        std::optional<plan::Source> office;
        if (bytes_.office_toml) office = plan::Source{*bytes_.office_toml, bytes_.office_file};
        const auto document = plan::read(stock_.table(), {bytes_.case_json, bytes_.case_file}, office);
        if (!document) return fail(document.error());
        return documents_of(stock_, *document, request_.set);
    }

    /// Of all documents; how many texts had to be adapted is said once.
    void gather_findings() {
        for (const LaidOutDocument& document : documents_) {
            const Findings& found = document.laid_out.rendered;
            append(set_.notes, found.notes);
            append(set_.decisions, found.decisions);
            append(set_.adapted, found.adapted);
        }
        std::erase_if(set_.adapted, [](const Diagnostic& d) { return d.code == kinds::text_adapted.code; });
        if (!set_.adapted.empty())
            set_.adapted.push_back(diagnose(kinds::text_adapted, {}, {std::to_string(set_.adapted.size())}));
    }

    /// False with the faults of all documents.
    bool lay_out_all(const std::vector<std::string>& names) {
        documents_.clear();
        set_.left_out.clear();
        std::vector<Commission> commissions = commission_all(names);
        if (case_sha256_.empty() && !commissions.empty()) case_sha256_ = commissions.front().document.sha256;
        leave_parameters_to_their_forms(commissions);
        for (Commission& commission : commissions) {
            auto laid_out = lay_out(stock_, commission);
            if (!laid_out) {
                append(faults_, laid_out.error());
                continue;
            }
            laid_out->made_from["case_sha256"] = case_sha256_;
            documents_.push_back({std::move(commission), std::move(*laid_out)});
        }
        return faults_.empty();
    }

    /// Of the documents the case has data for.
    std::vector<Commission> commission_all(const std::vector<std::string>& names) {
        std::vector<Commission> commissions;
        for (const std::string& name : names) {
            form::RenderRequest request = request_.document;
            request.document = name;
            request.revision.reset();
            auto commission = job::commission(stock_, bytes_, std::move(request));
            if (!commission) {
                append(faults_, commission.error());
                continue;
            }
            const form::DocumentId& document = commission->form->document;
            if (fill::has_data(*commission->form, commission->document))
                commissions.push_back(std::move(*commission));
            else
                set_.left_out.push_back(document.number + " " + document.title);
        }
        return commissions;
    }

    /// A parameter is for the forms that have it; one that no form has stays, and is refused with them all.
    void leave_parameters_to_their_forms(std::vector<Commission>& commissions) const {
        for (const auto& [name, value] : request_.document.parameters) {
            const auto has = [&](const Commission& commission) { return commission.form->parameters.contains(name); };
            if (!std::ranges::any_of(commissions, has)) continue;
            for (Commission& commission : commissions)
                if (!has(commission)) commission.request.parameters.erase(name);
        }
    }

    /// Whether the letters now say something of the documents made beside them.
    bool complete_letters() {
        MadeDocuments made;
        for (const LaidOutDocument& document : documents_) {
            const form::DocumentId& id = document.commission.form->document;
            const MadeDocument what{id.title, document.laid_out.rendered.pages};
            made.emplace(id.number, what);
            made.emplace(id.id, what);
        }
        std::string completed = complete_enclosures(bytes_.case_json, made);
        if (completed == bytes_.case_json) return false;
        bytes_.case_json = std::move(completed);
        return true;
    }

    Result<void> write_all() {
        for (const Output output : request_.outputs) {
            const bool together = output == Output::xlsx && request_.workbook == SetRequest::Workbook::one;
            const Result<void> written = together ? write_workbook() : write_each(output);
            if (!written) return written;
        }
        return {};
    }

    Result<void> write_each(Output output) {
        for (const LaidOutDocument& document : documents_) {
            auto artifact = write(stock_, document.laid_out, output);
            if (!artifact) return fail(artifact.error());
            set_.files.push_back({default_file_name(document.commission, document.laid_out.rendered, output),
                                  number_of(*document.commission.form), document.laid_out.rendered.pages,
                                  std::move(*artifact)});
        }
        return {};
    }

    Result<void> write_workbook() {
        std::vector<sheet::WorkbookPart> parts;
        std::string date;
        int pages = 0;
        for (const LaidOutDocument& document : documents_) {
            auto plan = arrange(stock_, document.laid_out);
            if (!plan) return fail(plan.error());
            parts.push_back({number_of(*document.commission.form), std::move(*plan)});
            date = std::max(date, document.laid_out.rendered.date);
            pages += document.laid_out.rendered.pages;
        }
        auto artifact = xlsx::write(sheet::join(std::move(parts), title()));
        if (!artifact) return fail(artifact.error());
        artifact->made_from = {{"set", request_.set}, {"case_sha256", case_sha256_}};
        const std::string& case_number = documents_.front().laid_out.rendered.case_number;
        std::string name = file_stem({case_number, request_.set, date, request_.document});
        set_.files.push_back({name.append(extension(Output::xlsx)), request_.set, pages, std::move(*artifact)});
        return {};
    }

    std::string title() const {
        const auto found = form::find_set(stock_.sets(), request_.set);
        return found ? (*found)->title : request_.set;
    }

    const Stock& stock_;
    CaseBytes bytes_;
    const SetRequest& request_;
    std::string case_sha256_;  ///< as it was read, before its letters were completed
    std::vector<LaidOutDocument> documents_;
    Diagnostics faults_;
    RenderedSet set_;
};

}  // namespace

Result<RenderedSet> render_set(const Stock& stock, const CaseBytes& bytes, const SetRequest& request) {
    return SetRenderer(stock, bytes, request).run();
}

}  // namespace besshi::job
