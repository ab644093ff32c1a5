import Foundation
import Rulebook
import SchoolStatistics
import TargetAmbition

/// Measures value-added quartiles and similar schools for all of England: 17,000 made-up primary schools, and the
/// best-8 value added of real secondary schools where the file is there.
///
/// The neighbours must be those of a comparison with every school, and of scipy's cKDTree where Python is given.
@main
struct BenchSimilar {
  static func main() throws {
    let options = try Options(CommandLine.arguments.dropFirst())
    let ambition = try AmbitionOptions(referenceFolder: options.reference)
    try measure("17,000 made-up primary schools", Country.primaries(17_000), .primary, 2009, ambition, options)
    if FileManager.default.fileExists(atPath: options.ks4) {
      try measure(
        "secondary schools of 2014, best-8 value added", try Country.secondaries(options.ks4), .secondary, 2014,
        ambition, options)
    } else {
      print("skipped: no published file at \(options.ks4)")
    }
  }

  private static func measure(
    _ title: String, _ data: SchoolData, _ phase: Phase, _ ending: Int, _ ambition: AmbitionOptions, _ options: Options
  ) throws {
    let analysis = AmbitionAnalysis(
      options: ambition, rulebook: try loadRulebook(referenceFolder: options.reference), jobs: 2)
    let year = AcademicYear(ending: ending)
    let clock = ContinuousClock()
    var standings: [Double] = []
    var searches: [Double] = []
    var found: [ValueAddedStanding] = []
    var model = analysis.similarSchools(data, phase: phase, year: year)
    for round in 0...options.rounds {
      let all = clock.measure { found = analysis.standings(data, through: year) }
      let search = clock.measure { model = analysis.similarSchools(data, phase: phase, year: year) }
      // The first round warms up and is not counted.
      if round > 0 {
        standings.append(all / .seconds(1))
        searches.append(search / .seconds(1))
      }
    }
    let ranked = found.count { $0.national != nil }
    let amongSimilar = found.count { $0.similar != nil }
    let (seconds, search) = (median(standings), median(searches))
    print(
      "\(title): \(ranked) ranked nationally, \(amongSimilar) among similar schools (\(model.features.joined(separator: ", ")))"
    )
    print(
      String(format: "  ranks, quartiles and similar schools %6.3f s; similar schools alone %6.3f s", seconds, search))

    var points: [SIMD8<Double>] = []
    let brute = clock.measure { points = compareWithEvery(model, data, phase, year, ambition) } / .seconds(1)
    print(
      String(
        format: "  every school with every other        %6.3f s on one core, the same neighbours; %.0f times as long",
        brute, brute / search))
    if let python = options.python {
      let peer = ScipyPeer(python: python, script: options.script)
      let answer = try peer.nearest(points, count: ambition.similarSchools.count)
      try peer.check(answer, model, points)
      print(
        String(
          format: "  scipy cKDTree, workers=2             %6.3f s, the same neighbours at the same distances",
          answer.seconds))
    }
    // Other work on the machine only adds time, so the quickest round is held to the limit.
    let quickest = standings.min()!
    guard quickest < 1 else { throw Failure(description: "\(title): \(quickest) s is not under a second") }
  }

  /// Compares each school with all others and requires the model's neighbours; gives back the standardised points.
  private static func compareWithEvery(
    _ model: SimilarSchoolsModel, _ data: SchoolData, _ phase: Phase, _ year: AcademicYear, _ ambition: AmbitionOptions
  ) -> [SIMD8<Double>] {
    let points = model.standardisedPoints
    for (member, school) in model.members.enumerated() {
      let distances = points.map { point in
        let difference = point - points[member]
        return (difference * difference).sum()
      }
      let wanted = model.schools(similarTo: school)
      // The furthest that was kept bounds what may be nearer and left out.
      let kept = Set(wanted)
      let furthest = wanted.last.map { distances[model.members.firstPosition($0)] } ?? 0
      let nearer = model.members.indices.filter {
        $0 != member && (distances[$0] < furthest || (distances[$0] == furthest && kept.contains(model.members[$0])))
      }.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { model.members[$0] }
      precondition(nearer == wanted, "neighbours of school \(school) differ: \(wanted) and \(nearer)")
    }
    return points
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

extension [Int] {
  /// Position in an ascending array that holds the element.
  func firstPosition(_ element: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String
}

/// `bench-similar [--rounds N] [--reference FOLDER] [--ks4 FILE] [--python PATH --script PATH]`
struct Options {
  var rounds = 5
  var reference = "../Data/reference"
  var ks4 = "../../shared/data/ks4-2014-england/final_data.csv"
  /// scipy is left out when nil.
  var python: String?
  var script = "peers/nearest_scipy.py"

  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Failure(description: "option '\(name)' needs a value") }
      switch name {
      case "--rounds": rounds = max(1, Int(value) ?? 5)
      case "--reference": reference = value
      case "--ks4": ks4 = value
      case "--python": python = value
      case "--script": script = value
      default: throw Failure(description: "unknown option '\(name)'")
      }
    }
  }
}
