#include "CAllocator.h"

#if defined(__linux__)
#include <malloc.h>
#endif

void keep_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 28);
  mallopt(M_TRIM_THRESHOLD, 1 << 29);
  mallopt(M_TOP_PAD, 1 << 22);
#endif
}
