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
    .library(name: "Ingest", targets: ["Ingest"]),
    // For the measurements in Benchmarks.
    .library(name: "TargetAmbition", targets: ["Rulebook", "SchoolStatistics", "TargetAmbition"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // C libraries: one file of ours imports each.
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(name: "CByteScan"),
    .target(name: "CFolderExchange"),
    .target(name: "CAllocator"),

    .target(name: "Threads", swiftSettings: strict),
    .target(name: "CSV", dependencies: ["CCSV", "CByteScan", "Threads"], swiftSettings: strict),
    .target(name: "HTML", swiftSettings: strict),
    .target(name: "SchoolStatistics", dependencies: ["Threads"], swiftSettings: strict),

    .target(name: "ReferenceFiles", dependencies: ["SchoolStatistics"], swiftSettings: strict),
    .target(name: "Statistics", dependencies: ["SchoolStatistics"], swiftSettings: strict),
    .target(name: "Rulebook", dependencies: ["ReferenceFiles", "SchoolStatistics"], swiftSettings: strict),

    .target(name: "Pupils", dependencies: ["ReferenceFiles", "Statistics"], swiftSettings: strict),

    // The three stages, in the order the data takes. Analysis is three programs; each asks the one before it.
    .target(
      name: "Ingest", dependencies: ["CSV", "CCrypto", "Pupils", "ReferenceFiles", "SchoolStatistics", "Threads"],
      swiftSettings: strict),
    .target(name: "Indicators", dependencies: ["Rulebook", "SchoolStatistics", "Statistics"], swiftSettings: strict),
    .target(
      name: "TargetAmbition", dependencies: ["Indicators", "Rulebook", "SchoolStatistics", "Statistics"],
      swiftSettings: strict),
    .target(
      name: "Packs",
      dependencies: ["Indicators", "Rulebook", "SchoolStatistics", "Statistics", "TargetAmbition"],
      swiftSettings: strict),
    // Which figures may leave the authority: one decision for all outputs, attacked before they are written.
    .target(
      name: "Disclosure", dependencies: ["CGLPK", "Indicators", "Rulebook", "SchoolStatistics"], swiftSettings: strict),
    // Judgements of an authority's own work, by the quality standards.
    .target(
      name: "SelfEvaluation", dependencies: ["ReferenceFiles", "SchoolStatistics", "TargetAmbition"],
      swiftSettings: strict),
    .target(
      name: "Report",
      dependencies: [
        "Disclosure",
        "CFolderExchange", "CSV", "CXLSXWriter", "HTML", "Indicators", "Packs", "Rulebook", "SchoolStatistics",
        "SelfEvaluation", "Statistics", "TargetAmbition", "Threads",
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict),

    // What a finished run is held to: compared with another, and its figures explained.
    .target(
      name: "Provenance", dependencies: ["CSV", "HTML", "Indicators", "Rulebook", "SchoolStatistics", "Statistics"],
      swiftSettings: strict),

    .target(name: "SampleData", dependencies: ["CSV", "SchoolStatistics"], swiftSettings: strict),
    .executableTarget(
      name: "school-indicators",
      dependencies: [
        "CAllocator", "Indicators", "Ingest", "Packs", "Provenance", "ReferenceFiles", "Report", "Rulebook",
        "SampleData",
        "SchoolStatistics", "SelfEvaluation", "TargetAmbition", "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["SchoolStatistics"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "CSVTests", dependencies: ["CSV", "CByteScan", "CCSV", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SelfEvaluationTests",
      dependencies: ["SchoolStatistics", "SelfEvaluation", "TargetAmbition", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"], swiftSettings: strict),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
    .testTarget(
      name: "SchoolStatisticsTests", dependencies: ["SchoolStatistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "SchoolStatistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReferenceFilesTests", dependencies: ["ReferenceFiles", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["SchoolStatistics", "Statistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PupilsTests", dependencies: ["Pupils", "ReferenceFiles", "Statistics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RulebookTests", dependencies: ["ReferenceFiles", "Rulebook", "SchoolStatistics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IndicatorsTests",
      dependencies: ["Indicators", "Rulebook", "SchoolStatistics", "Statistics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TargetAmbitionTests",
      dependencies: ["Indicators", "Rulebook", "SchoolStatistics", "Statistics", "TargetAmbition", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportTests",
      dependencies: [
        "CSV", "Disclosure", "HTML", "Indicators", "Packs", "Report", "Rulebook", "SchoolStatistics", "Statistics",
        "TargetAmbition",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(name: "DisclosureTests", dependencies: ["Disclosure"], swiftSettings: strict),
    .testTarget(name: "ProvenanceTests", dependencies: ["Provenance", "TestSupport"], swiftSettings: strict),
    // From the files to the pages: the only tests that join the three stages.
    .testTarget(
      name: "PackTests",
      dependencies: [
        "CSV", "HTML", "Indicators", "Ingest", "Packs", "Report", "Rulebook", "SchoolStatistics", "TargetAmbition",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "SampleDataTests", dependencies: ["SampleData", "SchoolStatistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "school-indicators", "Indicators", "Ingest", "Rulebook", "SchoolStatistics", "Statistics", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
  ])
