import CSV
import Dispatch
import SchoolStatistics
import Synchronization

/// Reads opened files on several threads: large ones in parts one after another, small ones side by side, and the
/// digest of each beside the reading.
struct FileReading {
  struct Outcome: Sendable {
    var result: FileResult?
    var digest = ""
    var findings: [Finding] = []
  }

  private let files: [OpenedFile]
  private let jobs: Int
  private let progress: @Sendable (IngestProgress) -> Void
  /// Files above this are read in parts.
  static let largeFile = 4 << 20

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
          let result = try plan.read(source: index, file: csv, parts: parts)
          (outcome.findings, outcome.result) = (result.findings, result)
        } catch {
          outcome.findings = [error.finding(file: files[index].file.path)]
        }
      }
      let made = outcome
      outcomes.withLock {
        $0[index].result = made.result
        $0[index].findings = made.findings
      }
      report(index)
    }
    let sizes = files.map { $0.csv?.byteCount ?? 0 }
    let large = files.indices.filter { sizes[$0] > Self.largeFile }.sorted { sizes[$0] > sizes[$1] }
    for index in large { read(index, parts: jobs) }
    let small = files.indices.filter { sizes[$0] <= Self.largeFile }.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    // Digests and small files share the threads; both lists begin with the largest.
    let order = (large + small).map { (index: $0, isDigest: true) } + small.map { (index: $0, isDigest: false) }
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let position = next.withLock { position in
          defer { position += 1 }
          return position
        }
        guard position < order.count else { return }
        let (index, isDigest) = order[position]
        if isDigest {
          let digest = Ingest.digest(ofFile: files[index].file.path) ?? ""
          outcomes.withLock { $0[index].digest = digest }
        } else {
          read(index, parts: 1)
        }
      }
    }
    return outcomes.withLock { $0 }
  }
}
