/// One record of a dump, its values as ranges into the batch's bytes.
public struct ReviewRecord: Sendable, Equatable {
  /// The number in the file from 1, the header not counted; in a sheet that of the row.
  public var number: Int
  /// The analysed text: title, a newline, then the body, where there is a title; valid UTF-8.
  public var text: ByteRange
  /// The bytes of the title without the newline, 0 where there is none.
  public var titleLength: Int
  /// The identifier, `nil` without such a column or when empty.
  public var id: ByteRange?
  /// The grade in 1/10,000 (`7-` is 67,500), `nil` where it is absent, unreadable or off the scale.
  public var rating: Int32?
  /// The date as `yyyy-mm-dd`, `nil` where it is absent or unreadable.
  public var date: ByteRange?
  /// The record's part of the batch's fields.
  public var fields: Range<Int>
  /// Whether there is a diagnostic for it and nothing else; the text is then empty.
  public var unreadable: Bool
}
