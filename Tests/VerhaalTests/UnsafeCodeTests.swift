import Foundation
import Testing

/// Strict memory safety marks unsafe code; this holds it to the files that need it.
@Suite struct UnsafeCodeTests {
  /// What calls C, or takes bytes where they lie.
  static let files: Set<String> = [
    "Essentials/Error+Reason.swift", "Lexicon/Concurrently.swift",
    "Lexicon/LexiconFile+Directory.swift",
    "Lexicon/LexiconFile+Embedded.swift", "Lexicon/LexiconFile.swift",
    "Lexicon/Span+EightBytes.swift", "Lexicon/Span+Prefetch.swift", "Lexicon/Span+Text.swift",
    "Lexicon/SpellingTable.swift",
    "Privacy/LineRedaction.swift", "Privacy/Words.swift", "ReviewIO/ByteSource.swift",
    "ReviewIO/Bytes.swift", "ReviewIO/Inflater.swift", "ReviewIO/RecordDecoder.swift",
    "ReviewIO/Workbook/XMLAttributes.swift", "ReviewIO/Workbook/XMLReader.swift",
    "ReviewStore/BoundBytes.swift", "ReviewStore/Database+Signature.swift",
    "ReviewStore/Database.swift", "ReviewStore/ReviewStore.swift", "ReviewStore/StableHash.swift",
    "ReviewStore/Statement.swift", "ReviewStore/TextSignature.swift",
    "ReviewStore/WordTokenizer.swift", "StoryAnalysis/Result/Span+String.swift",
    "StoryBrief/Report/PageFile.swift", "verhaal-bench/Answer.swift",
    "verhaal-bench/ChildRun.swift", "verhaal-bench/StageRun.swift",
    "verhaal/Arguments/LoadingRoom.swift", "verhaal/Commands/MineCommand.swift",
    "verhaal/Commands/TokenizeRun.swift", "verhaal/Evaluation/GoldReview.swift",
    "verhaal/Evaluation/ShellRun.swift", "verhaal/Labelling/ChangedFile.swift",
    "verhaal/Merge/PartFile.swift", "verhaal/Merge/StoreMerge.swift",
    "verhaal/Output/ByteBuffer.swift", "verhaal/Output/Console.swift",
    "verhaal/Output/Descriptor.swift", "verhaal/Output/JSONWriter.swift",
    "verhaal/Output/OutputError.swift", "verhaal/Output/OutputFile.swift",
    "verhaal/Output/Terminal.swift", "verhaal/Output/WrittenLines.swift",
    "verhaal/Pipeline/Interruption.swift", "verhaal/Pipeline/StoreImport.swift",
  ]

  @Test func unsafeCodeStandsInTheNamedFilesOnly() throws {
    let folder = CommandRun.root.appendingPathComponent("Sources")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path))
    var found: Set<String> = []
    for case let name as String in names where name.hasSuffix(".swift") {
      let source = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      // What the compiler asks for before an unsafe expression, and what turns its checks off.
      if source.contains(/[\s(!]unsafe[\s)]|@unsafe|@unchecked|\[unchecked:/) {
        found.insert(name)
      }
    }
    #expect(found.subtracting(Self.files).sorted() == [])
    #expect(Self.files.subtracting(found).sorted() == [])
  }

  @Test func everyTargetIsUnderStrictMemorySafety() throws {
    let package = try String(
      contentsOf: CommandRun.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let targets = package.matches(of: /\.(?:target|executableTarget|testTarget)\(/).count
    let cTargets =
      package.matches(of: /name: "C[A-Z]\w+"/).count
      - package.matches(of: /\.systemLibrary\(/).count
    #expect(package.contains("let settings: [SwiftSetting] = [.strictMemorySafety()]"))
    #expect(package.matches(of: /swiftSettings: settings/).count == targets - cTargets)
  }
}
