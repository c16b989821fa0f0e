import Essentials

/// Another program that learns from the same reviews and judges the same ones, to stand beside ours.
struct Peer {
  /// For the shell, which gets the paths of two files behind it.
  let command: String

  /// What the program says of reviews in their order, once it has learned from others.
  ///
  /// - Throws: `PeerError` where it fails or does not give an answer for each.
  func answers(
    to reviews: [GoldReview], after lessons: [PeerLesson]
  ) throws(PeerError) -> [PeerAnswer] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verhaal-beside-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (status, output, notes) = try Peer.working {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      return try run(in: folder, Peer.lines(lessons), Peer.lines(reviews))
    }
    guard status == 0 else {
      throw PeerError(message: "‘\(command)’ fails with \(status)", notes: notes)
    }
    var lines = output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.count == reviews.count else {
      let asked = Number.counted(reviews.count, "review")
      throw PeerError(
        message: "‘\(command)’ answers \(Number.counted(lines.count, "line")) to \(asked)",
        notes: notes)
    }
    var answers: [PeerAnswer] = []
    for line in lines {
      guard let answer = try? JSONDecoder().decode(PeerAnswer.self, from: line) else {
        throw PeerError(
          message: "‘\(command)’ gives no verdict in line \(answers.count + 1): it needs label, "
            + "probabilities of the three labels, storyProbability (0 to 1) and memorability (0 to 3)",
          notes: notes)
      }
      answers.append(answer)
    }
    return answers
  }

  /// Runs the command; what it writes goes to files, so that nothing can fill up and wait.
  private func run(
    in folder: URL, _ lessons: [UInt8], _ questions: [UInt8]
  ) throws -> (status: Int32, output: Data, notes: String) {
    func file(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
      let url = folder.appendingPathComponent(name)
      try Data(bytes).write(to: url)
      return url
    }
    let train = try file("train.jsonl", lessons)
    let test = try file("test.jsonl", questions)
    let output = try file("answers.jsonl")
    let notes = try file("notes.txt")
    let shell = try ShellRun(
      command + " \"$@\"", [train.path, test.path], output: output.path, notes: notes.path)
    let ending = Interruption.begin {
      shell.end()
      try? FileManager.default.removeItem(at: folder)
      return nil
    }
    let status = shell.wait()
    Interruption.uninterrupted { Interruption.end(ending) }
    return (
      status, try Data(contentsOf: output),
      String(decoding: try Data(contentsOf: notes), as: UTF8.self)
    )
  }

  private static func lines(_ lessons: [PeerLesson]) -> [UInt8] {
    var json = JSONWriter()
    for lesson in lessons { lesson.write(to: &json) }
    return json.bytes
  }

  private static func lines(_ reviews: [GoldReview]) -> [UInt8] {
    var json = JSONWriter()
    for review in reviews {
      json.open()
      json.key("id")
      json.string(review.id)
      json.key("text")
      json.string(review.whole)
      json.close()
      json.end()
    }
    return json.bytes
  }

  private static func working<Result>(_ body: () throws -> Result) throws(PeerError) -> Result {
    do {
      return try body()
    } catch {
      throw PeerError(message: "cannot be run: \(error.reason)", notes: "")
    }
  }
}
