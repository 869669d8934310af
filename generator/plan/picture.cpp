#include "plan/picture.h"

#include "plan/diagnostics.h"

#include <fmt/format.h>

#include <array>

namespace besshi::plan {

namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

/// Numbers in bytes. What lies behind the end is 0, which no check below takes for a good value.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    std::size_t size() const { return bytes_.size(); }
    std::uint32_t byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
    std::uint32_t big16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
    std::uint32_t big32(std::size_t at) const { return big16(at) << 16 | big16(at + 2); }
    std::string_view text(std::size_t at, std::size_t length) const {
        return at < bytes_.size() ? bytes_.substr(at, length) : std::string_view{};
    }

private:
    std::string_view bytes_;
};

struct Header {
    std::uint32_t width = 0, height = 0;
    Picture::Color color = Picture::Color::rgb;
};

using HeaderOrFault = std::variant<Header, PictureFault>;

PictureFault broken() {
    return {&kinds::image_broken, {}};
}

PictureFault unsupported(std::string_view found) {
    return {&kinds::image_unsupported, std::string(found)};
}

Picture::Color color_of(bool gray) {
    return gray ? Picture::Color::gray : Picture::Color::rgb;
}

/// Width, height, bit depth, colour type (ISO/IEC 15948 §11.2.2).
Header png_header(const Bytes& bytes, std::size_t at) {
    constexpr std::uint32_t gray = 0, gray_with_alpha = 4;
    const std::uint32_t type = bytes.byte(at + 9);
    return {bytes.big32(at), bytes.big32(at + 4), color_of(type == gray || type == gray_with_alpha)};
}

/// Chunks: length, type, data, checksum (ISO/IEC 15948 §5.3).
HeaderOrFault read_png(const Bytes& bytes) {
    constexpr std::size_t chunk_frame = 12;
    constexpr std::uint32_t header_length = 13;
    const std::size_t first = png_signature.size();
    if (bytes.big32(first) != header_length || bytes.text(first + 4, 4) != "IHDR") return broken();
    bool has_data = false;
    for (std::size_t at = first; at + chunk_frame <= bytes.size(); at += bytes.big32(at) + chunk_frame) {
        const std::string_view type = bytes.text(at + 4, 4);
        has_data = has_data || type == "IDAT";
        if (type == "IEND" && has_data) return png_header(bytes, first + 8);
    }
    return broken();
}

/// Whether the tag Orientation of a segment, if it is one of Exif (CIPA DC-008 §4.6.4), says that the rows of the
/// picture are to be shown as they are.
bool is_upright(std::string_view segment) {
    constexpr std::uint32_t orientation_tag = 0x0112, entry_length = 12, first_turned = 2, last_turned = 8;
    constexpr std::string_view name("Exif\0\0", 6);
    if (!segment.starts_with(name)) return true;
    const Bytes tiff(segment.substr(name.size()));
    const bool big = tiff.text(0, 2) == "MM";
    const auto number16 = [&](std::size_t at) { return big ? tiff.big16(at) : tiff.byte(at + 1) << 8 | tiff.byte(at); };
    const auto number32 = [&](std::size_t at) { return big ? tiff.big32(at) : number16(at + 2) << 16 | number16(at); };
    const std::size_t directory = number32(4);
    for (std::uint32_t i = 0; i < number16(directory); ++i) {
        const std::size_t entry = directory + 2 + i * std::size_t{entry_length};
        if (entry + entry_length > tiff.size()) break;
        if (number16(entry) != orientation_tag) continue;
        const std::uint32_t orientation = number16(entry + 8);
        return orientation < first_turned || orientation > last_turned;
    }
    return true;
}

/// Start of frame (T.81 table B.1): what kind of JPEG it is, and its size.
HeaderOrFault read_frame(const Bytes& bytes, std::uint32_t marker, std::size_t segment) {
    constexpr std::uint32_t baseline = 0xC0, progressive = 0xC2;
    if (marker < baseline || marker > progressive || bytes.byte(segment) != 8) return unsupported("特殊な方式の JPEG");
    const std::uint32_t components = bytes.byte(segment + 5);
    if (components == 4) return unsupported("印刷所用の色（CMYK）の JPEG");
    if (components != 1 && components != 3) return unsupported("特殊な色の JPEG");
    return Header{bytes.big16(segment + 3), bytes.big16(segment + 1), color_of(components == 1)};
}

