#include "job/laid_out.h"

#include <algorithm>

namespace besshi::job {

namespace {

/// Writes the documents of a set that is laid out.
class SetWriter {
public:
    SetWriter(const Stock& stock, const SetRequest& request, LaidOutSet laid_out)
        : stock_(stock), request_(request), laid_out_(std::move(laid_out)) {}

    Result<RenderedSet> run() {
        if (const Result<void> written = write_all(); !written) return fail(written.error());
        static_cast<Findings&>(set_) = std::move(laid_out_);
        set_.left_out = std::move(laid_out_.left_out);
        return std::move(set_);
    }

private:
    Result<void> write_all() {
        for (const Output output : request_.wanted.outputs) {
            const bool together = output == Output::xlsx && request_.workbook == SetRequest::Workbook::one;
            const Result<void> written = together ? write_workbook() : write_each(output);
            if (!written) return written;
        }
        return {};
    }

    Result<void> write_each(Output output) {
        for (const LaidOutDocument& document : laid_out_.documents) {
            auto artifact = write(stock_, document.laid_out, output, request_.wanted.size);
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
        for (const LaidOutDocument& document : laid_out_.documents) {
            auto plan = arrange(stock_, document.laid_out);
            if (!plan) return fail(plan.error());
            parts.push_back({number_of(*document.commission.form), std::move(*plan)});
            date = std::max(date, document.laid_out.rendered.date);
            pages += document.laid_out.rendered.pages;
        }
        auto artifact = xlsx::write(sheet::join(std::move(parts), title()));
        if (!artifact) return fail(artifact.error());
        artifact->made_from = {{"set", request_.order.set}, {"case_sha256", laid_out_.case_sha256}};
        if (!laid_out_.disclosed.empty()) artifact->made_from.emplace("disclosed", "true");
        const std::string& case_number = laid_out_.documents.front().laid_out.rendered.case_number;
        std::string name = file_stem({case_number, request_.order.set, date, request_.order.document});
        set_.files.push_back({name.append(extension(Output::xlsx)), request_.order.set, pages, std::move(*artifact)});
        return {};
    }

    std::string title() const {
        const auto found = form::find_set(stock_.sets(), request_.order.set);
        return found ? (*found)->title : request_.order.set;
    }

    const Stock& stock_;
    const SetRequest& request_;
    LaidOutSet laid_out_;
    RenderedSet set_;
};

}  // namespace

Result<RenderedSet> render_set(const Stock& stock, const CaseBytes& bytes, const SetRequest& request) {
    auto laid_out = lay_out_set(stock, bytes, request.order, request.wanted.report);
    if (!laid_out) return fail(laid_out.error());
    return SetWriter(stock, request, *std::move(laid_out)).run();
}

}  // namespace besshi::job
