#include "conformance/color_space.h"

#include <algorithm>

namespace besshi::conformance {

namespace {

constexpr int deepest = 8;

std::optional<DeviceColor> device_named(std::string_view name) {
    if (name == "DeviceGray" || name == "G") return DeviceColor::gray;
    if (name == "DeviceRGB" || name == "RGB") return DeviceColor::rgb;
    if (name == "DeviceCMYK" || name == "CMYK") return DeviceColor::cmyk;
    return std::nullopt;
}

}  // namespace

int IccHeader::components() const {
    if (space == "GRAY") return 1;
    if (space == "RGB " || space == "Lab ") return 3;
    return space == "CMYK" ? 4 : 0;
}

std::optional<IccHeader> read_icc_header(std::string_view profile) {
    constexpr std::size_t header_size = 128;
    if (profile.size() < header_size || profile.substr(36, 4) != "acsp") return std::nullopt;
    return IccHeader{std::string(profile.substr(12, 4)), std::string(profile.substr(16, 4)),
                     static_cast<unsigned char>(profile[8])};
}

std::optional<DeviceColor> ColorSpaces::device_of(const Object& space, const Object& resources) {
    return device_of(space, resources, 0);
}

std::optional<DeviceColor> ColorSpaces::unless_replaced(DeviceColor device, const Object& resources) const {
    const char* key = device == DeviceColor::gray  ? "DefaultGray"
                      : device == DeviceColor::rgb ? "DefaultRGB"
                                                   : "DefaultCMYK";
    return file_.find(file_.find(resources, "ColorSpace"), key).is_null() ? std::optional(device) : std::nullopt;
}

std::optional<DeviceColor> ColorSpaces::device_of(const Object& space, const Object& resources, int depth) {
    if (depth > deepest) return std::nullopt;
    const Object& own = file_.resolve(space);
    if (const auto name = own.as_name()) {
        if (const auto device = device_named(*name)) return unless_replaced(*device, resources);
        return device_of(file_.find(file_.find(resources, "ColorSpace"), *name), resources, depth + 1);
    }
    const Object::Array* array = own.as_array();
    if (array == nullptr || array->empty()) return std::nullopt;
    const auto family = file_.resolve(array->front()).as_name().value_or("");
    const auto part = [&](std::size_t i) -> const Object& {
        static const Object null;
        return i < array->size() ? file_.resolve((*array)[i]) : null;
    };
    if (family == "ICCBased") {
        check_icc(part(1));
        return std::nullopt;
    }
    if (family == "Indexed" || family == "I" || family == "Pattern") return device_of(part(1), resources, depth + 1);
    if (family == "Separation" || family == "DeviceN") {
        findings_.see(Subject::spot_color);
        return device_of(part(2), resources, depth + 1);
    }
    // A device space may also be written as an array of its name; CIE-based spaces are arrays of their own.
    return array->size() == 1 ? device_of(part(0), resources, depth + 1) : std::nullopt;
}

std::optional<int> ColorSpaces::components_of(const Object& space, const Object& resources) {
    const Object& own = file_.resolve(space);
    if (const auto name = own.as_name()) {
        if (const auto device = device_named(*name))
            return *device == DeviceColor::gray ? 1 : *device == DeviceColor::rgb ? 3 : 4;
        const Object& named = file_.find(file_.find(resources, "ColorSpace"), *name);
        return named.as_array() ? components_of(named, resources) : std::nullopt;
    }
    const Object::Array* array = own.as_array();
    if (array == nullptr || array->empty()) return std::nullopt;
    const auto family = file_.resolve(array->front()).as_name().value_or("");
    if (family == "Indexed" || family == "CalGray" || family == "Separation") return 1;
    if (family == "CalRGB" || family == "Lab") return 3;
    if (family != "ICCBased" || array->size() < 2) return std::nullopt;
    const auto n = file_.find(file_.resolve((*array)[1]), "N").as_integer();
    return n ? std::optional(static_cast<int>(*n)) : std::nullopt;
}

void ColorSpaces::check_icc(const Object& profile) {
    findings_.see(Subject::icc_color);
    findings_.see(Subject::icc_profile);
    if (!checked_.insert(&profile).second) return;
    const std::string place = place_of(file_, profile, "ICC プロファイル");
    const auto n = file_.find(profile, "N").as_integer();
    if (n == 4) findings_.see(Subject::icc_cmyk);
    const auto data = file_.data(profile);
    const auto header = data ? read_icc_header(*data) : std::nullopt;
    const auto is_one_of = [](std::string_view word, std::initializer_list<std::string_view> words) {
        return std::ranges::find(words, word) != words.end();
    };
    const bool right = header && is_one_of(header->device_class, {"prtr", "mntr", "scnr", "spac"}) &&
                       header->components() != 0 && header->major_version < 5;
    if (!right)
        findings_.add("6.2.4.2-1"_rule, place);
    else if (n != header->components())
        findings_.add("8.6.5.5-1"_rule, place);
}

}  // namespace besshi::conformance
