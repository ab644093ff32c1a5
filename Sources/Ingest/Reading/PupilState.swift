import CSV
import SchoolStatistics

/// The pupils of one part of a file, counted.
struct PupilState: Sendable {
  private let plan: PupilPlan
  private let rules: Rules
  private(set) var schools: PupilTally
  private(set) var inCare: PupilTally
  private(set) var authorities: PupilTally
  /// Children by authority and total of points.
  private(set) var totals = PupilTally(width: 1)
  private(set) var sightings = PupilSchools()
  private(set) var log = PupilLog()
  private(set) var repeatedHeaders: [Int] = []
  /// Pupils who may stand twice.
  private(set) var doubtful: Set<UInt64> = []
  private let sieve: PupilSieve?
  /// Lines of the part that are not counted, since their pupils stand twice.
  private let excluded: Set<Int>
  private var outcome: [Int32]

  init(_ plan: PupilPlan, sieve: PupilSieve?, excluded: Set<Int> = []) {
    (self.plan, self.sieve, self.excluded) = (plan, sieve, excluded)
    rules = Rules(plan)
    let width = plan.measures.count
    schools = PupilTally(width: width * plan.groups.count)
    inCare = PupilTally(width: width)
    authorities = schools
    outcome = Array(repeating: 0, count: width)
  }

  mutating func take(_ records: borrowing CSVRecords) {
    for index in 0..<records.count { take(records[index]) }
  }

  private mutating func take(_ record: borrowing CSVRecord) {
    if plan.file.isHeader(record) {
      repeatedHeaders.append(record.line)
      return
    }
    if !excluded.isEmpty, excluded.contains(record.line) { return }
    guard let year = plan.year(record) else {
      log.note(.noYear, plan.yearSlot, line: record.line)
      return
    }
    let place = plan.place(record)
    guard place.school != 0 || (plan.slots.stage == .earlyYears && place.authority > 0) else {
      log.note(.noPlace, plan.file.keys.urn, line: record.line)
      return
    }
    if let sieve, let slot = plan.slots[.pupil] {
      let pupil = plan.number(record, slot, year)
      if let pupil, sieve.insert(pupil) { doubtful.insert(pupil) }
    }
    var total: Int?
    switch plan.slots.stage {
    case .earlyYears:
      total = earlyYears(record)
      guard total != nil else { return }
    case .keyStage2: guard keyStage2(record, year) else { return }
    case .keyStage4: guard keyStage4(record) else { return }
    }
    var head = PupilTally.Head(
      key: Int32(clamping: place.school), year: Int16(clamping: year), line: UInt32(clamping: record.line))
    let members = groups(record)
    if place.school != 0 {
      if place.authority > 0 {
        sightings.note(.init(key: head.key, authority: Int16(clamping: place.authority), line: head.line))
      }
      let position = schools.position(head)
      Self.add(outcome, members, to: &schools, at: position)
    }
    if isYes(.cic, record) {
      head.part = Int16(clamping: plan.responsible(record))
      if plan.slots.stage == .earlyYears { (head.key, head.part) = (Int32(clamping: place.authority), 0) }
      if head.key != 0 { inCare.add(outcome, at: inCare.position(head), from: 0) }
    }
    if let total, place.authority > 0 {
      (head.key, head.part) = (Int32(clamping: place.authority), 0)
      Self.add(outcome, members, to: &authorities, at: authorities.position(head))
      head.part = Int16(clamping: total)
      totals.add([1], at: totals.position(head), from: 0)
    }
  }

  /// Adds an outcome to each group that has a bit.
  private static func add(_ outcome: [Int32], _ members: UInt32, to tally: inout PupilTally, at position: Int) {
    var rest = members
    while rest != 0 {
      tally.add(outcome, at: position, from: rest.trailingZeroBitCount * outcome.count)
      rest &= rest - 1
    }
  }
}

