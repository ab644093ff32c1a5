import SchoolStatistics

/// The list of rules; a test fails where a file of `Rules` is not in it.
enum NotableRules {
  static let all: [any NotableRule] = [
    BelowFloor(),
    AttainmentBelowEngland(),
    AttainmentBelowThreeYears(),
    AttainmentAboveEngland(),
    AttainmentFell(),
    AttainmentRose(),
    AttainmentBelowPreviousBest(),
    ProgressLagsAttainment(),
    ProgressBelowEngland(role: .progressEnglish),
    ProgressBelowEngland(role: .progressMaths),
    ProgressAboveEngland(role: .progressEnglish),
    ProgressAboveEngland(role: .progressMaths),
    LowAttainersAboveEngland(),
    FreeMealsGap(),
    GroupBelowEngland(group: .sen),
    GroupBelowEngland(group: .eal),
    GroupBelowEngland(group: .cic),
    GroupBelowEngland(group: .disadvantaged),
    GroupAboveEngland(group: .fsm),
    GroupAboveEngland(group: .sen),
    GroupAboveEngland(group: .disadvantaged),
    BoysAndGirls(behind: .boys, ahead: .girls),
    BoysAndGirls(behind: .girls, ahead: .boys),
    PersistentAbsenceAboveEngland(),
    PersistentAbsenceBelowEngland(),
    TargetMissing(),
    TargetBelowEstimate(),
    TargetBelowTopQuartile(),
    TargetBelowPreviousBest(),
    TargetWithoutImprovement(),
    PupilsBelowExpectedProgress(),
    TargetAmbitious(),
  ]
}
