import CSV
import Foundation
import RawLibCSV

/// Measures reading: libcsv alone, the reader of this project with one and two parts, Polars with two threads; the
/// same bytes in one run, the rounds interleaved.
@main
struct BenchRead {
  static func main() throws {
    let options = try Options(CommandLine.arguments.dropFirst())
    try FileManager.default.createDirectory(at: options.folder, withIntermediateDirectories: true)
    let polars = try options.python.map { try PolarsPeer(python: $0, script: options.script) }
    for workload in [Workload.wide, .narrow] {
      try measure(workload, options, polars)
    }
  }

  private static func measure(_ workload: Workload, _ options: Options, _ polars: PolarsPeer?) throws {
    let file = try workload.file(in: options.folder, bytes: options.bytes)
    let bytes = try size(of: file)
    var seconds: [[Double]] = [[], [], [], []]
    var checksums: [Checksum] = []
    for round in 0...options.rounds {
      var times: [Double] = []
      let start = ContinuousClock.now
      guard unsafe raw_libcsv_parse(file.path) == bytes else { throw PeerFailure(description: "libcsv stopped early") }
      times.append((ContinuousClock.now - start) / .seconds(1))
      for parts in [1, 2] {
        let start = ContinuousClock.now
        checksums.append(try read(file, workload, parts: parts))
        times.append((ContinuousClock.now - start) / .seconds(1))
      }
      if let answer = try polars?.read(file, workload) {
        checksums.append(answer.checksum)
        times.append(answer.seconds)
      }
      // The first round fills the page cache and is not counted.
      if round > 0 { for (peer, time) in times.enumerated() { seconds[peer].append(time) } }
    }
    guard checksums.allSatisfy({ $0 == checksums[0] }) else {
      throw PeerFailure(description: "checksums differ: \(Set(checksums.map { "\($0)" }).sorted())")
    }
    report(workload, bytes, seconds, checksums[0])
  }

  private static func read(_ file: URL, _ workload: Workload, parts: Int) throws -> Checksum {
    let columns = workload.wanted
    let isNumber = columns.map { workload.numbers.contains($0) }
    let results = try CSVFile(path: file.path).read(
      columns: columns, parts: parts, makeState: { _ in Checksum(columns: columns.count) },
      body: { sum, record in
        sum.records += 1
        for k in isNumber.indices {
          let value = record[k]
          sum.bytes[k] += value.count
          if isNumber[k] {
            var number = 0
            for index in value.indices { number = number &* 10 &+ Int(value[index] &- 0x30) }
            sum.sums[k] += number
          }
        }
      })
    return results.reduce(into: Checksum(columns: columns.count)) { $0 += $1.state }
  }

  private static func report(_ workload: Workload, _ bytes: Int, _ seconds: [[Double]], _ checksum: Checksum) {
    let names = ["libcsv, empty callbacks, 1 core", "this reader, 1 part", "this reader, 2 parts", "Polars, 2 threads"]
    let medians = seconds.map { $0.isEmpty ? nil : $0.sorted()[$0.count / 2] }
    print("\(workload.name): \(bytes / 1_000_000) MB, \(checksum.records) records, checksums equal")
    for (name, median) in zip(names, medians) {
      guard let median, let libcsv = medians[0] else { continue }
      let rate = Double(bytes) / median / 1e6
      var line = "  \(name.padding(toLength: 34, withPad: " ", startingAt: 0))"
      line += String(format: "%6.0f MB/s  %5.2f x libcsv", rate, libcsv / median)
      if let polars = medians[3] { line += String(format: "  %5.2f x Polars", polars / median) }
      print(line)
    }
  }
}

/// `bench-read [--size MB] [--rounds N] [--folder PATH] [--python PATH --script PATH]`
struct Options {
  var bytes = 200_000_000
  var rounds = 5
  var folder = FileManager.default.temporaryDirectory.appending(path: "school-indicators-bench")
  /// Polars is left out when nil.
  var python: String?
  var script = "peers/read_polars.py"

  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw PeerFailure(description: "option '\(name)' needs a value") }
      switch name {
      case "--size": bytes = (Int(value) ?? 200) * 1_000_000
      case "--rounds": rounds = max(1, Int(value) ?? 5)
      case "--folder": folder = URL(filePath: value)
      case "--python": python = value
      case "--script": script = value
      default: throw PeerFailure(description: "unknown option '\(name)'")
      }
    }
  }
}
