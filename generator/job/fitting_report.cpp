#include "job/laid_out.h"

namespace besshi::job {

namespace {

/// The label of the field at a JSON pointer; empty if there is no such field.
std::string label_at(const field::Table& table, std::string_view pointer) {
    const field::Field* field = &table.root();
    while (field && !pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        const field::Field* child = field->find_child(token);
        if (!child) child = field->find_child("[]");
        if (!child) child = field->find_child("{}");
        field = child;
    }
    return field ? field->label : std::string();
}

/// A cell that no words of the form head is known by its field.
void name_by_field(const field::Table& table, layout::Fitting& fitting) {
    if (fitting.label != fitting.cell) return;
    std::string label = label_at(table, fitting.origin.pointer);
    if (!label.empty()) fitting.label = std::move(label);
}

}  // namespace

Result<FittingReport> report_on(const Stock& stock, const layout::PagedForm& paged) {
    auto fields = layout::fittings(paged, stock.fonts());
    if (!fields) return fail(fields.error());
    for (layout::Fitting& fitting : *fields) name_by_field(stock.table(), fitting);
    const fill::FilledForm& filled = *paged.form.filled;
    return FittingReport{.number = filled.number.empty() ? filled.document : filled.number,
                         .title = filled.title,
                         .sizes = filled.fit.sizes,
                         .size = paged.form.size,
                         .pages = static_cast<int>(paged.pages.size()),
                         .fields = std::move(*fields)};
}

}  // namespace besshi::job
