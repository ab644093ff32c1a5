/// Reads the records that start in one byte range of a file, a batch at a time.
struct PartReader: ~Copyable {
  private let layout: ReadingLayout
  private var window: ByteWindow
  private var scanner: RecordScanner
  private let plain: LibCSV
  /// Records still to be read with plain libcsv before the scanner tries again.
  private var plainRun: Int
  private var nextPlainRun = 1
  /// The byte at which the next record or blank line starts; once all is read, where the part after this one starts.
  private(set) var position: Int
  private let start: Int
  private let stop: Int
  /// Records so far, those of the batch too.
  private(set) var recordsRead = 0
  /// Lines before `position` in the part.
  private(set) var line = 0
  private(set) var problems: [CSVProblem] = []
  var batch: RecordBatch

  /// Records that start in `range` are read to their ends, even where those lie behind it.
  init(_ file: InputFile, range: Range<Int>, layout: ReadingLayout) {
    self.layout = layout
    start = range.lowerBound
    position = start
    stop = range.upperBound
    window = ByteWindow(
      of: file, from: range.lowerBound, capacity: layout.options.chunkSize, recordLimit: layout.options.recordLimit)
    plain = LibCSV(wanted: layout.keepsAll ? nil : layout.wanted)
    scanner = RecordScanner(wanted: layout.wanted, variant: layout.options.variant)
    plainRun = layout.options.isPlain ? .max : 0
    batch = RecordBatch(byteCapacity: 1 << 16, valueCapacity: 1 << 12)
  }

  /// Fills the batch with the next records; says false when there are none left.
  mutating func nextBatch() throws(CSVError) -> Bool {
    batch.removeAll()
    while position < stop, batch.placeCount == 0 {
      if plainRun == 0 {
        try scan()
      } else {
        while position < stop, plainRun > 0, !batch.isFull {
          try readPlainRecord()
          plainRun -= 1
        }
      }
    }
    recordsRead += batch.placeCount
    problems += batch.undecodableBytes(layout)
    return batch.placeCount > 0
  }

  /// Lets the scanner fill the batch. Where it cannot go on, makes the window larger or calls for plain libcsv.
  private mutating func scan() throws(CSVError) {
    let outcome = scanner.read(window, position: &position, line: &line, stop: stop, into: &batch)
    if batch.placeCount > 64 { nextPlainRun = 1 }
    guard batch.placeCount == 0 else { return }
    switch outcome {
    case .enough: break
    case .needsMore:
      if window.reachesEndOfFile {
        plainRun = 1
      } else if try !window.slide(to: position) {
        // Reading it plainly ends in an error that can say more.
        plainRun = 1
      }
    case .oddQuote:
      // Odd quotes come in crowds: the longer the crowd, the longer the scanner keeps out of it.
      plainRun = nextPlainRun
      nextPlainRun = min(nextPlainRun * 2, 1 << 10)
    }
  }

  /// Reads on to the end of the next record and decodes all its fields; nil when there is no record left.
  mutating func nextRow() throws(CSVError) -> [String]? {
    batch.removeAll()
    while position < stop, batch.placeCount == 0 { try readPlainRecord() }
    guard batch.placeCount > 0 else { return nil }
    let bounds = batch.boundSpan
    return (0..<batch.valueCount).map { value in
      String(
        decoding: batch.byteSpan.extracting(Int(bounds[value])..<Int(bounds[value + 1])),
        encoding: layout.text.encoding)
    }
  }

  /// Feeds libcsv line by line until it says that a record has ended, or passes over a blank line.
  private mutating func readPlainRecord() throws(CSVError) {
    let firstLine = line
    var fed = position
    var openField = OpenField(line: line)
    plain.beginRecord()
    while let end = try nextLineEnd(from: fed, openField) {
      // A record ends at the first byte of CR LF; inside quotes both are text.
      plain.feed(window, fed..<end.terminator + 1, into: &batch)
      line += 1
      if plain.recordEnded {
        close(record: position..<end.next, line: firstLine)
        return
      }
      guard plain.insideQuotes else {
        position = end.next
        return
      }
      plain.feed(window, end.terminator + 1..<end.next, into: &batch)
      fed = end.next
      openField.see(fieldsSeen: plain.fieldsSeen, line: line - 1)
    }
    plain.feed(window, fed..<window.end, into: &batch)
    openField.see(fieldsSeen: plain.fieldsSeen, line: line)
    let unclosed = plain.finish(into: &batch)
    if fed < window.end { line += 1 }
    if unclosed {
      problems.append(
        CSVProblem(.unclosedQuote(swallowedLines: line - 1 - openField.line), line: openField.line))
    }
    if plain.recordEnded {
      close(record: position..<window.end, line: firstLine)
    } else {
      position = window.end
    }
  }

  private mutating func close(record: Range<Int>, line firstLine: Int) {
    if let quote = LibCSV.strayQuote(window, record) {
      problems.append(CSVProblem(.strayQuote(swallowedLines: quote.swallowedLines), line: firstLine + quote.line))
    }
    batch.endRecord(line: firstLine, fieldCount: plain.fieldsSeen)
    position = record.upperBound
  }

  /// The next line end of the record at `position`, read on as far as it takes; nil when the file ends without one.
  private mutating func nextLineEnd(
    from place: Int, _ openField: OpenField
  ) throws(CSVError) -> (terminator: Int, next: Int)? {
    while true {
      if let end = window.lineEnd(from: place) { return end }
      if window.reachesEndOfFile { return nil }
      guard try window.slide(to: position) else { throw recordTooLong(openField) }
    }
  }

  private func recordTooLong(_ openField: OpenField) -> CSVError {
    let path = window.file.path
    if plain.insideQuotes, openField.line < line {
      return CSVError(.unclosedQuote(openedAtLine: openField.line), path: path, line: openField.line)
    }
    return CSVError(.recordTooLong(limit: layout.options.recordLimit), path: path, line: line, byte: position)
  }

  /// The records of the batch.
  var records: CSVRecords {
    @_lifetime(borrow self)
    get {
      let share = Double(stop - start) / Double(max(1, position - start))
      return CSVRecords(
        bytes: batch.byteSpan, bounds: batch.boundSpan, numbers: batch.numberSpan, slots: layout.slots.span,
        width: layout.wanted.count, places: batch.placeSpan, encoding: layout.text.encoding,
        expectedInPart: Int(Double(recordsRead) * share))
    }
  }
}

/// The line on which the field that libcsv is in began, for a record that runs over several lines.
private struct OpenField {
  private(set) var line: Int
  private var fieldsBefore = 0

  init(line: Int) { self.line = line }

  mutating func see(fieldsSeen: Int, line: Int) {
    if fieldsSeen != fieldsBefore { self.line = line }
    fieldsBefore = fieldsSeen
  }
}
