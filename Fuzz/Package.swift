// swift-tools-version: 6.2
import PackageDescription

// The reader and Ingest under libFuzzer and the address sanitizer: see run-fuzzers.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "SchoolIndicators", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz-reader", dependencies: [.product(name: "CSV", package: "SchoolIndicators")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "fuzz-ingest", dependencies: [.product(name: "Ingest", package: "SchoolIndicators")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ])
