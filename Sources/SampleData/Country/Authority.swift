/// A local authority that does not exist.
struct Authority: Sendable {
  /// Outside the range of real codes, 201 to 946, save 901, which no authority has.
  let code: Int
  let name: String
  let region: Int
  /// ISO dates of the authority's life, where it began or ended within the sample.
  var validFrom: String?
  var validTo: String?
  /// The authority it was cut from.
  var predecessor: Int?
  /// How deprived its area is, in standard deviations above the mean.
  let deprivation: Double
  /// How much its schools add, in standard deviations above the mean.
  let quality: Double
  /// Its size relative to the average authority.
  let weight: Double
  /// How likely its schools are to set ambitious targets.
  let primaryAmbition: Ambition
  let secondaryAmbition: Ambition

  var laCode: String { String(code) }
  var onsCode: String { "E99000" + String(code) }
  var isCurrent: Bool { validTo == nil }

  /// The code under which results of `year` are published.
  func reportingCode(in year: Int) -> Int {
    if let predecessor, year < SampleYears.afterSplit { predecessor } else { code }
  }
}

/// An authority's habit in target setting; with these every band of the quality standards occurs.
enum Ambition: Int, CaseIterable, Sendable {
  case outstanding, good, needsImprovement, needsSignificantImprovement

  /// The share of schools that set targets meeting all six criteria.
  var share: Double {
    switch self {
    case .outstanding: 1
    case .good: 0.87
    case .needsImprovement: 0.62
    case .needsSignificantImprovement: 0.3
    }
  }

  /// How much less often schools of the top quartile of value added set ambitious targets than the others.
  var coasting: Double {
    switch self {
    case .outstanding: 0
    case .good: 0.06
    case .needsImprovement: 0.16
    case .needsSignificantImprovement: -0.12
    }
  }
}
