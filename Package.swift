// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.strictMemorySafety()]

let package = Package(
  name: "verhaal",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "verhaal", targets: ["verhaal"]),
    .executable(name: "verhaal-bench", targets: ["verhaal-bench"]),
    .library(name: "StoryAnalysis", targets: ["StoryAnalysis"]),
  ],
  dependencies: [],
  targets: [
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    .systemLibrary(
      name: "CExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),
    .target(name: "CLexicons"),
    .target(name: "CPrefetch"),
    .target(
      name: "CReportPage",
      exclude: ["page.html", "page.css", "page.js", "nl.json", "en.json", "reasons.json"]
    ),
    .target(name: "Essentials", swiftSettings: settings),
    .target(
      name: "ReviewIO", dependencies: ["CExpat", "CZlib", "Essentials"], swiftSettings: settings),
    .target(
      name: "Lexicon", dependencies: ["CLexicons", "CPrefetch", "Essentials"],
      swiftSettings: settings),
    .target(name: "Privacy", dependencies: ["CLexicons"], swiftSettings: settings),
    .target(
      name: "StoryAnalysis", dependencies: ["Essentials", "Lexicon"], swiftSettings: settings),
    .target(
      name: "ReviewStore",
      dependencies: ["CSQLite", "Essentials", "Lexicon", "StoryAnalysis"],
      swiftSettings: settings
    ),
    .target(
      name: "StoryFigures", dependencies: ["Essentials", "StoryAnalysis", "Lexicon"],
      swiftSettings: settings),
    .target(
      name: "StoryBrief",
      dependencies: [
        "CReportPage", "Essentials", "Lexicon", "Privacy", "ReviewStore", "StoryAnalysis",
        "StoryFigures",
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "verhaal",
      dependencies: [
        "Essentials", "ReviewIO", "Lexicon", "StoryAnalysis", "StoryFigures", "StoryBrief",
        "Privacy", "ReviewStore",
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "verhaal-bench",
      dependencies: ["CSQLite", "Lexicon", "ReviewIO", "StoryAnalysis"],
      exclude: ["expected.jsonl"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReviewIOTests", dependencies: ["ReviewIO"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(name: "PrivacyTests", dependencies: ["Privacy"], swiftSettings: settings),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon"], swiftSettings: settings),
    .testTarget(
      name: "StoryAnalysisTests",
      dependencies: ["StoryAnalysis", "Lexicon"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReviewStoreTests",
      dependencies: ["ReviewStore", "StoryAnalysis", "CSQLite"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "StoryFiguresTests",
      dependencies: ["StoryFigures", "StoryAnalysis", "Lexicon"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "StoryBriefTests",
      dependencies: [
        "StoryBrief", "ReviewStore", "StoryAnalysis", "StoryFigures", "Lexicon", "Privacy",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "VerhaalTests",
      dependencies: [
        "verhaal", "Lexicon", "Privacy", "ReviewIO", "StoryAnalysis", "StoryBrief",
        "StoryFigures", "ReviewStore",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "VerhaalBenchTests",
      dependencies: ["verhaal-bench", "Lexicon", "StoryAnalysis"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// Fuzzing needs a part of the toolchain that is not there everywhere: Tests/Fuzz/run sets this and builds. The command
// is then a library, as no program can be linked to another.
if Context.environment["VERHAAL_FUZZ"] != nil,
  let command = package.targets.first(where: { $0.name == "verhaal" })
{
  package.products = []
  package.targets.removeAll { $0.name == command.name || $0.isTest }
  package.targets += [
    .target(
      name: command.name, dependencies: command.dependencies,
      swiftSettings: settings + [
        .unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "verhaal_main"])
      ]),
    .executableTarget(
      name: "Fuzz",
      dependencies: command.dependencies + ["verhaal", "CZlib"],
      path: "Tests/Fuzz", exclude: ["run", "Seeds"], swiftSettings: settings),
  ]
}
