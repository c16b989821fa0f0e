/// The name of a kind of evidence as a row gives it, before it is known which there are.
struct EvidenceName {
  /// Its number among all such names.
  var number: Int32
  /// Where it stands.
  var path: String
  var line: Int
  var column: Int
}