extension PupilState {
  /// The meanings that rules ask for, looked up once.
  fileprivate struct Rules: Sendable {
    let girl: Int, boy: Int, yes: Int, noNeeds: Int, otherLanguage: Int, english: Int, bme: Int
    let noneAtTwo: Int, two: Int
    /// Of each level of key stage 2: 4 and above; below 3; from 3 up; below the tests.
    let isFour: [Bool], isBelowThree: [Bool], isTest: [Bool], isLow: [Bool]
    let isGoodGrade: [Bool]
    let noneAtOne: Int, noGrade: Int
    /// Points of each scale word; nil for none.
    let points: [Int?]

    init(_ plan: PupilPlan) {
      girl = plan.index(.sex, "girl")
      boy = plan.index(.sex, "boy")
      yes = plan.index(.fsm, "yes")
      noNeeds = plan.index(.sen, "none")
      otherLanguage = plan.index(.eal, "other")
      english = plan.index(.eal, "english")
      bme = plan.index(.ethnicity, "bme")
      let levels = plan.meanings(.ks2English)
      noneAtTwo = plan.index(.ks2English, "none")
      two = plan.index(.ks2English, "2")
      isFour = levels.map { ["4", "5", "6"].contains($0) }
      isTest = levels.map { ["3", "4", "5", "6"].contains($0) }
      isBelowThree = levels.map { ["B", "N", "W", "1", "2"].contains($0) }
      isLow = levels.map { ["W", "1", "2"].contains($0) }
      isGoodGrade = plan.meanings(.englishGrade).map { ["C", "B", "A", "A*"].contains($0) }
      noGrade = plan.index(.englishGrade, "none")
      noneAtOne = plan.meanings(.ks1Reading).count
      points = plan.meanings(.psed1).map { Int($0) }
    }
  }

  private func isYes(_ column: PupilColumn, _ record: borrowing CSVRecord) -> Bool {
    plan.slots[column] != nil && plan.meaning(column, record).index == rules.yes
  }

  /// A column of context: unknown words are noted, and the pupil is in none of its groups.
  private mutating func context(_ column: PupilColumn, _ record: borrowing CSVRecord) -> Int? {
    guard let slot = plan.slots[column] else { return nil }
    let meaning = plan.meaning(column, record)
    if meaning == .unknown { log.note(.context, slot, line: record.line) }
    return meaning.index
  }

  /// A bit for each group of the plan that the pupil is in.
  private mutating func groups(_ record: borrowing CSVRecord) -> UInt32 {
    var members: UInt32 = 1
    var bit: UInt32 = 1
    func next(_ holds: Bool) {
      bit <<= 1
      if holds { members |= bit }
    }
    if plan.slots[.fsm] != nil {
      let meals = context(.fsm, record)
      next(meals == rules.yes)
      next(meals != nil && meals != rules.yes)
    }
    if plan.slots[.sen] != nil {
      let needs = context(.sen, record)
      next(needs != nil && needs != rules.noNeeds)
      next(needs == rules.noNeeds)
    }
    if plan.slots[.sex] != nil {
      let sex = context(.sex, record)
      next(sex == rules.boy)
      next(sex == rules.girl)
    }
    if plan.slots[.eal] != nil {
      let language = context(.eal, record)
      next(language == rules.otherLanguage)
      next(language == rules.english)
    }
    if plan.slots[.ethnicity] != nil { next(context(.ethnicity, record) == rules.bme) }
    return members
  }

  /// A result; nil where the cell holds none, which is noted. A code gives its reason.
  private mutating func result(
    _ column: PupilColumn, _ record: borrowing CSVRecord, blank: Int? = nil
  ) -> (index: Int, reason: Int32)? {
    let meaning = plan.meaning(column, record)
    if let index = meaning.index { return (index, 0) }
    if let reason = meaning.reason { return (-1, reason) }
    if meaning == .blank, let blank { return (blank, 0) }
    log.note(.result, plan.slots[column], line: record.line)
    return nil
  }

  private mutating func set(_ position: inout Int, _ holds: Bool, _ reason: Int32) {
    outcome[position] = reason < 0 ? reason : holds ? 1 : 0
    position += 1
  }

  /// Made and counted, by a cell of a matrix: 1 made, 0 not made, 2 out of the denominator.
  private mutating func setProgress(_ position: inout Int, _ cell: UInt8, _ reason: Int32) {
    set(&position, cell == 1, reason)
    set(&position, cell != 2, reason)
  }

