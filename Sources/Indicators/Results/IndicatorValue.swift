import SchoolStatistics
import Statistics

/// One figure of one place: the value and everything that is said about it anywhere.
///
/// Every table, page, pack and sentence reads this one value. What it says is kept in one place on the heap: a report
/// has tens of thousands of values of several hundred bytes, which are put in order, looked up and passed on.
@dynamicMemberLookup
public struct IndicatorValue: Sendable {
  @usableFromInline var storage: Storage

  public init(indicator: String, place: Place, year: AcademicYear, value: Figure) {
    self.init(IndicatorFields(indicator: indicator, place: place, year: year, value: value))
  }

  @inlinable public init(_ fields: IndicatorFields) { storage = Storage(fields) }

  /// All that the value says. A change is made in place where nobody else holds the value, else in a copy.
  @inlinable public var fields: IndicatorFields {
    get { storage.fields }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.fields) }
      yield &storage.fields
    }
  }

  @inlinable public subscript<Field>(dynamicMember path: WritableKeyPath<IndicatorFields, Field>) -> Field {
    get { storage.fields[keyPath: path] }
    _modify { yield &fields[keyPath: path] }
  }

  /// Changed through its only holder alone, so that no two threads meet in it.
  @usableFromInline final class Storage: @unchecked Sendable {
    @usableFromInline var fields: IndicatorFields
    @inlinable init(_ fields: IndicatorFields) { self.fields = fields }
  }
}

/// What an `IndicatorValue` says.
public struct IndicatorFields: Sendable {
  public var indicator: String
  public var place: Place
  public var year: AcademicYear
  public var group: PupilGroup = .all
  /// Whole pupils or schools; missing for scores and for published values without counts.
  public var numerator: Figure = .missing(.notSupplied)
  public var denominator: Figure = .missing(.notSupplied)
  /// Exact, unrounded, in the indicator's unit.
  public var value: Figure
  public var origin: FigureOrigin = .pooled
  /// True where a count was worked out from a published percentage (rulebook §12).
  public var isEstimated = false
  public var interval: ConfidenceInterval?
  public var national: Figure = .missing(.notSupplied)
  public var difference: Figure = .missing(.notSupplied)
  public var significance: Significance = .notTested
  /// The same where many are tested at once: what a false-discovery rate of 5% leaves of it (rulebook §7.2).
  public var significanceAmongMany: Significance = .notTested
  /// The probability of so large a difference from England by chance; nil where it was not tested.
  public var probability: Double?
  /// What the value is tested on; nil where it may not be (rates of sessions) or has no pupils.
  public var sample: SampledShare?
  public var change1 = Change(years: 1, value: .missing(.notSupplied))
  public var change3 = Change(years: 3, value: .missing(.notSupplied))
  public var pooledYears: PooledYears?
  /// Of a gap: the groups it lies between.
  public var gap: GapGroups?
  public var coverage: Coverage?
  /// Set where the definition changed between the year before and this one: what changed.
  public var breakBefore: String?
  public var standing: Standing?
  /// Why an authority with a value has no rank: "cohort of 7 is under the minimum of 11".
  public var unrankedReason: String?
  /// The value of the authority's region, and how the authority differs from it.
  public var regional: Figure = .missing(.notSupplied)
  public var regionalDifference: Figure = .missing(.notSupplied)
  public var regionalSignificance: Significance = .notTested
  /// Short plain notes: "estimated from percentages", "period: five half terms".
  public var notes: [String] = []
  /// The input lines behind the figure where they are few (a school's own row, a published row).
  public var sources: [SourceLine] = []

  public init(indicator: String, place: Place, year: AcademicYear, value: Figure) {
    (self.indicator, self.place, self.year, self.value) = (indicator, place, year, value)
  }
}

extension IndicatorFields {
  /// What is left of the verdict where `isDiscovered` says whether it survives among all that were tested with it.
  mutating func setAmongMany(_ isDiscovered: Bool) {
    significanceAmongMany = isDiscovered || significance == .notTested ? significance : .notSignificant
  }
}
