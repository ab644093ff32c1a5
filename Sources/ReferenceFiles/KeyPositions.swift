import Foundation

/// The line of every key of a JSON5 text, for messages. Made only where something is wrong.
struct KeyPositions {
  struct Position {
    /// From 1.
    var line: Int
    /// As it is written.
    var key: String
  }
  private var positions: [[String]: Position] = [:]
  private let bytes: [UInt8]
  private let keys: ReferenceFile.Keys
  private var at = 0
  private var line = 1

  /// A text that is no JSON5 is read as far as it goes.
  init(_ text: Data, _ keys: ReferenceFile.Keys) {
    (bytes, self.keys) = (Array(text), keys)
    value([])
  }

  /// Where a key stands, else where the nearest thing around it does.
  func position(_ path: [String]) -> Position? {
    var path = path
    while !path.isEmpty {
      if let found = positions[path] { return found }
      path.removeLast()
    }
    return nil
  }

  private mutating func value(_ path: [String]) {
    skip()
    switch peek {
    case UInt8(ascii: "{"): object(path)
    case UInt8(ascii: "["): list(path)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = quoted()
    default: _ = word()
    }
  }

  private mutating func object(_ path: [String]) {
    step()
    while let next = peek(afterBlanks: true), next != UInt8(ascii: "}") {
      let start = (at, line)
      let key = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") ? quoted() : word()
      let inner = path + [keys == .snakeCase ? key.camelCased : key]
      if positions[inner] == nil { positions[inner] = Position(line: start.1, key: key) }
      skip()
      if peek == UInt8(ascii: ":") { step() }
      value(inner)
      skip()
      if peek == UInt8(ascii: ",") { step() }
      if at == start.0 { return }
    }
    step()
  }

  private mutating func list(_ path: [String]) {
    step()
    var index = 0
    while let next = peek(afterBlanks: true), next != UInt8(ascii: "]") {
      let start = at
      positions[path + [String(index)]] = Position(line: line, key: String(index))
      value(path + [String(index)])
      skip()
      if peek == UInt8(ascii: ",") { step() }
      index += 1
      if at == start { return }
    }
    step()
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func peek(afterBlanks: Bool) -> UInt8? {
    skip()
    return peek
  }

  private mutating func step() {
    if peek == UInt8(ascii: "\n") { line += 1 }
    at += 1
  }

  /// Passes blanks and comments.
  private mutating func skip() {
    while let byte = peek {
      if byte <= 0x20 {
        step()
      } else if byte == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "/") {
        while let byte = peek, byte != UInt8(ascii: "\n") { step() }
      } else if byte == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "*") {
        while at < bytes.count, !(bytes[at] == UInt8(ascii: "*") && at + 1 < bytes.count && bytes[at + 1] == 0x2f) {
          step()
        }
        at += 2
      } else {
        return
      }
    }
  }

  private mutating func quoted() -> String {
    let quote = peek
    step()
    let start = at
    while let byte = peek, byte != quote {
      if byte == UInt8(ascii: "\\") { step() }
      step()
    }
    let text = String(decoding: bytes[min(start, bytes.count)..<min(at, bytes.count)], as: UTF8.self)
    step()
    return text
  }

  private mutating func word() -> String {
    let start = at
    while let byte = peek, byte > 0x20, !",:]}[{".utf8.contains(byte) { step() }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}

extension String {
  /// `base_year` as `baseYear`, as the JSON decoder has it.
  fileprivate var camelCased: String {
    let parts = split(separator: "_", omittingEmptySubsequences: true)
    guard let first = parts.first else { return self }
    return parts.dropFirst().reduce(String(first)) { $0 + $1.prefix(1).uppercased() + $1.dropFirst().lowercased() }
  }
}
