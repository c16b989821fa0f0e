import Foundation

/// The checkout that this program was built from.
enum Checkout {
  /// The path of one of its files.
  static func file(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(name).path
  }
}
