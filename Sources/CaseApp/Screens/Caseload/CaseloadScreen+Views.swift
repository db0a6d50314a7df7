import CaseModel
import TerminalKit

/// Views and the menus for them: everybody's nine, one's own, and the orders.
extension CaseloadScreen {
  /// A choice of the menu of views.
  enum ViewChoice: Hashable, Sendable {
    case view(CaseloadView)
    case save
    case remove
  }

  var viewChoices: [ViewChoice] {
    (CaseloadView.builtIn + ownViews).map { .view($0) } + [.save] + (ownViews.isEmpty ? [] : [.remove])
  }

  mutating func handleViews(_ event: Event) -> [Step<Work>] {
    switch event {
    case .sortPressed: mode = .sorting(CaseloadOrder.allCases.firstIndex(of: sort.order) ?? 0)
    case .viewsPressed:
      let current = viewChoices.firstIndex { $0 == .view(view) }
      mode = .views(current ?? 0)
    case .viewPressed(let number):
      guard let view = CaseloadView.builtIn.first(where: { $0.number == number }) else { return [] }
      return show(view)
    case .menuMoved(let step): moveInMenu(by: step)
    case .menuChosen: return choose()
    case .choiceMade(let index): return choose(at: index)
    case .menuClosed: mode = .list
    case .nameGiven: return saveView()
    case .removalAnswered(let yes): return answerRemoval(yes)
    case .viewsRead(let views): ownViews = views.filter(\.isOwn)
    case .viewSaved(let saved):
      ownViews.removeAll { $0.id == saved.id }
      ownViews.append(saved)
      return show(saved) + [.say("The view \(saved.name) is kept. v lists it.")]
    case .viewRemoved(let removed):
      ownViews.removeAll { $0.id == removed.id }
      let steps = view.id == removed.id ? show(CaseloadView.builtIn[0]) : []
      return steps + [.say("The view \(removed.name) is removed.")]
    default: break
    }
    return []
  }

  /// Shows a view: its filter, its sort and its columns, and nothing typed on top of them.
  private mutating func show(_ chosen: CaseloadView) -> [Step<Work>] {
    mode = .list
    do throws(CaseloadFilter.Fault) {
      viewFilter = try CaseloadFilter(reading: chosen.filter)
    } catch {
      let problem = Problem(
        "The view \(chosen.name) was not opened.", because: "Its filter cannot be read. \(faultText(error))",
        try: "Remove it with v and save it again.", kind: .badData)
      return [.report(problem)]
    }
    view = chosen
    sort = chosen.sort
    typedFilter = ""
    typedTerms = .everyone
    return newRows()
  }

  private mutating func moveInMenu(by step: Int) {
    func moved(_ index: Int, in count: Int) -> Int { min(max(index + step, 0), max(count - 1, 0)) }
    switch mode {
    case .sorting(let index): mode = .sorting(moved(index, in: CaseloadOrder.allCases.count))
    case .views(let index): mode = .views(moved(index, in: viewChoices.count))
    case .removing(let index): mode = .removing(moved(index, in: ownViews.count))
    case .list, .filtering, .naming, .confirming: break
    }
  }

  private mutating func choose() -> [Step<Work>] {
    switch mode {
    case .sorting(let index), .views(let index), .removing(let index): return choose(at: index)
    case .list, .filtering, .naming, .confirming: return []
    }
  }

  private mutating func choose(at index: Int) -> [Step<Work>] {
    switch mode {
    case .sorting:
      guard CaseloadOrder.allCases.indices.contains(index) else { return [] }
      sort = sortOffered(CaseloadOrder.allCases[index])
      mode = .list
      return newRows()
    case .views:
      guard viewChoices.indices.contains(index) else { return [] }
      return choose(viewChoices[index])
    case .removing:
      guard ownViews.indices.contains(index) else { return [] }
      mode = .confirming(ownViews[index])
      return []
    case .list:
      let rows = list.visible
      guard rows.indices.contains(index) else { return [] }
      list.select(rows[index].row.id)
      return handle(.openPressed)
    case .filtering, .naming, .confirming: return []
    }
  }

  private mutating func choose(_ choice: ViewChoice) -> [Step<Work>] {
    switch choice {
    case .view(let view): return show(view)
    case .save, .remove:
      if around.isReadOnly { return [.say(CaseloadScreen.readOnly("views cannot be kept or removed"))] }
      guard choice == .save else {
        mode = .removing(0)
        return []
      }
      mode = .naming
      box = TextEditor(view.isOwn ? view.name : "", limit: 40, isSingleLine: true)
      box.fit(columns: boxColumns)
      return []
    }
  }

  /// What Enter gives for an order: its usual direction, or the other one where it is in use.
  func sortOffered(_ order: CaseloadOrder) -> CaseloadSort {
    order == sort.order ? CaseloadSort(order, descending: !sort.descending) : CaseloadSort(order)
  }

  private mutating func saveView() -> [Step<Work>] {
    let name = box.content.trimmed
    if name.isEmpty { return [.say("A view needs a name. Type one, or press Esc to keep none.")] }
    if let other = CaseloadView.builtIn.first(where: { plainLetters($0.name) == plainLetters(name) }) {
      return [.say("\(other.name) is a view that everybody has. Choose another name.")]
    }
    mode = .list
    let filter = [view.filter, typedFilter].filter { !$0.isEmpty }.joined(separator: " ")
    let existing = ownViews.first { plainLetters($0.name) == plainLetters(name) }
    let saved = CaseloadView(
      id: existing?.id ?? "", number: nil, name: name, filter: filter, sort: sort, columns: view.columns, isOwn: true)
    return [.perform(.saveView(saved))]
  }

  private mutating func answerRemoval(_ yes: Bool) -> [Step<Work>] {
    guard case .confirming(let view) = mode else { return [] }
    mode = .list
    return yes ? [.perform(.removeView(view))] : [.say("The view \(view.name) is kept.")]
  }

  /// The menu that is open.
  var menu: Menu? {
    switch mode {
    case .sorting(let index):
      let items = CaseloadOrder.allCases.map { order in
        Menu.Item(order.words, detail: sortOffered(order).direction, isCurrent: order == sort.order)
      }
      return Menu(title: "Sort by", items: items, selected: index, foot: "Chosen again, it is turned round.")
    case .views(let index):
      return Menu(
        title: "Views", items: viewChoices.map(item), selected: index, foot: "A view is filter, sort and columns.")
    case .removing(let index):
      let items = ownViews.map { Menu.Item($0.name, detail: filterWords(of: $0)) }
      return Menu(title: "Remove a view", items: items, selected: index, foot: "You are asked before it goes.")
    case .list, .filtering, .naming, .confirming: return nil
    }
  }

  private func item(for choice: ViewChoice) -> Menu.Item {
    switch choice {
    case .view(let each):
      Menu.Item(
        each.name, key: each.number.map(String.init) ?? "", detail: filterWords(of: each), isCurrent: each.id == view.id
      )
    case .save: Menu.Item("Save what is shown now as a view")
    case .remove: Menu.Item("Remove a view of your own")
    }
  }

  private func filterWords(of view: CaseloadView) -> String {
    "\(view.filter.isEmpty ? "no filter" : view.filter), by \(view.sort.order.words)"
  }
}
