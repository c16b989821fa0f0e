/// A misfit in one record: counted and reported, never a failure of the whole dump.
public struct Diagnostic: Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with a record.
  public enum Kind: String, CaseIterable, Sendable {
    case malformedJSON, notAnObject, tooDeep, tooManyValues, truncated, tooLong, noText
    case unclosedQuote, quoteInField, textAfterQuote, tooFewFields, tooManyFields
    case notUTF8, invalidEncoding, loneSurrogate
    case badRating, ratingOutOfScale, badDate
    case missingArrayEnd, trailingContent, grown
    case absentColumns
    case otherSheets, hiddenRows, hiddenColumns, mergedCells
    case errorCell, formulaWithoutValue, cellOutsideTable
    case notMined, keptError

    /// Whether nothing of the record could be used.
    public var isUnreadable: Bool {
      switch self {
      case .malformedJSON, .notAnObject, .tooDeep, .tooManyValues, .truncated, .tooLong, .noText,
        .notMined, .keptError:
        true
      default: false
      }
    }
  }

  /// The file as the caller named it.
  public let file: String
  /// The record's number from 1, the header not counted, and in a sheet its row; for a finding about the whole input, the
  /// number of the last record.
  public let record: Int
  /// The byte offset into the decompressed (and, from UTF-16, transcoded) input, where it helps.
  public let position: Int?
  /// What is wrong.
  public let kind: Kind
  /// The value, count or name it is about, or empty.
  public let detail: String

  /// What is wrong, in words.
  public var message: String {
    let place = position.map { " at byte \($0)" } ?? ""
    return Self.text(kind).message + (detail.isEmpty ? "" : " (\(detail))") + place
  }

  /// What to do about it.
  public var hint: String { Self.text(kind).hint }

  /// One line: `file:record: what. hint: …`.
  public var description: String { "\(file):\(record): \(message). hint: \(hint)" }

  private static func text(_ kind: Kind) -> (message: String, hint: String) {
    switch kind {
    case .malformedJSON: ("not valid JSON", "mend the record or export it again")
    case .notAnObject: ("not a JSON object", "give every review as an object with named values")
    case .tooDeep: ("nested more than 512 deep", "flatten the record")
    case .tooManyValues:
      ("more than 10,000 values", "give every review as an object of its own")
    case .truncated: ("the input ends inside the record", "export or download the file again")
    case .tooLong: ("longer than the record limit", "raise --max-record-bytes")
    case .noText: ("no \"text\" that is a string", "call the text \"text\" in every object")
    case .unclosedQuote:
      ("a quote is not closed within the record limit", "close or double the quote")
    case .quoteInField: ("a quote inside an unquoted field", "quote the field, double the quote")
    case .textAfterQuote: ("text after a closing quote", "double the quotes inside the field")
    case .tooFewFields: ("fewer fields than columns", "the missing ones are taken as empty")
    case .tooManyFields: ("more fields than columns", "quote fields that hold the delimiter")
    case .notUTF8: ("not UTF-8, read as windows-1252", "name the encoding with --encoding")
    case .invalidEncoding: ("bytes that the encoding does not have", "check --encoding")
    case .loneSurrogate: ("half of a surrogate pair, now U+FFFD", "export the text whole")
    case .badRating: ("a grade that cannot be read", "give it as a number, or fix --rating")
    case .ratingOutOfScale: ("a grade outside the scale", "name the scale with --scale")
    case .badDate: ("a date that cannot be read", "give it as yyyy-mm-dd, or fix --date")
    case .missingArrayEnd: ("the array is not closed", "check that the file is whole")
    case .trailingContent: ("content after the end of the data", "it was not read")
    case .absentColumns:
      (
        "the first line has no value for a column that a flag names",
        "correct the flag, unless the line leaves it out"
      )
    case .otherSheets: ("other sheets that are not read", "name one with --sheet")
    case .hiddenRows: ("hidden rows, which are read too", "delete what should not count")
    case .hiddenColumns: ("hidden columns, which are read too", "delete what should not count")
    case .mergedCells:
      ("areas of merged cells, of which the first cell has the value", "unmerge them and fill each")
    case .errorCell: ("cells with an error such as #N/A, taken as empty", "mend the formulas")
    case .formulaWithoutValue:
      (
        "formulas that were never reckoned, taken as empty",
        "open and save it in Excel or LibreOffice"
      )
    case .cellOutsideTable:
      ("cells outside the columns of the first rows, not read", "give the column a header")
    case .notMined: ("not what mine writes", "mine the review again")
    case .keptError: ("mine could not read it", "mend the record and mine it again")
    case .grown: ("the file grew while it was read", "run it again for what was added")
    }
  }
}

extension Diagnostic: Error {
  /// That a review of a part cannot have been written by `mine`, or that it could not read it.
  public static func ofPart(
    _ kind: Kind, file: String, record: Int, detail: String
  ) -> Diagnostic {
    Diagnostic(file: file, record: record, position: nil, kind: kind, detail: detail)
  }

  /// That a line is longer than so many bytes.
  public static func tooLong(file: String, record: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      file: file, record: record, position: nil, kind: .tooLong, detail: "\(limit) bytes")
  }
}
