#include "conformance/checks.h"
#include "conformance/color_space.h"

#include <fmt/format.h>

namespace besshi::conformance {

namespace {

struct JpegFrame {
    int width = 0, height = 0, components = 0, bits = 0;
};

/// The frame header of a JPEG (ISO/IEC 10918-1 §B.2.2).
std::optional<JpegFrame> read_jpeg_frame(std::string_view data) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(data[at]); };
    const auto word = [&](std::size_t at) { return byte(at) << 8 | byte(at + 1); };
    for (std::size_t at = 2; at + 9 < data.size() && byte(at) == 0xFF;) {
        const int marker = byte(at + 1);
        const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) return JpegFrame{word(at + 7), word(at + 5), byte(at + 9), byte(at + 4)};
        at += 2 + static_cast<std::size_t>(word(at + 2));
    }
    return std::nullopt;
}

class ImageCheck {
public:
    ImageCheck(const PdfFile& file, Findings& findings) : file_(file), findings_(findings), spaces_(file, findings) {}

    void check(const Object& image) {
        findings_.see(Subject::image);
        place_ = place_of(file_, image, "画像");
        if (!image.entry("Alternates").is_null()) findings_.add("6.2.8-1"_rule, place_);
        if (!image.entry("OPI").is_null()) findings_.add("6.2.8-2"_rule, place_);
        if (file_.find(image, "Interpolate").is_true()) findings_.add("6.2.8-3"_rule, place_);
        const auto intent = file_.find(image, "Intent").as_name();
        if (intent && !is_rendering_intent(*intent)) findings_.add("6.2.6-1"_rule, place_);
        check_bits(image);
        check_data(image);
    }

private:
    void check_bits(const Object& image) {
        const auto bits = file_.find(image, "BitsPerComponent").as_integer();
        if (!bits) return;
        if (file_.find(image, "ImageMask").is_true()) {
            if (bits != 1) findings_.add("6.2.8-5"_rule, place_);
        } else if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) {
            findings_.add("6.2.8-4"_rule, place_);
        }
    }

    /// Width, height and colour space against the data. JPEG is judged by its header, JPEG 2000, JBIG2 and fax not.
    void check_data(const Object& image) {
        static const Object no_resources;
        const auto width = file_.find(image, "Width").as_integer(), height = file_.find(image, "Height").as_integer();
        if (!width || !height || *width <= 0 || *height <= 0)
            return findings_.add("8.9.5-1"_rule, place_, "Width, Height");
        const bool is_mask = file_.find(image, "ImageMask").is_true();
        const auto components =
            is_mask ? std::optional(1) : spaces_.components_of(file_.find(image, "ColorSpace"), no_resources);
        const std::int64_t bits = is_mask ? 1 : file_.find(image, "BitsPerComponent").as_integer().value_or(8);
        constexpr std::int64_t depths[] = {1, 2, 4, 8, 16};
        if (std::ranges::find(depths, bits) == std::end(depths))
            return findings_.add("8.9.5-1"_rule, place_, "BitsPerComponent");
        if (!components) return;
        if (*width > 1'000'000 || *components < 1 || *components > 32) return findings_.leave_open("8.9.5-1"_rule);
        const Object& filter = file_.find(image, "Filter");
        const Object::Array* several = filter.as_array();
        const Object& last = several && !several->empty() ? file_.resolve(several->back()) : filter;
        if (last.is_name("DCTDecode")) {
            const auto data = file_.raw_data(image);
            const auto frame = data ? read_jpeg_frame(*data) : std::nullopt;
            const bool agrees = frame && frame->width == *width && frame->height == *height &&
                                frame->components == *components && frame->bits == bits;
            if (!agrees) findings_.add("8.9.5-1"_rule, place_, "DCTDecode");
        } else if (last.is_null() || last.is_name("FlateDecode")) {
            const auto data = file_.data(image);
            const std::int64_t row = (*width * *components * bits + 7) / 8;
            const auto size = data ? static_cast<std::int64_t>(data->size()) : 0;
            if (size % row != 0 || size / row != *height)  // the product might overflow
                findings_.add("8.9.5-1"_rule, place_, fmt::format("{}バイト", size));
        }
    }

    const PdfFile& file_;
    Findings& findings_;
    ColorSpaces spaces_;
    std::string place_;
};

}  // namespace

void check_images(const PdfFile& file, Findings& findings) {
    ImageCheck check(file, findings);
    for (const auto& [id, object] : file.objects())
        if (object.is_stream() && file.find(object, "Subtype").is_name("Image")) check.check(object);
}

}  // namespace besshi::conformance
