#pragma once

#include <map>
#include <string>
#include <string_view>

namespace besshi::job {

/// A document made beside a cover letter.
struct MadeDocument {
    std::string title;
    int pages = 0;
};

/// Number or id of a document → what was made of it.
using MadeDocuments = std::map<std::string, MadeDocument, std::less<>>;

/// The case with the titles and numbers of pages that its cover letters leave out, taken from the documents
/// made beside them. What is written in the case stays as it is; without anything to add the bytes do.
std::string complete_enclosures(std::string_view case_json, const MadeDocuments& made);

}  // namespace besshi::job
