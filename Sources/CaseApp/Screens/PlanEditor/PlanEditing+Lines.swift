import CaseModel
import TerminalKit

/// A box that is answered by a line, in linear mode.
extension PlanEditing {
  /// A line that answers the box in linear mode.
  mutating func answer(_ line: String, in box: PlanBox) -> [Step<Work>] {
    var box = box
    if box.isList { return pick(byLine: line, in: box) }
    var text = line
    if line == "-" {
      text = ""
    } else if line.hasPrefix("\\") {
      text = String(line.dropFirst())
    } else if box.field.isTall, line.hasPrefix("+ ") {
      let before = box.editor.content
      text = (before.isEmpty ? "" : before + "\n") + line.dropFirst(2)
    }
    box.editor.replace(with: text)
    mode = .box(box)
    record(box)
    if box.field.isTall { return leaveBox(box) + keepNow }
    return accept(box)
  }

  private mutating func pick(byLine line: String, in box: PlanBox) -> [Step<Work>] {
    var box = box
    if line == "-" {
      form.set(nil, at: box.place)
      mode = .browsing
      return keepNow
    }
    let options = box.shownOptions
    let all = box.options ?? []
    let words = box.field.takesSeveral ? line.split(separator: ",").map { String($0).trimmed } : [line]
    var codes = [String]()
    for word in words {
      if let number = Int(word), options.indices.contains(number - 1) {
        codes.append(options[number - 1].code)
      } else if let option = PlanChoice.meant(by: word, among: all) {
        codes.append(option.code)
      } else {
        let matches = PlanChoice.matching(word, among: all)
        box.editor.replace(with: line)
        box.fault =
          matches.isEmpty ? "\"\(word)\" is none of them." : "\"\(word)\" is \(matches.count) of them; choose one."
        mode = .box(box)
        record(box)
        return keepNow
      }
    }
    if box.field.takesSeveral {
      var value: String?
      for code in codes { value = box.field.joined(value, with: code, among: all) }
      form.set(value, at: box.place)
    } else {
      form.set(codes.first.flatMap { $0.isEmpty ? nil : $0 }, at: box.place)
    }
    mode = .browsing
    return keepNow
  }
}
