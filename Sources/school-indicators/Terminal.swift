import Foundation

/// A terminal that somebody looks at.
struct Terminal: Sendable {
  /// Only letters of ASCII can be shown.
  let isPlain: Bool
  private let descriptor: Int32

  /// Nil where the stream goes into a file or a pipe, or the terminal cannot redraw a line.
  static let standardError = Terminal(STDERR_FILENO)
  static let standardOutput = Terminal(STDOUT_FILENO)

  private init?(_ descriptor: Int32) {
    let environment = ProcessInfo.processInfo.environment
    guard isatty(descriptor) == 1, environment["TERM"] != "dumb" else { return nil }
    self.descriptor = descriptor
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    isPlain = !locale.lowercased().replacing("-", with: "").contains("utf8")
  }

  /// Columns at this moment.
  var width: Int {
    var size = winsize()
    if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// The words 'error' and 'warning' that begin a message in colour, unless NO_COLOR is set (https://no-color.org).
  func coloured(_ text: String) -> String {
    if let wish = ProcessInfo.processInfo.environment["NO_COLOR"], !wish.isEmpty { return text }
    return Self.emphasised(text)
  }

  static func emphasised(_ text: String) -> String {
    for (word, colour) in [("error:", 31), ("Error:", 31), ("warning:", 33)] {
      if let range = text.range(of: word) {
        return text.replacingCharacters(in: range, with: "\u{1B}[1;\(colour)m\(word)\u{1B}[0m")
      }
    }
    return text
  }
}
