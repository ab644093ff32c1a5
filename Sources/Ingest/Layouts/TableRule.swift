import SchoolStatistics

/// Which rows and columns of a file belong to one canonical table.
public struct TableRule: Decodable, Sendable {
  /// The canonical table.
  public var name: String
  /// Rows of authorities are kept as rows of the table, not as published figures.
  public var authoritiesAreRows: Bool?
  /// Rows are about no place that the tool knows (a list of people).
  public var placeless: Bool?
  public var group: GroupRule?
  /// Columns whose values, joined by a slash, tell rows of one place, year and group apart.
  public var variant: [String]?
  /// Column values that rows must have to belong to the table.
  public var when: [String: String]?
  public var columns: [ColumnRule]?
  public var texts: [String: TextRule]?
  /// One measure a line, named in a column.
  public var long: LongRule?
  /// Columns that are not in the file are findings, unless they are marked optional.
  public var complete: Bool?
}

/// Where the pupil group of a row comes from.
public struct GroupRule: Decodable, Sendable {
  public var column: [String]
  /// Values of the column and the groups they mean; without it values are the ids of groups.
  public var values: [String: PupilGroup]?
}

/// One column, or several that mean the same, and the measure that it reports.
public struct ColumnRule: Decodable, Sendable {
  public enum Writing: String, Decodable, Sendable {
    /// Whole pupils, schools or sessions.
    case count
    /// A percentage of the measure's denominator, `57%` or `57.0`.
    case percent
    /// A score, a mean, points.
    case number
    /// A share between 0 and 1 of the measure's denominator.
    case fraction
  }

  public var measure: String
  public var group: PupilGroup?
  /// Names, the most usual first; the first that the file has is used.
  public var from: NameList
  /// Columns to add up instead of choosing among them.
  public var sum: Bool?
  public var `as`: Writing?
  /// The denominator, where it is not the one that `measures.json5` gives.
  public var of: String?
  public var variant: String?
  /// Years before (negative) the row's own.
  public var yearOffset: Int?
  /// The year that the column is about whatever the row's own, `PTRWM_EXP_16`; ignored unless it is an earlier one.
  public var year: Int?
  /// Decimals of the published figure, where its cells do not show them.
  public var decimals: Int?
  /// Words that stand for numbers.
  public var words: [String: Int]?
  public var optional: Bool?
}

/// A column kept as text.
public struct TextRule: Decodable, Sendable {
  public enum Writing: String, Decodable, Sendable { case text, date }
  public var from: NameList
  public var `as`: Writing?
}

/// Files of one measure a line.
public struct LongRule: Decodable, Sendable {
  public var measure: [String]
  public var value: [String]?
  public var numerator: [String]?
  public var denominator: [String]?
  public var basis: [String]?
  /// The file's own names of measures; without it they are ids.
  public var values: [String: LongMeasure]?
  /// Names that `values` lacks become ids with this beginning; without it they belong to no row of the table.
  public var prefix: String?
}

/// What a long file's name for a measure means.
public struct LongMeasure: Decodable, Sendable {
  public var measure: String
  public var group: PupilGroup?
  public var variant: String?
}

/// A name or several.
public struct NameList: Decodable, Sendable {
  public var names: [String]
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let several = try? container.decode([String].self) {
      names = several
    } else {
      names = [try container.decode(String.self)]
    }
    if names.isEmpty {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "it names no column")
    }
  }
}

/// A file that says what figures are about.
public struct RegisterRule: Decodable, Sendable {
  public enum Kind: String, Decodable, Sendable {
    case authorities = "local_authorities"
    case authorityNames = "authority_names"
    case neighbours = "statistical_neighbours"
    case schools
    case links = "school_links"
    case schoolNames = "school_names"
    case measures
  }
  public var kind: Kind
  /// Fields of the register and the columns they come from.
  public var fields: [String: NameList]
  /// Fields that every row has the same value of.
  public var constants: [String: String]?
  /// Values of a field that rows must have.
  public var only: [String: [String]]?
  /// Values of a field that turn the row round: a predecessor link is a successor link of the other school.
  public var reversed: [String: [String]]?
  /// True where a file of the kind replaces the built-in list.
  public var replaces: Bool?
}
