/// A school year, named by the calendar year in which it ends: 2009 is 2008/09.
///
/// Source: rulebook §0 (year label).
public struct AcademicYear: Hashable, Comparable, Sendable {
  /// The calendar year in which the school year ends.
  public let ending: Int

  public init(ending: Int) { self.ending = ending }

  /// Six digits as the DfE open-data standard writes them: `200809`.
  public var timePeriod: String {
    let second = ending % 100
    return "\(ending - 1)" + (second < 10 ? "0\(second)" : "\(second)")
  }

  /// As people write it: `2008/09`.
  public var title: String {
    let digits = timePeriod
    return digits.prefix(4) + "/" + digits.suffix(2)
  }

  public static func < (a: Self, b: Self) -> Bool { a.ending < b.ending }
  public static func - (a: Self, years: Int) -> Self { Self(ending: a.ending - years) }
}
