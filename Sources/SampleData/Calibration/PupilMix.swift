/// The groups that one pupil belongs to.
struct Pupil {
  var inCare = false
  var freeMeals = false
  /// Eligibility not recorded: in neither group.
  var freeMealsUnknown = false
  var specialNeeds = false
  var boy = false
}

/// How likely pupils of a school are to belong to each group.
struct PupilMix {
  let inCare: Double
  let freeMeals: Double
  let specialNeeds: Double
  let boys: Double

  init(_ school: School) {
    inCare = school.phase == .special ? 0.03 : school.phase == .secondary ? 0.009 : 0.006
    freeMeals = school.traits.freeMeals
    specialNeeds = school.traits.specialNeeds
    boys = school.traits.boys
  }

  func freeMealsShare(inCare: Bool) -> Double { inCare ? 0.2 : freeMeals }

  func specialNeedsShare(inCare: Bool, freeMeals: Bool) -> Double {
    if specialNeeds >= 1 { return 1 }
    return inCare ? 0.58 : min(0.9, specialNeeds * (freeMeals ? 1.65 : 0.9))
  }

  func drawPupil(_ stream: inout RandomStream) -> Pupil {
    var pupil = Pupil()
    pupil.inCare = stream.chance(inCare)
    pupil.freeMeals = stream.chance(freeMealsShare(inCare: pupil.inCare))
    pupil.specialNeeds = stream.chance(specialNeedsShare(inCare: pupil.inCare, freeMeals: pupil.freeMeals))
    pupil.boy = stream.chance(boys)
    pupil.freeMealsUnknown = !pupil.inCare && stream.chance(0.004)
    return pupil
  }

  /// Calls `body` with every kind of pupil and its share among the school's pupils.
  func forEachKind(_ body: (Pupil, Double) -> Void) {
    for inCare in [false, true] {
      let careShare = inCare ? self.inCare : 1 - self.inCare
      for freeMeals in [false, true] {
        let mealShare = freeMeals ? freeMealsShare(inCare: inCare) : 1 - freeMealsShare(inCare: inCare)
        let needs = specialNeedsShare(inCare: inCare, freeMeals: freeMeals)
        for specialNeeds in [false, true] {
          let needShare = specialNeeds ? needs : 1 - needs
          for boy in [false, true] {
            let share = careShare * mealShare * needShare * (boy ? boys : 1 - boys)
            body(Pupil(inCare: inCare, freeMeals: freeMeals, specialNeeds: specialNeeds, boy: boy), share)
          }
        }
      }
    }
  }
}
