import ReviewIO
import StoryAnalysis

/// Writes analysed reviews in one of the output formats.
protocol AnalysisWriter: Sendable {
  /// What stands before the first review; may be empty.
  var header: [UInt8] { get }

  /// Adds the line of one review, under the given id, to `lines`.
  func append(
    _ index: Int, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines)

  /// Adds a line that stands in the place of a record that could not be read.
  func append(
    error: Diagnostic, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  )
}
