#pragma once

#include "conformance/findings.h"
#include "conformance/pdf_file.h"

#include <set>

namespace besshi::conformance {

enum class DeviceColor : std::uint8_t { gray, rgb, cmyk };

/// Data colour space of an ICC profile's header (ICC.1 §7.2.6), and whether ISO 19005-2 allows the profile.
struct IccHeader {
    std::string device_class;  ///< `mntr` …
    std::string space;         ///< `RGB `, `GRAY`, `CMYK`, `Lab ` …
    int major_version = 0;
    int components() const;  ///< 0 for a space that PDF does not know
};
/// None if `profile` is no ICC profile.
std::optional<IccHeader> read_icc_header(std::string_view profile);

/// The colour space as a content stream or an image names it: a name, an array, or a name of `resources`.
/// Gives the device space that stands behind it, if any, and reports profiles that are wrong.
class ColorSpaces {
public:
    ColorSpaces(const PdfFile& file, Findings& findings) : file_(file), findings_(findings) {}

    std::optional<DeviceColor> device_of(const Object& space, const Object& resources);
    /// The device space unless `resources` replace it (ISO 32000-1 §8.6.5.6).
    std::optional<DeviceColor> unless_replaced(DeviceColor device, const Object& resources) const;
    /// Components of one colour value; none if unknown.
    std::optional<int> components_of(const Object& space, const Object& resources);

private:
    std::optional<DeviceColor> device_of(const Object& space, const Object& resources, int depth);
    void check_icc(const Object& profile);

    const PdfFile& file_;
    Findings& findings_;
    std::set<const Object*> checked_;
};

}  // namespace besshi::conformance
