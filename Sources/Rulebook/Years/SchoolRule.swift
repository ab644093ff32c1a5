import SchoolStatistics

/// Which schools an indicator counts in one year: a floor, or a definition of coasting.
///
/// Source: rulebook §1.5 and 2.
public struct SchoolRule: Sendable, Decodable {
  public var schools: SchoolScope
  /// The measure whose count is the school's cohort.
  public var cohort: Measure
  /// Schools with fewer pupils are not judged.
  public var minimum: Int
  /// How many years, this one included, must reach the minimum cohort.
  public var years: Int
  /// True where schools in an Ofsted category are left out and reported apart.
  public var excludesCategories: Bool
  /// The rule in words.
  public var words: String
  public var certainty: String
  public var source: String
  /// Why the rule is a choice; empty where it is not.
  public var assumption: String
  public var test: SchoolTest

  private enum Key: String, CodingKey {
    case schools, cohort, minimum, years, words, certainty, source, assumption, test
    case excludesCategories = "excludes_categories"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    schools = try fields.decode(SchoolScope.self, forKey: .schools)
    cohort = Measure(try fields.decode(String.self, forKey: .cohort))
    minimum = try fields.decode(Int.self, forKey: .minimum)
    years = try fields.decodeIfPresent(Int.self, forKey: .years) ?? 1
    excludesCategories = try fields.decodeIfPresent(Bool.self, forKey: .excludesCategories) ?? false
    words = try fields.decode(String.self, forKey: .words)
    certainty = try fields.decode(String.self, forKey: .certainty)
    source = try fields.decode(String.self, forKey: .source)
    assumption = try fields.decodeIfPresent(String.self, forKey: .assumption) ?? ""
    test = try fields.decode(SchoolTest.self, forKey: .test)
  }
}

/// Which schools are pooled or counted.
public enum SchoolScope: String, Sendable, Codable {
  /// State-funded mainstream and special schools.
  case all
  case mainstream, primary, secondary

  package func includes(_ kind: SchoolKind) -> Bool {
    switch self {
    case .all: kind != .independent && kind != .alternative
    case .mainstream: kind.isMainstream
    case .primary: kind == .primary
    case .secondary: kind == .secondary || kind == .allThrough
    }
  }
}
