/// One row of a register: its fields as text.
struct RegisterRecord: Sendable {
  var line: Int
  /// Names of the fields, shared by all records of a file, and the text of each.
  private var fields: [String]
  private var texts: [String]

  init(line: Int, fields: [String], texts: [String]) {
    (self.line, self.fields, self.texts) = (line, fields, texts)
  }

  /// The first field in which two records of one file differ, and what each has there.
  func difference(from other: Self) -> (field: String, own: String, other: String)? {
    for (field, text) in zip(fields, texts) where other[field] != text { return (field, text, other[field]) }
    return nil
  }

  /// Whether the record gives the field anything.
  func has(_ field: String) -> Bool { !self[field].isEmpty }

  /// The number of a field; nil where it lacks one or has none of its kind.
  func number(_ field: String, _ kind: NumberKind) -> Int? {
    Int(self[field]).flatMap { kind.range.contains($0) ? $0 : nil }
  }

  /// The text of a field; empty where the register lacks it.
  subscript(_ field: String) -> String {
    get { fields.firstIndex(of: field).map { texts[$0] } ?? "" }
    set {
      if let index = fields.firstIndex(of: field) {
        texts[index] = newValue
      } else {
        fields.append(field)
        texts.append(newValue)
      }
    }
  }
}
