// The scan itself, once for each kind of processor: SCAN_MASKS looks at a block, SCAN_SELECT finds a bit by its rank.

SCAN_TARGET static byte_scan_outcome SCAN_NAME(
    byte_scan *scan, const uint8_t *bytes, size_t count, size_t stop, int at_end) {
  const uint32_t *edges = scan->edges;
  uint32_t *positions = scan->positions;
  const uint32_t edge_count = scan->edge_count;
  const uint32_t run_count = scan->run_count;

  // The record that is being read.
  size_t record = scan->position;
  uint32_t commas = 0;
  uint32_t edge = 0;
  uint32_t next_edge = edges[0];
  size_t quoted_lines = 0;

  // What the block before leaves behind: all ones inside quotes, and whether its last byte allows a quote to open, is
  // a quote that closed, is a CR.
  uint64_t inside = 0;
  uint64_t after_edge = 1;
  uint64_t after_close = 0;
  uint64_t after_cr = 0;

  if (record >= stop) return BYTE_SCAN_STOPPED;
  positions[0] = (uint32_t)record - 1;

  for (size_t block = record; block < count; block += 64) {
    block_masks masks = SCAN_MASKS(bytes + block);
    if (count - block < 64) {
      uint64_t valid = ((uint64_t)1 << (count - block)) - 1;
      masks.comma &= valid;
      masks.quote &= valid;
      masks.cr &= valid;
      masks.lf &= valid;
    }
    uint64_t comma = masks.comma;
    uint64_t ends = masks.cr | masks.lf;
    uint64_t odd = 0;
    uint64_t quoted_ends = 0;
    if (masks.quote | inside | after_close) {
      uint64_t in = prefix_xor(masks.quote) ^ inside;
      uint64_t opens = masks.quote & in;
      uint64_t closes = masks.quote & ~in;
      uint64_t allowed = comma | ends | masks.quote;
      odd = opens & ~(allowed << 1 | after_edge);
      odd |= (closes << 1 | after_close) & ~allowed;
      if (count - block < 64) odd &= ((uint64_t)1 << (count - block)) - 1;
      if (ends & in) {
        uint64_t lf_next = masks.lf >> 1 | (uint64_t)(bytes[block + 64] == '\n') << 63;
        quoted_ends = in & (masks.lf | (masks.cr & ~lf_next));
      }
      after_edge = allowed >> 63;
      after_close = closes >> 63;
      inside = (uint64_t)((int64_t)in >> 63);
      comma &= ~in;
      ends &= ~in;
    } else {
      after_edge = (comma | ends) >> 63;
    }
    ends &= ~(masks.lf & (masks.cr << 1 | after_cr));
    after_cr = masks.cr >> 63;
    // What ends before the first odd quote stands.
    if (odd) ends &= (odd & -odd) - 1;

    for (;;) {
      uint64_t before_end = ends ? (ends & -ends) - 1 : ~(uint64_t)0;
      uint64_t of_record = comma & before_end;
      uint32_t more = (uint32_t)__builtin_popcountll(of_record);
      while (next_edge - commas < more) {
        positions[++edge] = (uint32_t)(block + SCAN_SELECT(of_record, next_edge - commas));
        next_edge = edges[edge];
      }
      commas += more;
      if (!ends) break;

      size_t end = block + (size_t)__builtin_ctzll(ends);
      size_t next = end + 1;
      if (bytes[end] == '\r') {
        if (next == count && !at_end) return BYTE_SCAN_NEEDS_MORE;
        if (next < count && bytes[next] == '\n') next++;
      }
      if (commas > 0 || !is_blank(bytes + record, end - record)) {
        scan->needed = (end - record) + scan->wanted_count + 32;
        if (scan->record_count == scan->record_capacity ||
            scan->picked_capacity - scan->picked_count < scan->needed)
          return BYTE_SCAN_FULL;
        for (uint32_t missing = edge; missing < edge_count; missing++) positions[missing + 1] = (uint32_t)end;
        uint8_t *to = scan->picked + scan->picked_count;
        for (uint32_t run = 0; run < run_count; run++) {
          uint32_t first = scan->firsts[run];
          uint32_t last = scan->lasts[run];
          if (first <= commas) {
            uint32_t from = positions[scan->openings[run]] + 1;
            size_t length = positions[scan->closings[run]] - from;
            for (size_t done = 0; done < length; done += 32) memcpy(to + done, bytes + from + done, 32);
            to[length] = ',';
            to += length + 1;
            first = commas + 1;
          }
          // Fields that the record is too short to have.
          for (; first <= last; first++) *to++ = ',';
        }
        scan->picked_count = (size_t)(to - scan->picked);
        scan->records[scan->record_count++] = (byte_scan_record){(uint32_t)scan->line, commas + 1};
      }
      scan->line += 1 + quoted_lines + (size_t)__builtin_popcountll(quoted_ends & before_end);
      scan->position = next;
      if (next >= stop) return BYTE_SCAN_STOPPED;

      record = next;
      positions[0] = (uint32_t)record - 1;
      commas = 0;
      edge = 0;
      next_edge = edges[0];
      quoted_lines = 0;
      quoted_ends &= ~before_end;
      comma &= ~before_end;
      ends &= ends - 1;
    }
    quoted_lines += (size_t)__builtin_popcountll(quoted_ends);
    if (odd) return BYTE_SCAN_ODD_QUOTE;
  }
  return BYTE_SCAN_NEEDS_MORE;
}
