#pragma once

#include "pdf/object_file.h"

#include <optional>

namespace besshi::pdf {

/// What a file says of itself. It stands twice in it: as Info dictionary and as XMP.
struct DocumentInfo {
    std::string title;
    std::string subject;  ///< may be empty
    std::string language;
    std::string producer;
    std::optional<Date> created;
};

/// The entries of the Info dictionary (ISO 32000-1 §14.3.3).
std::vector<Entry> info_entries(const DocumentInfo& info);

/// The XMP packet that says the same (ISO 19005-2 §6.6.2), and that the file is PDF/A-2u (§6.6.4) and PDF/UA-1
/// (ISO 14289-1 §5). PDF/A-2 does not know the schema of the latter; it is declared as an extension (§6.6.2.3.3).
std::string xmp_packet(const DocumentInfo& info);

}  // namespace besshi::pdf
