/// What the figures mean, for the help of the commands that show them.
enum FigureDefinitions {
  static let text = """
    N                the reviews with an experience, copies once: the same letters within a source count where they
                     come first. What is left out is shown: too short, without an experience, in another language,
                     duplicates, unreadable.
    six cells        the verdict (enthusiastic, satisfied, dissatisfied) by whether a story is told
    verdict balance  (enthusiastic - dissatisfied) / N, from -1 to 1
    story balance    (good - bad stories) / N. Good: enthusiastic, and the first moment is good; bad: dissatisfied, and
                     it is bad. Where both disagree it is a turn, and a satisfied one's is a small incident: neither.
    interval         95 %: with p = (x + 1) / (N + 2) for either side and d their difference,
                     d ± 1.96 sqrt((p1 + p2 - d²) / (N + 2)). The balance itself is not drawn to 0, its interval is.
    difference       of the middles of two intervals; the half-widths add in squares. Risen or fallen (higher, lower)
                     is said only where its interval excludes 0.
    equal lengths    direct standardisation: the shares within 0-15, 16-40, 41-100 and 101 or more words, weighted by
                     the shares of these lengths in all reviews that are compared. Long reviews tell more stories,
                     whoever writes them. Shown from N = 100 on, where a group has reviews of all these lengths.
    n of N           stands in place of a percentage below N = 100, where one review is more than a percent
    """
}
