import Dispatch
import Essentials
import Synchronization

/// What happens when SIGINT, SIGTERM or SIGHUP comes: what was begun is put right, and the program ends with 128 and
/// the number of the signal.
///
/// A thread of its own waits for the signal, since the others may stand still: in a long sum, or before a pipe from
/// which nothing comes. A second signal ends the program at once.
enum Interruption {
  /// Puts something right, and says in a few words what became of it.
  typealias Ending = @Sendable () -> String?

  private struct Endings {
    var list: [(number: Int, ending: Ending)] = []
    var next = 0
  }

  private static let endings = Mutex(Endings())
  /// Held while something is done that may not stop halfway, and for good once the program ends.
  private static let whole = Mutex(())
  /// Held while lines go out.
  private static let stream = Mutex(())
  /// How long a signal waits for lines that nobody takes.
  private static let patience = Duration.seconds(0.5)
  private static let isStopping = Atomic<Bool>(false)
  private static let reviewCount = Atomic<Int>(0)
  /// Where the signal handler writes the number of the signal; -1 before it is set up.
  private static let wake = Atomic<Int32>(-1)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// From here on signals are waited for.
  static func listen() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    wake.store(ends[1], ordering: .releasing)
    for number in signals {
      let before = signal(number) { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = unsafe write(Interruption.wake.load(ordering: .acquiring), &byte, 1)
        errno = saved
      }
      // What the caller has set to be ignored, as nohup does, is.
      if unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        _ = signal(number, SIG_IGN)
      }
    }
    let end = ends[0]
    // A queue of one's own has a thread of its own, however long the others are busy.
    DispatchQueue(label: "signals").async {
      var byte: UInt8 = 0
      while unsafe read(end, &byte, 1) != 1 {}
      stop(Int32(byte))
    }
  }

  /// Does what may not stop halfway; a signal that comes meanwhile waits.
  static func uninterrupted<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    standStillWhereStopping()
    var result: Result?
    try whole.withLock { _ throws(Failure) in result = try work() }
    return result!
  }

  /// Keeps what is to be done when a signal comes.
  ///
  /// - Returns: the number by which it is forgotten.
  static func begin(_ ending: @escaping Ending) -> Int {
    endings.withLock {
      $0.next += 1
      $0.list.append(($0.next, ending))
      return $0.next
    }
  }

  /// Forgets an ending: what it was for is done.
  static func end(_ number: Int) {
    endings.withLock { $0.list.removeAll { $0.number == number } }
  }

  /// Counts reviews, to be told when a signal comes.
  static func count(_ reviews: Int) { reviewCount.add(reviews, ordering: .relaxed) }

  /// Writes the lines of some reviews to where they cannot be taken back, and counts them.
  ///
  /// A signal lets lines go out that are on their way, unless their reader takes nothing.
  static func sending<Failure: Error>(
    _ reviews: Int, _ write: () throws(Failure) -> Void
  ) throws(Failure) {
    standStillWhereStopping()
    try stream.withLock { _ throws(Failure) in
      try write()
      count(reviews)
    }
  }

  /// Leaves the locks to the thread that ends the program: who has just had one would take it again before it wakes.
  private static func standStillWhereStopping() {
    while isStopping.load(ordering: .acquiring) { sleep(1) }
  }

  private static func stop(_ number: Int32) {
    for number in signals { _ = signal(number, SIG_DFL) }
    isStopping.store(true, ordering: .releasing)
    // Never given back: nothing may be done any more that has to be whole.
    whole.withLock { _ in
      let said = endings.withLock(\.list).compactMap { $0.ending() }
      let start = ContinuousClock.now
      repeat {
        // Nothing goes out from here on.
        stream.withLockIfAvailable { _ in exit(by: number, said) }
        usleep(1_000)
      } while ContinuousClock.now - start < patience
      exit(by: number, said)
    }
  }

  private static func exit(by number: Int32, _ said: [String]) -> Never {
    let count = reviewCount.load(ordering: .relaxed)
    let name = [SIGINT: "SIGINT", SIGTERM: "SIGTERM"][number] ?? "SIGHUP"
    let after = count > 0 ? " after \(Number.counted(count, "review"))" : ""
    Progress.clear()
    Console.error((["stopped\(after) by \(name)"] + said).joined(separator: "; "))
    _exit(128 + number)
  }
}
