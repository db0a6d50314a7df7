import CaseModel
import TerminalKit

/// The boxes one types into: the filter, which acts with every letter, and the name of a view.
extension CaseloadScreen {
  mutating func handleTyping(_ event: Event) -> [Step<Work>] {
    switch event {
    case .filterPressed:
      mode = .filtering
      box = TextEditor(typedFilter, limit: 200, isSingleLine: true)
      box.fit(columns: boxColumns)
    case .filterKept: return keepFilter()
    case .filterCleared: return clearFilter()
    case .typed(let key): return type(key)
    case .pasted(let text):
      if case .confirming = mode { return answer(false) }
      return followed(box.paste(text), .unknown)
    case .answered(let text): return take(answer: text)
    default: break
    }
    return []
  }

  private mutating func type(_ key: Key) -> [Step<Work>] {
    if case .confirming = mode { return answer(key == .character("y")) }
    return followed(box.handle(key), key)
  }

  private mutating func followed(_ outcome: TextEditor.Outcome, _ key: Key) -> [Step<Work>] {
    switch outcome {
    case .changed: return mode == .filtering ? follow(box.content) : []
    case .moved: return []
    case .refused(let why): return [.say(why)]
    case .ignored: return [.say("\(key.named) does nothing in this box. Enter keeps it, Esc leaves it.")]
    }
  }

  /// Lists who fits the text. Where it cannot be read the last good list stays and the fault is shown.
  private mutating func follow(_ text: String) -> [Step<Work>] {
    do throws(CaseloadFilter.Fault) {
      let read = try CaseloadFilter(reading: text)
      fault = nil
      typedFilter = text.trimmed
      guard read != typedTerms else { return [] }
      typedTerms = read
      return newRows()
    } catch {
      fault = error
      return []
    }
  }

  private mutating func keepFilter() -> [Step<Work>] {
    if let fault { return [.say("The filter is not kept yet. \(faultText(fault))")] }
    mode = .list
    return []
  }

  private mutating func clearFilter() -> [Step<Work>] {
    mode = .list
    fault = nil
    typedFilter = ""
    guard !typedTerms.terms.isEmpty else { return [] }
    typedTerms = .everyone
    return rowsAroundSelected()
  }

  private mutating func take(answer text: String) -> [Step<Work>] {
    switch mode {
    case .filtering:
      if text == "-" { return clearFilter() }
      box.replace(with: text)
      let steps = follow(text)
      return steps + keepFilter()
    case .naming:
      box.replace(with: text)
      return handle(.nameGiven)
    case .confirming: return self.answer(text.lowercased() == "y" || text.lowercased() == "yes")
    case .list, .sorting, .views, .removing: return []
    }
  }

  private mutating func answer(_ yes: Bool) -> [Step<Work>] { handle(.removalAnswered(yes)) }

  func faultText(_ fault: CaseloadFilter.Fault) -> String { "Column \(fault.column), \(fault.term): \(fault.message)" }

  var boxColumns: Int { max(size.columns - (mode == .naming ? 24 : 34), 16) }
}
