// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableExperimentalFeature("Lifetimes"),
]

// A package of its own, so that users of the tool never resolve what only measurements need.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "SchoolIndicators", path: "..")],
  targets: [
    .target(name: "RawLibCSV", linkerSettings: [.linkedLibrary("csv")]),
    .executableTarget(
      name: "bench-read",
      dependencies: ["RawLibCSV", .product(name: "CSV", package: "SchoolIndicators")],
      swiftSettings: strict),
    .executableTarget(
      name: "bench-similar",
      dependencies: [
        .product(name: "CSV", package: "SchoolIndicators"),
        .product(name: "TargetAmbition", package: "SchoolIndicators"),
      ],
      swiftSettings: strict),
  ])
