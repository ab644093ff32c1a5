import SchoolStatistics

/// A condition on a school, as reference data writes it: tests of figures joined by `all`, `any`, `any_known` and `first`.
public indirect enum SchoolTest: Sendable {
  case all([SchoolTest])
  case any([SchoolTest])
  /// Any of the tests for which the school has figures.
  case anyKnown([SchoolTest])
  /// The first test for which the school has figures.
  case first([SchoolTest])
  /// A share indicator, in per cent, of the year `year` years away.
  case share(indicator: String, Comparison, year: Int)
  /// The change of a share indicator over `over` years, in percentage points.
  case change(indicator: String, over: Int, Comparison, orEngland: Bool)
  /// A score, where at least `coverage` per cent of pupils are in it.
  case score(measure: Measure, variant: String, Comparison, coverage: Int?, year: Int)

  /// What a figure is compared with. All comparisons are strict but `atLeast`.
  public enum Comparison: Sendable {
    case below(Bound)
    case above(Bound)
    case atLeast(Bound)
  }

  public enum Bound: Sendable {
    case number(Rational)
    /// England's figure of the same year.
    case england
    /// The median of schools in England of the same year.
    case median
  }
}

extension SchoolTest: Decodable {
  private enum Key: String, CodingKey {
    case all, any, first, share, change, score, year, over, variant, coverage, below, above
    case anyKnown = "any_known"
    case atLeast = "at_least"
    case orEngland = "or_england"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    if let tests = try fields.decodeIfPresent([SchoolTest].self, forKey: .all) {
      self = .all(tests)
      return
    }
    if let tests = try fields.decodeIfPresent([SchoolTest].self, forKey: .any) {
      self = .any(tests)
      return
    }
    if let tests = try fields.decodeIfPresent([SchoolTest].self, forKey: .anyKnown) {
      self = .anyKnown(tests)
      return
    }
    if let tests = try fields.decodeIfPresent([SchoolTest].self, forKey: .first) {
      self = .first(tests)
      return
    }
    let comparison = try Self.comparison(fields)
    let year = try fields.decodeIfPresent(Int.self, forKey: .year) ?? 0
    if let id = try fields.decodeIfPresent(String.self, forKey: .share) {
      self = .share(indicator: id, comparison, year: year)
    } else if let id = try fields.decodeIfPresent(String.self, forKey: .change) {
      self = .change(
        indicator: id, over: try fields.decode(Int.self, forKey: .over), comparison,
        orEngland: try fields.decodeIfPresent(Bool.self, forKey: .orEngland) ?? false)
    } else {
      self = .score(
        measure: Measure(try fields.decode(String.self, forKey: .score)),
        variant: try fields.decodeIfPresent(String.self, forKey: .variant) ?? "", comparison,
        coverage: try fields.decodeIfPresent(Int.self, forKey: .coverage), year: year)
    }
  }

  private static func comparison(_ fields: KeyedDecodingContainer<Key>) throws -> Comparison {
    if let bound = try fields.decodeIfPresent(Bound.self, forKey: .below) { return .below(bound) }
    if let bound = try fields.decodeIfPresent(Bound.self, forKey: .above) { return .above(bound) }
    return .atLeast(try fields.decode(Bound.self, forKey: .atLeast))
  }
}

extension SchoolTest.Bound: Decodable {
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Double.self) {
      self = .number(Rational(decimal: number))
      return
    }
    let word = try value.decode(String.self)
    switch word {
    case "england": self = .england
    case "median": self = .median
    default:
      throw DecodingError.dataCorruptedError(
        in: value, debugDescription: "'\(word)' is no bound; write a number, 'england' or 'median'")
    }
  }
}