  /// Fills the outcome by rulebook §1.2 and §1.4; false where the row is of no use.
  private mutating func keyStage2(_ record: borrowing CSVRecord, _ year: Int) -> Bool {
    guard let english = result(.ks2English, record), let maths = result(.ks2Maths, record) else { return false }
    let isEnglish = english.index >= 0 && rules.isFour[english.index]
    let isMaths = maths.index >= 0 && rules.isFour[maths.index]
    outcome[0] = 1
    var next = 1
    set(&next, isEnglish, english.reason)
    set(&next, isMaths, maths.reason)
    set(&next, isEnglish && isMaths, min(english.reason, maths.reason))
    set(&next, english.index >= 0 && rules.isBelowThree[english.index], english.reason)
    set(&next, maths.index >= 0 && rules.isBelowThree[maths.index], maths.reason)
    if plan.slots[.ks1Reading] != nil || plan.slots[.ks1Writing] != nil {
      let (reading, first) = prior(.ks1Reading, record)
      let (writing, second) = prior(.ks1Writing, record)
      let level = plan.reference.keyStage1English[reading][writing]
      progress(&next, level, english, .assessedEnglish, record, year, reason: level == 0 ? min(first, second) : 0)
    }
    if plan.slots[.ks1Maths] != nil {
      let (own, reason) = prior(.ks1Maths, record)
      // The level of its own points: an undivided 2 is a 2B.
      let level = plan.reference.keyStage1English[own][rules.noneAtOne]
      progress(&next, level, maths, .assessedMaths, record, year, reason: level == 0 ? reason : 0)
    }
    return true
  }

  private mutating func prior(_ column: PupilColumn, _ record: borrowing CSVRecord) -> (level: Int, reason: Int32) {
    let meaning = plan.meaning(column, record)
    if meaning == .unknown { log.note(.prior, plan.slots[column], line: record.line) }
    return (meaning.index ?? rules.noneAtOne, meaning.reason ?? 0)
  }

  private mutating func progress(
    _ next: inout Int, _ prior: Int, _ test: (index: Int, reason: Int32), _ assessed: PupilColumn,
    _ record: borrowing CSVRecord, _ year: Int, reason: Int32
  ) {
    let reason = min(reason, test.reason)
    if prior == 0, reason == 0 {
      let column: PupilColumn = assessed == .assessedMaths ? .ks1Maths : .ks1Reading
      log.note(.noPrior, plan.slots[column] ?? plan.slots[.ks1Writing], line: record.line)
    }
    guard reason == 0 else { return setProgress(&next, 2, reason) }
    setProgress(&next, plan.reference.twoLevels[prior][level(test.index, assessed, record, year)], 0)
  }

  /// The level that progress is judged by: the test's, or below its levels the teacher's; from 2011 on the teacher's, level
  /// 2 at most, where no test was taken.
  private mutating func level(
    _ test: Int, _ assessed: PupilColumn, _ record: borrowing CSVRecord, _ year: Int
  ) -> Int {
    guard !rules.isTest[test], plan.slots[assessed] != nil else { return test }
    let teacher = context(assessed, record)
    guard let teacher else { return test }
    if test != rules.noneAtTwo { return rules.isLow[teacher] ? teacher : test }
    guard year >= 2011 else { return test }
    return rules.isTest[teacher] ? rules.two : teacher
  }

  private mutating func flag(
    _ next: inout Int, _ column: PupilColumn, _ record: borrowing CSVRecord, inverted: Bool = false
  ) -> Bool {
    guard plan.slots[column] != nil else { return true }
    guard let flag = result(column, record) else { return false }
    set(&next, (flag.index == rules.yes) != inverted, flag.reason)
    return true
  }

  /// Fills the outcome by rulebook §1.3 and §1.4; false where the row is of no use.
  private mutating func keyStage4(_ record: borrowing CSVRecord) -> Bool {
    outcome[0] = 1
    var next = 1
    guard flag(&next, .fiveGoodEnglishAndMaths, record), flag(&next, .fiveGood, record) else { return false }
    var english: (index: Int, reason: Int32) = (rules.noGrade, 0)
    var maths = english
    if plan.slots[.englishGrade] != nil {
      guard let found = result(.englishGrade, record, blank: rules.noGrade) else { return false }
      english = found
    }
    if plan.slots[.mathsGrade] != nil {
      guard let found = result(.mathsGrade, record, blank: rules.noGrade) else { return false }
      maths = found
    }
    if plan.slots[.goodEnglishAndMaths] != nil {
      guard flag(&next, .goodEnglishAndMaths, record) else { return false }
    } else if plan.slots.have(.englishGrade, .mathsGrade) {
      let both =
        english.index >= 0 && maths.index >= 0 && rules.isGoodGrade[english.index] && rules.isGoodGrade[maths.index]
      set(&next, both, min(english.reason, maths.reason))
    }
    guard flag(&next, .anyPass, record, inverted: true) else { return false }
    threeLevels(&next, .progressEnglish, .ks2English, english, plan.slots[.englishGrade], record)
    threeLevels(&next, .progressMaths, .ks2Maths, maths, plan.slots[.mathsGrade], record)
    return true
  }

