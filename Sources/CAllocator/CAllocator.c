#include "CAllocator.h"

#if defined(__linux__)
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#endif

#if defined(__GLIBC__)
static const size_t huge_page = (size_t)2 << 20;
static const size_t first_growth = (size_t)32 << 20;

// Addresses that are reserved now and filled as they are used, in huge pages: a few page faults, not ten thousands.
static void reserve(void) {
  void *room = malloc(first_growth);
  if (!room) return;
  uintptr_t first = ((uintptr_t)room + huge_page - 1) & ~(uintptr_t)(huge_page - 1);
  uintptr_t end = ((uintptr_t)room + first_growth) & ~(uintptr_t)(huge_page - 1);
  (void)madvise((void *)first, end - first, MADV_HUGEPAGE);
  free(room);
}
#endif

void keep_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 28);
  mallopt(M_TRIM_THRESHOLD, 1 << 29);
  mallopt(M_TOP_PAD, 1 << 22);
  reserve();
#endif
}
