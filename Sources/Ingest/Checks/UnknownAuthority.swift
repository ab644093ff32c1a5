import SchoolStatistics

extension Check {
  /// A row is about an authority that no list has, or names none.
  static let unknownAuthority = Check(
    id: "unknown-authority", title: "Authority not known",
    description: "A row is about an authority that no list has, or names none.",
    severity: .error,
    template: "{what}",
    action: "kept under its code")
}
