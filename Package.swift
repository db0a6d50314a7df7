// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "mdt",
  products: [.executable(name: "mdt", targets: ["mdt"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // The people, the plans and the rules about them. Imports nothing.
    .target(name: "CaseModel", swiftSettings: strict),
    // The records: one SQLite file, or one PostgreSQL database. Only this target touches a database.
    .target(
      name: "CaseStore",
      dependencies: [
        "CaseModel", "CSodium", "CPostgreSQL", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    // Files other systems write and read: text to values and back, no store in sight.
    .target(name: "CaseExchange", dependencies: ["CaseModel", "SafeText"], swiftSettings: strict),
    // Pictures, keys and the pieces screens are made of; a terminal made of memory.
    .target(name: "TerminalKit", dependencies: ["CTerminal", "SafeText"], swiftSettings: strict),
    // The one place that makes text from elsewhere safe to show. Imports nothing.
    .target(name: "SafeText", swiftSettings: strict),
    // The corner of ncurses we use, as plain C functions.
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    // libpq, loaded when a server is first named.
    .target(name: "CPostgreSQL"),
    // The terminal in front of a person.
    .target(name: "TerminalNCurses", dependencies: ["TerminalKit", "CTerminal"], swiftSettings: strict),
    // The screens and the loop that runs them.
    .target(
      name: "CaseApp",
      dependencies: ["CaseModel", "CaseStore", "CaseExchange", "TerminalKit"],
      swiftSettings: strict),
    // The program: arguments in, exit code out.
    .executableTarget(
      name: "mdt",
      dependencies: [
        "CaseApp", "CaseModel", "CaseStore", "CaseExchange", "TerminalKit", "TerminalNCurses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Scenes, the pilot and the stopped clock, for tests and `make demo` only.
    .target(
      name: "CaseTesting",
      dependencies: ["CaseApp", "CaseModel", "CaseStore", "CaseExchange", "TerminalKit"],
      swiftSettings: strict),
    // Writes a scene to a store, so that a person can play on where a test starts.
    .executableTarget(
      name: "mdt-scene",
      dependencies: ["CaseTesting", "CaseApp", "CaseModel", "CaseStore", "TerminalKit"],
      swiftSettings: strict),
    // Drives the store from many processes, for the fault harnesses only.
    .executableTarget(
      name: "mdt-load", dependencies: ["CaseTesting", "CaseStore", "CaseModel"], swiftSettings: strict),
    .testTarget(name: "CaseModelTests", dependencies: ["CaseTesting", "CaseModel"], swiftSettings: strict),
    .testTarget(
      name: "CaseStoreTests", dependencies: ["CaseStore", "CaseModel", "CaseTesting"], swiftSettings: strict),
    .testTarget(
      name: "CaseExchangeTests", dependencies: ["CaseExchange", "CaseModel"], swiftSettings: strict),
    .testTarget(name: "SafeTextTests", dependencies: ["SafeText"], swiftSettings: strict),
    .testTarget(
      name: "TerminalKitTests", dependencies: ["TerminalKit", "SafeText"], swiftSettings: strict),
    .testTarget(
      name: "CaseAppTests",
      dependencies: ["CaseApp", "CaseModel", "CaseStore", "CaseExchange", "CaseTesting", "TerminalKit"],
      swiftSettings: strict),
  ]
)
