import SchoolStatistics

/// A kind of file that is understood: how to know it by its header and what its columns mean.
///
/// Layouts are data: `Data/reference/layouts/*.json5`, documented in the README there.
public struct Layout: Decodable, Sendable {
  /// What a file of the layout is for.
  public enum Role: String, Decodable, Sendable {
    /// Figures about schools or areas.
    case results
    /// Schools, authorities, links or neighbours: what figures are about.
    case register
    /// Field lists and notes: known, and not read further.
    case documentation
  }

  /// `ks4-2014`; stable, used in `datapackage.json` and `run.json`.
  public var id: String
  public var title: String
  /// Who publishes such files.
  public var publisher: String?
  /// The school years it is known from, in words.
  public var applies: String?
  public var role: Role
  public var recognise: RecognitionRule
  /// True for files of the open-data standard, which gives them their columns for time, place and edition, and their
  /// filters.
  public var openData: Bool?
  /// Endings that a column's name may have besides: `_PTQ`, `_PTQ_EE`.
  public var suffixes: [String]?
  /// Beginnings that a column's name may have besides: `KS2_`, `CEN_`.
  public var prefixes: [String]?
  /// Names of the lists in `codes.json5` that its missing values come from.
  public var codes: [String]?
  public var years: YearRule?
  public var rows: [RowRule]?
  /// What may stand in columns whose words decide what becomes of a row.
  public var words: [WordRule]?
  public var keys: KeyColumns?
  public var tables: [TableRule]?
  public var register: RegisterRule?
  /// Files of one row a pupil, which are counted while they are read.
  public var pupils: PupilRule?

  /// The canonical tables that files of the layout give rows to.
  public var tableNames: [String] {
    (tables ?? []).map(\.name) + (register.map { [$0.kind.rawValue] } ?? [])
      + (pupils?.fills ?? []).map { $0.replacing("-", with: "_") }
  }
}

/// The columns that a file must have and must not have.
public struct RecognitionRule: Decodable, Sendable {
  public var required: [String]
  public var absent: [String]?
}

/// Where the year of a row comes from; the first source that gives one is used, in the order of the properties.
public struct YearRule: Decodable, Sendable {
  /// A column that holds it.
  public var column: [String]?
  /// Years to add to what the source says (a cohort named by the year it turns 19: -3).
  public var offset: Int?
  /// The same year for every file of the layout.
  public var fixed: Int?
  /// Patterns over header names with a two-digit group `yy`; the latest is taken, and `plus` added to it.
  public var header: [HeaderYear]?
  /// Patterns over the file's name with a group `ending` (the calendar year in which the school year ends) or `start`.
  public var file: [String]?
  /// Patterns over the names of the folders that the file is in, with the same groups.
  public var folder: [String]?
  /// True where a row needs no year (registers of inspections).
  public var none: Bool?

  public struct HeaderYear: Decodable, Sendable {
    public var pattern: String
    public var plus: Int?
  }
}

/// What a row is about, told by the values of some of its columns. The first rule that fits is used.
public struct RowRule: Decodable, Sendable {
  public enum Kind: String, Decodable, Sendable {
    case school, localAuthority, region, national, skip
  }
  /// Column and value pairs that must all hold; blanks and case do not matter, `""` is an empty cell and
  /// `"*"` any other. None: always.
  public var when: [String: String]?
  public var `is`: Kind
  /// Whether a total is of all schools or of maintained ones.
  public var basis: Basis?
  /// What the row says about the school: a special school, an independent one.
  public var kind: SchoolKind?
  /// Marks rows of different scope apart (`primary`, `secondary`).
  public var variant: String?
  /// The place itself, where the row names none that can be read: a region by its ONS code.
  public var place: String?
  /// The group of pupils that the row is about.
  public var group: PupilGroup?
}

/// The words that may stand in a column; an empty cell and a code for a missing value may stand in any.
public struct WordRule: Decodable, Sendable {
  /// Lists that stand elsewhere.
  public enum List: String, Decodable, Sendable { case measures, schoolTypes, inspectionCategories, yesOrNo }
  public enum Writing: String, Decodable, Sendable { case number, date }

  public var column: NameList
  /// What a word of the column is, for messages: `a phase`.
  public var what: String
  /// The words themselves; case and blanks do not matter.
  public var allowed: [String]?
  public var list: List?
  /// Words are whole numbers, or dates.
  public var `as`: Writing?
  /// The least and the largest number; what is no number is not looked at.
  public var between: [Int]?
  /// True where a row with another word cannot be used.
  public var leavesOut: Bool?
}

/// The columns that say which place a row is about.
public struct KeyColumns: Decodable, Sendable {
  public var urn: [String]?
  public var authority: [String]?
  public var authorityName: [String]?
  public var establishment: [String]?
  /// Authority and establishment in one number, `2013614`.
  public var authorityAndEstablishment: [String]?
  public var schoolName: [String]?
  public var schoolType: [String]?
  public var region: [String]?
  /// The authority that children in care are the responsibility of, where it is not the school's own.
  public var responsibleAuthority: [String]?
  /// The edition of the row's figures: provisional, revised or final.
  public var version: [String]?
  /// Columns in which the code for a new school explains every blank of the row.
  public var newSchool: [String]?
  /// Rows of authorities carry no code: they stand below the schools of the authority.
  public var authorityBelowItsSchools: Bool?
}
