#pragma once

struct hb_buffer_t;

namespace besshi::text {

/// An empty buffer, each thread's only one: it is good until the next call.
hb_buffer_t* empty_buffer();

}  // namespace besshi::text
