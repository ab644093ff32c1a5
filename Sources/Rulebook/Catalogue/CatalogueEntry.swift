import SchoolStatistics

/// An indicator and how it is calculated.
public struct CatalogueEntry: Sendable {
  public var indicator: Indicator
  public var calculation: any Calculation
  public init(indicator: Indicator, calculation: any Calculation) {
    (self.indicator, self.calculation) = (indicator, calculation)
  }
}

extension CatalogueEntry: Decodable {
  private enum Key: String, CodingKey {
    case id, title, short, phase, unit, polarity, decimals, definition, source, certainty, appendix1, replaces, group,
      kind, packs
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let kind = try fields.decode(String.self, forKey: .kind)
    guard let type = Calculations.all.first(where: { $0.kind == kind }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: fields,
        debugDescription:
          "'\(kind)' is no kind of calculation; write one of \(Calculations.all.map { $0.kind }.joined(separator: ", "))"
      )
    }
    calculation = try type.init(from: decoder)
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
    let isRefused = (try? fields.decode(Bool.self, forKey: .packs)) == false
    indicator.packs = isRefused ? nil : try fields.decode(PackUse.self, forKey: .packs)
  }
}
