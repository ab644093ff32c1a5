import CSV
import SchoolStatistics

/// Where the columns of pupils stand in a file.
struct PupilSlots: Sendable {
  let stage: PupilRule.Stage
  private let slots: [PupilColumn: Int]
  /// Columns that are there and say who a pupil is, so that they are not read.
  let personal: [String]

  init(_ rule: PupilRule, _ columns: inout ColumnFinder) {
    stage = rule.stage
    personal = columns.header.written.filter(PersonalColumns.contains)
    var slots: [PupilColumn: Int] = [:]
    for column in PupilColumn.allCases {
      let names = rule.columns[column.rawValue]?.names.filter { !PersonalColumns.contains($0) }
      slots[column] = columns.slot(ofFirst: names)
    }
    self.slots = slots
  }

  subscript(_ column: PupilColumn) -> Int? { slots[column] }
  func have(_ columns: PupilColumn...) -> Bool { columns.allSatisfy { slots[$0] != nil } }
}

/// How the rows of a file of pupils are counted.
final class PupilPlan: Sendable {
  let file: FilePlan
  let slots: PupilSlots
  let reference: PupilReference
  /// The plan of the count tables that are made, as if a file had held them.
  let counted: FilePlan
  /// What is counted, in the order of the numbers of an outcome; the first is the cohort.
  let measures: [Measure]
  /// Groups that the columns can tell, all pupils first. Children in care are counted apart.
  let groups: [PupilGroup]
  private let lists: [PupilColumn: PupilWordList]

  init?(_ file: FilePlan, reference: ReferenceData) {
    guard let slots = file.pupils, let rule = file.layout.pupils else { return nil }
    (self.file, self.slots, self.reference) = (file, slots, reference.pupils)
    measures = Self.measures(slots).map { Measure($0) }
    var groups: [PupilGroup] = [.all]
    if slots.have(.fsm) { groups += [.fsm, .notFSM] }
    if slots.have(.sen) { groups += [.sen, .noSEN] }
    if slots.have(.sex) { groups += [.boys, .girls] }
    if slots.have(.eal) { groups += [.eal, .notEAL] }
    if slots.have(.ethnicity) { groups += [.bme] }
    self.groups = groups
    var lists: [PupilColumn: PupilWordList] = [:]
    for column in PupilColumn.allCases { lists[column] = column.kind.map { reference.pupils[$0] } }
    self.lists = lists

    var layout = file.layout
    layout.tables = rule.fills.compactMap { reference.layouts.layout($0) }.flatMap { $0.tables ?? [] }
    (layout.keys, layout.rows, layout.words, layout.pupils) = (nil, nil, nil, nil)
    layout.years = nil
    let counts = Set(measures.map(\.id))
    var names: [String] = []
    for table in layout.tables ?? [] {
      names += table.group?.column ?? []
      names += table.variant ?? []
      names += (table.columns ?? []).filter { counts.contains($0.measure) || Self.totals.contains($0.measure) }.map {
        $0.from.names[0]
      }
    }
    counted = FilePlan(
      path: file.path, layout: layout, header: HeaderNames(names), encoding: file.encoding, fileYear: nil,
      measures: reference.measures, codes: reference.codes, standard: reference.standard, isCounted: true)
  }

  private static let totals: Set = ["ey_total_points", "ey_children"]

  private static func measures(_ slots: PupilSlots) -> [String] {
    switch slots.stage {
    case .earlyYears: return ["ey_assessed", "ey_threshold"]
    case .keyStage2:
      return [
        "ks2_eligible", "ks2_l4_english", "ks2_l4_maths", "ks2_l4_em", "ks2_below_l3_english", "ks2_below_l3_maths",
      ]
        + (slots.have(.ks1Reading) || slots.have(.ks1Writing) ? ["ks2_2lp_english", "ks2_2lp_english_matched"] : [])
        + (slots.have(.ks1Maths) ? ["ks2_2lp_maths", "ks2_2lp_maths_matched"] : [])
    case .keyStage4:
      let english = slots.have(.progressEnglish) || slots.have(.ks2English, .englishGrade)
      let maths = slots.have(.progressMaths) || slots.have(.ks2Maths, .mathsGrade)
      return ["ks4_pupils"] + (slots.have(.fiveGoodEnglishAndMaths) ? ["ks4_5ac_em"] : [])
        + (slots.have(.fiveGood) ? ["ks4_5ac_any"] : [])
        + (slots.have(.goodEnglishAndMaths) || slots.have(.englishGrade, .mathsGrade) ? ["ks4_ac_em"] : [])
        + (slots.have(.anyPass) ? ["ks4_no_passes"] : [])
        + (english ? ["ks4_3lp_english", "ks4_3lp_english_matched"] : [])
        + (maths ? ["ks4_3lp_maths", "ks4_3lp_maths_matched"] : [])
    }
  }

  /// What the cell of a column means; blank where the file lacks it.
  func meaning(_ column: PupilColumn, _ record: borrowing CSVRecord) -> PupilMeaning {
    guard let slot = slots[column], let list = lists[column] else { return .blank }
    return list.meaning(record[slot], file.codes)
  }

  /// The position of a meaning in the list of a column.
  func index(_ column: PupilColumn, _ meaning: String) -> Int { lists[column]?[meaning] ?? -1 }
  func meanings(_ column: PupilColumn) -> [String] { lists[column]?.meanings ?? [] }
}
