import CaseModel
import TerminalKit

extension PlanConflictScreen {
  static let commands: [Command<PlanConflictScreen, Event>] = [
    .init(
      "t", "Theirs", help: "Takes what they published.", hint: 1, when: { $0.joinedTop == nil },
      unavailable: { $0.whyNotDecide },
      event: { _ in .theirsPressed }),
    .init(
      "y", "Yours", help: "Takes what you wrote.", hint: 2, when: { $0.joinedTop == nil },
      unavailable: { $0.whyNotDecide },
      event: { _ in .yoursPressed }),
    .init(
      "e <enter>", "Type", help: "Opens a box for another answer, that is neither.", hint: 3,
      when: { $0.joinedTop == nil }, unavailable: { $0.whyNotDecide }, event: { _ in .typePressed }),
    .init(
      "<space>", "Tick", help: "Accepts a phone number or contact of theirs, or takes the tick back.", hint: 7,
      when: { $0.joinedTop == nil }, unavailable: { $0.whyNotDecide }, event: { _ in .tickPressed }),
    .init("<tab>", "Next", help: "Goes to the next difference.", hint: 4, event: { _ in .tabbed(1) }),
    .init("J", "Joined", help: "Shows what was joined without asking.", hint: 5, event: { _ in .joinedPressed }),
    .init(
      "b", "Take back", help: "Takes back one thing that was joined, so that you decide it.", hint: 1,
      when: { $0.joinedTop != nil }, unavailable: { $0.whyNotTakeBack }, event: { _ in .takeBackPressed }),
    .init(
      "<ctrl-s>", "Publish", help: "Publishes the joined plan, once every difference is decided.", hint: 6,
      unavailable: { $0.whyNotSave }, event: { _ in .publishPressed }),
    .init(
      "E", "Edit joined plan", help: "Goes on with the joined plan in the editor, as your draft.",
      unavailable: { $0.whyNotSave }, event: { _ in .editPressed }),
    .init(
      "<ctrl-o>", "Save shared draft", help: "Saves the joined plan for your team without making it active.",
      unavailable: {
        if let why = $0.whyNotSave { return why }
        return $0.conflict.theirs.status == .draft ? nil : "This plan is active. ^S publishes the joined one."
      }, event: { _ in .sharePressed }),
    .init("<shift-tab>", "Previous", help: "Goes to the difference before.", event: { _ in .tabbed(-1) }),
    .init("j <down>", "Down", help: "Goes to the next difference.", event: { _ in .moved(1) }),
    .init("k <up>", "Up", help: "Goes to the difference before.", event: { _ in .moved(-1) }),
    .init("<pgdn>", "Scroll down", help: "Shows more of a long difference.", event: { _ in .paged(1) }),
    .init("<pgup>", "Scroll up", help: "Goes back in a long difference.", event: { _ in .paged(-1) }),
    .init("<home>", "First", help: "Goes to the first difference.", event: { _ in .ended(-1) }),
    .init("<end>", "Last", help: "Goes to the last difference.", event: { _ in .ended(1) }),
    .init(
      "<ctrl-z>", "Undo typing", help: "Takes back what was typed last in the box.",
      unavailable: { $0.box == nil ? "There is no box open. A decision is changed by deciding again." : nil },
      event: { _ in .undoPressed }),
    .init(
      "<esc>", "Leave", help: "Goes back one step. Your draft and your decisions are kept.", event: { _ in .escaped }),
  ]

  var whyNotDecide: String? {
    if around.isReadOnly { return "This session only reads. Start mdt without --read-only to decide." }
    if merge.questions.isEmpty { return "There is nothing to decide. J shows what was joined, ^S publishes it." }
    return nil
  }

  var whyNotTakeBack: String? {
    if around.isReadOnly { return "This session only reads. Start mdt without --read-only to decide." }
    return merge.joined.isEmpty ? PlanConflictScreen.nothingJoined : nil
  }

  var whyNotSave: String? {
    if around.isReadOnly { return "This session only reads. Start mdt without --read-only to publish." }
    if isSaving { return "The plan is being saved. Wait a moment." }
    guard merge.undecided > 0, box == nil else { return nil }
    return "You cannot publish yet: \(leftWords). Tab goes on."
  }

  /// "1 left to decide, 1 to tick"
  var leftWords: String {
    let left = left
    let decide = left.decide > 0 ? "\(left.decide) left to decide" : nil
    let tick = left.tick > 0 ? "\(left.tick) to tick" : nil
    return [decide, tick].compactMap { $0 }.joined(separator: ", ")
  }
}
