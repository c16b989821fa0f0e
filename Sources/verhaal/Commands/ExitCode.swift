/// How the program ends.
enum ExitCode: Int32, Sendable {
  case done = 0
  case failed = 1
  case wrongUsage = 2
  case belowThreshold = 3
}
