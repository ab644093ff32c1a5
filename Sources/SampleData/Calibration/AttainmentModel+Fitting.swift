extension AttainmentModel {
  /// The model with which `schools` together come out at `figures` in every year.
  func fitted(to figures: AttainmentFigures, schools: [School]) -> AttainmentModel {
    var model = self
    // Some thousands of schools fix the level to a tenth of a point; more would only take longer.
    let every = max(1, schools.count / 3000)
    let fitting = stride(from: 0, to: schools.count, by: every).map { schools[$0] }
    for year in SampleYears.all {
      let open = fitting.filter { $0.years.contains(year) }
      for _ in 0..<60 { model.adjust(in: year, to: figures, schools: open) }
    }
    return model
  }

  /// One step towards `figures`: each term moves by its own error.
  private mutating func adjust(in year: Int, to figures: AttainmentFigures, schools: [School]) {
    var expected = ExpectedShares()
    for school in schools {
      let place = place(of: school, in: year)
      PupilMix(school).forEachKind { pupil, share in
        let pupils = share * school.traits.cohort
        expected.add(pupil, pupils: pupils, reaching: pupils * probability(of: pupil, place: place, in: year))
      }
    }
    let step = 2.0 / 100
    level[year: year] += step * (figures.all[year: year] - expected.all.percent)
    freeMeals[year: year] -= step * (figures.freeMealsGap[year: year] - expected.freeMealsGap)
    specialNeeds[year: year] -= step * (figures.specialNeedsGap[year: year] - expected.specialNeedsGap)
    inCare[year: year] += step * (figures.inCare[year: year] - expected.inCare.percent)
  }
}

/// Pupils expected to reach a measure, by group.
private struct ExpectedShares {
  struct Share {
    var pupils = 0.0
    var reaching = 0.0
    var percent: Double { 100 * reaching / pupils }
  }

  var all = Share()
  var freeMeals = Share()
  var specialNeeds = Share()
  var inCare = Share()

  var freeMealsGap: Double { rest(of: freeMeals).percent - freeMeals.percent }
  var specialNeedsGap: Double { rest(of: specialNeeds).percent - specialNeeds.percent }

  private func rest(of group: Share) -> Share {
    Share(pupils: all.pupils - group.pupils, reaching: all.reaching - group.reaching)
  }

  mutating func add(_ pupil: Pupil, pupils: Double, reaching: Double) {
    func count(_ share: inout Share) {
      share.pupils += pupils
      share.reaching += reaching
    }
    count(&all)
    if pupil.freeMeals { count(&freeMeals) }
    if pupil.specialNeeds { count(&specialNeeds) }
    if pupil.inCare { count(&inCare) }
  }
}
