import SchoolStatistics

/// The data checklist: what was supplied for a school, what is missing and what does not apply.
///
/// Source: The School Improvement Partner's Brief, edition 3, section 7; rulebook §9.4.
enum DataChecklist {
  /// What the inputs hold for the school.
  struct Supplied: Sendable {
    var results = false
    var earlyYears = false
    var valueAdded = false
    var attendance = false
    var targets = false
    var estimates = false
    var targetOutcomes = false
    var inspections = false
    var actions = false
    var context = false
  }

  static func items(_ supplied: Supplied, kind: SchoolKind) -> [ChecklistItem] {
    school(supplied, kind) + authority(supplied, kind) + partner(supplied, kind) + other(supplied)
  }

  private static func school(_ supplied: Supplied, _ kind: SchoolKind) -> [ChecklistItem] {
    let supplier = "School"
    return [
      ask(supplier, "Self-evaluation form (SEF)"), ask(supplier, "School development plan"),
      ask(supplier, "The school's own data analysis"),
      kind.serves(.earlyYears)
        ? item(supplier, "Foundation Stage Profile", supplied.earlyYears)
        : ChecklistItem(
          supplier: supplier, title: "Foundation Stage Profile", status: .notApplicable, note: "no early years"),
      ask(supplier, "Headteacher's report to governors"), ask(supplier, "Performance management policy"),
      ask(supplier, "Staff professional development"),
    ]
  }

  private static func authority(_ supplied: Supplied, _ kind: SchoolKind) -> [ChecklistItem] {
    let supplier = "Local authority"
    return [
      item(supplier, "Local school performance analysis", supplied.results, "this pack"),
      item(supplier, "Previous SIP report (agreed actions)", supplied.actions),
      item(supplier, "Attendance", supplied.attendance),
      ask(supplier, "Exclusions"),
      kind.serves(.secondary)
        ? ask(supplier, "Learning and Skills Council data")
        : ChecklistItem(
          supplier: supplier, title: "Learning and Skills Council data", status: .notApplicable, note: "no sixth form"),
      item(supplier, "Fischer Family Trust estimates", supplied.estimates),
      item(supplier, "Degree of success in meeting targets", supplied.targetOutcomes),
      ask(supplier, "History of support to the school"),
      ask(supplier, "Pupil well-being (youth crime, drugs and alcohol, obesity, teenage pregnancy)"),
      ask(supplier, "Children and Young People's Plan"),
    ]
  }

  private static func partner(_ supplied: Supplied, _ kind: SchoolKind) -> [ChecklistItem] {
    let supplier = "SIP's own pack"
    return [
      item(supplier, "Attainment and progress", supplied.results), item(supplier, "Value added", supplied.valueAdded),
      item(supplier, "Targets", supplied.targets),
      kind.serves(.secondary)
        ? ask(supplier, "Value added and distance travelled, 16 to 19")
        : ChecklistItem(
          supplier: supplier, title: "Value added and distance travelled, 16 to 19", status: .notApplicable,
          note: "no sixth form"),
      ask(supplier, "Value-for-money benchmarks"), item(supplier, "Latest inspection", supplied.inspections),
    ]
  }

  private static func other(_ supplied: Supplied) -> [ChecklistItem] {
    let supplier = "Other"
    let asked = [
      "School budget", "Curriculum plan", "Staffing and staff absence", "Organisation and structure",
      "Specialist designation",
      "School profile", "Gifted and talented standards", "Community and extra-curricular activities",
      "Issues of the locality",
    ]
    return [item(supplier, "Context of the school (roll, FSM, SEN, EAL, care)", supplied.context)]
      + asked.map { ask(supplier, $0) }
  }

  private static func item(_ supplier: String, _ title: String, _ isPresent: Bool, _ note: String = "") -> ChecklistItem
  {
    ChecklistItem(
      supplier: supplier, title: title, status: isPresent ? .present : .missing,
      note: isPresent ? note : "not in the inputs")
  }

  private static func ask(_ supplier: String, _ title: String) -> ChecklistItem {
    ChecklistItem(supplier: supplier, title: title, status: .askSchool)
  }
}
