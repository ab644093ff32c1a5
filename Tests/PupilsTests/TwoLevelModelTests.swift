import Foundation
import Statistics
import TestSupport
import Testing

@testable import Pupils

@Suite("Two-level model")
struct TwoLevelModelTests {
  /// Fits by R's lme4 on published data beside the project.
  @Test(
    "the fits of lme4 on real pupils are met to a millionth",
    arguments: ["exam-ml", "exam-reml", "exam-context-reml", "chem97-reml"])
  func realPupils(fit name: String) throws {
    guard let folder = ProjectFolders.published("pupil-level") else { return }
    let rows = try table(folder + (name.hasPrefix("chem97") ? "/chem97.csv" : "/exam.csv"))
    let width = ["exam-ml": 1, "exam-reml": 1, "exam-context-reml": 4, "chem97-reml": 4][name]!
    var sums = PupilSums(width: width)
    var later = PupilSums(width: width)
    for (row, values) in rows.enumerated() {
      func number(_ column: String) -> Double { Double(values[column]!)! }
      let x: [Double] =
        switch name {
        case "chem97-reml":
          [
            number("gcsecnt"), number("gcsecnt") * number("gcsecnt"), values["gender"] == "F" ? 1 : 0, number("age"),
            number("score"),
          ]
        case "exam-context-reml":
          [
            number("standLRT"), number("standLRT") * number("standLRT"), values["sex"] == "M" ? 1 : 0,
            number("schavg"), number("normexam"),
          ]
        default: [number("standLRT"), number("normexam")]
        }
      // In two parts, cut in the middle of a school, that are joined.
      if row * 2 < rows.count {
        sums.add(school: Int(values["school"]!)!, x)
      } else {
        later.add(school: Int(values["school"]!)!, x)
      }
    }
    sums.add(later)
    let model = try #require(TwoLevelModel(sums, method: name == "exam-ml" ? .ml : .reml))
    let known = try published(name, folder)
    #expect(known.count == 4 + width)
    let found =
      [[model.logLikelihood], [model.schoolVariance], [model.pupilVariance]]
      + zip(model.coefficients, model.standardErrors).map { [$0, $1] }
    for (found, expected) in zip(found, known) {
      #expect(found.count == expected.count)
      for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 1e-6, "\(found) \(expected)") }
    }
    let residuals = try table(folder + "/\(name)-school-residuals.csv")
    let schools = Dictionary(uniqueKeysWithValues: model.schools.map { ($0.school, $0) })
    #expect(residuals.count == schools.count)
    for row in residuals {
      let school = try #require(schools[Int(row["school"]!)!])
      #expect(abs(school.residual - Double(row["residual"]!)!) < 1e-6)
      #expect(abs(school.standardError - Double(row["se"]!)!) < 1e-6)
    }
  }

  @Test("in a simulated nation the variances are found, and 95 of 100 intervals hold the school's true effect")
  func simulated() throws {
    var chance = Chance(state: 20_061_126)
    var sums = PupilSums(width: 3)
    var effects: [Double] = []
    for school in 0..<2000 {
      let effect = 0.9 * chance.normal()
      effects.append(effect)
      let intake = chance.normal()
      for _ in 0..<(10 + Int(chance.uniform() * 60)) {
        let prior = 15 + 2 * intake + 3 * chance.normal()
        let girl = chance.uniform() < 0.5 ? 1.0 : 0
        let y = 18 + 0.5 * prior + 0.01 * prior * prior - 0.25 * girl + effect + 3 * chance.normal()
        sums.add(school: school, [prior, prior * prior, girl, y])
      }
    }
    let model = try #require(TwoLevelModel(sums))
    // Standard errors of the two variances at this size are 0.035 and 0.048.
    #expect(abs(model.schoolVariance - 0.81) < 0.12)
    #expect(abs(model.pupilVariance - 9) < 0.17)
    for (k, truth) in [18, 0.5, 0.01, -0.25].enumerated() {
      #expect(abs(model.coefficients[k] - truth) < 4 * model.standardErrors[k])
    }
    let covered = model.schools.filter {
      abs($0.residual - effects[$0.school]) < 1.96 * $0.standardError
    }.count
    #expect((1860...1940).contains(covered), "\(covered) of 2000")
  }

  @Test("a term of the school that is known at the end gives the fit of one that every pupil has")
  func schoolTerms() throws {
    var chance = Chance(state: 7)
    var (each, without) = (PupilSums(width: 2), PupilSums(width: 1))
    var means: [Double] = []
    for school in 0..<50 {
      means.append(chance.normal())
      let effect = 0.5 * chance.normal()
      for _ in 0..<20 {
        let x = means[school] + chance.normal()
        let y = 3 + x + 2 * means[school] + effect + chance.normal()
        each.add(school: school, [x, means[school], y])
        without.add(school: school, [x, y])
      }
    }
    let (a, b) = (try #require(TwoLevelModel(each)), try #require(TwoLevelModel(without, schoolTerms: [means])))
    for k in 0...2 { #expect(abs(a.coefficients[k] - b.coefficients[k]) < 1e-9) }
    #expect(abs(a.logLikelihood - b.logLikelihood) < 1e-7)
    #expect(abs(a.schoolVariance - b.schoolVariance) < 1e-9)
  }

  @Test(
    "a term that says nothing new is dropped and named, schools that do not differ have no variance, and too little gives no fit"
  )
  func degenerate() throws {
    var chance = Chance(state: 3)
    var sums = PupilSums(width: 3)
    for school in 0..<40 {
      var noise: [Double] = (0..<10).map { _ in chance.normal() }
      let mean = noise.reduce(0, +) / 10
      for k in noise.indices {
        noise[k] -= mean
        let x = Double(k)
        sums.add(school: school, [x, 2 * x + 1, 4, 1 + x + noise[k]])
      }
    }
    let model = try #require(TwoLevelModel(sums))
    #expect(model.dropped == [1, 2])
    #expect(model.coefficients[2] == 0)
    #expect(model.schoolVariance == 0)
    #expect(model.schools.allSatisfy { $0.residual == 0 && $0.standardError == 0 })

    var few = PupilSums(width: 1)
    few.add(school: 1, [1, 2])
    few.add(school: 2, [2, 3])
    #expect(TwoLevelModel(few) == nil)
    var exact = PupilSums(width: 1)
    for k in 0..<20 { exact.add(school: k % 4, [Double(k), 1 + 2 * Double(k)]) }
    #expect(TwoLevelModel(exact) == nil)
  }

  @Test("no scores come of one authority's pupils, and a score with less than half its cohort is not ranked")
  func scores() throws {
    var chance = Chance(state: 5)
    var sums = PupilSums(width: 1)
    for school in 1...29 { for _ in 0..<50 { sums.add(school: school, [chance.normal(), chance.normal()]) } }
    #expect(throws: ValueAddedScores.Refusal.tooFew(schools: 29, pupils: 1450)) {
      try ValueAddedScores(sums, centre: 100, cohorts: [:])
    }
    for _ in 0..<50 { sums.add(school: 30, [0, 3 + chance.normal()]) }
    let result = try ValueAddedScores(sums, centre: 100, cohorts: [30: 101, 29: 100])
    let (last, other) = (result.scores[29], result.scores[28])
    #expect(last.score > 101 && last.lower > 100 && last.upper > last.score)
    #expect(abs((last.lower + last.upper) / 2 - last.score) < 1e-9)
    #expect(!last.isRanked && other.isRanked)
  }

  private func table(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// The numbers of a fit in the order of the file: likelihood, variances, then coefficient and standard error.
  private func published(_ name: String, _ folder: String) throws -> [[Double]] {
    let lines = try String(contentsOfFile: folder + "/fits.txt", encoding: .utf8).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0 == name[...] })
    return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
      .map { $0.split(separator: " ").dropFirst().compactMap { Double($0) } }
  }
}

/// Numbers that are the same on every run (SplitMix64, Box and Muller).
private struct Chance {
  var state: UInt64
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992
  }
  mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * Double.pi * uniform()) }
}
