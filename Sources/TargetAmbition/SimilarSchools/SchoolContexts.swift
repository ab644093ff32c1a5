import Rulebook
import SchoolStatistics

/// What the context table says about a school in a year, as doubles for distances and fits.
struct SchoolContext: Sendable {
  var priorAttainment: Double?
  /// Per cent of the roll.
  var fsm, sen, eal: Double?
  var size: Double?
  /// The free-school-meals share exactly, for bands.
  var fsmShare: Rational?

  /// In the order of `SimilarSchoolsModel.featureNames`.
  var features: [Double?] { [priorAttainment, fsm, sen, eal, size] }
}

/// Contexts by school and year.
struct SchoolContexts: Sendable {
  private let records: BySchool<ContextRecord>

  init(_ data: SchoolData) { records = data.context }

  func context(_ school: Int, _ year: AcademicYear) -> SchoolContext? {
    guard let record = records[school, year].first else { return nil }
    let roll = record.roll.count
    func share(_ part: Figure) -> Rational? {
      guard let roll, roll > 0 else { return nil }
      return part.count.map { .percent($0, of: roll) }
    }
    let fsm = share(record.freeMeals)
    return SchoolContext(
      priorAttainment: record.priorAttainment.value?.double, fsm: fsm?.double,
      sen: share(record.specialNeeds)?.double, eal: share(record.additionalLanguage)?.double,
      size: roll.map(Double.init), fsmShare: fsm)
  }

  /// The context of the year, else of the latest of the two years before it.
  func latest(_ school: Int, _ year: AcademicYear) -> SchoolContext? {
    (0...2).lazy.compactMap { context(school, year - $0) }.first
  }

  func similarSchools(
    _ data: SchoolData, phase: Phase, year: AcademicYear, _ options: AmbitionOptions.SimilarSchoolsOptions
  ) -> SimilarSchoolsModel {
    let contexts = data.schools.indices.compactMap { index -> (Int, [Double?])? in
      let school = data.schools[index]
      guard school.kind.isMainstream, school.kind.serves(phase), school.isStateFunded,
        let context = context(index, year)
      else { return nil }
      return (index, context.features)
    }
    let weights = options.weights
    return SimilarSchoolsModel(
      members: contexts.map(\.0), values: contexts.map(\.1),
      weights: [weights.priorAttainment, weights.fsm, weights.sen, weights.eal, weights.size], count: options.count)
  }
}
