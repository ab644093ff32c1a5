import Rulebook
import SchoolStatistics

/// Official figures by measure and group, year and area.
///
/// State-funded (maintained) figures are preferred to those of all schools, a value to a missing one, and figures of
/// the year's own period to those that name none. Source: rulebook §1.0 (two rows for England).
struct PublishedIndex: Sendable {
  private struct Key: Hashable {
    var measure: Measure
    var group: PupilGroup
    var schools: SchoolScope
  }
  private var figures: [PublishedFigure]
  private var cells: [Key: [Int32]] = [:]

  init(_ data: SchoolData, _ years: StudyYears, _ areas: AreaIndex, periods: [String]) {
    figures = data.published
    for (position, figure) in data.published.enumerated() {
      guard let year = years.position(figure.year), let area = areas.position(figure.place) else { continue }
      // An official figure about all schools, or about one phase, of the year's period or of none that it names.
      let scope = SchoolScope(rawValue: figure.variant) ?? .all
      guard scope != .all || figure.variant.isEmpty || figure.variant == periods[year] else { continue }
      let cell = year * areas.width + area
      let isBetter = { (old: Int32) in
        old < 0 || rank(figure, periods[year]) > rank(data.published[Int(old)], periods[year])
      }
      let key = Key(measure: figure.measure, group: figure.group, schools: scope)
      var column = cells.removeValue(forKey: key) ?? [Int32](repeating: -1, count: years.count * areas.width)
      if isBetter(column[cell]) { column[cell] = Int32(clamping: position) }
      cells[key] = column
    }
    addSEN()
    func rank(_ figure: PublishedFigure, _ period: String) -> Int {
      (figure.value.value != nil || figure.numerator.value != nil ? 4 : 0) + (figure.basis == .maintained ? 2 : 0)
        + (figure.variant == period ? 1 : 0)
    }
  }

  /// Pupils with SEN support and those with plans are together the pupils with special educational needs, where the
  /// data tell them apart and do not give the whole. Source: rulebook §1.0 (SEN).
  private mutating func addSEN() {
    for key in cells.keys.filter({ $0.group == .senSupport }) {
      var (plan, whole) = (key, key)
      (plan.group, whole.group) = (.ehcPlan, .sen)
      guard let support = cells[key], let plans = cells[plan] else { continue }
      var column = cells[whole] ?? [Int32](repeating: -1, count: support.count)
      for cell in column.indices where column[cell] < 0 && support[cell] >= 0 && plans[cell] >= 0 {
        guard let both = figures[Int(support[cell])].joined(with: figures[Int(plans[cell])], as: .sen) else { continue }
        column[cell] = Int32(clamping: figures.count)
        figures.append(both)
      }
      cells[whole] = column
    }
  }

  /// All figures of a measure and group; look one up with `figure(_:_:)`.
  func column(_ measure: Measure, _ group: PupilGroup, schools: SchoolScope = .all) -> PublishedColumn? {
    cells[Key(measure: measure, group: group, schools: schools)].map { PublishedColumn(figures: figures, cells: $0) }
  }
}

/// The official figures of one measure and group.
struct PublishedColumn: Sendable {
  fileprivate let figures: [PublishedFigure]
  fileprivate let cells: [Int32]

  subscript(cell: Int) -> PublishedFigure? { cells[cell] < 0 ? nil : figures[Int(cells[cell])] }

  var isEmpty: Bool { !cells.contains { $0 >= 0 } }
}

extension PublishedFigure {
  var sourceLine: SourceLine { SourceLine(source: source, line: line) }

  /// A percentage: exact from its counts where they agree with the printed value, else as printed.
  func share(isComplement: Bool) -> PublishedShare? {
    let step = Rational(1, 2) / Rational(decimalSteps)
    if let n = numerator.count, let d = denominator.count, d > 0 {
      let exact = Rational.percent(isComplement ? d - n : n, of: d)
      let printed = value.value.map { isComplement ? Rational(100) - $0 : $0 }
      if printed == nil || (exact - printed!).magnitude <= step {
        return PublishedShare(
          value: exact, numerator: isComplement ? d - n : n, denominator: d, decimals: decimals, basis: basis,
          source: sourceLine)
      }
    }
    guard let printed = value.value else { return nil }
    return PublishedShare(
      value: isComplement ? Rational(100) - printed : printed, denominator: denominator.count, decimals: decimals,
      basis: basis,
      source: sourceLine)
  }

  /// A score as printed.
  var score: PublishedShare? {
    value.value.map {
      PublishedShare(value: $0, denominator: denominator.count, decimals: decimals, basis: basis, source: sourceLine)
    }
  }

  /// Two groups of the same place and year as one; nil where counts are missing or the two are of unlike schools.
  func joined(with other: PublishedFigure, as group: PupilGroup) -> PublishedFigure? {
    guard basis == other.basis, let n = numerator.count, let m = other.numerator.count, let d = denominator.count,
      let e = other.denominator.count
    else { return nil }
    var both = self
    (both.group, both.value) = (group, .missing(.notSupplied))
    (both.numerator, both.denominator) = (.count(n + m), .count(d + e))
    return both
  }

  private var decimalSteps: Int { (0..<decimals).reduce(1) { steps, _ in steps * 10 } }
}
