/// Draws the targets that a school sets for the summers of 2008 to 2011, each two years ahead.
struct TargetSimulation {
  let seed: UInt64
  let keyStage2: AttainmentModel
  let keyStage4: AttainmentModel

  func targets(of history: SchoolHistory, authority: Authority) -> [Target] {
    let school = history.school
    guard school.isMainstream, school.hasLeavers else { return [] }
    var stream = RandomStream(seed: seed, purpose: .targets, key: school.urn)
    var lowestAbsence = 1000
    return SampleYears.targets.flatMap { targetYear -> [Target] in
      let lastNeeded = min(targetYear, SampleYears.all.upperBound)
      guard history.year(targetYear - 2) != nil, school.years.contains(lastNeeded) else { return [] }
      let model = school.phase == .primary ? keyStage2 : keyStage4
      let basis = TargetBasis(history: history, targetYear: targetYear, model: model, stream: &stream)
      let ambitious = isAmbitious(school, authority, roundYear: targetYear - 2, &stream)
      let shortfall = ambitious ? nil : Shortfall.drawn(for: school.phase, &stream)
      return targets(of: history, targetYear, basis, shortfall, &lowestAbsence, &stream)
    }
  }

  /// The authority's habit, and the school's place in it, which mostly lasts from year to year.
  private func isAmbitious(_ school: School, _ authority: Authority, roundYear: Int, _ stream: inout RandomStream)
    -> Bool
  {
    let habit = school.phase == .primary ? authority.primaryAmbition : authority.secondaryAmbition
    let topQuartile = school.traits.progress[year: roundYear] > 0.67
    let share = habit.share - (topQuartile ? habit.coasting : -habit.coasting / 3)
    let place = stream.chance(0.7) ? school.traits.ambition : stream.uniform()
    return place < share
  }

  private func targets(
    of history: SchoolHistory, _ targetYear: Int, _ basis: TargetBasis, _ shortfall: Shortfall?,
    _ lowestAbsence: inout Int,
    _ stream: inout RandomStream
  ) -> [Target] {
    let primary = history.school.phase == .primary
    let dateSet = self.date(roundYear: targetYear - 2, late: shortfall == .setLate, &stream)
    var targets = [headline(targetYear, basis, primary, shortfall, dateSet)]
    if primary || targetYear >= 2011 {
      targets += progress(history, targetYear, basis, shortfall, dateSet, &stream)
    }
    targets.append(absence(history, targetYear, shortfall, dateSet, &lowestAbsence, &stream))
    if shortfall == .incomplete { targets.remove(at: targets.count - (primary ? 2 : 1)) }
    if let exception = exception(shortfall, roundYear: targetYear - 2, &stream) {
      for index in targets.indices { targets[index].exception = exception }
    }
    return targets
  }

  private func headline(_ year: Int, _ basis: TargetBasis, _ primary: Bool, _ shortfall: Shortfall?, _ date: String)
    -> Target
  {
    let pupils =
      switch shortfall {
      case .belowTopQuartile: basis.pupilsBelowTopQuartile
      case .noImprovement: basis.pupilsWithoutImprovement
      default: basis.ambitiousPupils(primary: primary)
      }
    return Target(
      targetYear: year, measure: primary ? "ks2_l4_em" : "ks4_5ac_em", cohort: basis.cohort, pupils: pupils,
      percent: TargetBasis.tenths(pupils, of: basis.cohort), estimateB: basis.estimateB, estimateD: basis.estimateD,
      priorAttainmentPupils: basis.priorAttainmentPupils, matched: min(basis.matchedEnglish, basis.matchedMaths),
      dateSet: date)
  }
}

// MARK: - Progress and absence

extension TargetSimulation {
  private func progress(
    _ history: SchoolHistory, _ year: Int, _ basis: TargetBasis, _ shortfall: Shortfall?, _ date: String,
    _ stream: inout RandomStream
  ) -> [Target] {
    let primary = history.school.phase == .primary
    let latest = history.year(year - 2)
    let expectation = Int(40 * max(-1.5, min(1.5, history.school.traits.intake)))
    return ["english", "maths"].map { subject in
      let matched = subject == "english" ? basis.matchedEnglish : basis.matchedMaths
      var below = 0
      if primary {
        if shortfall == .progressPredictedShort { below = stream.integer(in: 1...max(1, min(6, matched / 8))) }
      } else if let counts = latest?.keyStage4?.all {
        let (made, of) =
          subject == "english"
          ? (counts.progressEnglish, counts.progressEnglishMatched)
          : (counts.progressMaths, counts.progressMathsMatched)
        let reached = of == 0 ? 0 : (made * matched + of - 1) / of
        let rise = shortfall == nil ? stream.integer(in: 1...8) : stream.integer(in: -4...2)
        below = max(0, matched - max(0, reached + rise))
      }
      let national = primary ? (subject == "english" ? 825 : 790) : (subject == "english" ? 680 : 610)
      let estimateB = min(960, national + expectation)
      return Target(
        targetYear: year, measure: (primary ? "ks2_2lp_" : "ks4_3lp_") + subject, cohort: matched,
        pupils: matched - below,
        percent: TargetBasis.tenths(matched - below, of: matched), estimateB: estimateB,
        estimateD: min(985, estimateB + 55),
        matched: matched, predictedBelowExpected: below, dateSet: date)
    }
  }

  private func absence(
    _ history: SchoolHistory, _ year: Int, _ shortfall: Shortfall?, _ date: String, _ lowest: inout Int,
    _ stream: inout RandomStream
  ) -> Target {
    let latest = history.year(year - 2)?.attendance.first?.1.absenceTenths ?? 60
    // A little under what schools with as many free meals miss.
    let base = history.school.phase == .primary ? 50 : 69
    let similar = base + Int(5 * max(-1.5, min(3, history.school.traits.deprivation)))
    let target = min(lowest, min(latest, similar)) - stream.integer(in: 0...2)
    lowest = max(25, target)
    return Target(targetYear: year, measure: "absence", percent: lowest, dateSet: date)
  }

  private func date(roundYear: Int, late: Bool, _ stream: inout RandomStream) -> String {
    let day = stream.integer(in: 10...28)
    return late
      ? "\(roundYear + 1)-0\(stream.integer(in: 1...2))-\(day)" : "\(roundYear)-\(stream.integer(in: 11...12))-\(day)"
  }

  private func exception(_ shortfall: Shortfall?, roundYear: Int, _ stream: inout RandomStream) -> Target.Exception? {
    guard shortfall == .belowTopQuartile, stream.chance(0.17) else { return nil }
    let reasons = [
      "Half the cohort arrived from a closing school in year 5",
      "Seven pupils with complex needs join from a resourced unit",
      "Very high mobility: one in three pupils new since key stage 1",
      "Cohort reduced by boundary change; remaining pupils well below earlier years",
    ]
    return Target.Exception(
      reason: stream.pick(reasons), decidedBy: "SIP manager",
      decidedOn: "\(roundYear + 1)-01-\(stream.integer(in: 10...28))")
  }
}
