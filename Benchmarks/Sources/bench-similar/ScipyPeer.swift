import Foundation
import TargetAmbition

/// scipy's cKDTree in a process of its own.
struct ScipyPeer {
  struct Answer: Decodable {
    var seconds: Double
    /// For each point the nearest others, nearest first: positions and distances.
    var neighbours: [[Int]]
    var distances: [[Double]]
  }

  var python: String
  var script: String

  func nearest(_ points: [SIMD8<Double>], count: Int) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "school-indicators-similar-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let question = folder.appending(path: "points.json")
    let answer = folder.appending(path: "neighbours.json")
    let rows = points.map { point in (0..<8).map { point[$0] } }
    try JSONEncoder().encode(rows).write(to: question)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script, question.path, String(count), answer.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: "scipy stopped before it answered") }
    return try JSONDecoder().decode(Answer.self, from: Data(contentsOf: answer))
  }

  /// The same distances in the same order; the same schools, but that scipy leaves the order of ties open.
  func check(_ answer: Answer, _ model: SimilarSchoolsModel, _ points: [SIMD8<Double>]) throws {
    for (member, school) in model.members.enumerated() {
      let own = model.similar(to: school)
      for (mine, theirs) in zip(own, answer.distances[member]) where abs(mine.distance - theirs) > 1e-9 {
        throw Failure(description: "distances of school \(school) differ: \(mine.distance) and \(theirs)")
      }
      guard let last = own.last?.distance else { continue }
      let mine = Set(own.filter { $0.distance < last - 1e-9 }.map(\.school))
      let theirs = Set(
        zip(answer.neighbours[member], answer.distances[member]).filter { $0.1 < last - 1e-9 }.map {
          model.members[$0.0]
        })
      guard mine == theirs else { throw Failure(description: "neighbours of school \(school) differ") }
    }
  }
}
