import SchoolStatistics

/// A greyed-out box of the note of visit: a key that an authority's own template can look up, and its figure.
///
/// Source: Kent Improvement Partner Handbook 2009-2010, section 10; rulebook §9.3.
public struct NoteOfVisitEntry: Hashable, Sendable {
  /// `ks2_l4_em_2009_percent`
  public var key: String
  /// What stands in the box; empty where there is no figure.
  public var value: String
  /// True where the value is a number, so that JSON writes it without quotes.
  public var isNumber: Bool
  /// Why the value is missing; empty where it is not.
  public var reason: String
  public init(key: String, value: String, isNumber: Bool, reason: String = "") {
    (self.key, self.value, self.isNumber, self.reason) = (key, value, isNumber, reason)
  }
}

/// The note-of-visit figures of a pack as text: one `key=value` a line, or JSON.
public enum NoteOfVisitText {
  /// Values are on one line; a missing figure leaves nothing after the sign and its reason under `key.reason`.
  public static func keyValue(_ entries: [NoteOfVisitEntry]) -> String {
    var text = ""
    for entry in entries {
      text += entry.key + "=" + entry.value.map { $0.isNewline ? " " : String($0) }.joined() + "\n"
      if !entry.reason.isEmpty { text += entry.key + ".reason=" + entry.reason + "\n" }
    }
    return text
  }

  /// An object in the order of the entries; a missing figure is null with its reason under `key.reason`.
  public static func json(_ entries: [NoteOfVisitEntry]) -> String {
    var lines: [String] = []
    for entry in entries {
      let value =
        entry.value.isEmpty && !entry.reason.isEmpty ? "null" : entry.isNumber ? entry.value : entry.value.quotedForJSON
      lines.append("  " + entry.key.quotedForJSON + ": " + value)
      if !entry.reason.isEmpty {
        lines.append("  " + (entry.key + ".reason").quotedForJSON + ": " + entry.reason.quotedForJSON)
      }
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }
}
