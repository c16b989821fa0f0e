import StoryFigures

extension Mention {
  /// Its name for people: words in quotes, so that they are not taken for drivers.
  var title: String {
    switch self {
    case .driver, .flag: name
    case .word(let form): "“" + form + "”"
    }
  }
}
