import Foundation
import Synchronization

/// Turns documents into PDF through Typst: a Python process for each thread that writes.
public final class PackPrinter: Sendable {
  private struct Connection {
    var process: Process
    var input: FileHandle
    var output: FileHandle
    var unread: [UInt8] = []
    /// Why nothing can be printed; nil while the process works.
    var failure: String?

    init(python: String) {
      let (input, output) = (Pipe(), Pipe())
      process = Process()
      (self.input, self.output) = (input.fileHandleForWriting, output.fileHandleForReading)
      process.executableURL = URL(fileURLWithPath: python)
      process.arguments = [
        "-c", String(decoding: PackageResources.print_packs_py, as: UTF8.self),
        String(decoding: PackageResources.pack_typ, as: UTF8.self),
      ]
      process.standardInput = input
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      guard FileManager.default.isExecutableFile(atPath: python) else {
        failure = "no Python at '\(python)'; 'make packs FORMATS=html,pdf' makes it, or name one with --python"
        return
      }
      do { try process.run() } catch { failure = "'\(python)' cannot be started: \(error.localizedDescription)" }
      if failure == nil, let answer = answer(), answer != "ready" { failure = Self.reason(answer) }
    }

    /// Nil where it worked, otherwise why not.
    mutating func print(_ job: String) -> String? {
      if let failure { return failure }
      do {
        try input.write(contentsOf: Data(job.utf8))
        if let answer = answer() { return answer == "done" ? nil : Self.reason(answer) }
      } catch {}
      failure = "the printing process ended"
      return failure
    }

    private static func reason(_ answer: String) -> String {
      answer.hasPrefix("failed\t") ? String(answer.dropFirst(7)) : "unexpected answer '\(answer)'"
    }

    /// The next line that the process says; nil where it has ended.
    private mutating func answer() -> String? {
      while true {
        if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
          let line = String(decoding: unread[..<end], as: UTF8.self)
          unread.removeSubrange(...end)
          return line
        }
        let more = output.availableData
        if more.isEmpty { return nil }
        unread += more
      }
    }
  }

  private let connection: Mutex<Connection>

  /// Starts Python with the script and the template that are built into the program.
  public init(python: String) { connection = Mutex(Connection(python: python)) }

  deinit { close() }

  /// Why nothing can be printed; nil while the process works.
  public var failure: String? { connection.withLock { $0.failure } }

  /// Prints one document; nil where it worked, otherwise why not.
  func print(_ document: JSON, to paper: String) -> String? {
    // Line ends within texts are escaped: those that are left only lay the document out.
    let line = "\(paper)\t\(document.document.replacing("\n", with: " "))\n"
    return connection.withLock { $0.print(line) }
  }

  /// Lets the process end.
  public func close() {
    connection.withLock { connection in
      try? connection.input.close()
      if connection.process.isRunning { connection.process.waitUntilExit() }
    }
  }
}
