/// Names of files and folders that are made of the names of places.
enum FileName {
  /// The longest name, in bytes, which leaves room for an ending.
  private static let longest = 80

  /// Letters and digits in lower case, the rest as single hyphens. A name that loses letters by it, or is too long, has
  /// a digest of the whole behind.
  static func plain(_ name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let plain = words.joined(separator: "-")
    let losesLetters = name.unicodeScalars.contains { !$0.isASCII }
    if !plain.isEmpty, !losesLetters, plain.utf8.count <= longest { return plain }
    let start = plain.prefix(longest)
    return (start.isEmpty ? "place" : start) + "-" + digest(name)
  }

  /// A name for each of several places, of which no two are alike.
  ///
  /// - Parameter taken: names that are none of theirs.
  static func distinct(_ names: some Sequence<String>, taken: Set<String> = []) -> [String: String] {
    var taken = taken
    var result: [String: String] = [:]
    for name in Set(names).sorted() {
      var own = plain(name)
      if taken.contains(own) { own += "-" + digest(name) }
      taken.insert(own)
      result[name] = own
    }
    return result
  }

  /// Eight hexadecimal digits that tell texts apart (FNV-1a).
  static func digest(_ text: String) -> String {
    var hash: UInt32 = 0x811c_9dc5
    for byte in text.utf8 { hash = (hash ^ UInt32(truncatingIfNeeded: byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
