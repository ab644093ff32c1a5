import SchoolStatistics

/// One thing that can be wrong with the inputs: what it is called, what it means and what is said about it.
///
/// Each check is one file of this folder and stands in `Check.all`.
public struct Check: Sendable {
  /// `unknown-code`; the rule of its findings.
  public var id: String
  public var title: String
  /// What is checked and why, for readers of the quality report.
  public var description: String
  public var severity: Severity
  /// The message of a finding, with `{words}` in braces to be filled in.
  public var template: String
  /// What is done about a finding.
  public var action: String

  /// A finding of this check; `words` fill the template.
  func finding(
    _ words: [String: String] = [:], file: String = "", line: Int? = nil, column: String = "", value: String = "",
    severity: Severity? = nil, action: String? = nil
  ) -> Finding {
    let (column, value) = (column.shortened, value.shortened)
    var message = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      message += rest[..<open]
      let word = String(rest[rest.index(after: open)..<close])
      message += words[word] ?? (word == "value" ? value : word == "column" ? column : "{\(word)}")
      rest = rest[rest.index(after: close)...]
    }
    return Finding(
      rule: id, severity: severity ?? self.severity, file: file, line: line, column: column, value: value,
      message: message + rest, action: action ?? self.action)
  }
}

extension String {
  /// The first 200 characters and an ellipsis, where there are more: an unclosed quote makes one value of megabytes.
  var shortened: String {
    // A character is a byte at least.
    if utf8.count <= 200 { return self }
    let start = prefix(200)
    return start.endIndex == endIndex ? self : start + "…"
  }
}
