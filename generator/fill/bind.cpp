#include "fill/fill.h"

#include "fill/annex.h"
#include "fill/diagnostics.h"
#include "fill/disclosure.h"
#include "fill/fill_cell.h"
#include "fill/grids.h"
#include "fill/needs.h"
#include "fill/parameters.h"
#include "fill/proof_of_delivery.h"
#include "fill/sheet_name.h"
#include "fill/signature_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>

namespace besshi::fill {

namespace {

using form::Purpose;

/// A band says again whose sheet it is; in its small type nobody could read readings.
std::optional<BandText> fill_band_text(const std::optional<form::CellTemplate>& source, const Scope& scope,
                                       Diagnostics& faults) {
    if (!source) return std::nullopt;
    Cell cell = fill_cell(*source, scope, faults);
    Text* text = std::get_if<Text>(&cell.content);
    if (!text || text->runs.empty()) return std::nullopt;
    for (Run& run : text->runs) run.rubies.clear();
    return BandText{std::move(text->runs), std::move(cell.style)};
}

/// Sheets of two children must not be mixed before they are signed: in `sign` a band stands on every page.
Band fill_band(const form::Band& source, const Scope& scope, Diagnostics& faults) {
    const bool everywhere = scope.source().request.purpose == Purpose::sign;
    Band band;
    band.from_page = everywhere ? 1 : source.from_page;
    band.if_pages = everywhere ? 1 : source.if_pages;
    band.left = fill_band_text(source.left, scope, faults);
    band.center = fill_band_text(source.center, scope, faults);
    band.right = fill_band_text(source.right, scope, faults);
    return band;
}

/// The page without the templates of its bands, which each section has filled.
form::PageSetup page_setup(const form::PageSetup& page) {
    form::PageSetup setup;
    setup.width = page.width;
    setup.height = page.height;
    setup.top = page.top;
    setup.right = page.right;
    setup.bottom = page.bottom;
    setup.left = page.left;
    setup.center_vertically = page.center_vertically;
    setup.header_at = page.header_at;
    setup.footer_at = page.footer_at;
    return setup;
}

class FormFiller {
public:
    FormFiller(const form::FormDefinition& form, const plan::CaseDocument& document, const form::RenderRequest& request)
        : form_(form), document_(document), request_(request), disclosure_(document, request) {}

    Result<FilledForm> fill() {
        auto parameters = decide_parameters(form_, request_);
        if (!parameters) return fail(std::move(parameters.error()));
        filled_.parameters = std::move(*parameters);
        fill_head();
        fill_sections();
        filled_.proves_delivery = find_proof_of_delivery(form_, filled_);
        std::ranges::move(disclosure_.take_findings(), std::back_inserter(faults_));
        filled_.disclosed = disclosure_.take_disclosed();
        if (base::has_error(faults_)) return fail(std::move(faults_));
        filled_.holes = std::move(faults_);
        return std::move(filled_);
    }

private:
    void fill_head() {
        filled_.document = form_.document.id;
        filled_.number = form_.document.number;
        filled_.form = form_.form;
        filled_.revision = form_.revision;
        filled_.title = form_.document.title;
        filled_.purpose = request_.purpose;
        filled_.document_id = request_.document_id;
        filled_.version = request_.version;
        filled_.watermark = request_.purpose == Purpose::draft ? "原案" : "";
        filled_.page = page_setup(form_.page);
        filled_.ruler = form_.ruler;
        filled_.ruler_align = form_.ruler_align;
        filled_.fit = form_.fit;
        filled_.min_size = form_.min_size;
    }

    /// The elements of `for_each`; a form without any still prints once.
    std::vector<const plan::Value*> section_elements(const Scope& scope) const {
        if (!form_.for_each) return {nullptr};
        const plan::Value* list = scope.find(form_.for_each->path);
        if (!list || list->elements().empty()) return {nullptr};
        return {list->elements().begin(), list->elements().end()};
    }

    static int number_of(const plan::Value* element, const plan::Value* list) {
        if (!element || !list) return 1;
        const auto elements = list->elements();
        return static_cast<int>(std::ranges::find(elements, element) - elements.begin()) + 1;
    }

