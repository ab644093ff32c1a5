import CSV
import SchoolStatistics
import Synchronization
import Threads

/// Reads opened files on several threads: side by side, and one by one in parts where a file outweighs the others.
struct FileReading {
  struct Outcome: Sendable {
    var result: FileResult?
    var findings: [Finding] = []
  }

  private let files: [OpenedFile]
  private let jobs: Int
  private let progress: @Sendable (IngestProgress) -> Void
  /// Files up to this are not worth reading in parts.
  private static let largeFile = 4 << 20

  init(_ files: [OpenedFile], jobs: Int, progress: @escaping @Sendable (IngestProgress) -> Void) {
    (self.files, self.jobs, self.progress) = (files, jobs, progress)
  }

  /// The outcomes in the order of the files.
  func run() -> [Outcome] {
    let outcomes = Mutex([Outcome](repeating: Outcome(), count: files.count))
    let finished = Mutex(0)
    let total = files.count
    @Sendable func report(_ index: Int) {
      let done = finished.withLock { count in
        count += 1
        return count
      }
      progress(IngestProgress(filesRead: done, files: total, file: files[index].file.path))
    }
    @Sendable func read(_ index: Int, parts: Int) {
      var outcome = Outcome()
      if let plan = files[index].plan, let csv = files[index].csv {
        do throws(CSVError) {
          let result: FileResult
          if let pupils = files[index].pupils {
            result = try pupils.read(source: index, file: csv, parts: parts)
          } else {
            result = try plan.read(source: index, file: csv, parts: parts)
          }
          (outcome.findings, outcome.result) = (result.findings, result)
        } catch {
          outcome.findings = [error.finding(file: files[index].file.path)]
        }
      }
      let made = outcome
      outcomes.withLock { $0[index] = made }
      report(index)
    }
    // A file that one thread would still be reading when the others are done is read in parts by all.
    let sizes = files.map { $0.csv?.byteCount ?? 0 }
    let share = sizes.reduce(0, +) / jobs
    let large = files.indices.filter { sizes[$0] > max(Self.largeFile, share / 2) }
    for index in large { read(index, parts: jobs) }
    // The largest first, so that all threads end at about the same time.
    let order = files.indices.filter { !large.contains($0) }.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let next = Atomic(0)
    onThreads(jobs) { _ in
      while true {
        let position = next.add(1, ordering: .relaxed).oldValue
        guard position < order.count else { return }
        read(order[position], parts: 1)
      }
    }
    return outcomes.withLock { $0 }
  }
}
