import CPrefetch

extension Span {
  /// Has an element fetched into the cache that will be read soon, without waiting for it; any index may be given.
  ///
  /// The tables of the lexicon are larger than the nearer caches, and each token looks in other places of them: a third
  /// of an analysis went by waiting. A loop that knows where the next one will look asks for it.
  @inlinable
  @inline(__always)
  public func prefetch(_ index: Int) {
    unsafe withUnsafeBufferPointer { elements in
      if let first = elements.baseAddress { unsafe verhaal_prefetch(first + index) }
    }
  }
}
