/// A value of one record as it stands in the input.
struct RawValue {
  /// What must be done to the bytes to get the value.
  enum Form: UInt8 {
    case plain
    /// Delimited text between quotes with doubled or escaped ones, perhaps with text after them.
    case quoted
    /// A JSON string with escapes.
    case escaped
    /// A JSON array or object.
    case nested
    /// The JSON value null.
    case null
  }

  /// The column in the layout, or -1.
  var column: Int
  var form: Form
  var start: Int
  var end: Int
  /// The name, where it is not a column of the layout.
  var nameStart = 0
  var nameEnd = 0
  var nameIsEscaped = false
  /// Which of the prefixes of `JSONKeys` stands before the name.
  var prefix: Int32 = 0
}
