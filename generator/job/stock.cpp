#include "backup/backup.h"
#include "conformance/conformance.h"
#include "job/diagnostics.h"
#include "job/job.h"
#include "ledger/ledger.h"

namespace besshi::job {

Result<Stock> Stock::load(const std::filesystem::path& root) {
    const std::filesystem::path forms = root / "forms", fonts = root / "fonts";
    for (const std::filesystem::path& folder : {forms, fonts}) {
        std::error_code ignored;
        if (!std::filesystem::is_directory(folder, ignored))
            return fail(diagnose(kinds::folder_missing, {}, {folder.string()}));
    }

    const auto fields = files::read(forms / "fields.toml");
    if (!fields) return fail(fields.error());
    auto table = field::Table::read(*fields, "forms/fields.toml");
    if (!table) return fail(table.error());
    Stock stock;
    stock.table_ = std::make_unique<const field::Table>(std::move(*table));

    const auto listed = files::read(forms / "sets.toml");
    if (!listed) return fail(listed.error());
    auto sets = form::read_sets(*listed, "forms/sets.toml");
    if (!sets) return fail(sets.error());
    stock.sets_ = std::move(*sets);

    auto catalogue = form::Catalogue::read(*stock.table_, forms);
    if (!catalogue) return fail(catalogue.error());
    stock.forms_ = std::make_unique<const form::Catalogue>(std::move(*catalogue));

    const auto manifest = files::read(fonts / "manifest.toml");
    if (!manifest) return fail(manifest.error());
    stock.fonts_sha256_ = base::sha256_hex(*manifest);
    auto faces = text::FontSet::load(*manifest, "fonts/manifest.toml");
    if (!faces) return fail(faces.error());
    stock.font_programs_ = std::make_unique<const pdf::FontPrograms>(*std::move(faces));
    return stock;
}

std::vector<base::Library> libraries() {
    std::vector<base::Library> all;
    for (const std::vector<base::Library>& layer : {text::libraries(), pdf::libraries(), conformance::libraries(),
                                                    xlsx::libraries(), ledger::libraries(), backup::libraries()})
        all.insert(all.end(), layer.begin(), layer.end());
    return all;
}

}  // namespace besshi::job
