import Synchronization
import Threads

extension CSVFile {
  /// Streams the data records, those after the header, through the body.
  ///
  /// The bytes are cut into `parts` ranges, read concurrently, each with a state of its own; a record belongs to the
  /// range in which it starts. The cut is guessed from the quotes round it and proved by the part before, so the
  /// records, their values and lines are those of one pass through libcsv, whatever the number of parts. Where a guess
  /// was wrong the part is read again with a fresh state.
  ///
  /// - Parameters:
  ///   - columns: places of the wanted columns, from 0, in any order; `record[k]` is the column `columns[k]`.
  ///   - parts: at least 1; as many threads are kept busy as there are cores.
  ///   - makeState: makes the state of the part with this number.
  ///   - body: takes the records of a part in file order.
  /// - Returns: one part for each range, in file order.
  /// - Throws: what ``header()`` throws, and `recordTooLong`.
  /// - Complexity: O(*n*) in the bytes of the file; memory is one chunk a part, beside the states.
  public func read<State: Sendable>(
    columns: [Int], parts: Int,
    makeState: @Sendable (Int) -> State,
    body: @Sendable (inout State, borrowing CSVRecord) -> Void
  ) throws(CSVError) -> [CSVPart<State>] {
    try readBatches(columns: columns, parts: parts, makeState: makeState) { state, records in
      for record in 0..<records.count { body(&state, records[record]) }
    }
  }

  /// Streams the data records through the body, some hundreds at a time.
  ///
  /// Everything else is as ``read(columns:parts:makeState:body:)`` says.
  public func readBatches<State: Sendable>(
    columns: [Int], parts: Int,
    makeState: @Sendable (Int) -> State,
    body: @Sendable (inout State, borrowing CSVRecords) -> Void
  ) throws(CSVError) -> [CSVPart<State>] {
    precondition(parts >= 1, "a file has at least one part")
    precondition(columns.allSatisfy { $0 >= 0 }, "columns are counted from 0")
    let header = try header()
    let layout = ReadingLayout(columns: columns, text: evidence, options: options)
    let cuts = PartCuts(from: header.firstRecordOffset, to: byteCount, parts: parts)
    let file = try open()

    let guesses = Mutex([PartRun<State>?](repeating: nil, count: parts))
    @Sendable func readGuess(_ part: Int) {
      let run: PartRun<State>
      do {
        let start = try part == 0 ? header.firstRecordOffset : cuts.guess(part, in: file, options: options)
        guard let start else { return }
        run = PartRun(file, from: start, to: cuts[part + 1], layout: layout, state: makeState(part), body: body)
      } catch {
        return
      }
      guesses.withLock { $0[part] = run }
    }
    onThreads(parts, readGuess)

    var done: [CSVPart<State>] = []
    var start = header.firstRecordOffset
    var line = header.firstRecordLine
    for part in 0..<parts {
      var run = guesses.withLock { $0[part].take() }
      if run?.start != start {
        run = PartRun(file, from: start, to: cuts[part + 1], layout: layout, state: makeState(part), body: body)
      }
      let proved = run!
      if let error = proved.error { throw error.moved(by: line) }
      done.append(
        CSVPart(
          state: proved.state, firstLine: line, records: proved.records, lines: proved.lines,
          problems: proved.problems))
      start = proved.end
      line += proved.lines
    }
    return done
  }
}

/// One pass over the records that start in a range.
private struct PartRun<State: Sendable>: Sendable {
  var state: State
  let start: Int
  let end: Int
  let records: Int
  let lines: Int
  let problems: [CSVProblem]
  /// What stopped the pass, its line counted from 0 at the start of the part.
  let error: CSVError?

  init(
    _ file: InputFile, from start: Int, to stop: Int, layout: ReadingLayout, state: State,
    body: (inout State, borrowing CSVRecords) -> Void
  ) {
    var reader = PartReader(file, range: start..<max(start, stop), layout: layout)
    var failure: CSVError?
    self.state = state
    do throws(CSVError) {
      while try reader.nextBatch() { body(&self.state, reader.records) }
    } catch {
      failure = error
    }
    self.start = start
    end = reader.position
    records = reader.recordsRead
    lines = reader.line
    problems = reader.problems.sorted { $0.line < $1.line }
    error = failure
  }
}
