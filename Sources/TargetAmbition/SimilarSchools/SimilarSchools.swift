import Rulebook
import SchoolStatistics
import Synchronization

/// The similar schools of each phase and year, put in order when first asked for.
final class SimilarSchools: Sendable {
  private struct Key: Hashable {
    var phase: Phase
    var year: AcademicYear
  }
  private let models = Mutex<[Key: Deferred<SimilarSchoolsModel>]>([:])
  private let data: SchoolData
  private let contexts: SchoolContexts
  private let options: AmbitionOptions.SimilarSchoolsOptions

  init(_ data: SchoolData, _ contexts: SchoolContexts, _ options: AmbitionOptions.SimilarSchoolsOptions) {
    (self.data, self.contexts, self.options) = (data, contexts, options)
  }

  func model(_ phase: Phase, _ year: AcademicYear) -> SimilarSchoolsModel {
    let model = models.withLock { models in
      let key = Key(phase: phase, year: year)
      if let known = models[key] { return known }
      let made = Deferred { [data, contexts, options] in
        contexts.similarSchools(data, phase: phase, year: year, options)
      }
      models[key] = made
      return made
    }
    return model.value
  }
}
