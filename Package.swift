// swift-tools-version: 6.2
import PackageDescription

/// The rooms of the pipeline, in the direction the data flows; a target imports only what stands
/// above it here. README.md, "How it is built", tells what lives in each.
let package = Package(
  name: "lunheng",
  products: [
    .executable(name: "lunheng", targets: ["lunheng"]),
    .library(
      name: "Lunheng",
      targets: [
        "LunhengCore", "LunhengIngest", "LunhengConfiguration", "LunhengStore", "LunhengReport",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries of the system. Their headers stay on the C side: see Sources/CICU/include/CICU.h.
    .systemLibrary(name: "ICULibrary", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(
      name: "OpenSSLLibrary", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CICU", dependencies: ["ICULibrary"]),
    .target(name: "CDigest", dependencies: ["OpenSSLLibrary"]),

    .target(
      name: "LunhengCore",
      dependencies: ["CICU", .product(name: "RealModule", package: "swift-numerics")]),
    .target(
      name: "LunhengTraining",
      dependencies: ["LunhengCore", .product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "LunhengIngest", dependencies: ["LunhengCore", "CDigest"]),
    .target(
      name: "LunhengConfiguration",
      dependencies: ["LunhengCore", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "LunhengStore",
      dependencies: ["LunhengCore", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "LunhengReport", dependencies: ["LunhengCore"]),
    .target(
      name: "LunhengPipeline",
      dependencies: [
        "LunhengCore", "LunhengTraining", "LunhengIngest", "LunhengConfiguration", "LunhengStore",
        "LunhengReport",
      ],
      // Made by Pipelines/segmenter/train.sh and Pipelines/keywords/background.sh.
      resources: [
        .copy("Resources/segmenter.model"), .copy("Resources/background.frequencies"),
      ]),
    .executableTarget(
      name: "lunheng",
      dependencies: [
        "LunhengCore", "LunhengIngest", "LunhengPipeline", "LunhengReport", "LunhengStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Not a product: `bash Tests/Benchmarks/run.sh` builds and runs it.
    .executableTarget(
      name: "lunheng-benchmark",
      dependencies: [
        "LunhengCore", "LunhengIngest", "LunhengPipeline", "LunhengReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmarks/Program"),

    .testTarget(name: "LunhengCoreTests", dependencies: ["LunhengCore", "LunhengTraining"]),
    .testTarget(
      name: "LunhengTrainingTests",
      dependencies: [
        "LunhengCore", "LunhengTraining", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(name: "LunhengIngestTests", dependencies: ["LunhengIngest"]),
    .testTarget(name: "LunhengConfigurationTests", dependencies: ["LunhengConfiguration"]),
    .testTarget(name: "LunhengStoreTests", dependencies: ["LunhengStore"]),
    .testTarget(name: "LunhengReportTests", dependencies: ["LunhengReport"]),
    .testTarget(name: "LunhengPipelineTests", dependencies: ["LunhengPipeline"]),
    .testTarget(name: "CommandTests", dependencies: ["lunheng"]),
  ],
  swiftLanguageModes: [.v6]
)
