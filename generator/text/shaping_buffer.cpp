#include "text/shaping_buffer.h"

#include <hb.h>

#include <memory>

namespace besshi::text {

namespace {

struct DestroyBuffer {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

}  // namespace

hb_buffer_t* empty_buffer() {
    thread_local const std::unique_ptr<hb_buffer_t, DestroyBuffer> buffer(hb_buffer_create());
    hb_buffer_reset(buffer.get());
    return buffer.get();
}

}  // namespace besshi::text
