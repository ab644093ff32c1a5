import CSV
import SchoolStatistics

/// How one file is read: its layout, with every column found in its header.
struct FilePlan: Sendable {
  let path: String
  let version: FileVersion
  let layout: Layout
  let names: [String]
  let encoding: TextEncoding
  /// Places in the file of the columns to keep; a slot is a place in this list.
  private(set) var wanted: [Int] = []
  let codes: MissingCodes
  /// The names of the wanted columns, in lower case and without blanks at their ends.
  private var writtenNames: [[UInt8]] = []
  private(set) var year: YearSource = .none
  private(set) var rows: [RowTest] = []
  private(set) var keys = KeySlots()
  private(set) var filters = RowFilters()
  private(set) var words: [WordTest] = []
  private(set) var tables: [TablePlan] = []
  /// Whether no table has a place for its rows.
  private(set) var isPlaceless = false
  /// Where the columns of pupils stand, in files of one row a pupil.
  private(set) var pupils: PupilSlots?
  /// Fields of a register, and the slot of each.
  private(set) var fieldNames: [String] = []
  private(set) var fieldSlots: [Int] = []
  /// The kind of number that each holds; nil where it is text.
  private(set) var fieldKinds: [NumberKind?] = []
  /// Columns that the layout expects and the file lacks.
  private(set) var missingColumns: [MissingColumn] = []

  struct MissingColumn: Sendable {
    var name: String
    var measure: String
    var table: String
  }

  /// Where the year of a row comes from.
  enum YearSource: Sendable {
    case none
    case fixed(Int)
    case column(slot: Int, offset: Int)
    /// The file should say, and nothing does.
    case unknown
  }

  init(
    path: String, layout: Layout, header: HeaderNames, encoding: TextEncoding, fileYear: Int?, measures: MeasureList,
    codes: CodeLists, standard: OpenDataStandard, isCounted: Bool = false
  ) {
    self.path = path
    version = FileVersion(path: path, isCounted: isCounted)
    self.layout = layout
    self.encoding = encoding
    names = header.written
    self.codes = MissingCodes(layout.codes ?? ["general"], in: codes)
    var columns = ColumnFinder(header: header, prefixes: layout.prefixes ?? [], suffixes: layout.suffixes ?? [])

    keys = KeySlots(layout.keys ?? KeyColumns(), &columns)
    if layout.openData == true { filters = RowFilters(standard, &columns) }
    rows = (layout.rows ?? []).compactMap { RowTest($0, &columns) }
    if let rule = layout.years {
      if let slot = columns.slot(ofFirst: rule.column) {
        year = .column(slot: slot, offset: rule.offset ?? 0)
      } else if let fileYear {
        year = .fixed(fileYear)
      } else {
        year = rule.none == true ? .none : .unknown
      }
    }
    for rule in layout.tables ?? [] {
      tables += TablePlan.plans(rule, measures: measures, &columns, missing: &missingColumns)
    }
    isPlaceless = !tables.isEmpty && tables.allSatisfy { $0.rule.placeless == true }
    for (field, list) in (layout.register?.fields ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let slot = columns.slot(ofFirst: list.names) else { continue }
      fieldNames.append(field)
      fieldSlots.append(slot)
      fieldKinds.append(NumberKind.ofField(field))
    }
    for rule in layout.words ?? [] {
      if let test = WordTest(rule, &columns, measures: measures, codes: codes) { words.append(test) }
    }
    pupils = layout.pupils.map { PupilSlots($0, &columns) }
    wanted = columns.wanted
    writtenNames = wanted.map { position in
      let bytes = Array(header.written[position].lowercased().utf8)
      return Array(bytes[bytes.span.withoutBlanks])
    }
  }

  /// Whether a record repeats the header: files that were joined hold every file's.
  func isHeader(_ record: borrowing CSVRecord) -> Bool {
    guard let first = writtenNames.first, !first.isEmpty, record[0].isSame(as: first) else { return false }
    for (slot, name) in writtenNames.enumerated() where !record[slot].isSame(as: name) { return false }
    return true
  }

