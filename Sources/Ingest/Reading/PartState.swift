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
  /// School rows, to find the authority of a total that names none: line and key.
  var schoolLines: [(line: UInt32, key: Int32)] = []

  init(_ plan: FilePlan) {
    schools = plan.tables.map { TableBuilder(columns: $0.columns.count, texts: $0.texts.count) }
    authorities = schools
  }

  mutating func append(_ other: PartState, firstLine: Int) {
    for index in schools.indices {
      schools[index].append(contentsOf: other.schools[index], firstLine: firstLine)
      authorities[index].append(contentsOf: other.authorities[index], firstLine: firstLine)
    }
    let names = other.areaNames.distinct.map { areaNames.intern($0) }
    let variants = other.areaVariants.distinct.map { areaVariants.intern($0) }
    areas.reserveCapacity(areas.count + other.areas.count)
    for var area in other.areas {
      area.line += UInt32(firstLine)
      area.name = area.name.map { names[Int($0)] }
      area.variant = variants[Int(area.variant)]
      areas.append(area)
    }
    log.append(other.log, firstLine: firstLine)
    for key in other.sightingOrder where sightings[key] == nil {
      var sighting = other.sightings[key]!
      sighting.line += UInt32(firstLine)
      sightings[key] = sighting
      sightingOrder.append(key)
    }
    for var record in other.records {
      record.line += firstLine
      records.append(record)
    }
    schoolLines += other.schoolLines.map { ($0.line + UInt32(firstLine), $0.key) }
    skipped += other.skipped
  }
}

/// One row of a register: its fields as text.
struct RegisterRecord: Sendable {
  var line: Int
  var values: [String: String]
  subscript(_ field: String) -> String { values[field] ?? "" }
}
