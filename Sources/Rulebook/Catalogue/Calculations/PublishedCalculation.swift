import SchoolStatistics

/// An official figure that the tool only reports: a measure known from published results alone.
public struct PublishedCalculation: Hashable, Calculation {
  public static let kind = "published"

  public var measure: Measure
  public var group: PupilGroup

  public init(measure: Measure, group: PupilGroup = .all) { (self.measure, self.group) = (measure, group) }

  private enum Key: String, CodingKey { case measure, group }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    measure = Measure(try fields.decode(String.self, forKey: .measure))
    group = try fields.decodeIfPresent(PupilGroup.self, forKey: .group) ?? .all
  }

  public var measures: [Measure] { [measure] }
  public var groups: [PupilGroup] { [group] }
}
