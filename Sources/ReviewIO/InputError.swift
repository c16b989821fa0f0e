/// Why a dump cannot be read, or not any further.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The groups of failures a caller may tell apart.
  public enum Kind: String, Sendable {
    case cannotOpen, cannotRead, corruptGzip, corruptWorkbook, unsupportedFormat, unrecognizedFormat
    case unknownSheet, unknownColumn, noTextColumn, tooManyColumns, wrongDelimiter, tooLarge
  }

  /// The group of failures it belongs to.
  public let kind: Kind
  /// The file as the caller named it.
  public let file: String
  /// The byte offset into the file as stored, where that is known.
  public let position: Int?
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let hint: String

  /// That an input is longer than so many bytes.
  public static func tooLarge(_ file: String, limit: Int, hint: String) -> InputError {
    InputError(
      kind: .tooLarge, file: file, position: nil, message: "longer than \(limit >> 20) MiB",
      hint: hint)
  }

  /// That a workbook, or what follows a place in it, cannot be read.
  static func corruptWorkbook(
    _ file: String, _ damage: ZipArchive.Damage, place: String = ""
  ) -> InputError {
    InputError(
      kind: .corruptWorkbook, file: file, position: nil,
      message: "the Excel workbook cannot be read\(place): \(damage.reason)",
      hint: "open it in Excel or LibreOffice and save it anew, or save the sheet as \"CSV UTF-8\"")
  }

  /// One line: file, position, what is wrong and what to do.
  public var description: String {
    let place = position.map { "\(file):byte \($0)" } ?? file
    return "\(place): \(message). hint: \(hint)"
  }
}