bool is_start_of_frame(std::uint32_t marker) {
    constexpr std::uint32_t huffman_tables = 0xC4, extensions = 0xC8, arithmetic_conditions = 0xCC;
    return marker >= 0xC0 && marker <= 0xCF && marker != huffman_tables && marker != extensions &&
           marker != arithmetic_conditions;
}

/// Marker segments up to the first scan, whose data hold no marker that ends the image but the true one.
HeaderOrFault read_jpeg(const Bytes& bytes) {
    constexpr std::uint32_t start_of_scan = 0xDA, exif = 0xE1;
    std::optional<Header> header;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (bytes.byte(at) != 0xFF) return broken();
        const std::uint32_t marker = bytes.byte(at + 1);
        if (marker == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        const std::size_t segment = at + 4, length = bytes.big16(at + 2);
        if (length < 2 || at + 2 + length > bytes.size()) return broken();
        if (marker == start_of_scan) {
            const bool ends = bytes.text(at + 2 + length, bytes.size()).find("\xFF\xD9") != std::string_view::npos;
            return header && ends ? HeaderOrFault(*header) : broken();
        }
        if (marker == exif && !is_upright(bytes.text(segment, length - 2)))
            return PictureFault{&kinds::image_turned, {}};
        if (is_start_of_frame(marker)) {
            HeaderOrFault frame = read_frame(bytes, marker, segment);
            if (std::holds_alternative<PictureFault>(frame)) return frame;
            header = std::get<Header>(frame);
        }
        at += 2 + length;
    }
    return broken();
}

/// What a file that is neither PNG nor JPEG seems to be.
std::string_view name_of_format(std::string_view bytes) {
    struct Known {
        std::size_t at;
        std::string_view mark, name;
    };
    static constexpr std::array known{
        Known{0, "GIF8", "GIF"},
        Known{8, "WEBP", "WebP"},
        Known{4, "ftyphei", "HEIC（iPhone の写真）"},
        Known{4, "ftypavif", "AVIF"},
        Known{0, "BM", "BMP"},
        Known{0, "II*", "TIFF"},
        Known{0, std::string_view("MM\0*", 4), "TIFF"},
        Known{0, "%PDF-", "PDF"},
        Known{0, "<svg", "SVG"},
        Known{0, "<?xml", "SVG"},
    };
    for (const Known& format : known) {
        if (bytes.size() > format.at && bytes.substr(format.at).starts_with(format.mark)) return format.name;
    }
    return "PNG でも JPEG でもないもの";
}

PictureFault too_large(std::string found) {
    return {&kinds::image_too_large, std::move(found)};
}

}  // namespace

std::variant<Picture, PictureFault> read_picture(std::string bytes) {
    if (bytes.size() > largest_image_bytes)
        return too_large(fmt::format("{:.1f} MB", static_cast<double>(bytes.size()) / (1 << 20)));
    const bool png = bytes.starts_with(png_signature);
    if (!png && !bytes.starts_with(jpeg_signature)) return unsupported(name_of_format(bytes));
    const HeaderOrFault read = png ? read_png(Bytes(bytes)) : read_jpeg(Bytes(bytes));
    if (const auto* fault = std::get_if<PictureFault>(&read)) return *fault;

    const auto [width, height, color] = std::get<Header>(read);
    if (width == 0 || height == 0) return broken();
    const bool fits = width <= longest_image_side && height <= longest_image_side &&
                      std::uint64_t{width} * height <= most_image_pixels;
    if (!fits) return too_large(fmt::format("{} × {} ピクセル", width, height));
    Picture picture{.format = png ? Picture::Format::png : Picture::Format::jpeg,
                    .color = color,
                    .width = static_cast<int>(width),
                    .height = static_cast<int>(height),
                    .bytes = std::move(bytes),
                    .sha256 = {}};
    picture.sha256 = base::sha256_hex(picture.bytes);
    return picture;
}

}  // namespace besshi::plan
