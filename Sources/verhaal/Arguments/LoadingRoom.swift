import Foundation

/// Memory in large pages, in which a lexicon is loaded.
enum LoadingRoom {
  /// What the tables of the embedded lexicon take with all that is needed to make them, and some more.
  private static let size = 12 << 20
  private static let largePage = 2 << 20

  /// Prepares it in the thread that is to load a lexicon.
  ///
  /// Loading touches some two thousand small pages, each at the cost of a microsecond or more: with large ones it takes
  /// 11 ms rather than 13.5. Where the system has none, nothing changes.
  static func prepare() {
    #if os(Linux)
      // The first block is mapped for itself. Once it is freed, the allocator takes blocks of its size from the heap and
      // keeps what is freed there: the second is what the tables will lie in.
      for _ in 0..<2 {
        guard let block = unsafe malloc(size) else { return }
        let start = -Int(bitPattern: block) & (largePage - 1)
        unsafe madvise(block + start, (size - start) & -largePage, MADV_HUGEPAGE)
        unsafe free(block)
      }
    #endif
  }
}
