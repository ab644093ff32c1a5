import SchoolStatistics

/// An indicator and how it is calculated.
public struct CatalogueEntry: Sendable {
  public var indicator: Indicator
  public var calculation: Calculation
  public init(indicator: Indicator, calculation: Calculation) {
    (self.indicator, self.calculation) = (indicator, calculation)
  }
}

/// The kinds of calculation that an entry of the catalogue can name. Each is one file of `Kinds`.
public enum Calculation: Sendable {
  case share(ShareCalculation)
  case gap(GapCalculation)
  case schools(SchoolsCalculation)
  case mean(MeanCalculation)
  case earlyYearsGap(EarlyYearsGapCalculation)
  case latestInspection(LatestInspectionCalculation)
  case published(PublishedCalculation)
}

extension CatalogueEntry: Decodable {
  private enum Key: String, CodingKey {
    case id, title, short, phase, unit, polarity, decimals, definition, source, certainty, appendix1, replaces, group,
      kind
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let kind = try fields.decode(String.self, forKey: .kind)
    switch kind {
    case "share": calculation = .share(try ShareCalculation(from: decoder))
    case "gap": calculation = .gap(try GapCalculation(from: decoder))
    case "schools": calculation = .schools(SchoolsCalculation())
    case "mean": calculation = .mean(try MeanCalculation(from: decoder))
    case "eyfsp-gap": calculation = .earlyYearsGap(try EarlyYearsGapCalculation(from: decoder))
    case "latest-inspection": calculation = .latestInspection(try LatestInspectionCalculation(from: decoder))
    case "published": calculation = .published(try PublishedCalculation(from: decoder))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: fields,
        debugDescription:
          "'\(kind)' is no kind of calculation; write share, gap, schools, mean, eyfsp-gap, latest-inspection or published"
      )
    }
    indicator = Indicator(
      id: try fields.decode(String.self, forKey: .id), title: try fields.decode(String.self, forKey: .title),
      shortTitle: try fields.decode(String.self, forKey: .short), phase: try fields.decode(Phase.self, forKey: .phase),
      unit: try fields.decode(IndicatorUnit.self, forKey: .unit),
      polarity: try fields.decode(Polarity.self, forKey: .polarity),
      decimals: try fields.decode(Int.self, forKey: .decimals),
      definition: try fields.decode(String.self, forKey: .definition),
      source: try fields.decode(String.self, forKey: .source),
      certainty: try fields.decode(String.self, forKey: .certainty),
      isAppendix1: try fields.decodeIfPresent(Bool.self, forKey: .appendix1) ?? false,
      replaces: try fields.decodeIfPresent([String].self, forKey: .replaces) ?? [],
      group: try fields.decodeIfPresent(PupilGroup.self, forKey: .group) ?? .all)
    indicator.counted = calculation.counted
  }
}

extension Calculation {
  var counted: CountedThing {
    switch self {
    case .schools, .latestInspection: .schools
    case .share(let share) where share.denominator == "possible_sessions": .sessions
    case .share, .gap, .mean, .earlyYearsGap, .published: .pupils
    }
  }
}

extension CatalogueEntry {
  /// The measures whose presence makes a year one with results.
  package var measures: [Measure] {
    switch calculation {
    case .share(let share): [share.numerator] + share.sum + [share.complement].compactMap { $0 }
    case .mean(let mean): [mean.measure]
    case .earlyYearsGap(let gap): [gap.total, gap.measure]
    case .published(let published): [published.measure]
    case .gap, .schools, .latestInspection: []
    }
  }

  /// Groups with values of their own, the headline's first.
  package var groups: [PupilGroup] {
    switch calculation {
    case .share(let share): share.groups
    case .mean(let mean): mean.groups
    case .published(let published): [published.group]
    case .gap, .schools, .earlyYearsGap, .latestInspection: [.all]
    }
  }
}
