import CSV
import Foundation

/// A generated file and the columns of it that are kept.
struct Workload: Sendable {
  let name: String
  let columnNames: [String]
  /// Kept columns, ascending.
  let wanted: [Int]
  /// Those of them that hold whole numbers or nothing.
  let numbers: Set<Int>
  /// Writes the values of record `row`.
  let fill: @Sendable (inout CSVWriter, Int, inout Numbers) -> Void

  /// A performance-table file: few columns of many, most values short, codes among them.
  static let wide = Workload(
    name: "wide (350 columns, 20 kept)",
    columnNames: ["RECTYPE", "LEA", "ESTAB", "URN", "SCHNAME"] + (5..<350).map { "MEASURE\($0)" },
    wanted: [0, 1, 2, 3, 4] + (0..<15).map { 11 + $0 * 22 },
    numbers: [0, 1, 2, 3],
    fill: { writer, row, numbers in
      writer.field(row % 200 == 0 ? 3 : 1)
      writer.field(201 + row % 150)
      writer.field(1000 + row % 7000)
      writer.field(100_000 + row)
      writer.field(schoolNames[numbers.below(schoolNames.count)])
      for _ in 5..<350 {
        switch numbers.below(16) {
        case 0: writer.field("SUPP")
        case 1: writer.emptyField()
        case 2: writer.field("NE")
        case 3...5: writer.field(numbers.below(240))
        case 6...9: writer.field("\(numbers.below(100))%")
        default: writer.field("\(numbers.below(100)).\(numbers.below(10))")
        }
      }
    })

  /// A table of counts by school and pupil group.
  static let narrow = Workload(
    name: "narrow (16 columns, 7 kept)",
    columnNames: [
      "academic_year", "la_code", "la_name", "region", "urn", "laestab", "school_name", "school_type", "phase",
      "gender", "pupil_group", "cohort", "numerator", "percentage", "published", "source",
    ],
    wanted: [0, 1, 4, 8, 10, 11, 12],
    numbers: [1, 4, 11, 12],
    fill: { writer, row, numbers in
      let authority = 201 + row / 40 % 150
      let cohort = numbers.below(240)
      writer.field("2008/09")
      writer.field(authority)
      writer.field("Authority \(authority)")
      writer.field(regions[authority % regions.count])
      writer.field(100_000 + row / 12)
      writer.field(authority * 10_000 + 1000 + row / 12 % 7000)
      writer.field(schoolNames[row / 12 % schoolNames.count])
      writer.field("Community school")
      writer.field(row / 12 % 6 == 0 ? "secondary" : "primary")
      writer.field("mixed")
      writer.field(groups[row % groups.count])
      writer.field(cohort)
      if cohort < 6 { writer.emptyField() } else { writer.field(cohort * (30 + numbers.below(70)) / 100) }
      writer.field("\(numbers.below(100)).\(numbers.below(10))")
      writer.field("yes")
      writer.field("performance tables")
    })

  /// Writes the file, the same bytes every time for the same size, unless it is there already.
  func file(in folder: URL, bytes: Int) throws -> URL {
    let place = folder.appending(path: "\(name.prefix { $0 != " " })-\(bytes).csv")
    if FileManager.default.fileExists(atPath: place.path) { return place }
    let unfinished = place.appendingPathExtension("part")
    var writer = try CSVWriter(path: unfinished.path)
    try writer.write(columnNames)
    var numbers = Numbers()
    var row = 0
    while try row % 1000 != 0 || size(of: unfinished) < bytes {
      fill(&writer, row, &numbers)
      try writer.endRecord()
      row += 1
    }
    try writer.close()
    try FileManager.default.moveItem(at: unfinished, to: place)
    return place
  }
}

func size(of file: URL) throws -> Int {
  try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
}

/// A small generator of numbers, the same in every run.
struct Numbers {
  private var state: UInt64 = 0x2545_F491_4F6C_DD1D

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }
}

private let schoolNames = [
  "Ash Grove Primary School", "St Mary's Church of England Primary School, Northgate", "Hillside Academy",
  "The \"New\" Park School", "Riverside Community College", "Oak Lane Infant School", "Thornbury High School",
  "Our Lady and St Joseph Catholic Primary School, a Voluntary Academy",
]
private let regions = [
  "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands", "East of England",
  "London", "South East", "South West",
]
private let groups = [
  "all", "boys", "girls", "fsm", "non_fsm", "sen_statement", "sen_action", "no_sen", "eal", "english_first",
  "care", "not_care",
]
