import StoryAnalysis

/// A confusion matrix of labels for reading.
struct ConfusionTable {
  let lines: [String]

  /// - Parameter title: what stands in the rows and in the columns: `gold \ verdict`.
  init(_ matrix: ConfusionMatrix, title: String) {
    let width = max(22, title.count + 2)
    lines =
      [Column.left(title, width) + "neutral  enthusiastic  dissatisfied"]
      + zip(Label.allCases, matrix.counts).map { label, row in
        Column.left(label.rawValue, width)
          + zip(row, [7, 14, 14]).map { Column.right(String($0), $1) }.joined()
      }
  }
}
