#include "conformance/checks.h"
#include "conformance/content.h"

#include <algorithm>

namespace besshi::conformance {

namespace {

bool is_pdfa_intent(const PdfFile& file, const Object& intent) {
    return file.find(intent, "S").is_name("GTS_PDFA1");
}

/// The profile of the PDF/A output intent, or null.
const Object& output_profile(const PdfFile& file) {
    static const Object null;
    const Object::Array* intents = file.find(file.catalog(), "OutputIntents").as_array();
    if (intents == nullptr) return null;
    for (const Object& intent : *intents)
        if (is_pdfa_intent(file, file.resolve(intent))) return file.find(file.resolve(intent), "DestOutputProfile");
    return null;
}

/// The colour space of the PDF/A output intent; empty without one.
std::string output_space(const PdfFile& file) {
    const auto data = file.data(output_profile(file));
    const auto header = data ? read_icc_header(*data) : std::nullopt;
    return header ? header->space : std::string();
}

void check_profile(const PdfFile& file, const Object& profile, Findings& findings) {
    findings.see(Subject::icc_profile);
    const std::string place = place_of(file, profile, "出力インテント");
    const auto data = file.data(profile);
    const auto header = data ? read_icc_header(*data) : std::nullopt;
    const bool right = header && (header->device_class == "prtr" || header->device_class == "mntr") &&
                       (header->space == "RGB " || header->space == "GRAY" || header->space == "CMYK") &&
                       header->major_version < 5;
    if (!right)
        findings.add("6.2.3-1"_rule, place);
    else if (file.find(profile, "N").as_integer() != header->components())
        findings.add("8.6.5.5-1"_rule, place);
}

}  // namespace

void check_output_intents(const PdfFile& file, Findings& findings) {
    const Object::Array* intents = file.find(file.catalog(), "OutputIntents").as_array();
    if (intents == nullptr) return;
    findings.see(Subject::output_intent);
    const Object* first = nullptr;
    for (const Object& reference : *intents) {
        const Object& intent = file.resolve(reference);
        if (!intent.entry("DestOutputProfileRef").is_null()) findings.add("6.2.3-3"_rule, "出力インテント");
        if (intent.entry("DestOutputProfile").is_null()) continue;
        const Object& profile = file.find(intent, "DestOutputProfile");
        if (first != nullptr && first != &profile) findings.add("6.2.3-2"_rule, "出力インテント");
        if (first == nullptr) check_profile(file, profile, findings);
        first = &profile;
    }
}

void check_colors(const PdfFile& file, const Content& content, Findings& findings) {
    const std::string output = output_space(file);
    for (const PageColors& page : content.pages) {
        for (const DeviceColor device : page.devices) {
            switch (device) {
                case DeviceColor::gray:
                    findings.see(Subject::device_gray);
                    if (output.empty()) findings.add("6.2.4.3-4"_rule, page.place);
                    break;
                case DeviceColor::rgb:
                    findings.see(Subject::device_rgb);
                    if (output != "RGB ") findings.add("6.2.4.3-2"_rule, page.place);
                    break;
                case DeviceColor::cmyk:
                    findings.see(Subject::device_cmyk);
                    if (output != "CMYK") findings.add("6.2.4.3-3"_rule, page.place);
                    break;
            }
        }
        if (!page.is_transparent) continue;
        findings.see(Subject::transparency);
        const bool has_space = !file.find(file.find(*page.page, "Group"), "CS").is_null();
        if (output.empty() && !has_space) findings.add("6.2.10-2"_rule, page.place);
    }
}

}  // namespace besshi::conformance
