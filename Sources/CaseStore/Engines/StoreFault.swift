import CaseModel

/// A failure below the store's face, in one of five kinds (store.md 3). Text of a record is never in it.
struct StoreFault: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// What should be unique is there already.
    case conflict
    /// A rule of the schema would be broken.
    case constraint
    /// Somebody else is writing; the same act may succeed in a moment.
    case retry
    /// Full, read-only, out of reach.
    case unavailable
    case damaged
  }
  var kind: Kind
  /// Why, for the second sentence of a problem; begins with a small letter and has no full stop.
  var why: String
  /// What to do now, as a sentence, where it is known better than the kind says.
  var remedy: String?

  init(_ kind: Kind, _ why: String, remedy: String? = nil) {
    self.kind = kind
    self.why = why
    self.remedy = remedy
  }

  /// Whoever asked for it asks no more.
  static let interrupted = StoreFault(.retry, "it was no longer wanted")
}

extension Problem {
  /// The one place where a failure below becomes three sentences.
  init(_ error: any Error, doing what: String) {
    switch error {
    case let problem as Problem: self = problem
    case let fault as StoreFault: self.init(fault, doing: what)
    case is CancellationError:
      self.init(what, because: "It was no longer wanted.", try: "Ask again.", kind: .tryAgain)
    default:
      // Nothing of an unknown error is shown: its text could hold content of a record.
      self.init(
        what, because: "Something failed that mdt has no words for (\(type(of: error))).",
        try: "Try once more; if it happens again, run mdt doctor.", kind: .unavailable)
    }
  }

  init(_ fault: StoreFault, doing what: String) {
    let reason = fault.why.capitalisedFirst + "."
    switch fault.kind {
    case .conflict:
      self.init(what, because: reason, try: "Look at what is there, then decide.", kind: .conflict)
    case .constraint:
      self.init(what, because: reason, try: "Correct it and try again.", kind: .badData)
    case .retry:
      self.init(what, because: reason, try: "Try again in a moment.", kind: .tryAgain)
    case .unavailable:
      self.init(what, because: reason, try: "Put this right, then try again.")
    case .damaged:
      self.init(
        what, because: reason, try: "Stop working in this store, keep its files as they are and run mdt doctor.",
        kind: .damaged)
    }
    if let remedy = fault.remedy { advice = remedy }
  }
}
