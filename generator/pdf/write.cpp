#include "pdf/check.h"
#include "pdf/composition.h"
#include "pdf/diagnostics.h"
#include "pdf/pdf.h"

namespace besshi::pdf {

namespace {

Result<Artifact> to_artifact(Composition& composition, const DocumentInfo& info) {
    Result<std::string> bytes = without_podofo_errors(kinds::writer_failed, [&] { return composition.finish(info); });
    if (!bytes) return fail(std::move(bytes.error()));
    Artifact artifact{.bytes = *std::move(bytes), .media_type = "application/pdf", .sha256 = {}, .made_from = {}};
    artifact.sha256 = base::sha256_hex(artifact.bytes);
    artifact.made_from["engine"] = info.producer;
    return artifact;
}

}  // namespace

Result<Artifact> write(const draw::DrawList& list, const FontPrograms& fonts, const Options& options) {
    if (Diagnostics faults = find_faults(list); !faults.empty()) return fail(std::move(faults));
    Composition composition(fonts, Composition::Kind::document, options.size);
    composition.add(list, {});
    return to_artifact(composition, {list.title, list.subject, list.language, options.producer, options.created});
}

Binder::Binder(const FontPrograms& fonts, const Options& options)
    : options_(options),
      composition_(std::make_unique<Composition>(fonts, Composition::Kind::bound, options.size)) {}

Binder::~Binder() = default;
Binder::Binder(Binder&&) noexcept = default;

Result<void> Binder::add(const draw::DrawList& list, const std::string& child) {
    if (Diagnostics faults = find_faults(list); !faults.empty()) return fail(std::move(faults));
    if (language_.empty()) language_ = list.language;
    composition_->add(list, child);
    return {};
}

Result<Artifact> Binder::finish(const std::string& title) && {
    if (composition_->empty()) return fail(diagnose(kinds::document_empty, {}));
    return to_artifact(*composition_, {title, {}, language_, options_.producer, options_.created});
}

}  // namespace besshi::pdf
