/// The names in a header, to look columns up by.
///
/// Case, blanks and slashes' surroundings do not matter: files of one year write `TNotFSM6CLA1A` and
/// `TNOTFSM6CLA1A`, `Pupil:     Teacher Ratio` and `Pupil: Teacher Ratio`. Of columns with the same name the
/// first is used.
struct HeaderNames: Sendable {
  let written: [String]
  private let positions: [String: Int]

  init(_ names: [String]) {
    written = names
    var positions: [String: Int] = [:]
    for (position, name) in names.enumerated() {
      let key = Self.key(name)
      if !key.isEmpty && positions[key] == nil { positions[key] = position }
    }
    self.positions = positions
  }

  /// Characters that cannot be seen: names copied from web pages and documents hold them.
  private static let invisible: Set<Unicode.Scalar> = [
    "\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{2060}", "\u{feff}",
  ]

  /// The name as it is compared.
  static func key(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      let bytes = name.utf8.filter { $0 > 0x20 }.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
      return String(decoding: bytes, as: UTF8.self)
    }
    let letters = name.lowercased().unicodeScalars
    return String(letters.filter { !$0.properties.isWhitespace && !invisible.contains($0) })
  }

  /// The place of a column, with one of the beginnings and endings if it has none of its own.
  func position(of name: String, prefixes: [String] = [], suffixes: [String] = []) -> Int? {
    let key = Self.key(name)
    for prefix in [""] + prefixes.map(Self.key) {
      for suffix in [""] + suffixes.map(Self.key) {
        if let position = positions[prefix + key + suffix] { return position }
      }
    }
    return nil
  }

  func position(ofFirst names: [String]?, prefixes: [String] = [], suffixes: [String] = []) -> Int? {
    for name in names ?? [] {
      if let position = position(of: name, prefixes: prefixes, suffixes: suffixes) { return position }
    }
    return nil
  }

  /// Names that stand more than once, as written first.
  var repeated: [String] {
    var counts: [String: Int] = [:]
    for name in written where !Self.key(name).isEmpty { counts[Self.key(name), default: 0] += 1 }
    return written.enumerated().filter { counts[Self.key($1), default: 0] > 1 && positions[Self.key($1)] == $0 }.map(
      \.1)
  }

  /// Places of columns without a name.
  var unnamed: [Int] { written.indices.filter { Self.key(written[$0]).isEmpty } }
}
