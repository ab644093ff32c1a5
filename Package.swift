// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableExperimentalFeature("Lifetimes"),
]

let package = Package(
  name: "SchoolIndicators",
  products: [
    .executable(name: "school-indicators", targets: ["school-indicators"]),
    .library(name: "CSV", targets: ["CSV"]),
    // For the measurements in Benchmarks.
    .library(name: "Analysis", targets: ["Analysis", "SchoolStatistics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // C libraries: one file of ours imports each.
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLAPACK", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .target(name: "CByteScan"),
    .target(name: "CFolderExchange"),
    .target(name: "CAllocator"),

    .target(name: "CSV", dependencies: ["CCSV", "CByteScan"], swiftSettings: strict),
    .target(name: "SchoolStatistics", swiftSettings: strict),

    // The three stages, in the order the data takes.
    .target(name: "Ingest", dependencies: ["CSV", "CCrypto", "SchoolStatistics"], swiftSettings: strict),
    .target(name: "Analysis", dependencies: ["CLAPACK", "SchoolStatistics"], swiftSettings: strict),
    .target(
      name: "Report",
      dependencies: [
        "CFolderExchange", "CSV", "CXLSXWriter", "SchoolStatistics",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Templates")],
      swiftSettings: strict),

    .target(name: "SampleData", dependencies: ["CSV", "SchoolStatistics"], swiftSettings: strict),
    .executableTarget(
      name: "school-indicators",
      dependencies: [
        "CAllocator", "Ingest", "Analysis", "Report", "SampleData", "SchoolStatistics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["SchoolStatistics"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "CSVTests", dependencies: ["CSV", "CByteScan", "CCSV", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SchoolStatisticsTests", dependencies: ["SchoolStatistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "SchoolStatistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "SchoolStatistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReportTests", dependencies: ["Analysis", "Report", "CSV", "SchoolStatistics", "TestSupport"],
      swiftSettings: strict),
    // From the files to the pages: the only tests that join the three stages.
    .testTarget(
      name: "PackTests", dependencies: ["Ingest", "Analysis", "Report", "CSV", "SchoolStatistics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SampleDataTests", dependencies: ["SampleData", "SchoolStatistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: ["school-indicators", "Analysis", "Ingest", "SchoolStatistics", "TestSupport"],
      exclude: ["Cases"], swiftSettings: strict),
  ])
