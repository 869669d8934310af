#include "pdf/deflate.h"

#include <libdeflate.h>

#include <array>
#include <memory>
#include <new>
#include <stdexcept>

namespace besshi::pdf {

namespace {

struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

/// One compressor per thread and level: allocating one costs more than a small stream.
libdeflate_compressor& compressor_of(int level) {
    thread_local std::array<std::unique_ptr<libdeflate_compressor, Free>, 13> compressors;
    auto& compressor = compressors.at(static_cast<std::size_t>(level));
    if (!compressor) compressor.reset(libdeflate_alloc_compressor(level));
    if (!compressor) throw std::bad_alloc();
    return *compressor;
}

/// libdeflate's level, 0 (stored) to 12. Measured on 380 glyphs of BIZ UDMincho (122 KB): level 0 0.01 ms,
/// level 1 0.93 ms and 91.1 KB, level 6 1.65 ms and 88.1 KB.
int level_of(Material material, Size size) {
    switch (size) {
        case Size::small:
            return material == Material::text ? 2 : 1;
        case Size::fast:
            return material == Material::text ? 1 : 0;
    }
    throw std::logic_error("no such size");
}

}  // namespace

std::string deflate(std::string_view data, Material material, Size size) {
    libdeflate_compressor& compressor = compressor_of(level_of(material, size));
    std::string out(libdeflate_zlib_compress_bound(&compressor, data.size()), '\0');
    out.resize(libdeflate_zlib_compress(&compressor, data.data(), data.size(), out.data(), out.size()));
    return out;
}

}  // namespace besshi::pdf
