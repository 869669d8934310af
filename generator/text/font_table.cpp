#include "text/font_table.h"

#include <hb.h>

namespace besshi::text {

void DestroyBlob::operator()(hb_blob_t* blob) const {
    hb_blob_destroy(blob);
}

void DestroySet::operator()(hb_set_t* set) const {
    hb_set_destroy(set);
}

Table::Table(hb_face_t* face, std::uint32_t tag) : blob_(hb_face_reference_table(face, tag)) {
    unsigned length = 0;
    bytes_ = reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob_.get(), &length));
    size_ = length;
}

}  // namespace besshi::text
