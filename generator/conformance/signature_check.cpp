#include "conformance/checks.h"

#include <openssl/cms.h>
#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <memory>

namespace besshi::conformance {

namespace {

/// What a CMS signature (RFC 5652) says about its signers.
struct Signers {
    int count = 0;
    bool has_certificate = false;  ///< of the first signer
};

std::optional<Signers> read_signers(std::string_view der) {
    const auto* data = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<CMS_ContentInfo, decltype(&CMS_ContentInfo_free)> cms(
        d2i_CMS_ContentInfo(nullptr, &data, static_cast<long>(der.size())), &CMS_ContentInfo_free);
    ERR_clear_error();
    if (!cms) return std::nullopt;
    STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(cms.get());
    Signers signers{infos != nullptr ? sk_CMS_SignerInfo_num(infos) : 0, false};
    STACK_OF(X509)* certificates = CMS_get1_certs(cms.get());
    for (int i = 0; signers.count > 0 && i < sk_X509_num(certificates); ++i)
        if (CMS_SignerInfo_cert_cmp(sk_CMS_SignerInfo_value(infos, 0), sk_X509_value(certificates, i)) == 0)
            signers.has_certificate = true;
    sk_X509_pop_free(certificates, X509_free);
    return signers;
}

/// The byte range covers everything from the first byte to the end of the update that holds the signature, except the
/// hexadecimal string of Contents (ISO 32000-1 §12.8.1).
bool covers_all(const PdfFile& file, const Object& signature) {
    const std::string_view bytes = file.bytes();
    const Object::Array* range = file.find(signature, "ByteRange").as_array();
    if (range == nullptr || range->size() != 4) return false;
    std::array<std::size_t, 4> part{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto number = file.resolve((*range)[i]).as_integer();
        if (!number || *number < 0 || static_cast<std::uint64_t>(*number) > bytes.size()) return false;
        part[i] = static_cast<std::size_t>(*number);
    }
    const auto [begin, gap, after, length] = part;
    const std::size_t end = after + length;
    if (begin != 0 || gap >= after || end > bytes.size()) return false;
    const std::string_view hole = bytes.substr(gap, after - gap);
    const bool is_contents = hole.starts_with('<') && hole.find('>') == hole.size() - 1;
    std::string_view covered = bytes.substr(0, end);
    while (covered.ends_with('\n') || covered.ends_with('\r')) covered.remove_suffix(1);
    // A later update begins behind the end of this one.
    return is_contents && (end == bytes.size() || covered.ends_with("%%EOF"));
}

bool is_signature(const PdfFile& file, const Object& object) {
    const bool is_typed = file.find(object, "Type").is_name("Sig") || file.find(object, "Type").is_name("DocTimeStamp");
    return is_typed || (!object.entry("ByteRange").is_null() && !object.entry("Contents").is_null());
}

}  // namespace

void check_signatures(const PdfFile& file, Findings& findings) {
    for (const auto& [id, object] : file.objects()) {
        if (!is_signature(file, object)) continue;
        findings.see(Subject::signature);
        const std::string place = place_of(id);
        if (!covers_all(file, object)) findings.add("6.4.3-1"_rule, place);
        const auto contents = file.find(object, "Contents").as_string();
        const auto signers = contents ? read_signers(*contents) : std::nullopt;
        if (!signers || !signers->has_certificate) findings.add("6.4.3-2"_rule, place);
        if (!signers || signers->count != 1) findings.add("6.4.3-3"_rule, place);
    }
}

}  // namespace besshi::conformance
