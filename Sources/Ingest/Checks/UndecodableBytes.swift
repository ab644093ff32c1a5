import SchoolStatistics

extension Check {
  /// A cell holds bytes that stand for no character.
  static let undecodableBytes = Check(
    id: "undecodable-bytes", title: "Bytes that are no text",
    description: "A cell holds bytes that stand for no character.",
    severity: .warning,
    template: "bytes that are neither UTF-8 nor Windows-1252",
    action: "read as the replacement character")
}
