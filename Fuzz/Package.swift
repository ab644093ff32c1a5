// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// A package of its own, built with the address sanitizer and libFuzzer's counters (see `make fuzz-inputs`).
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "SchoolIndicators", path: "..")],
  targets: [
    .target(name: "LibFuzzer", swiftSettings: strict),
    .executableTarget(
      name: "fuzz-read",
      dependencies: ["LibFuzzer", .product(name: "CSV", package: "SchoolIndicators")],
      swiftSettings: strict),
    .executableTarget(
      name: "fuzz-ingest",
      dependencies: ["LibFuzzer", .product(name: "Ingest", package: "SchoolIndicators")],
      swiftSettings: strict),
  ])
