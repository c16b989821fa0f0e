import Dispatch

/// The results of two calls that are made at the same time; neither may use what the other changes.
func concurrently<One, Other>(_ one: () -> One, _ other: () -> Other) -> (One, Other) {
  // Each is written by one call and read when both have ended.
  nonisolated(unsafe) var results: (One?, Other?) = (nil, nil)
  withoutActuallyEscaping(one) { one in
    withoutActuallyEscaping(other) { other in
      nonisolated(unsafe) let calls = (one, other)
      DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 {
          unsafe results.0 = unsafe calls.0()
        } else {
          unsafe results.1 = unsafe calls.1()
        }
      }
    }
  }
  return unsafe (results.0!, results.1!)
}
