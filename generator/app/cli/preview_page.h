#pragma once

#include "review/review.h"

/// What lies beside the previews of a form: the page that leads to them, and what changed.
namespace besshi::app {

/// One preview: what it is, what to look at, its files (none if it could not be made).
struct Preview {
    std::string title, advice;
    int pages = 0;
    std::vector<std::string> files = {};
};

/// A page in HTML that needs nothing from anywhere else.
std::string preview_page(const form::FormDefinition& form, const std::vector<Preview>& previews,
                         std::string_view changes);

/// The changes since `before`, one after the other, in Japanese.
std::string describe_changes(const form::FormDefinition& before, const form::FormDefinition& after);

}  // namespace besshi::app
