/// A file that was read, or that was found and could not be used.
public struct SourceFile: Sendable {
  /// Path as the user gave it (folder and file name).
  public var path: String
  public var bytes: Int
  /// SHA-256 in hexadecimal.
  public var digest: String
  /// The layout that read it; empty where none did.
  public var layout: String
  /// Data rows in the file.
  public var rows: Int
  /// Years of the results in it, ascending.
  public var years: [AcademicYear]
  public init(path: String, bytes: Int, digest: String, layout: String, rows: Int, years: [AcademicYear]) {
    (self.path, self.bytes, self.digest, self.layout, self.rows, self.years) = (
      path, bytes, digest, layout, rows, years
    )
  }
}

/// An official figure for an authority, a region or England. Never summed with schools.
public struct PublishedFigure: Sendable {
  public var place: Place
  public var year: AcademicYear
  public var measure: Measure
  public var group: PupilGroup
  /// As `DataTable.variants`.
  public var variant: String
  public var basis: Basis
  public var numerator: Figure
  public var denominator: Figure
  /// As published: a percentage, a score or a count.
  public var value: Figure
  /// Decimals of the published value, which bound its rounding.
  public var decimals: Int
  /// Index in `SchoolData.sources`.
  public var source: Int
  public var line: Int
  public init(
    place: Place, year: AcademicYear, measure: Measure, group: PupilGroup, variant: String = "", basis: Basis,
    numerator: Figure, denominator: Figure, value: Figure, decimals: Int, source: Int, line: Int
  ) {
    (self.place, self.year, self.measure, self.group, self.variant) = (place, year, measure, group, variant)
    (self.basis, self.numerator, self.denominator, self.value) = (basis, numerator, denominator, value)
    (self.decimals, self.source, self.line) = (decimals, source, line)
  }
}

/// What a measure is, from `measures.json5` or from a dictionary among the data.
public struct MeasureDefinition: Sendable {
  public var measure: Measure
  public var title: String
  public var polarity: Polarity?
  public var decimals: Int?
  /// True where the definition came from a file among the data (the LAIT dictionary), not from reference data.
  public var isFromData: Bool
  public init(
    measure: Measure, title: String, polarity: Polarity? = nil, decimals: Int? = nil, isFromData: Bool = false
  ) {
    (self.measure, self.title, self.polarity, self.decimals, self.isFromData) = (
      measure, title, polarity, decimals, isFromData
    )
  }
}

/// Everything that Ingest read: the input of Analysis. Holds no indicator and no judgement.
public struct SchoolData: Sendable {
  public var sources: [SourceFile] = []
  /// True where the data folder declares itself synthetic; every page says so.
  public var isSynthetic = false
  /// Sorted by code.
  public var authorities: [LocalAuthority] = []
  /// Sorted by code.
  public var regions: [Region] = []
  public var neighbours: [StatisticalNeighbours] = []
  /// Sorted by URN.
  public var schools: [School] = []
  public var links: [SchoolLink] = []
  /// In the order of `sources`.
  public var tables: [DataTable] = [] { didSet { records = SchoolRecords(tables) } }
  public var published: [PublishedFigure] = []
  public var measures: [Measure: MeasureDefinition] = [:]

  /// What the tables say of schools besides their results.
  private(set) var records = SchoolRecords([])

  public init() {}

  /// Position of a school in `schools`, or nil. O(log n).
  public func schoolIndex(_ urn: URN) -> Int? { schools.position(of: urn, by: \.urn) }
  /// Position of an authority in `authorities`, or nil. O(log n).
  public func authorityIndex(_ code: LocalAuthorityCode) -> Int? { authorities.position(of: code, by: \.code) }
}

extension Array {
  /// Position of the element with a key, in an array sorted by that key. O(log n).
  @inlinable package func position<Key: Comparable>(of key: Key, by keyOf: (Element) -> Key) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if keyOf(self[middle]) < key { low = middle + 1 } else { high = middle }
    }
    return low < count && keyOf(self[low]) == key ? low : nil
  }
}
