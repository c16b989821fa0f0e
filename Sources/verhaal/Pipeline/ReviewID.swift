import ReviewIO

/// The id under which a review is shown: its own, or a hash, with the number of its occurrence.
enum ReviewID {
  /// What stands before the occurrence.
  static func stem(_ record: ReviewRecord, _ identity: ReviewIdentity, in batch: ReviewBatch)
    -> String
  {
    record.id.map { batch.string($0) } ?? Fingerprint.hexadecimal(identity.id)
  }

  /// What stands after the stem: nothing or `#2` for a named review, `-1` or `-2` for a hash.
  static func suffix(_ occurrence: Int32, isNamed: Bool) -> String {
    if isNamed { return occurrence > 1 ? "#\(occurrence)" : "" }
    return "-\(occurrence)"
  }
}
