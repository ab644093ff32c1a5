import SchoolStatistics

extension Check {
  /// A quote opens and is not closed where it should be.
  static let unclosedQuote = Check(
    id: "unclosed-quote", title: "Quote without an end",
    description: "A quote opens and is not closed where it should be.",
    severity: .error,
    template: "{what}",
    action: "{none}")
}
