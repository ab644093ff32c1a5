import SchoolStatistics

/// The context of a school in a few figures, for the head of the pack.
enum PackFacts {
  static func facts(
    _ evidence: PackEvidence, context: ContextRecord?, attendance: [AttendanceRecord], inspection: Inspection?
  ) -> [PackFact] {
    let minimum = evidence.minimumCohort
    var facts: [PackFact] = []
    if let context {
      facts.append(
        PackFact(title: "On roll", text: context.roll.count.map(String.init) ?? context.roll.reason?.title ?? ""))
    }
    if let row = evidence.headline.flatMap({ evidence.row($0.indicator) }), let cohort = row.cohort {
      facts.append(PackFact(title: "Cohort \(evidence.year.ending)", text: String(cohort)))
    }
    if let context {
      facts.append(PackFact(title: "FSM", text: context.share(context.freeMeals, minimum: minimum)))
      facts.append(PackFact(title: "SEN", text: context.share(context.specialNeeds, minimum: minimum)))
      facts.append(PackFact(title: "EAL", text: context.share(context.additionalLanguage, minimum: minimum)))
    }
    let latest = attendance.filter { $0.year == evidence.year }.max {
      ($0.possible.count ?? 0) < ($1.possible.count ?? 0)
    }
    if let latest, latest.enrolments.count.map({ $0 >= minimum }) ?? true {
      facts.append(PackFact(title: "Absence", text: latest.rate(latest.missed)))
    }
    if let target = evidence.nextTarget, let asked = target.pupilsAskedInAll, let cohort = target.cohort,
      cohort >= minimum
    {
      facts.append(PackFact(title: "Ambitious in \(target.targetYear.ending)", text: "\(asked) of \(cohort) or more"))
    }
    return facts
  }
}
