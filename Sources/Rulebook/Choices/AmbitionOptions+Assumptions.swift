import SchoolStatistics

extension AmbitionOptions {
  /// The choices that the sources leave open, as they were made in this run.
  public var assumptions: [Assumption] {
    func line(_ id: String, _ choice: String, _ reason: String) -> Assumption {
      Assumption(id: "ambition." + id, choice: choice, reason: reason)
    }
    let weights = similarSchools.weights
    return [
      line(
        "edition", String(edition.rawValue),
        "the two quality documents word the bands and the headline share differently; both are shown"),
      line(
        "exempt_scope", exemptScope.words,
        "the framework of 2007 attaches 'other than in the most exceptional circumstances' to criterion 6 in one place and to all six in another"
      ),
      line(
        "previous_best_window", "\(previousBestWindow) years", "no document says how far back the previous best reaches"
      ),
      line(
        "previous_best_prior_adjust", previousBestPriorAdjust ? "on" : "off",
        "whether a weaker cohort lowers the previous best is not said"),
      line("tolerance", tolerance.value.text(decimals: 1) + " pp", "the documents allow none"),
      line(
        "guidance", guidance.counts.map(\.words).joined(separator: ", "),
        "the figures of the DCSF guidance of 2008 and 2009 were not found; these sub-tests stand for it, and 'in line' is a proxy"
      ),
      line(
        "deadline", "\(deadline.day)/\(deadline.month) of the autumn two years before the target's summer",
        "governing bodies set targets by 31 December and authorities send them on by 31 January; the first is taken"),
      line(
        "precision", "that of the coarser side",
        "a target is stated to a tenth of a per cent at best; a hundredth is no difference"),
      line(
        "guidance.expected_level_share", guidance.expectedLevelShare.value.text(decimals: 2),
        "the letter of 14 August 2006 says 'wherever possible'; 0.85 to 1 are defensible"),
      line(
        "guidance.absence_target", guidance.absenceTarget.rawValue,
        "absence targets are statutory and often kept elsewhere"),
      line(
        "similar_schools",
        "\(similarSchools.count) nearest by prior attainment \(weights.priorAttainment), FSM \(weights.fsm), "
          + "SEN \(weights.sen), EAL \(weights.eal), size \(weights.size) (weights of standardised features); ties by URN",
        "the documents do not say which schools are similar"),
      line(
        "value_added.unranked",
        "coverage under \(valueAdded.coverage.value.text(decimals: 0))% or fewer than \(valueAdded.rankPupils) pupils",
        "the tables flagged such scores and did not rank them"),
      line(
        "benchmark", "FFT D estimate, else the tool's own estimate",
        "'top quartile performance for CVA' is not defined as a line for a target; FFT D is the nearest published one"),
      line(
        "required_rate",
        "above the \(requiredRate.percentile)th percentile of authorities' yearly gains, "
          + "or \(requiredRate.fallback.value.text(decimals: 1)) pp with fewer than \(requiredRate.fewestGains) gains",
        "'unprecedented' is not defined"),
      line(
        "national_challenge.margin", nationalChallenge.margin.value.text(decimals: 1) + " pp",
        "'sustainably above the floor' is not defined"),
      line(
        "national_challenge.at_exactly_80", nationalChallenge.atExactly80,
        "the text says 'more than 80%' and 'less than 80%'; exactly 80% is in neither"),
    ]
  }
}

extension AmbitionOptions.GuidanceTest {
  fileprivate var words: String {
    switch self {
    case .complete: "all statutory targets set"
    case .floor: "at or above the floor"
    case .expectedLevel: "level 2 at key stage 1 to level 4"
    case .dateSet: "set by the last day"
    case .absence: "absence target"
    }
  }
}
