import Foundation
import HTML
import Packs
import SchoolStatistics
import Synchronization
import Threads

/// Writes the packs of one authority into a folder, on several threads, and its index.
struct AuthorityPacks: Sendable {
  let order: PackOrder
  let authority: PackOrder.Authority
  let make: @Sendable (Int, Bool) throws -> Pack
  /// Packs made and printed.
  let progress: @Sendable (Int) -> Void

  /// What is kept of a pack that was written.
  struct Entry: Sendable {
    var school: Int
    var urn: URN
    var name: String
    var kind: SchoolKind
    var need: PackNeed
    var hasHandover: Bool
  }

  private struct State: Sendable {
    var next = 0
    var done = 0
    var bytes = 0
    var packs = 0
    var printed = 0
    var entries: [Entry] = []
    var failures: [Int: PackFailure] = [:]
    var error: ReportError?
  }

  /// True for the files that this run writes.
  func isRewritten(_ name: String) -> Bool {
    if name.hasPrefix("index.") { return true }
    let parts = name.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let urn = Int(parts[0]), parts[1].hasPrefix(order.season.rawValue) else { return false }
    return authority.schools.contains { $0.urn.number == urn && authority.wanted.contains($0.position) }
  }

  /// - Parameter printers: one for each thread that writes; none where nothing is printed.
  func write(to folder: ReportFolder, printers: [PackPrinter]) throws(ReportError) -> PackSummary {
    let state = Mutex(State())
    let jobs = max(1, min(order.jobs, authority.schools.count))
    onThreads(jobs) { thread in work(state, folder, printers.isEmpty ? nil : printers[thread % printers.count]) }
    var end = state.withLock { $0 }
    if let error = end.error { throw error }
    end.entries.sort { $0.school < $1.school }
    var summary = PackSummary(folder: folder.path)
    summary.printed = end.printed
    let files = Set((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    let hasReport = FileManager.default.fileExists(atPath: order.reportFolder + "/la/\(authority.code)/index.html")
    let index = PackIndexPage(
      order: order, authority: authority, entries: end.entries, files: files, hasReport: hasReport)
    try folder.write(index.html.bytes, to: "index.html")
    summary.packs = end.packs
    summary.bytes = end.bytes
    summary.failures = end.failures.sorted { $0.key < $1.key }.map(\.value)
    return summary
  }

  /// Takes one school after the other until none is left.
  private func work(_ state: borrowing Mutex<State>, _ folder: ReportFolder, _ printer: PackPrinter?) {
    while true {
      let school: PackOrder.School? = state.withLock { state in
        guard state.error == nil, state.next < authority.schools.count else { return nil }
        defer { state.next += 1 }
        return authority.schools[state.next]
      }
      guard let school else { return }
      let outcome = Result { try one(school, folder, printer) }
      let done: Int = state.withLock { state in
        switch outcome {
        case .success(let written):
          state.entries.append(written.entry)
          state.bytes += written.bytes
          state.printed += written.printed
          if written.bytes > 0 { state.packs += 1 }
          if let reason = written.failure {
            state.failures[school.position] = PackFailure(
              urn: school.urn, name: school.name, reason: "cannot be printed: \(reason)")
          }
        case .failure(let error):
          if let error = error as? ReportError, error.isDiskFull { state.error = error }
          state.failures[school.position] = PackFailure(urn: school.urn, name: school.name, reason: "\(error)")
        }
        if authority.wanted.contains(school.position) { state.done += 1 }
        return state.done
      }
      progress(done)
    }
  }

  /// What was written of one school: the files' bytes, the pages printed and why one could not be.
  private struct Written {
    var entry: Entry
    var bytes = 0
    var printed = 0
    var failure: String?
  }

  /// Makes, writes and prints the pack of one school; bytes are 0 where only the index needs it.
  private func one(_ school: PackOrder.School, _ folder: ReportFolder, _ printer: PackPrinter?) throws -> Written {
    let pack = try make(school.position, false)
    let isHandover = authority.handovers.contains(school.position)
    var written = Written(
      entry: Entry(
        school: school.position, urn: school.urn, name: school.name, kind: pack.school.kind, need: pack.need,
        hasHandover: isHandover))
    guard authority.wanted.contains(school.position) else { return written }
    let name = Self.fileName(school.urn, order.season)
    func page(_ name: String, _ html: HTML, _ paper: () -> JSON) throws {
      written.bytes += try write(html.bytes, to: name + ".html", folder)
      guard let printer else { return }
      if let reason = printer.print(paper(), to: folder.path + "/" + name + ".pdf") {
        written.failure = reason
      } else {
        written.printed += 1
      }
    }
    let visit = PackPage(pack, imprint: order.imprint)
    try page(name, visit.html) { visit.paper }
    written.bytes += try write(
      Array(NoteOfVisitText.keyValue(pack.noteOfVisit).utf8), to: name + "-note-of-visit.txt", folder)
    written.bytes += try write(
      Array(NoteOfVisitText.json(pack.noteOfVisit).utf8), to: name + "-note-of-visit.json", folder)
    if isHandover {
      let handover = PackPage(try make(school.position, true), imprint: order.imprint)
      try page(name + "-handover", handover.html) { handover.paper }
    }
    if order.forGovernors {
      let governors = GovernorsPage(pack: pack, imprint: order.imprint)
      try page(name + "-governors", governors.html) { governors.paper }
    }
    return written
  }

  static func fileName(_ urn: URN, _ season: Season) -> String { "\(urn)-\(season.rawValue)" }

  private func write(_ bytes: [UInt8], to name: String, _ folder: ReportFolder) throws(ReportError) -> Int {
    try folder.write(bytes, to: name)
    return bytes.count
  }
}

extension ReportError {
  var isDiskFull: Bool { if case .diskFull = self { true } else { false } }
}
