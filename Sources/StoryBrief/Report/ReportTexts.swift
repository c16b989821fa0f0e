import Essentials

/// What the report page says itself, in one language.
struct ReportTexts {
  let language: ReportLanguage
  /// By key; `{name}` stands for a value.
  let texts: [String: String]

  init(_ language: ReportLanguage) {
    self.language = language
    let file: PageFile = language == .dutch ? .dutch : .english
    // The tests read both files.
    texts = (try? JSONDecoder().decode([String: String].self, from: Data(file.bytes))) ?? [:]
  }

  func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    var text = texts[key] ?? key
    for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
    return text
  }

  /// With the form for one or for more.
  func counted(_ key: String, _ count: Int) -> String {
    self(key + (count == 1 ? ".one" : ".other"), ["n": number(count)])
  }

  /// A whole number with its thousands set apart.
  func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "−" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place) % 3 == 0 { result += self("thousands") }
      result.append(digit)
    }
    return result
  }

  /// `2026-03-14` as `14 maart 2026`; what has no day or month goes without.
  func date(_ date: String) -> String {
    let parts = date.split(separator: "-")
    let months = self("months").split(separator: " ")
    guard parts.count > 1, let month = Int(parts[1]), months.indices.contains(month - 1) else {
      return date
    }
    let day = parts.count > 2 ? Int(parts[2]).map { "\($0) " } ?? "" : ""
    return day + months[month - 1] + " " + parts[0]
  }
}
