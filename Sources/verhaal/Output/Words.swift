import Lexicon
import ReviewIO
import StoryAnalysis

// The names that output is full of as they lie in the program, for which no string need be made.

extension Label {
  var word: StaticString {
    switch self {
    case .neutralSatisfied: "neutral-satisfied"
    case .enthusiastic: "enthusiastic"
    case .dissatisfied: "dissatisfied"
    }
  }
}

extension Basis {
  var word: StaticString {
    switch self {
    case .experience: "experience"
    case .tooShort: "too-short"
    case .noExperience: "no-experience"
    case .otherLanguage: "other-language"
    }
  }
}

extension Driver {
  var word: StaticString {
    switch self {
    case .person: "person"
    case .speed: "speed"
    case .solution: "solution"
    case .gesture: "gesture"
    case .rules: "rules"
    case .promise: "promise"
    case .information: "information"
    case .product: "product"
    case .price: "price"
    case .ease: "ease"
    case .place: "place"
    case .trust: "trust"
    case .reach: "reach"
    case .costs: "costs"
    }
  }
}

extension RatingScale {
  var word: StaticString {
    switch self {
    case .oneToFive: "1-5"
    case .oneToTen: "1-10"
    case .zeroToTen: "0-10"
    case .percent: "0-100"
    }
  }
}
