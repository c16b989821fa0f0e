/// Ends the process where something does not hold, with what is known of it: in release builds `precondition` would
/// say nothing.
func require(_ holds: Bool, _ found: @autoclosure () -> String = "", line: UInt = #line) {
  if !holds { fatalError("line \(line) does not hold: \(found())") }
}
