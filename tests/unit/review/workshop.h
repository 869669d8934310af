#pragma once

#include "expect_diagnostic.h"
#include "review/review.h"
#include "unit/form/form_fixture.h"
#include "unit/plan/sample_reading.h"
#include "unit/text/fixture.h"

namespace besshi::review::tests {

using besshi::tests::faults_of;
using besshi::tests::list;

/// The field table and the forms of the project.
inline const form::Catalogue& catalogue() {
    static const form::Catalogue read = [] {
        auto result = form::Catalogue::read(plan::tests::table(), BESSHI_ROOT "/forms");
        if (!result) throw std::runtime_error(list(result.error()));
        return std::move(*result);
    }();
    return read;
}

/// The small field table of the form tests.
inline Workshop small_workshop() {
    return {form::tests::table(), text::tests::fonts()};
}

inline form::FormDefinition load_small(std::string_view toml) {
    auto loaded = form::tests::load_text(toml);
    if (!loaded) throw std::runtime_error(list(loaded.error()));
    return std::move(loaded->front());
}

}  // namespace besshi::review::tests
