import SchoolStatistics

/// Schools whose most recent inspection gave a grade as good as `best` or better, of schools with a grade.
///
/// A snapshot at 31 December of the year; a predecessor's grade is not carried over. Source: NI 86, rulebook §1.3 S10.
public struct LatestInspectionCalculation: Hashable, Calculation {
  public static let kind = "latest-inspection"

  public var measure: Measure
  /// 1 outstanding to 4 inadequate.
  public var best: Int
  public var schools: SchoolScope

  private enum Key: String, CodingKey { case measure, best, schools }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    measure = Measure(try fields.decode(String.self, forKey: .measure))
    best = try fields.decode(Int.self, forKey: .best)
    schools = try fields.decode(SchoolScope.self, forKey: .schools)
  }

  public var counted: CountedThing { .schools }
}
