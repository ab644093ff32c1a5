import CSV
import SchoolStatistics

/// All that one part of a file gives.
struct PartState: Sendable {
  /// Rows of schools, one builder for each table plan.
  var schools: [TableBuilder]
  /// Rows of authorities of tables that keep them as rows.
  var authorities: [TableBuilder]
  var areas: [AreaFigure] = []
  var areaNames = TextInterner()
  var areaVariants = TextInterner()
  var log = CellLog()
  var sightings: [Int32: Sighting] = [:]
  /// Keys in the order in which they were first seen.
  var sightingOrder: [Int32] = []
  /// Records of a register.
  var records: [RegisterRecord] = []
  var skipped = 0
  /// The words that came in each column with a rule of words.
  var triedWords: [TriedWords]
  /// The words that came in each column of filters.
  var filterWords: [FilterWords]
  /// Records of the batch that are about schools.
  var schoolHeads: [RowHead] = []
  /// Records of the batch that are about authorities.
  var authorityHeads: [RowHead] = []
  /// The names of groups of each table.
  var groupNames: [GroupNames]
  /// School rows, to find the authority of a total that names none: line and key.
  var schoolLines: [(line: UInt32, key: Int32)] = []

  init(_ plan: FilePlan) {
    schools = plan.tables.map { TableBuilder(columns: $0.columns.count, texts: $0.texts.count) }
    authorities = schools
    triedWords = plan.words.map { _ in TriedWords() }
    filterWords = plan.filters.columns.map { _ in FilterWords() }
    groupNames = plan.tables.map { GroupNames($0.groupValues) }
  }

  /// Lines of the file in place of lines of the part, whose first is `firstLine`.
  mutating func moveLines(to firstLine: Int) {
    for index in schools.indices {
      schools[index].moveLines(to: firstLine)
      authorities[index].moveLines(to: firstLine)
    }
    for index in areas.indices { areas[index].line += UInt32(clamping: firstLine) }
    log.moveLines(to: firstLine)
    for key in sightingOrder { sightings[key]!.line += UInt32(clamping: firstLine) }
    for index in records.indices { records[index].line += firstLine }
    for index in schoolLines.indices { schoolLines[index].line += UInt32(clamping: firstLine) }
  }

  /// Appends what the next part of the file gives. Lines of both are those of the file.
  mutating func append(_ other: PartState) {
    for index in schools.indices {
      schools[index].append(contentsOf: other.schools[index])
      authorities[index].append(contentsOf: other.authorities[index])
    }
    let names = other.areaNames.distinct.map { areaNames.intern($0) }
    let variants = other.areaVariants.distinct.map { areaVariants.intern($0) }
    areas.reserveCapacity(areas.count + other.areas.count)
    for var area in other.areas {
      area.name = area.name.map { names[Int($0)] }
      area.variant = variants[Int(area.variant)]
      areas.append(area)
    }
    log.append(other.log)
    for key in other.sightingOrder where sightings[key] == nil {
      sightings[key] = other.sightings[key]!
      sightingOrder.append(key)
    }
    records += other.records
    schoolLines += other.schoolLines
    skipped += other.skipped
  }
}
