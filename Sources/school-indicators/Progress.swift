import Foundation
import Synchronization

/// Tells on standard error how far a run is: one line that is redrawn on a terminal, plain lines otherwise.
final class Progress: Sendable {
  private let isQuiet: Bool
  private let isTerminal: Bool
  private let lastPercent = Mutex(-1)

  init(quiet: Bool) {
    isQuiet = quiet
    isTerminal = isatty(STDERR_FILENO) == 1
  }

  /// One line that stays.
  func say(_ text: String) {
    guard !isQuiet else { return }
    write((isTerminal ? "\r\u{1B}[K" : "") + text + "\n")
  }

  /// Part of the work done, 0 to 1; on a terminal a bar, otherwise nothing.
  func advance(_ what: String, _ fraction: Double) {
    guard !isQuiet, isTerminal else { return }
    let percent = Int(fraction * 100)
    let isNews = lastPercent.withLock { last in
      defer { last = percent }
      return last != percent
    }
    guard isNews else { return }
    let filled = Int(fraction * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r\u{1B}[K\(bar) \(what)")
    if percent >= 100 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { StandardStreams.say(text) }
}