    /// What the elements call themselves, for the names of the worksheets.
    std::vector<std::string> section_labels(const std::vector<const plan::Value*>& elements) const {
        std::vector<std::string> labels;
        for (const plan::Value* element : elements) {
            const plan::Value* label = element ? document_.find(element, "label", std::nullopt) : nullptr;
            const auto* text = label ? std::get_if<std::string>(&label->content) : nullptr;
            labels.push_back(text ? *text : std::string{});
        }
        return labels;
    }

    void fill_sections() {
        const Source undated{form_, document_, request_, filled_.parameters, std::nullopt, disclosure_};
        const Scope scope(undated);
        const std::vector<const plan::Value*> elements = section_elements(scope);
        const std::vector<std::string> names = sheet_names(form_.sheet, section_labels(elements));
        for (std::size_t i = 0; i < elements.size(); ++i) {
            const Source source{form_,      document_, request_, filled_.parameters, form_date(undated, elements[i]),
                                disclosure_};
            Section section = fill_section(source, elements[i]);
            section.sheet_name = names[i];
            signature_names_.make_unique(section);
            filled_.sections.push_back(std::move(section));
        }
    }

    /// The names the whole section sees: those of the document, then the element of `for_each`.
    std::deque<Scope> section_scopes(const Source& source, const plan::Value* element) const {
        std::deque<Scope> scopes;
        scopes.emplace_back(source);
        for (const form::Binding& bound : form_.document.bind) {
            Binding binding = bind_name(scopes.back(), bound.as, bound.path);
            binding.field = bound.field;
            scopes.emplace_back(scopes.back(), std::move(binding));
        }
        if (form_.for_each) {
            Binding binding = bind_name(scopes.back(), form_.for_each->as, form_.for_each->path);
            binding.field = form_.for_each->field;
            binding.number = number_of(element, binding.value);
            binding.value = element;
            scopes.emplace_back(scopes.back(), std::move(binding));
        }
        return scopes;
    }

    std::optional<Date> form_date(const Source& undated, const plan::Value* element) const {
        const plan::Value* value = section_scopes(undated, element).back().find_given(form_.dated);
        const Date* date = value ? std::get_if<Date>(&value->content) : nullptr;
        return date ? std::optional(*date) : std::nullopt;
    }

    Section fill_section(const Source& source, const plan::Value* element) {
        const std::deque<Scope> scopes = section_scopes(source, element);
        const Scope& scope = scopes.back();
        check_date(scope);
        for (Diagnostic& missing : missing_needs(scope)) add_once(std::move(missing));
        Section section;
        for (const form::Block& block : form_.blocks) {
            std::ranges::move(fill_block(block, scope, faults_), std::back_inserter(section.grids));
        }
        add_annexes(section, source);
        section.header = fill_band(form_.page.header, scope, faults_);
        section.footer = fill_band(form_.page.footer, scope, faults_);
        check_disclosure(section, source, element);
        return section;
    }

    /// A blank sheet tells nobody anything.
    void check_disclosure(const Section& section, const Source& source, const plan::Value* element) {
        if (request_.purpose == Purpose::blank) return;
        if (element) disclosure_.check_recipient(*element);
        disclosure_.check_signer(section, source.on);
        disclosure_.check_repeated(section);
    }

    void check_date(const Scope& scope) {
        if (scope.source().on || request_.purpose == Purpose::blank) return;
        const field::Field* field = scope.find_field(form_.dated);
        add_once(diagnose(kinds::date_missing, {}, {field ? std::string_view(field->label) : form_.dated}));
    }

    /// Several sections miss the same things.
    void add_once(Diagnostic diagnostic) {
        for (const Diagnostic& known : faults_) {
            if (known.code == diagnostic.code && known.origin == diagnostic.origin &&
                known.sentence == diagnostic.sentence) {
                return;
            }
        }
        faults_.push_back(std::move(diagnostic));
    }

    const form::FormDefinition& form_;
    const plan::CaseDocument& document_;
    const form::RenderRequest& request_;
    FilledForm filled_;
    Disclosure disclosure_;
    SignatureNames signature_names_;
    Diagnostics faults_;
};

}  // namespace

Result<FilledForm> bind(const form::FormDefinition& definition, const plan::CaseDocument& document,
                        const form::RenderRequest& request) {
    return FormFiller(definition, document, request).fill();
}

}  // namespace besshi::fill
