/// Who is on the roll of a school in one year.
public struct ContextRecord: YearlyRecord {
  public static let table = "context"

  public var school: Int
  public var year: AcademicYear
  public var roll: Figure
  public var freeMeals: Figure
  public var specialNeeds: Figure
  public var additionalLanguage: Figure
  public var priorAttainment: Figure

  public init?(_ row: TableRow) {
    (school, year, roll) = (row.school, row.year, row.figure("roll"))
    (freeMeals, specialNeeds) = (row.figure("roll_fsm"), row.figure("roll_sen"))
    (additionalLanguage, priorAttainment) = (row.figure("roll_eal"), row.figure("prior_attainment"))
  }
}
