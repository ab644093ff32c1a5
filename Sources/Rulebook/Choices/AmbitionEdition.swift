/// Which of the two quality documents a band or a verdict follows.
public enum AmbitionEdition: Int, CaseIterable, Sendable, Codable {
  /// Quality management framework, 00505-2007BKT.
  case framework2007 = 2007
  /// Quality standards and criteria, 00756-2009BKT.
  case standards2009 = 2009
}

/// Which criteria an exemption can excuse (rulebook §5.1: two formulations).
public enum ExemptionScope: String, CaseIterable, Sendable, Codable {
  /// The top-quartile criterion alone, as the standards bullets of 2007 word it.
  case topQuartile = "c6"
  /// All six, as the table of 2007 sets the closing line.
  case all
}
