/// A school that does not exist, with the traits that decide its results.
struct School: Sendable {
  enum Phase: String, Sendable { case primary, secondary, special }

  /// Above every real number.
  let urn: Int
  /// Place of its authority in the list of authorities.
  let authority: Int
  let estab: Int
  var name: String
  var formerName: String?
  let phase: Phase
  var type: String
  var maintained = true
  /// Infant schools teach no key stage 2.
  var hasLeavers = true
  var selective = false
  var opened: String?
  var closed: String?
  var successor: Int?
  /// The sample years in which it is open at the end of the school year.
  var years = SampleYears.all
  var traits: SchoolTraits

  /// Mainstream schools count for floors, value added and targets.
  var isMainstream: Bool { phase != .special }
}

/// What decides a school's results, apart from chance.
struct SchoolTraits: Sendable {
  /// Pupils at the end of the key stage in a typical year.
  var cohort: Double
  /// Pupils on roll for each pupil at the end of the key stage.
  var rollPerLeaver: Double
  /// Deprivation in standard deviations above the mean.
  var deprivation: Double
  /// Shares of pupils.
  var freeMeals: Double
  var specialNeeds: Double
  var additionalLanguage: Double
  var boys: Double
  /// Attainment that pupils arrive with, in standard deviations.
  var intake: Double
  /// Progress beyond expectation in each sample year, in standard deviations; what value added measures.
  var progress: [Double]
  /// Where the school stands in its authority's habit of target setting, 0 (first to be ambitious) to 1.
  var ambition: Double
}
