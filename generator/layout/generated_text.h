#pragma once

#include "layout/layout.h"

/// Numbers that only layout knows, put into texts that the filled form has prepared.
namespace besshi::layout {

bool has_mark(std::string_view text, char32_t mark);
/// `text` with every `mark` replaced.
std::string replace_mark(std::string_view text, char32_t mark, std::string_view by);

/// Puts the number into 別紙のとおり: 別紙１のとおり if there are several annexes.
std::string number_annex(std::string_view text, AnnexNumber annex);
fill::Run number_annex(fill::Run run, AnnexNumber annex);

}  // namespace besshi::layout
