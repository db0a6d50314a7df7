import CaseModel
import CaseStore
import CaseTesting
import Glibc

/// For the fault harnesses (`make faults`): drives the real store as many people at once would, from as many processes,
/// and says afterwards whether everything that was acknowledged is there. No part of the product.
@main enum LoadProgram {
  static let use = """
    Use: mdt-load VERB STORE [--OPTION VALUE ...] [FILE ...]
      make STORE --people N             a store of a scene with at least N people (2 or 414)
      save STORE --acknowledge FILE     saves care plans: --seconds S or --saves N, --every SECONDS (0: without a pause),
                                        --writer K --of N (its share of the people), --seed N, --drafts N (each Nth save
                                        keeps a draft first), --latencies FILE, --start SECONDS-SINCE-1970, --go-on yes,
                                        --small yes (plans of a few words), --first N (its first number)
      tag STORE --acknowledge FILE      appends tags of its own to plans that others write too: --editor K --seconds S,
                                        --last-write-wins yes (wrong on purpose)
      view STORE --acknowledge FILE     saves a view of its own, the smallest change that there is: --seconds S --saves N
                                        --writer K --latencies FILE --go-on yes
      draft STORE --acknowledge FILE    keeps drafts: --seconds S --every SECONDS --go-on yes
      read STORE                        reads pages of 100 people: --seconds S --latencies FILE
      verify STORE [FILE ...]           everything in the acknowledgements is there, and nothing is damaged: --head HEAD
      head STORE                        the end of the audit as it is published
    """

  static func main() async {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      switch options.verb {
      case "make": try await make(options)
      case "save":
        var work = try await Saving(options)
        try await work.run()
      case "draft": try await Drafting(options).run()
      case "view":
        var work = try await Viewing(options)
        try await work.run()
      case "tag":
        var work = try await Tagging(options)
        try await work.run()
      case "read":
        var work = try await PageReading(options)
        try await work.run()
      case "verify":
        var work = try Verifying(options)
        exit(try await work.run())
      case "head":
        let store = try CaseStore.open(at: options.store, readOnly: true)
        guard let head = try await store.auditHead() else { throw Misuse(words: "The audit has no head.") }
        print("\(head.sequence):\(head.hash):\(head.count)")
      default: throw Misuse(words: use)
      }
    } catch let misuse as Misuse {
      note(misuse.words)
      exit(64)
    } catch {
      note("\(error)")
      exit(69)
    }
  }

  private static func make(_ options: Options) async throws {
    let scene: Scene = try options.number("people", 2) <= 2 ? .twoPeople : .busyTuesday
    try await scene.write(
      to: options.store, account: Machine.account(), clockStandsAtScene: true, realNow: Machine.now()
    ).close()
  }
}

/// A command line that makes no sense.
struct Misuse: Error {
  let words: String
}

/// `VERB STORE --name value ... FILE ...`
struct Options {
  let verb: String
  let store: String
  private var named = [String: String]()
  private(set) var files = [String]()

  init(_ words: [String]) throws {
    guard words.count >= 2 else { throw Misuse(words: LoadProgram.use) }
    (verb, store) = (words[0], words[1])
    var rest = words.dropFirst(2)
    while let word = rest.popFirst() {
      if word.hasPrefix("--") {
        guard let value = rest.popFirst() else { throw Misuse(words: "\(word) wants a value.") }
        named[String(word.dropFirst(2))] = value
      } else {
        files.append(word)
      }
    }
  }

  func text(_ name: String) -> String? { named[name] }
  func flag(_ name: String) -> Bool { named[name] == "yes" }

  func number(_ name: String, _ otherwise: Int) throws -> Int {
    guard let text = named[name] else { return otherwise }
    guard let number = Int(text) else { throw Misuse(words: "--\(name) wants a whole number.") }
    return number
  }

  func seconds(_ name: String, _ otherwise: Double) throws -> Double {
    guard let text = named[name] else { return otherwise }
    guard let number = Double(text) else { throw Misuse(words: "--\(name) wants a number.") }
    return number
  }
}

/// To standard error, a line.
func note(_ text: String) {
  let bytes = Array("\(text)\n".utf8)
  write(2, bytes, bytes.count)
}
