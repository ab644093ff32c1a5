import SchoolStatistics

extension Check {
  /// A cell holds a word or sign that no code list explains; named once for each code and file.
  static let unknownCode = Check(
    id: "unknown-code", title: "Code not known",
    description: "A cell holds a word or sign that no code list explains; named once for each code and file.",
    severity: .warning,
    template:
      "code '{value}' is not in the code lists of layout '{layout}'; it stands in {cells}; add it to codes.json5",
    action: "treated as missing")
}
