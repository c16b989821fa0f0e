extension Span<UInt8> {
  /// End of the emoji at `start` with all that belongs to it: variation selector, skin tone, hair,
  /// joined emoji, tags, the second half of a flag.
  func endOfEmoji(at start: Int) -> Int? {
    let first = scalar(at: start)
    var end = start + first.length
    if first.isRegionalIndicator {
      let second = scalar(at: end)
      return second.isRegionalIndicator ? end + second.length : end
    }
    let styled = scalar(at: end).value == 0xFE0F
    guard first.isPictograph || styled && first.isPictographWhenStyled else { return nil }
    while true {
      let next = scalar(at: end)
      if next.extendsEmoji {
        end += next.length
      } else if next.value == 0x200D {
        let joined = scalar(at: end + next.length)
        guard joined.isPictograph || joined.isPictographWhenStyled else { return end }
        end += next.length + joined.length
      } else {
        return end
      }
    }
  }

  /// End of a keycap such as 1️⃣, whose first byte is a digit, `#` or `*`.
  func endOfKeycap(at start: Int) -> Int? {
    guard byte(at: start + 1) >= 0x80 else { return nil }
    var next = scalar(at: start + 1)
    var end = start + 1 + next.length
    if next.value == 0xFE0F {
      next = scalar(at: end)
      end += next.length
    }
    return next.value == 0x20E3 ? end : nil
  }
}

extension Scalar {
  /// Says whether a sign is shown as text or as a picture.
  var isVariationSelector: Bool { value == 0xFE0E || value == 0xFE0F }

  var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// Shown as a picture of its own accord.
  fileprivate var isPictograph: Bool {
    switch value {
    case 0x1F000...0x1FAFF, 0x2600...0x2793, 0x2795...0x2797, 0x27A1, 0x27B0, 0x27BF: true
    case 0x231A, 0x231B, 0x23E9...0x23F3, 0x23F8...0x23FA: true
    case 0x2B1B, 0x2B1C, 0x2B50, 0x2B55: true
    default: false
    }
  }

  /// A sign that variation selector 16 turns into a picture.
  fileprivate var isPictographWhenStyled: Bool {
    switch value {
    case 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x2190...0x21FF, 0x2328, 0x23CF: true
    case 0x24C2, 0x25AA...0x25FE, 0x2934, 0x2935, 0x2B05...0x2B07: true
    case 0x3030, 0x303D, 0x3297, 0x3299: true
    default: false
    }
  }

  /// Variation selectors, skin tones, the keycap frame and tags.
  fileprivate var extendsEmoji: Bool {
    isVariationSelector || isSkinTone || value == 0x20E3 || (0xE0020...0xE007F).contains(value)
  }
}
