import CaseModel
import CaseStore
import Testing

/// What waits for whoever asks.
extension Walk {
  private static let list = "a list is no opening of a record; it shows whom the reader's post or work reaches"

  static let worklists: [Walk] = [
    Walk(
      call: "worklists()", silence: "which lists there are for one's role",
      stranger: .nobody("to whoever may read none, it names none")
    ) { _ = try await $0.store.worklists() },
    Walk(call: "worklistCount(_:)", silence: list) { _ = try await $0.store.worklistCount(.stopOrTransfer) },
    Walk(call: "worklist(_:)", silence: list) { _ = try await $0.store.worklist(.stopOrTransfer) },
  ]
}
