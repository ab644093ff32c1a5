import Indicators
import Rulebook
import SchoolStatistics

/// All that is known of one school when its pack is made.
struct PackEvidence: Sendable {
  let school: School
  /// Index in `SchoolData.schools`.
  let position: Int
  /// The year of the latest results.
  let year: AcademicYear
  /// Years of results, ascending, the latest last.
  let years: [AcademicYear]
  /// Fewest pupils that a figure is shown or spoken of.
  let minimumCohort: Int
  /// The year's floor by indicator, in per cent.
  let floors: [String: PackOptions.Floor]
  /// Indicators that count this school in the latest year: `primary-below-floor`, `secondary-coasting`.
  var countedBy: Set<String> = []
  let distributions: PackDistributions
  var ambition = SchoolAmbitionRecord()
  /// All measures that packs show, in the order of the evidence.
  let packMeasures: [PackMeasure]
  private let indicators: [String: Indicator]
  private var values: [Key: IndicatorValue]

  private struct Key: Hashable, Sendable {
    var indicator: String
    var year: Int
    var group: PupilGroup
  }

  init(
    school: School, position: Int, years: [AcademicYear], minimumCohort: Int, floors: [String: PackOptions.Floor],
    indicators: [String: Indicator], measures: [PackMeasure], distributions: PackDistributions, values: [IndicatorValue]
  ) {
    (self.school, self.position, self.years, self.minimumCohort) = (school, position, years, minimumCohort)
    (self.floors, self.indicators, self.distributions) = (floors, indicators, distributions)
    packMeasures = measures
    year = years.last ?? AcademicYear(ending: 0)
    self.values = Dictionary(minimumCapacity: values.count)
    for value in values {
      self.values[Key(indicator: value.indicator, year: value.year.ending, group: value.group)] = value
    }
  }

  /// The floor of the year for the attainment headline, where the year has one.
  var floor: PackOptions.Floor? { headline.flatMap { floors[$0.indicator] } }

  /// Figures of the latest year that were tested against England: each may differ by chance one time in twenty.
  var comparisonsTested: Int { values.values.count { $0.year == year && $0.significance != .notTested } }

  func indicator(_ id: String) -> Indicator? { indicators[id] }

  /// The row of an indicator; nil where there is none.
  func row(_ indicator: String, _ year: AcademicYear? = nil, _ group: PupilGroup = .all) -> FigureRow? {
    guard let value = values[Key(indicator: indicator, year: (year ?? self.year).ending, group: group)] else {
      return nil
    }
    let entry = indicators[indicator]
    return FigureRow(value: value, decimals: entry?.decimals ?? 1, isLowGood: entry?.polarity == .low)
  }

  /// Measures of the school's phases that have a row in any year, in the order of the evidence.
  var measures: [PackMeasure] {
    packMeasures.filter { measure in
      school.kind.serves(measure.phase) && years.contains { row(measure.indicator, $0) != nil }
    }
  }

  /// The measures of a role with a figure in the latest year.
  func measures(_ role: PackMeasure.Role) -> [PackMeasure] {
    packMeasures.filter {
      $0.role == role && school.kind.serves($0.phase) && row($0.indicator)?.value.value.value != nil
    }
  }

  /// The headline of attainment; an all-through school has that of its oldest pupils.
  var headline: PackMeasure? {
    let measures = measures(.attainment)
    guard let phase = measures.last?.phase else { return nil }
    return measures.first { $0.phase == phase }
  }

  /// The row of a group on a measure; children in care have an indicator of their own.
  func groupRow(_ measure: PackMeasure, _ group: PupilGroup) -> FigureRow? {
    row(measure.indicator, year, group) ?? (group == .cic ? row(measure.indicator + "-cic", year, .cic) : nil)
  }

  func picture(of row: FigureRow, isPooled: Bool) -> PackPicture? {
    guard let place = distributions.place(row.value.indicator, row.value.group) else { return nil }
    let pooled = row.value.pooledYears
    guard let value = isPooled ? pooled.map({ $0.percent.double }) : row.value.value.value?.double else { return nil }
    return PackPicture(
      value: value, interval: isPooled ? nil : row.value.interval, quartiles: place.quartiles,
      lowest: place.lowest, highest: place.highest, isLowGood: row.isLowGood)
  }
}

extension PackEvidence: FigureLookup {
  func number(_ reference: FigureReference) -> Rational? {
    switch reference.table {
    case .schools:
      guard let row = row(reference.indicator, reference.year, reference.group) else { return nil }
      return FigureCells.number(row.value, reference.column, decimals: row.decimals)
    case .targetAmbition:
      return ambition.target(reference).flatMap { TargetCells.number($0, reference.column) }
    }
  }

  func text(_ reference: FigureReference) -> String? {
    switch reference.table {
    case .schools:
      guard let row = row(reference.indicator, reference.year, reference.group) else { return nil }
      return reference.column == "significance" ? row.value.significance.rawValue : nil
    case .targetAmbition:
      return ambition.target(reference).flatMap { TargetCells.text($0, reference.column) }
    }
  }
}
