/// England's figures of the years 2006 to 2010 that the sample is calibrated to, as percentages.
///
/// Source: rulebook section 10 (parliamentary answers and statistical first releases); where that gives no
/// figure for a year, a value in keeping with the neighbouring years.
enum NationalFigures {
  /// Level 4 and above at the end of key stage 2.
  static let keyStage2 = AttainmentFigures(
    all: [70.4, 71, 72.7, 71.8, 73.6],
    freeMealsGap: [24, 23.2, 22.2, 22.2, 21.3],
    specialNeedsGap: [52.5, 52.5, 52, 51.5, 51],
    inCare: [32, 33, 35, 35, 36])
  static let level4English: [Double] = [79, 80, 81, 80, 81]
  static let level4Maths: [Double] = [76, 77, 79, 79, 80]
  static let twoLevelsEnglish: [Double] = [82, 83, 82, 82, 83]
  static let twoLevelsMaths: [Double] = [76, 77, 78, 80, 81]
  static let belowLevel3English: [Double] = [7, 7, 6.5, 6.5, 6]
  static let belowLevel3Maths: [Double] = [7, 6.5, 6, 6, 5.5]
  /// Share of schools with fewer than 55% at level 4 in English and maths; 2008 and 2009 are known.
  static let primaryBelowFloor: [Double] = [13, 12, 10, 10.9, 9]

  /// Five or more A*-C grades with English and mathematics.
  static let keyStage4 = AttainmentFigures(
    all: [45.0, 46.3, 48.2, 50.7, 54.5],
    freeMealsGap: [28.1, 27.9, 27.8, 27.6, 27.6],
    specialNeedsGap: [43, 43.5, 44.2, 44.8, 45.5],
    inCare: [5.9, 7, 8, 9.8, 12])
  static let fiveGoodPasses: [Double] = [58.5, 61.4, 64.6, 69.7, 75.3]
  static let englishAndMaths: [Double] = [46.8, 48, 49.8, 52.2, 56]
  static let noPasses: [Double] = [2.4, 2.0, 1.4, 1.1, 1.0]
  static let threeLevelsEnglish: [Double] = [59, 61, 64, 65, 70]
  static let threeLevelsMaths: [Double] = [54, 56, 58, 58, 63]
  /// Share of schools with fewer than 30% five good grades with English and maths.
  static let secondaryBelowFloor: [Double] = [25, 20, 14, 7.9, 2.7]

  /// Persistent absentees, 64 sessions over five half-terms.
  static let persistentAbsencePrimary: [Double] = [2.0, 1.8, 1.8, 1.7, 1.5]
  static let persistentAbsenceSecondary: [Double] = [7.1, 6.7, 5.6, 4.9, 4.2]
  /// Half-days missed of those possible.
  static let absencePrimary: [Double] = [5.76, 5.18, 5.26, 5.30, 5.21]
  static let absenceSecondary: [Double] = [7.92, 7.87, 7.36, 7.24, 6.88]

  /// 78 points with 6 in each of the seven scales.
  static let earlyYearsThreshold: [Double] = [45, 46, 49, 52, 56]
  static let earlyYearsGap: [Double] = [38, 37.2, 35.6, 33.9, 32.7]
  static let earlyYearsFreeMealsGap: [Double] = [21, 21, 21, 20.5, 20]
}

/// The figures of one headline measure that the drawing of pupils is fitted to, one value a year.
struct AttainmentFigures {
  /// All pupils.
  let all: [Double]
  /// Pupils not eligible for free school meals less those eligible, in percentage points.
  let freeMealsGap: [Double]
  /// Pupils without special educational needs less those with, in percentage points.
  let specialNeedsGap: [Double]
  /// Children in care.
  let inCare: [Double]
}
