import SchoolStatistics

/// A kind of calculation that an entry of the catalogue can name, and what the entry says of it.
///
/// Each kind is one file of this folder, one entry of `Calculations`, and one file of `Indicators/Kinds` that works it
/// out.
public protocol Calculation: Decodable, Sendable {
  /// As the catalogue writes it: `share`.
  static var kind: String { get }
  /// What numerator and denominator count.
  var counted: CountedThing { get }
  /// The measures whose presence makes a year one with results.
  var measures: [Measure] { get }
  /// Groups with values of their own, the headline's first.
  var groups: [PupilGroup] { get }
  /// Measures of cohorts that stand in for denominators, or say how many pupils a missing figure is about.
  var cohorts: [Measure] { get }
  /// The shares that are pooled for it; `share` finds one by its indicator's id.
  func shares(_ share: (String) -> ShareCalculation?) -> [(share: ShareCalculation, group: PupilGroup)]
  /// The means that are pooled for it.
  var means: [(mean: MeanCalculation, group: PupilGroup)] { get }
}

extension Calculation {
  public var counted: CountedThing { .pupils }
  public var measures: [Measure] { [] }
  public var groups: [PupilGroup] { [.all] }
  public var cohorts: [Measure] { [] }
  public func shares(_ share: (String) -> ShareCalculation?) -> [(share: ShareCalculation, group: PupilGroup)] { [] }
  public var means: [(mean: MeanCalculation, group: PupilGroup)] { [] }
}

/// The kinds of calculation.
public enum Calculations {
  public static let all: [any Calculation.Type] = [
    ShareCalculation.self, GapCalculation.self, SchoolsCalculation.self, MeanCalculation.self,
    EarlyYearsGapCalculation.self, LatestInspectionCalculation.self, PublishedCalculation.self,
  ]
}
