import Foundation

/// Polars in a process of its own that stays up between rounds, so that its start is not measured.
final class PolarsPeer {
  struct Answer: Decodable {
    var seconds: Double
    var checksum: Checksum
  }

  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()
  private var unread = Data()

  init(python: String, script: String) throws {
    process.executableURL = URL(filePath: python)
    process.arguments = [script]
    process.environment = ProcessInfo.processInfo.environment.merging(["POLARS_MAX_THREADS": "2"]) { $1 }
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
  }

  deinit {
    try? questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Reads the wanted columns once.
  func read(_ file: URL, _ workload: Workload) throws -> Answer {
    let question: [String: Any] = [
      "path": file.path,
      "columns": workload.wanted.map { workload.columnNames[$0] },
      "numbers": workload.numbers.sorted().map { workload.columnNames[$0] },
    ]
    let line = try JSONSerialization.data(withJSONObject: question) + Data([0x0A])
    try questions.fileHandleForWriting.write(contentsOf: line)
    while !unread.contains(0x0A) {
      let more = answers.fileHandleForReading.availableData
      guard !more.isEmpty else { throw PeerFailure(description: "polars stopped before it answered") }
      unread.append(more)
    }
    let end = unread.firstIndex(of: 0x0A)!
    defer { unread = Data(unread[(end + 1)...]) }
    return try JSONDecoder().decode(Answer.self, from: unread[..<end])
  }
}

/// A peer that did not do its part.
struct PeerFailure: Error, CustomStringConvertible {
  let description: String
}
