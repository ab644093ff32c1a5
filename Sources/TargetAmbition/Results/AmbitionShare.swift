import Rulebook
import SchoolStatistics

/// Which schools a share of ambitious targets counts.
public enum AmbitionTest: String, CaseIterable, Sendable {
  /// The first criterion alone: the share that the quality standards of 2009 name.
  case guidanceOnly = "guidance_only"
  /// Guidance, prior attainment and top-quartile value added: the sentence of the case study of good practice.
  case guidancePriorAndTopQuartile = "guidance_prior_and_top_quartile"
  /// All criteria that can be assessed, with exemptions.
  case allCriteria = "all_criteria"

  public var title: String {
    switch self {
    case .guidanceOnly: "in line with guidance (proxy)"
    case .guidancePriorAndTopQuartile: "criteria 1, 2 and 6 together"
    case .allCriteria: "all criteria"
    }
  }

  /// The criteria that have to be met.
  public var criteria: Set<AmbitionCriterion> {
    switch self {
    case .guidanceOnly: [.guidance]
    case .guidancePriorAndTopQuartile: [.guidance, .priorAttainment, .topQuartile]
    case .allCriteria: Set(AmbitionCriterion.allCases)
    }
  }

  /// Whether a quality document gives bands for the share.
  public var hasBands: Bool { self != .guidancePriorAndTopQuartile }
}

/// A school that could be among those that lift an authority into its next band, and what it would take.
public struct SchoolBelowBand: Hashable, Sendable {
  /// Position in `AmbitionResults.schools`.
  public var position: Int
  /// Pupils to be added to the target; nil where something else must change (a missing target, a late date).
  public var pupils: Int?
  public init(position: Int, pupils: Int?) { (self.position, self.pupils) = (position, pupils) }
}

/// A share of schools with ambitious targets, and the band it gives in one edition.
public struct AmbitionShare: Sendable {
  public var test: AmbitionTest
  public var edition: AmbitionEdition
  /// Schools that met by their targets, and those that met by exemption.
  public var met: Int
  public var metByExemption: Int
  public var notMet: Int
  public var notAssessable: Int
  /// Nil where the round is not due, where no document has bands for the share, or where nothing was assessed.
  public var band: AmbitionBand?
  /// Bands if every school that cannot be assessed met, and if none did.
  public var bestCaseBand: AmbitionBand?
  public var worstCaseBand: AmbitionBand?
  public var bandWithoutExemptions: AmbitionBand?
  /// The next better band; nil where there is none.
  public var nextBand: AmbitionBand?
  /// Schools that would have to meet the criteria in addition to reach it.
  public var schoolsToNextBand: Int?
  /// Every school that did not meet, those that need fewest pupils first, then by URN; those that no number of
  /// pupils would help come last. The first `schoolsToNextBand` of them are the schools between the bands.
  public var candidates: [SchoolBelowBand]

  public init(
    test: AmbitionTest, edition: AmbitionEdition, met: Int, metByExemption: Int, notMet: Int, notAssessable: Int,
    candidates: [SchoolBelowBand], isBanded: Bool = true
  ) {
    (self.test, self.edition, self.met, self.metByExemption) = (test, edition, met, metByExemption)
    (self.notMet, self.notAssessable, self.candidates) = (notMet, notAssessable, candidates)
    let total = met + metByExemption
    let assessed = total + notMet
    guard isBanded, test.hasBands else { return }
    band = .of(met: total, assessed: assessed, edition)
    bestCaseBand = .of(met: total + notAssessable, assessed: assessed + notAssessable, edition)
    worstCaseBand = .of(met: total, assessed: assessed + notAssessable, edition)
    bandWithoutExemptions = .of(met: met, assessed: assessed, edition)
    nextBand = band.flatMap { AmbitionBand(rawValue: $0.rawValue - 1) }
    schoolsToNextBand = nextBand.map { $0.fewestSchools(of: assessed, edition) - total }
  }

  public var assessed: Int { met + metByExemption + notMet }
  /// With exemptions; nil where no school was assessed.
  public var percent: Rational? { assessed > 0 ? .percent(met + metByExemption, of: assessed) : nil }
  public var percentWithoutExemptions: Rational? { assessed > 0 ? .percent(met, of: assessed) : nil }
  /// Shares of all schools if those not assessable all met, and if none did.
  public var bestCase: Rational? {
    assessed + notAssessable > 0 ? .percent(met + metByExemption + notAssessable, of: assessed + notAssessable) : nil
  }
  public var worstCase: Rational? {
    assessed + notAssessable > 0 ? .percent(met + metByExemption, of: assessed + notAssessable) : nil
  }
  public var exemptPercent: Rational? { assessed > 0 ? .percent(metByExemption, of: assessed) : nil }
}
