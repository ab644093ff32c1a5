import Foundation
import Synchronization

/// Tells on standard error how far a run is: on a terminal one bar for the whole run, from reading to writing; plain
/// lines otherwise.
final class Progress: Sendable {
  /// The stages of a run, each with the part of the bar that it is given.
  enum Stage {
    case reading, calculating, judging, writing
    var part: ClosedRange<Double> {
      switch self {
      case .reading: 0...0.35
      case .calculating: 0.35...0.5
      case .judging: 0.5...0.55
      case .writing: 0.55...1
      }
    }
  }

  private let isQuiet: Bool
  private let terminal = Terminal.standardError
  private let done = Mutex(0.0)

  init(quiet: Bool) { isQuiet = quiet }

  /// One line that stays.
  func say(_ text: String) {
    if !isQuiet { StandardStreams.say(text + "\n") }
  }

  /// How much of a stage is done, 0 to 1. The bar never moves back; without a terminal nothing is shown.
  func advance(_ stage: Stage, _ fraction: Double, _ what: String) {
    guard !isQuiet, let terminal else { return }
    let part = stage.part
    let fraction = part.lowerBound + (part.upperBound - part.lowerBound) * min(max(fraction, 0), 1)
    done.withLock { done in
      done = max(done, fraction)
      StandardStreams.show(ProgressBar(done: done, what: what).text(width: terminal.width, isPlain: terminal.isPlain))
    }
  }

  /// Takes the bar away.
  func finish() { StandardStreams.show("") }
}

/// A bar, the per cent and what is being done, on one line.
struct ProgressBar {
  var done: Double
  var what: String

  /// As much of it as fits: the last column stays free, so that no terminal begins a new line.
  ///
  /// - Parameter isPlain: only letters of ASCII.
  func text(width: Int, isPlain: Bool) -> String {
    let room = max(width - 1, 0)
    let percent = "\(Int(done * 100))%"
    guard room >= 20 else { return String(percent.prefix(room)) }
    let length = min(30, room / 2 - 6)
    let filled = Int(done * Double(length))
    let bar =
      String(repeating: isPlain ? "#" : "█", count: filled)
      + String(repeating: isPlain ? "-" : "░", count: length - filled)
    let left = room - length - 6
    let words = what.count <= left ? what : what.prefix(left - (isPlain ? 3 : 1)) + (isPlain ? "..." : "…")
    return bar + String(repeating: " ", count: 5 - percent.count) + percent + " " + words
  }
}
