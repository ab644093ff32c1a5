import SchoolStatistics

/// Per cent of one group of pupils minus per cent of another, in percentage points; pooled within groups first.
///
/// The 2009 standards compare an authority's pupils on free school meals with England's pupils who are not;
/// NI 102, 104 and 105 compare within the authority. Source: rulebook §1.2 P5 and P7, §1.3 S6 and S7, §7.5 (unrounded).
public struct GapCalculation: Hashable, Calculation {
  public static let kind = "gap"

  /// Whose percentage the gap is measured from.
  public enum Area: String, Sendable, Codable { case national, local }

  /// Share indicators; the first that exists in the year is used.
  public var of: [String]
  public var minuend: PupilGroup
  public var area: Area
  public var subtrahend: PupilGroup

  private enum Key: String, CodingKey { case of, minuend, subtrahend }
  private struct Minuend: Decodable {
    var group: PupilGroup
    var area: Area
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    of = try (try? fields.decode([String].self, forKey: .of)) ?? [fields.decode(String.self, forKey: .of)]
    let from = try fields.decode(Minuend.self, forKey: .minuend)
    (minuend, area) = (from.group, from.area)
    subtrahend = try fields.decode(PupilGroup.self, forKey: .subtrahend)
  }

  public func shares(_ share: (String) -> ShareCalculation?) -> [(share: ShareCalculation, group: PupilGroup)] {
    of.compactMap(share).flatMap { [($0, minuend), ($0, subtrahend)] }
  }
}
