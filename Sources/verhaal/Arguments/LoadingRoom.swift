import Essentials
import Synchronization

/// Memory in large pages, in which a lexicon is loaded.
enum LoadingRoom {
  /// What the tables of the embedded lexicon take with all that is needed to make them, and some more. Room that is not
  /// used costs nothing.
  private static let size = 12 << 20
  private static let largePage = 2 << 20
  /// Where what is not used begins; noted, as the compiler would leave out what nobody knows of.
  private static let skipped = Atomic<Int>(0)

  /// Prepares it in a thread that is to load a lexicon.
  ///
  /// Loading touches some two thousand small pages, each at the cost of a microsecond or more: with large ones it takes
  /// a fifth less time. Where the system has none, nothing changes.
  static func prepare() {
    #if os(Linux)
      // The first block is mapped for itself. Once it is freed, the allocator takes blocks of its size from the heap and
      // keeps what is freed there: the second is what the tables will lie in.
      var start = 0
      for _ in 0..<2 {
        guard let block = unsafe malloc(size) else { return }
        start = -Int(bitPattern: block) & (largePage - 1)
        unsafe madvise(block + start, (size - start) & -largePage, MADV_HUGEPAGE)
        unsafe free(block)
      }
      // What lies before the first large page stays empty: the tables would begin there.
      skipped.store(Int(bitPattern: unsafe malloc(start)), ordering: .relaxed)
    #endif
  }
}
