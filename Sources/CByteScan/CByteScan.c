#include "CByteScan.h"

#include <string.h>

/// One bit for each byte of a block, the first byte lowest.
typedef struct {
  uint64_t comma, quote, cr, lf;
} block_masks;

/// Bit i of the result is set when an odd number of the bits 0...i are: from an opening quote up to its closing one.
static inline uint64_t prefix_xor(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

static inline int is_blank(const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (bytes[i] != ' ' && bytes[i] != '\t') return 0;
  return 1;
}

/// The place of the set bit that has `rank` set bits below it.
static inline unsigned select_by_loop(uint64_t bits, unsigned rank) {
  while (rank--) bits &= bits - 1;
  return (unsigned)__builtin_ctzll(bits);
}

// Portable.

static inline block_masks masks_portable(const uint8_t *bytes) {
  block_masks masks = {0, 0, 0, 0};
  for (int i = 0; i < 64; i++) {
    uint64_t bit = (uint64_t)1 << i;
    uint8_t byte = bytes[i];
    if (byte > ',') continue;
    if (byte == ',') masks.comma |= bit;
    if (byte == '"') masks.quote |= bit;
    if (byte == '\r') masks.cr |= bit;
    if (byte == '\n') masks.lf |= bit;
  }
  return masks;
}

#define SCAN_NAME scan_portable
#define SCAN_TARGET
#define SCAN_MASKS masks_portable
#define SCAN_SELECT select_by_loop
#include "RecordScan.h"
#undef SCAN_NAME
#undef SCAN_TARGET
#undef SCAN_MASKS
#undef SCAN_SELECT

#if defined(__x86_64__)
#include <immintrin.h>

// SSE2, which every x86-64 has.

static inline uint64_t equal_sse2(__m128i a, __m128i b, __m128i c, __m128i d, char byte) {
  __m128i wanted = _mm_set1_epi8(byte);
  return (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, wanted)) |
         (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, wanted)) << 16 |
         (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(c, wanted)) << 32 |
         (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(d, wanted)) << 48;
}

static inline block_masks masks_sse2(const uint8_t *bytes) {
  __m128i a = _mm_loadu_si128((const __m128i *)bytes);
  __m128i b = _mm_loadu_si128((const __m128i *)(bytes + 16));
  __m128i c = _mm_loadu_si128((const __m128i *)(bytes + 32));
  __m128i d = _mm_loadu_si128((const __m128i *)(bytes + 48));
  return (block_masks){
      equal_sse2(a, b, c, d, ','), equal_sse2(a, b, c, d, '"'),
      equal_sse2(a, b, c, d, '\r'), equal_sse2(a, b, c, d, '\n')};
}

#define SCAN_NAME scan_sse2
#define SCAN_TARGET
#define SCAN_MASKS masks_sse2
#define SCAN_SELECT select_by_loop
#include "RecordScan.h"
#undef SCAN_NAME
#undef SCAN_TARGET
#undef SCAN_MASKS
#undef SCAN_SELECT

// AVX2 with the bit instructions that came with it.

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

AVX2 static inline uint64_t equal_avx2(__m256i low, __m256i high, char byte) {
  __m256i wanted = _mm256_set1_epi8(byte);
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)) << 32;
}

AVX2 static inline block_masks masks_avx2(const uint8_t *bytes) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  return (block_masks){
      equal_avx2(low, high, ','), equal_avx2(low, high, '"'),
      equal_avx2(low, high, '\r'), equal_avx2(low, high, '\n')};
}

AVX2 static inline unsigned select_bmi2(uint64_t bits, unsigned rank) {
  return (unsigned)_tzcnt_u64(_pdep_u64((uint64_t)1 << rank, bits));
}

#define SCAN_NAME scan_avx2
#define SCAN_TARGET AVX2
#define SCAN_MASKS masks_avx2
#define SCAN_SELECT select_bmi2
#include "RecordScan.h"

byte_scan_outcome byte_scan_records(
    byte_scan *scan, const uint8_t *bytes, size_t count, size_t stop, int at_end) {
  switch (scan->variant) {
  case BYTE_SCAN_BEST:
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
      return scan_avx2(scan, bytes, count, stop, at_end);
    // Falls through: the next best.
  case BYTE_SCAN_SSE2:
    return scan_sse2(scan, bytes, count, stop, at_end);
  case BYTE_SCAN_PORTABLE:
    break;
  }
  return scan_portable(scan, bytes, count, stop, at_end);
}

#else

byte_scan_outcome byte_scan_records(
    byte_scan *scan, const uint8_t *bytes, size_t count, size_t stop, int at_end) {
  return scan_portable(scan, bytes, count, stop, at_end);
}

#endif

void byte_scan_append(void *value, size_t length, void *context) {
  byte_scan_values *values = context;
  uint32_t start = values->bounds[values->count];
  uint8_t *to = values->bytes + start;
  const uint8_t *from = value;
  int32_t number = -1;
  if (length > 8) {
    memcpy(to, from, length);
  } else if (length > 0) {
    // libcsv has just written these bytes one by one: reading them one by one is quickest, and most are digits.
    uint32_t digits = 0;
    int is_number = 1;
    for (size_t i = 0; i < length; i++) {
      uint8_t digit = (uint8_t)(from[i] - '0');
      to[i] = from[i];
      digits = digits * 10 + digit;
      is_number &= digit <= 9;
    }
    if (is_number) number = (int32_t)digits;
  }
  values->numbers[values->count] = number;
  values->bounds[++values->count] = start + (uint32_t)length;
}
