/// What a fit was made from and how well it turned out, for people and for the notes of the file.
struct FitReport {
  let reviews: [TrainingReview]
  let goldFiles: [String]
  let ratedFiles: [String]
  /// Reviews in these, with or without a grade that says something.
  let ratedCount: Int
  let ratedWeight: Double
  let least: Int
  let leastWords: Int
  let model: TrainedModel
  let threshold: Double
  /// On reviews of domains that were left out; nil where there are no two domains.
  let leftOut: FitScores?
  /// On the same reviews, or all labelled ones, by the model that is written.
  let inside: FitScores

  private var labelled: [TrainingReview] { reviews.filter(\.isLabelled) }
  private var gradedCount: Int { reviews.count - labelled.count }

  /// The first lines of `words.tsv`.
  var wordNotes: [String] {
    let text = """
      What single words add to the scores of a text in which they stand, once however often: form, then the weights
      for neutral-satisfied, enthusiastic, dissatisfied, story and memorability.

      Fitted by `verhaal train` together with the weights of model.tsv, which says to which reviews. A word stands
      here only if it occurs in at least \(Number.counted(leastWords, "review")), is no name as far as capitals tell, and moves a
      score by 0.02 or more. The row `-` takes out the words of every file before this one.
      """
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The first lines of the file; they say nothing of the day or the machine.
  var notes: [String] {
    func names(_ files: [String]) -> String {
      files.map { String($0.split(separator: "/").last ?? "-") }.joined(separator: ", ")
    }
    let text = """
      The weights of the model: target, evidence, scope, weight. Scopes are described in Lexicons/README.md.

      Fitted by `verhaal train`: logistic regression (softmax for the label; a choice among no story and each segment
      for the story and its moment; memorability as the grade of a story, from 1 to 3) with a quadratic penalty
      towards the priors of priors.tsv.
      A weight stands here only if its evidence occurs in at least \(Number.counted(least, "review")) and it moves a
      score by 0.02 or more. The row `-` takes out the weights of every model before this one.

      Labelled, \(Number.counted(labelled.count, "review")):
      """
    var notes = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    notes += wrapped(goldFiles)
    for weight in Set(labelled.map(\.weight)).sorted() where weight != 1 {
      let count = labelled.count { $0.weight == weight }
      notes.append(
        "Of these, \(Number.counted(count, "review")) counted \(decimal(weight)) times.")
    }
    let based = labelled.count { $0.ownBase != nil }
    if based > 0 {
      notes.append(
        "Of these, \(Number.counted(based, "review")) in sets with a base of their own, by which nothing is measured."
      )
    }
    if !ratedFiles.isEmpty {
      notes.append(
        "With a grade only, for the label, \(Number.counted(gradedCount, "review")) "
          + "counted \(decimal(ratedWeight)) times:")
      notes += wrapped(ratedFiles)
    }
    if let leftOut {
      notes.append(
        "With each of \(LeftOut.names(reviews).count) domains left out in turn: "
          + "macro-F1 \(decimal(leftOut.macroF1)), story F1 \(decimal(leftOut.storyF1)), "
          + "nDCG@20 \(decimal(leftOut.ndcg20)).")
      notes.append(
        "The base of the story holds the threshold that serves best there, \(decimal(threshold)).")
    }
    return notes
  }

  /// The names of files without their folders, as many in a line as fit.
  private func wrapped(_ files: [String]) -> [String] {
    var lines: [String] = []
    for file in files {
      let name = String(file.split(separator: "/").last ?? "-")
      if let last = lines.last, last.count + name.count < 110 {
        lines[lines.count - 1] = last + ", " + name
      } else {
        if let last = lines.last { lines[lines.count - 1] = last + "," }
        lines.append("  " + name)
      }
    }
    return lines
  }

  /// For stderr.
  var summary: String {
    let constant = labelled.count(where: \.isConstant)
    var lines = [
      "fitted on \(Number.counted(labelled.count, "labelled review"))"
        + (constant > 0 ? ", of which \(Number.grouped(constant)) are never left out" : "")
        + (ratedFiles.isEmpty
          ? ""
          : ", and on the grades of \(Number.grouped(gradedCount)) of "
            + Number.counted(ratedCount, "review"))
    ]
    for part in model.parts {
      lines.append(
        "  " + padded(part.name, 14) + "\(Number.grouped(part.kept)) of "
          + "\(Number.counted(part.count, "feature")) kept, "
          + (part.wordCount > 0
            ? "\(Number.grouped(part.keptWords)) of \(Number.counted(part.wordCount, "word")), "
            : "")
          + Number.counted(part.iterations, "iteration")
          + (part.hasConverged ? "" : ", not at its minimum"))
    }
    lines.append("")
    let heading = leftOut == nil ? "" : padded("domain left out", 18)
    lines.append(padded("", 18) + heading + "fitted on")
    lines.append(row("label macro-F1", leftOut?.macroF1, inside.macroF1))
    lines.append(row("story F1", leftOut?.storyF1, inside.storyF1))
    lines.append(row("nDCG@20", leftOut?.ndcg20, inside.ndcg20))
    lines.append("")
    lines.append(
      leftOut == nil
        ? "no two domains to leave out in turn: the threshold of the story is left at 0"
        : "threshold of the story: \(decimal(threshold))")
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ leftOut: Double?, _ inside: Double) -> String {
    padded(name, 18) + (leftOut.map { padded(decimal($0), 18) } ?? "") + decimal(inside)
  }

  /// At most four decimals.
  private func decimal(_ value: Double) -> String {
    let scaled = Int((abs(value) * 10_000).rounded(.toNearestOrEven))
    let digits = String(scaled)
    let filled = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    var decimals = filled.suffix(4)
    while decimals.last == "0" { decimals.removeLast() }
    return (value < 0 && scaled > 0 ? "-" : "") + filled.dropLast(4)
      + (decimals.isEmpty ? "" : "." + decimals)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
