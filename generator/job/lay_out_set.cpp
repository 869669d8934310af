#include "job/case_document.h"
#include "job/diagnostics.h"
#include "job/enclosures.h"
#include "job/laid_out.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::job {

namespace {

/// Ids or numbers: the office's own set of that name, else besshi's.
Result<std::vector<std::string>> documents_of(const Stock& stock, const plan::CaseDocument& document,
                                              const std::string& set) {
    if (const auto own = document.document_sets.find(set); own != document.document_sets.end()) return own->second;
    const auto found = form::find_set(stock.sets(), set);
    if (!found) return fail(found.error());
    return (*found)->documents;
}

class SetLayout {
public:
    SetLayout(const Stock& stock, const CaseBytes& bytes, const SetOrder& order, Report report)
        : stock_(stock), bytes_(bytes), order_(order), report_(report) {}

    Result<LaidOutSet> run() {
        const auto names = find_names();
        if (!names) return fail(names.error());
        if (!lay_out_all(*names)) return fail(std::move(faults_));
        if (complete_letters() && !lay_out_all(*names)) return fail(std::move(faults_));
        if (set_.documents.empty()) {
            const std::string listed = fmt::format("{}", fmt::join(*names, "、"));
            return fail(diagnose(kinds::set_empty, {{}, bytes_.case_file, 0, 0}, {order_.set, listed}));
        }
        for (const LaidOutDocument& document : set_.documents) add_findings(set_, document.laid_out.rendered);
        return std::move(set_);
    }

private:
    Result<std::vector<std::string>> find_names() const {
        std::optional<plan::Source> office;
        if (bytes_.office_toml) office = plan::Source{*bytes_.office_toml, bytes_.office_file};
        const auto document = plan::read(stock_.table(), {bytes_.case_json, bytes_.case_file}, office);
        if (!document) return fail(document.error());
        return documents_of(stock_, *document, order_.set);
    }

    /// False with the faults of all documents.
    bool lay_out_all(const std::vector<std::string>& names) {
        set_.documents.clear();
        set_.left_out.clear();
        std::vector<Commission> commissions = commission_all(names);
        if (set_.case_sha256.empty() && !commissions.empty()) set_.case_sha256 = commissions.front().document.sha256;
        leave_parameters_to_their_forms(commissions);
        for (Commission& commission : commissions) {
            auto laid_out = lay_out(stock_, commission, report_);
            if (!laid_out) {
                append(faults_, laid_out.error());
                continue;
            }
            laid_out->made_from["case_sha256"] = set_.case_sha256;
            set_.documents.push_back({std::move(commission), std::move(*laid_out)});
        }
        return faults_.empty();
    }

    /// Of the documents the case has data for.
    std::vector<Commission> commission_all(const std::vector<std::string>& names) {
        std::vector<Commission> commissions;
        for (const std::string& name : names) {
            form::RenderRequest request = order_.document;
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
        for (const auto& [name, value] : order_.document.parameters) {
            const auto has = [&](const Commission& commission) { return commission.form->parameters.contains(name); };
            if (!std::ranges::any_of(commissions, has)) continue;
            for (Commission& commission : commissions)
                if (!has(commission)) commission.request.parameters.erase(name);
        }
    }

    /// Whether the letters now say something of the documents made beside them.
    bool complete_letters() {
        MadeDocuments made;
        for (const LaidOutDocument& document : set_.documents) {
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

    const Stock& stock_;
    CaseBytes bytes_;
    const SetOrder& order_;
    Report report_;
    Diagnostics faults_;
    LaidOutSet set_;
};

}  // namespace

Result<std::vector<std::string>> documents_with_data(const Stock& stock, const CaseBytes& bytes,
                                                     const std::string& set) {
    const auto document = read_document(stock.table(), bytes);
    if (!document) return fail(document.error());
    const auto names = documents_of(stock, *document, set);
    if (!names) return fail(names.error());
    std::vector<std::string> numbers;
    for (const std::string& name : *names) {
        const form::FormDefinition* form = stock.forms().find_newest(name);
        if (form && fill::has_data(*form, *document)) numbers.push_back(form->document.number);
    }
    return numbers;
}

Result<LaidOutSet> lay_out_set(const Stock& stock, const CaseBytes& bytes, const SetOrder& order, Report report) {
    return SetLayout(stock, bytes, order, report).run();
}

}  // namespace besshi::job
