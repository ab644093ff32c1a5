import Indicators
import Rulebook
import SchoolStatistics
import Statistics

/// SchoolShare expected of a school from prior attainment and context, fitted nationally, and the upper quartile of
/// what similar schools make of theirs: the tool's own estimate of a top-quartile line.
///
/// Least squares weighted by cohort on school results of one year. It stands in for FFT's type D estimate where none
/// is supplied, and knows schools, not pupils; every place that shows it says so.
struct AttainmentModel: Sendable {
  let fit: AttainmentFit
  private let squares: LeastSquares
  private let used: [Int]
  private let residuals: [Int: Double]
  private let similar: SimilarSchoolsModel
  private let fewest: Int

  /// Nil where fewer schools have a result and a context than the fit has terms twice over.
  init?(
    _ data: SchoolData, phase: AmbitionOptions.PhaseOptions, year: AcademicYear, attainment: ShareOfSchools?,
    contexts: SchoolContexts, similar: SimilarSchoolsModel, fewest: Int
  ) {
    guard let attainment else { return nil }
    let schools = similar.members.filter { attainment[$0, year].map { ($0.cohort ?? 0) > 0 } ?? false }
    let used = similar.features.compactMap { SimilarSchoolsModel.featureNames.firstIndex(of: $0) }
    let width = used.count + 1
    guard schools.count >= 2 * width else { return nil }
    var design: [Double] = []
    var response: [Double] = []
    var weights: [Double] = []
    for school in schools {
      let features = contexts.context(school, year)!.features
      let result = attainment[school, year]!
      design.append(1)
      design += used.map { features[$0]! }
      response.append(result.percent.double)
      weights.append(Double(result.cohort!))
    }
    guard let squares = LeastSquares(predictors: design, width: width, response: response, weights: weights) else {
      return nil
    }
    var residuals: [Int: Double] = [:]
    for (row, school) in schools.enumerated() {
      residuals[school] = response[row] - squares.value(Array(design[row * width..<(row + 1) * width]))
    }
    (self.squares, self.used, self.residuals, self.similar, self.fewest) = (squares, used, residuals, similar, fewest)
    fit = AttainmentFit(
      phase: phase.phase, measure: Measure(phase.measure), year: year, schools: schools.count,
      rSquared: squares.rSquared,
      residualStandardError: squares.residualStandardError, terms: ["intercept"] + similar.features,
      coefficients: squares.coefficients)
  }

  /// Expected attainment of a context plus the upper quartile (type 7) of the similar schools' residuals, within 0 and
  /// 100, to the hundredth of a percentage point; nil where a feature or enough similar schools are missing.
  func topQuartile(_ school: Int, context: SchoolContext) -> Rational? {
    let features = used.compactMap { context.features[$0] }
    let around = similar.schools(similarTo: school).compactMap { residuals[$0] }
    guard features.count == used.count, around.count >= fewest, let upper = upperQuartile(around) else { return nil }
    let line = min(100, max(0, squares.value([1] + features) + upper))
    return Rational(Int64(nearest: line * 100), 100)
  }
}
