import Essentials
import ReviewIO

/// What Label Studio exports as JSON: an array of tasks with their annotations.
struct LabelStudioExport {
  /// The labels as lines of a gold file, in the order of the tasks.
  private(set) var lines: [GoldLine] = []
  /// What is wrong with tasks, which are left out: `task: what`.
  private(set) var problems: [String] = []
  /// Tasks that nobody has labelled.
  private(set) var openCount = 0
  /// Annotations that are left out since a later one of the same task counts.
  private(set) var earlierCount = 0
  /// Reviews that are labelled already.
  private(set) var knownCount = 0

  /// The most bytes that are read.
  private static let limit = 256 << 20

  /// Reads the annotations of one labeller, or of all: of more for one task the last counts.
  ///
  /// - Parameters:
  ///   - path: a file, or `-` for standard input.
  ///   - labeller: who, as the export names them; all by default.
  ///   - known: ids that are left out.
  /// - Throws: `InputError` where it cannot be read, `GoldError` where it is no such export.
  init(_ path: String, labeller: String?, known: Set<String>) throws {
    let bytes = try WholeInput.read(path: path, limit: Self.limit)
    guard let tasks = try? JSONDecoder().decode([Attempt].self, from: Data(bytes)) else {
      throw GoldError(
        path: path, line: 0,
        message: "is no export of Label Studio. hint: choose Export, then JSON (not JSON-MIN)")
    }
    var known = known
    for (number, attempt) in tasks.enumerated() {
      guard let task = attempt.task else {
        problems.append(
          "task \(number + 1): not one of `verhaal label --export`, without data.id or data.text")
        continue
      }
      add(task, number: number + 1, labeller: labeller, &known)
    }
  }

  private mutating func add(
    _ task: LabelStudioTask, number: Int, labeller: String?, _ known: inout Set<String>
  ) {
    let annotations = task.annotations.filter {
      $0.wasCancelled != true && (labeller == nil || $0.labeller?.name == labeller)
    }
    guard let last = annotations.last else {
      openCount += 1
      return
    }
    earlierCount += annotations.count - 1
    do {
      let answer = try task.answer(last)
      guard known.insert(task.data.id).inserted else {
        knownCount += 1
        return
      }
      lines.append(
        GoldLine(
          id: task.data.id, domain: task.data.domain ?? "label-studio", title: task.data.title,
          text: task.body, answer, labeller: last.labeller?.name))
    } catch {
      problems.append("task \(number), review \(task.data.id): \(error.message)")
    }
  }

  /// A task, or nil for anything else, so that the others go on.
  private struct Attempt: Decodable {
    let task: LabelStudioTask?

    init(from decoder: any Decoder) throws { task = try? LabelStudioTask(from: decoder) }
  }
}
