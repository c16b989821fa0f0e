/// What has a number that differs from that of other values, as a rule, in its high bits: multiplicative hashing, which
/// costs a tenth of a `Hasher`.
protocol Scattered: Equatable {
  var scatter: UInt64 { get }
}

extension UInt64: Scattered {
  var scatter: UInt64 { self &* 0x9E37_79B9_7F4A_7C15 }
}

extension ClassSet: Scattered {
  var scatter: UInt64 {
    let high = UInt64(truncatingIfNeeded: rawValue >> 64).scatter
    return (UInt64(truncatingIfNeeded: rawValue) ^ high ^ high >> 32).scatter
  }
}

extension Norms: Scattered {
  var scatter: UInt64 { values.scatter }
}
