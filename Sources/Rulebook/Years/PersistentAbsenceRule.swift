import SchoolStatistics

/// From when on absence is persistent.
///
/// Source: rulebook §1.6; NI 87, SI 2007/2261, Norfolk MI 209/11.
public struct PersistentAbsenceRule: Hashable, Sendable, Codable {
  /// The period that the year's rates are about unless a file says otherwise: `five_half_terms`.
  public var period: String
  /// The rule in words.
  public var words: String
  /// Sessions missed, by period; used to 2015.
  public var thresholds: [String: Int]
  /// Per cent of the enrolment's own possible sessions; used from 2016.
  public var percent: Int?
  public var certainty: String
  public var source: String

  /// Whether an enrolment with so many sessions missed counts; nil where the period has no threshold.
  public func isPersistent(missed: Int, possible: Int, period: String) -> Bool? {
    if let percent { return possible > 0 && missed * 100 >= percent * possible }
    return thresholds[period].map { missed >= $0 }
  }
}