  /// The name in the header of the column that a field of a register comes from; empty where the file lacks it.
  func header(_ field: String) -> String {
    fieldNames.firstIndex(of: field).map { name(fieldSlots[$0]) } ?? ""
  }

  /// The name in the header of the column at a slot.
  func name(_ slot: Int) -> String { names[wanted[slot]] }
}

/// Gathers the columns that are wanted, each once.
struct ColumnFinder {
  let header: HeaderNames
  let prefixes: [String]
  let suffixes: [String]
  private(set) var wanted: [Int] = []

  init(header: HeaderNames, prefixes: [String], suffixes: [String]) {
    (self.header, self.prefixes, self.suffixes) = (header, prefixes, suffixes)
  }

  mutating func slot(_ position: Int) -> Int {
    if let slot = wanted.firstIndex(of: position) { return slot }
    wanted.append(position)
    return wanted.count - 1
  }

  mutating func slot(ofFirst names: [String]?) -> Int? {
    header.position(ofFirst: names, prefixes: prefixes, suffixes: suffixes).map { slot($0) }
  }

  mutating func slots(of names: [String]?) -> [Int] {
    (names ?? []).compactMap { header.position(of: $0, prefixes: prefixes, suffixes: suffixes) }.map { slot($0) }
  }
}

/// Where the columns stand that say which place a row is about.
struct KeySlots: Sendable {
  var urn: Int?
  var authority: Int?
  var authorityName: Int?
  var establishment: Int?
  var joined: Int?
  var schoolName: Int?
  var schoolType: Int?
  var region: Int?
  var responsible: Int?
  var version: Int?
  var newSchool: [Int] = []
  var authorityBelowItsSchools = false

  init() {}

  init(_ keys: KeyColumns, _ columns: inout ColumnFinder) {
    urn = columns.slot(ofFirst: keys.urn)
    authority = columns.slot(ofFirst: keys.authority)
    authorityName = columns.slot(ofFirst: keys.authorityName)
    establishment = columns.slot(ofFirst: keys.establishment)
    joined = columns.slot(ofFirst: keys.authorityAndEstablishment)
    schoolName = columns.slot(ofFirst: keys.schoolName)
    schoolType = columns.slot(ofFirst: keys.schoolType)
    region = columns.slot(ofFirst: keys.region)
    responsible = columns.slot(ofFirst: keys.responsibleAuthority)
    version = columns.slot(ofFirst: keys.version)
    newSchool = columns.slots(of: keys.newSchool)
    authorityBelowItsSchools = keys.authorityBelowItsSchools ?? false
  }
}

/// A rule of what a row is about, ready to be tried on records.
struct RowTest: Sendable {
  struct Condition: Sendable {
    var slot: Int
    /// In lower case.
    var value: [UInt8]
  }
  let conditions: [Condition]
  let rule: RowRule

  /// Nil where the file lacks a column of the rule.
  init?(_ rule: RowRule, _ columns: inout ColumnFinder) {
    guard let conditions = Self.conditions(rule.when ?? [:], &columns) else { return nil }
    (self.conditions, self.rule) = (conditions, rule)
  }

  static func conditions(_ when: [String: String], _ columns: inout ColumnFinder) -> [Condition]? {
    var conditions: [Condition] = []
    for (name, value) in when.sorted(by: { $0.key < $1.key }) {
      guard let slot = columns.slot(ofFirst: [name]) else { return nil }
      conditions.append(Condition(slot: slot, value: Array(value.lowercased().utf8)))
    }
    return conditions
  }
}

extension [RowTest.Condition] {
  func hold(_ record: borrowing CSVRecord) -> Bool {
    for condition in self {
      let bytes = record[condition.slot]
      if condition.value == [UInt8(ascii: "*")] {
        if bytes.withoutBlanks.isEmpty { return false }
      } else if !bytes.isSame(as: condition.value) {
        return false
      }
    }
    return true
  }
}
