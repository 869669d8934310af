#pragma once

#include "shell.h"

#include <string>
#include <string_view>

/// A PDF signed as another program would: an incremental update that leaves every byte before it as it is. Reads
/// only what besshi writes: one cross-reference table per revision, every dictionary an object of its own.
namespace besshi::tests {

/// A key and a certificate of its own, made for the tests of one program run.
class Signer {
public:
    Signer();

    /// A detached CMS over `bytes`, DER, with one signer and the attributes of CAdES.
    std::string sign(std::string_view bytes) const;

private:
    TemporaryFolder folder_;
};

/// The PDF with its empty signature field `field_name` signed (ISO 32000-1 §12.8, SubFilter ETSI.CAdES.detached) and,
/// if the field says so, all fields locked (§12.8.2.4). Throws std::runtime_error if there is no such field.
std::string sign(std::string_view pdf, std::string_view field_name, const Signer& signer);

}  // namespace besshi::tests
