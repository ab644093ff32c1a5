import SchoolStatistics

/// What an indicator is to a school's pack: its part in the story and the words that follow a number of pupils.
public struct PackUse: Hashable, Sendable, Decodable {
  /// In the order of the evidence.
  public enum Role: String, CaseIterable, Sendable, Decodable {
    /// The headline that floors and targets are about; of several the first with a result in the year.
    case attainment
    /// Further attainment, shown as evidence.
    case alsoAttainment = "also_attainment"
    case progressEnglish = "progress_english"
    case progressMaths = "progress_maths"
    /// Shares that should be small: below level 3, no passes.
    case lowAttainment = "low_attainment"
    /// Scores that are not shares of pupils.
    case score
    case persistentAbsence = "persistent_absence"
    /// Half days missed, of half days possible.
    case absence
  }

  public var role: Role
  /// After "18 of 29 pupils": `reached level 4 in English and maths`.
  public var achieved: String

  /// After "20 of 26 pupils", for a target: `to reach level 4 in English and maths`.
  public var toAchieve: String {
    for (past, future) in [("reached", "to reach"), ("gained", "to gain"), ("made", "to make")]
    where achieved.hasPrefix(past) {
      return future + achieved.dropFirst(past.count)
    }
    return "with \(achieved)"
  }
}
