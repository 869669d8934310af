#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

struct hb_blob_t;
struct hb_face_t;
struct hb_set_t;

namespace besshi::text {

/// Owners of HarfBuzz's handles.
struct DestroyBlob {
    void operator()(hb_blob_t* blob) const;
};
struct DestroySet {
    void operator()(hb_set_t* set) const;
};
using Blob = std::unique_ptr<hb_blob_t, DestroyBlob>;
using Set = std::unique_ptr<hb_set_t, DestroySet>;

/// Big-endian fields of one font table (ISO/IEC 14496-22); 0 beyond its end.
class Table {
public:
    /// `tag`: as of HB_TAG.
    Table(hb_face_t* face, std::uint32_t tag);

    bool empty() const { return size_ == 0; }
    std::uint16_t u16(std::size_t offset) const {
        return static_cast<std::uint16_t>(byte(offset) << 8 | byte(offset + 1));
    }
    std::int16_t i16(std::size_t offset) const { return static_cast<std::int16_t>(u16(offset)); }
    std::uint32_t u32(std::size_t offset) const { return std::uint32_t{u16(offset)} << 16 | u16(offset + 2); }

private:
    unsigned byte(std::size_t offset) const { return offset < size_ ? bytes_[offset] : 0U; }

    Blob blob_;
    const unsigned char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace besshi::text
