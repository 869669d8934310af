#include "job/job.h"

#include <malloc.h>

namespace besshi::job {

void keep_freed_memory() {
    constexpr int more_than_a_document = 64 << 20, more_than_a_buffer = 32 << 20;
    mallopt(M_TRIM_THRESHOLD, more_than_a_document);
    mallopt(M_MMAP_THRESHOLD, more_than_a_buffer);
}

}  // namespace besshi::job
