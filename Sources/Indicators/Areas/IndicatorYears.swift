import SchoolStatistics

/// In which years of the study an indicator exists, and where its series breaks.
///
/// Nothing is compared across a break or across years in which the indicator did not exist.
/// Source: rulebook §11.3 (`break_before`).
final class IndicatorYears: Sendable {
  let exists: [Bool]
  /// What changed between the year before and this one.
  let breaks: [String?]
  /// Pupils from which a school's figure is tested, by year.
  let minimumSchoolCohort: [Int]
  /// Pupils from which a group of an authority is fit for publication, by year.
  let minimumAuthorityGroup: [Int]

  init(_ study: Study, _ id: String) {
    exists = study.rules.map { $0?.indicators.contains(id) ?? false }
    breaks = study.rules.map { $0?.breaks[id] }
    minimumSchoolCohort = study.rules.map { $0?.minimumSchoolCohort ?? 11 }
    minimumAuthorityGroup = study.rules.map { $0?.minimumAuthorityGroup ?? 6 }
  }

  /// Why a year cannot be compared with an earlier one; nil where it can.
  func obstacle(from earlier: Int, to year: Int) -> MissingReason? {
    if year >= 0, breaks[year] != nil { return .notComparable }
    guard earlier >= 0, exists[earlier] else { return .notSupplied }
    for between in (earlier + 1)...year where breaks[between] != nil || !exists[between] { return .notComparable }
    return nil
  }
}
