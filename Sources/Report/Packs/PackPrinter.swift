import Foundation

/// Turns pages into PDF through WeasyPrint: one Python process for a whole run.
public final class PackPrinter {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread: [UInt8] = []
  /// Why nothing can be printed; nil while the process works.
  public private(set) var failure: String?

  /// Starts Python with the script that is built into the program.
  public init(python: String) {
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", String(decoding: PackageResources.print_packs_py, as: UTF8.self)]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard FileManager.default.isExecutableFile(atPath: python) else {
      failure = "no Python at '\(python)'; 'make packs FORMATS=html,pdf' makes it, or name one with --python"
      return
    }
    do { try process.run() } catch { failure = "'\(python)' cannot be started: \(error.localizedDescription)" }
    if failure == nil, let answer = answer(), answer != "ready" { failure = reason(answer) }
  }

  deinit { close() }

  /// Prints one page; nil where it worked, otherwise why not.
  func print(_ page: String, to paper: String) -> String? {
    if let failure { return failure }
    do {
      try input.fileHandleForWriting.write(contentsOf: Data("\(page)\t\(paper)\n".utf8))
    } catch {
      failure = "the printing process ended"
      return failure
    }
    guard let answer = answer() else {
      failure = "the printing process ended"
      return failure
    }
    return answer == "done" ? nil : reason(answer)
  }

  /// Lets the process end.
  public func close() {
    try? input.fileHandleForWriting.close()
    if process.isRunning { process.waitUntilExit() }
  }

  private func reason(_ answer: String) -> String {
    answer.hasPrefix("failed\t") ? String(answer.dropFirst(7)) : "unexpected answer '\(answer)'"
  }

  /// The next line that the process says; nil where it has ended.
  private func answer() -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread.removeSubrange(...end)
        return line
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      unread += more
    }
  }
}
