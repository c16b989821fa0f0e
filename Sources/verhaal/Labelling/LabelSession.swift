import Essentials
import Lexicon
import StoryAnalysis

/// Asks a person for labels, one question a line, and writes each review when it is answered.
struct LabelSession {
  let candidates: [LabelCandidate]
  let gold: GoldFile
  let labeller: String?
  let analyzer: Analyzer
  let style: Style
  let width: Int

  private(set) var answeredCount = 0
  private(set) var skippedCount = 0

  /// What became of the questions on one review.
  private enum Outcome {
    case answered(LabelAnswer)
    case skipped, undone, ended
  }

  init(
    _ candidates: [LabelCandidate], gold: GoldFile, labeller: String?, analyzer: Analyzer,
    style: Style, width: Int
  ) {
    self.candidates = candidates
    self.gold = gold
    self.labeller = labeller
    self.analyzer = analyzer
    self.style = style
    self.width = width
  }

  /// Asks until all are answered, `q`, or the end of the input.
  mutating func run() throws {
    try show([LabelSession.help])
    // What was done, with the place of the line that it wrote, so that it can be undone.
    var done: [(place: Int, start: Int?)] = []
    var place = 0
    while true {
      let outcome = place < candidates.count ? try ask(place) : try askAfterLast()
      switch outcome {
      case .answered(let answer):
        let line = GoldLine(candidates[place], answer, labeller: labeller)
        done.append((place, try gold.append(line.json)))
        answeredCount += 1
        place += 1
      case .skipped:
        done.append((place, nil))
        skippedCount += 1
        place += 1
      case .undone:
        guard let last = done.popLast() else {
          try show(["nothing to undo in this sitting"])
          continue
        }
        if let start = last.start {
          try gold.remove(from: start)
          answeredCount -= 1
        } else {
          skippedCount -= 1
        }
        place = last.place
      case .ended: return
      }
    }
  }

  // MARK: Questions

  private static let help = "at every question: s skip, u undo, q quit, ? what the answers mean"

  private func ask(_ place: Int) throws -> Outcome {
    let candidate = candidates[place]
    let text = LabelText(candidate, analyzer: analyzer)
    try show(page(candidate, text, place))
    var answer = LabelAnswer()
    var asked: [LabelQuestion] = []
    var question = LabelQuestion.label
    while true {
      guard let line = try read(prompt(question)) else { return .ended }
      switch line {
      case "q": return .ended
      case "s": return .skipped
      case "u":
        guard let last = asked.popLast() else { return .undone }
        question = last
      case "?": try show(LabelSession.meanings(question))
      default:
        guard answer.take(line, to: question, about: text) else {
          try show(["no answer: ‘\(Terminal.safe(line))’; \(LabelSession.help)"])
          continue
        }
        asked.append(question)
        guard let next = question.next(answer) else { return .answered(answer) }
        question = next
      }
    }
  }

  private func askAfterLast() throws -> Outcome {
    let line = try read("that was the last one: Enter ends, u undoes")
    return line == "u" ? .undone : .ended
  }

  /// The answer without white space around it; nil at the end of the input.
  private func read(_ prompt: String) throws -> String? {
    try OutputFile(nil).write(Array((style.bold(prompt) + " > ").utf8))
    guard let line = readLine() else {
      try show([""])
      return nil
    }
    let answer = line.trimmed()
    // A terminal shows what is typed; a pipe does not.
    if isatty(STDIN_FILENO) == 0 { try show([Terminal.safe(answer)]) }
    return answer
  }

  private func show(_ lines: [String]) throws {
    try Console.out(lines.joined(separator: "\n"))
  }

  // MARK: What is shown

  /// The review, its sentences numbered.
  private func page(_ candidate: LabelCandidate, _ text: LabelText, _ place: Int) -> [String] {
    let facts = "\(place + 1) of \(candidates.count) · \(candidate.domain) · \(candidate.id)"
    var lines = ["", style.dim(Terminal.safe(facts))]
    for (number, sentence) in text.sentences.enumerated() {
      let wrapped = Wrapping.lines(Terminal.safe(sentence), width: max(20, width - 6))
      for (row, line) in wrapped.enumerated() {
        let margin = Column.right(row == 0 ? String(number + 1) : "", 4)
        lines.append(style.dim(margin) + "  " + line)
      }
    }
    return lines + [""]
  }

  private func prompt(_ question: LabelQuestion) -> String {
    switch question {
    case .label: "label: n neutral-satisfied, e enthusiastic, d dissatisfied"
    case .story: "story: 1 yes, 0 no"
    case .memorability:
      "memorability: 1 everyday, 2 striking, 3 one to retell, 0 no story after all"
    case .moment: "moment: number of the sentence, or a run as 2-3"
    case .drivers:
      Wrapping.lines(
        "about: "
          + LabelAnswer.drivers.enumerated().map { "\($0 + 1)=\($1.name)" }
          .joined(separator: " ") + "; Enter for nothing", width: width - 3
      ).joined(separator: "\n")
    case .sure: "sure: Enter yes, n no"
    }
  }

  private static func meanings(_ question: LabelQuestion) -> [String] {
    switch question {
    case .label:
      [
        "n  went as expected: plain approval, stock phrases, remarks that balance out",
        "e  better than expected: surprise for the better, or delight past plain approval",
        "d  fell short: a failing, a complaint, a warning, a verdict that it is bad",
        "The text counts, not a grade; irony counts as what is meant.",
      ]
    case .story:
      [
        "1  tells at least one specific happening that departs from what the writer expected",
        "0  general statements, however strong; habits; a happening that went as expected",
      ]
    case .memorability:
      [
        "0  no story after all",
        "1  an everyday story",
        "2  a striking one: a detail, a turn, effort or emotion that makes it stick",
        "3  one to tell at a birthday party",
      ]
    case .moment:
      [
        "The shortest run of whole sentences in which the departure happens: 2, or 2-3.",
        "Where a sentence runs on, a clause copied from it exactly.",
      ]
    case .drivers: ["What the happening or the verdict is about: numbers or names, spaces between."]
    case .sure: ["n where it is a coin flip."]
    }
  }
}
