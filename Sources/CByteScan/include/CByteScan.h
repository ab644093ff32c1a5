#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stddef.h>
#include <stdint.h>

// Finds commas, quotes and line ends 64 bytes at a time and copies the wanted fields of each record, raw and each with
// a comma behind it, for libcsv to parse; fields that stand side by side are copied as one run. It decides where fields
// end and nothing else, and only where every quote opens and closes at the edge of a field (or is doubled); there the
// even quotes are outside fields, so parity tells.

/// What is known of a record beside its fields.
typedef struct {
  /// Lines before the record.
  uint32_t line;
  /// Fields in the record, wanted or not.
  uint32_t field_count;
} byte_scan_record;

typedef enum {
  /// The best that the processor has.
  BYTE_SCAN_BEST,
  BYTE_SCAN_SSE2,
  BYTE_SCAN_PORTABLE,
} byte_scan_variant;

typedef enum {
  /// The bytes end before the next record does.
  BYTE_SCAN_NEEDS_MORE,
  /// The next record does not fit behind those picked.
  BYTE_SCAN_FULL,
  /// The next record starts at the stop or behind it.
  BYTE_SCAN_STOPPED,
  /// The next record holds a quote that is not at the edge of its field.
  BYTE_SCAN_ODD_QUOTE,
} byte_scan_outcome;

typedef struct {
  byte_scan_variant variant;

  // What is wanted. Comma i of a record ends field i; only the commas at the ends of runs of wanted fields are noted.
  /// Numbers of the noted commas, ascending; UINT32_MAX stands behind the last.
  const uint32_t *edges;
  uint32_t edge_count;
  uint32_t wanted_count;
  uint32_t run_count;
  /// For each run, the numbers of its first and last field.
  const uint32_t *firsts;
  const uint32_t *lasts;
  /// For each run, the entry of `positions` before it and the one behind it.
  const uint32_t *openings;
  const uint32_t *closings;
  /// Room for `edge_count + 1`: the byte before the record, then the bytes of the noted commas.
  uint32_t *positions;

  // Where records go.
  uint8_t *picked;
  size_t picked_capacity;
  size_t picked_count;
  byte_scan_record *records;
  size_t record_capacity;
  size_t record_count;
  /// After BYTE_SCAN_FULL, the room in `picked` that the next record may take.
  size_t needed;

  // How far it is.
  /// The byte at which the next record or blank line starts.
  size_t position;
  /// Lines before it.
  size_t line;
} byte_scan;

/// Bytes behind `count` that may be read, though they mean nothing.
#define BYTE_SCAN_SLACK 64

/// Picks the records from `position` on, as long as they start before `stop`. `at_end` says that nothing follows
/// the bytes; a last record without a line end is left alone all the same.
byte_scan_outcome byte_scan_records(
    byte_scan *scan, const uint8_t *bytes, size_t count, size_t stop, int at_end);

/// The values that libcsv gave, one behind the other.
typedef struct {
  uint8_t *bytes;
  /// `bounds[0]` is 0; value i ends at `bounds[i + 1]`.
  uint32_t *bounds;
  /// The whole number that each value's one to eight digits make; -1 for any other value.
  int32_t *numbers;
  size_t count;
} byte_scan_values;

/// libcsv's callback for a field: adds the value to the `byte_scan_values` at `context`, which has room for it.
void byte_scan_append(void *value, size_t length, void *context);

#endif
