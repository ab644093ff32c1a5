import Indicators
import SchoolStatistics
import SelfEvaluation
import TargetAmbition

/// The best rating that data allow a strand, and the figure behind it. Never a rating: that is for people to give.
struct DataCeiling {
  let band: AmbitionBand
  let words: String
}

/// One cell of the dashboard: what was judged, and what data allow.
struct DashboardCell {
  let area: Area
  let year: AcademicYear
  let phase: EvaluatedPhase
  let strand: SelfEvaluationRules.Strand
  let rating: StrandRating
  let judgement: Judgement?
  let ceiling: DataCeiling?

  var isAboveCeiling: Bool {
    guard let rating = rating.rating, let ceiling else { return false }
    return rating < ceiling.band
  }

  /// The reason given; that there is none matters where a rating needs evidence of impact.
  var evidence: String {
    let reason = judgement?.reason ?? ""
    let needsEvidence = rating == .rated(.outstanding) || rating == .rated(.good)
    return reason.isEmpty && needsEvidence ? "evidence not stated" : reason
  }
}

/// The dashboard of an authority's page.
struct DashboardContent {
  let area: Area
  let dashboard: Dashboard
  let cells: [DashboardCell]

  /// Nil where no file gives judgements of the authority.
  init?(_ area: Area, _ content: ReportContent) {
    guard let dashboard = content.dashboard(area) else { return nil }
    (self.area, self.dashboard) = (area, dashboard)
    cells = EvaluatedPhase.allCases.flatMap { phase in
      dashboard.rules.strands.map { strand in
        DashboardCell(
          area: area, year: dashboard.year, phase: phase, strand: strand, rating: dashboard.rating(phase, strand),
          judgement: dashboard.judgement(phase, strand), ceiling: Self.ceiling(area, phase, strand, content))
      }
    }
  }

  func cell(_ phase: EvaluatedPhase, _ strand: SelfEvaluationRules.Strand) -> DashboardCell? {
    cells.first { $0.phase == phase && $0.strand.id == strand.id }
  }

  /// By the tests of the standards that data can make: the share of targets in line and both early years targets for
  /// strand 1.5, National Challenge schools on trajectory for 2.3. Where the table behind one is absent nothing is known.
  private static func ceiling(
    _ area: Area, _ phase: EvaluatedPhase, _ strand: SelfEvaluationRules.Strand, _ content: ReportContent
  ) -> DataCeiling? {
    switch (strand.id, phase) {
    case ("1.5", .earlyYears):
      guard let band = area.authority.flatMap(content.ambition.earlyYears)?.band else { return nil }
      return DataCeiling(band: band, words: "both national early years targets")
    case ("1.5", _):
      let own: Phase = phase == .primary ? .primary : .secondary
      guard let found = content.ambition.latest(area.place).first(where: { $0.phase == own }),
        let share = found.share(.guidanceOnly, .standards2009), let band = share.band
      else { return nil }
      let met = share.met + share.metByExemption
      return DataCeiling(
        band: band,
        words:
          "targets for \(PeriodText.year(found.targetYear)) of \(met) of \(FigureText.count(met + share.notMet, "school")) in line (proxy)"
      )
    case ("2.3", .secondary):
      guard let share = area.authority.flatMap(content.ambition.nationalChallenge), let band = share.ceiling else {
        return nil
      }
      return DataCeiling(
        band: band,
        words: "\(share.onTrajectory) of \(FigureText.count(share.assessed, "National Challenge school")) on trajectory"
      )
    default: return nil
    }
  }
}

extension Area {
  fileprivate var authority: LocalAuthorityCode? { if case .localAuthority(let code) = place { code } else { nil } }
}

extension ReportContent {
  func dashboard(_ area: Area) -> Dashboard? { dashboards.value[area.place.code] }
}
