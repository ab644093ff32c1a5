import CAllocator

/// How the C library keeps the memory of a run that reads much, works on it and ends.
enum Allocator {
  /// Memory that one stage has done with serves the next. Left alone, the library returns it to the system, which has
  /// to clear every page once more.
  static func keepMemory() { keep_memory() }

  /// Has a run that meets the limit of its memory, or a fault of the tool, end with a sentence.
  static func tellWhyAFaultEndsTheRun() { tell_why_a_fault_ends_the_run() }
}