  private mutating func threeLevels(
    _ next: inout Int, _ flag: PupilColumn, _ prior: PupilColumn, _ grade: (index: Int, reason: Int32), _ slot: Int?,
    _ record: borrowing CSVRecord
  ) {
    if plan.slots[flag] != nil {
      // Blank: out of the measure.
      let made = context(flag, record)
      return setProgress(&next, made == nil ? 2 : made == rules.yes ? 1 : 0, 0)
    }
    guard plan.slots[prior] != nil, slot != nil else { return }
    let level = plan.meaning(prior, record)
    if level == .unknown { log.note(.context, plan.slots[prior], line: record.line) }
    let reason = min(grade.reason, level.reason ?? 0)
    guard reason == 0 else { return setProgress(&next, 2, reason) }
    setProgress(&next, plan.reference.threeLevels[level.index ?? rules.noneAtTwo][grade.index], 0)
  }

  /// The total of points; nil for a child who is out of the cohort, by rulebook §1.0 and §1.1.
  private mutating func earlyYears(_ record: borrowing CSVRecord) -> Int? {
    var total = 0
    var least = 9
    for (position, column) in PupilColumn.scales.enumerated() {
      let meaning = plan.meaning(column, record)
      guard let index = meaning.index else {
        log.note(.scale, plan.slots[column], line: record.line)
        return nil
      }
      guard let points = rules.points[index] else {
        log.note(.notAssessed, nil, line: record.line)
        return nil
      }
      total += points
      if position < 7 { least = min(least, points) }
    }
    outcome[0] = 1
    outcome[1] = total >= 78 && least >= 6 ? 1 : 0
    return total
  }
}

extension PupilState {
  mutating func moveLines(to firstLine: Int) {
    schools.moveLines(to: firstLine)
    inCare.moveLines(to: firstLine)
    authorities.moveLines(to: firstLine)
    totals.moveLines(to: firstLine)
    sightings.moveLines(to: firstLine)
    log.moveLines(to: firstLine)
    for index in repeatedHeaders.indices { repeatedHeaders[index] += firstLine }
  }

  /// Adds what the next part of the file gives. Lines of both are those of the file.
  mutating func append(_ other: PupilState) {
    schools.append(other.schools)
    inCare.append(other.inCare)
    authorities.append(other.authorities)
    totals.append(other.totals)
    sightings.append(other.sightings)
    log.append(other.log)
    repeatedHeaders += other.repeatedHeaders
    doubtful.formUnion(other.doubtful)
  }
}

extension PupilPlan {
  /// The slot of the column of years.
  var yearSlot: Int? { if case .column(let slot, _) = file.year { slot } else { nil } }

  /// The year of a record; nil where it cannot be told.
  func year(_ record: borrowing CSVRecord) -> Int? {
    switch file.year {
    case .fixed(let year): return year
    case .none, .unknown: return nil
    case .column(let slot, let offset):
      let number = Int(record.shortWholeNumber(slot))
      let isPlain = YearReading.plausible(number) && record[slot].count == 4
      return (isPlain ? number : YearReading.ending(record[slot])).flatMap { YearReading.moved($0, by: offset) }
    }
  }

  /// The school and the authority of a record, 0 where there is none.
  func place(_ record: borrowing CSVRecord) -> (school: Int, authority: Int) {
    func number(_ slot: Int?, _ kind: NumberKind) -> Int {
      let found = slot.flatMap { record.wholeNumber($0) } ?? 0
      return kind.range.contains(found) ? found : 0
    }
    return (number(file.keys.urn, .urn), number(file.keys.authority, .authority))
  }

  /// The authority that a child in care is the responsibility of, 0 for the school's own.
  func responsible(_ record: borrowing CSVRecord) -> Int {
    let found = file.keys.responsible.flatMap { record.wholeNumber($0) } ?? 0
    return NumberKind.authority.range.contains(found) ? found : 0
  }

  /// The number of the pupil in the year; nil where the row has no key.
  func number(_ record: borrowing CSVRecord, _ slot: Int, _ year: Int) -> UInt64? {
    let bytes = record[slot]
    let range = bytes.withoutBlanks
    return range.isEmpty ? nil : bytes.extracting(range).number(seed: UInt64(clamping: year))
  }
}
