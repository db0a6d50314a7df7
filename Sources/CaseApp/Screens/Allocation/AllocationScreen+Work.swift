import CaseModel
import CaseStore

extension AllocationScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    let (store, by) = (world.store, world.writing)
    do throws(Problem) {
      switch work {
      case .read(let locality): return .loaded(try await store.allocation(locality: locality))
      case .propose(let staff, let people, let reason):
        try await store.propose(staff, for: people, reason: reason, by: by)
        return .done("Proposed for \(counted(people.count, "person", "people")), not published.")
      case .withdraw(let people):
        try await store.withdrawProposals(for: people, by: by)
        return .done("Nothing is proposed for them now.")
      case .share(let locality):
        let share = try await store.proposeEvenShare(locality: locality, by: by)
        return .done("Proposed an even share: \(share.proposed), \(share.left) wait on. Nothing is published.")
      case .publish(let people):
        let outcome = try await store.publishProposals(for: people, by: by)
        let left = outcome.left.isEmpty ? "" : " \(outcome.left.count) stay: \(outcome.left[0])"
        return .done("Published \(outcome.published): each is asked to accept.\(left)")
      case .away(let staff, let kind, let from, let to, let cover, let reason):
        var covering: ID<StaffMember>?
        if !cover.isEmpty, plainLetters(cover) != "nobody" {
          let all = try await store.staff(activeOn: from)
          guard let one = StaffTyped.find(cover, among: all) else {
            throw Problem(
              "No absence was recorded.", because: StaffTyped.fault(cover, among: all) ?? "Nobody fits.",
              try: "Name the cover again.", kind: .badData)
          }
          covering = one.id
        }
        try await store.recordAbsence(of: staff, kind, from: from, to: to, cover: covering, reason: reason, by: by)
        return .done("Recorded: away from \(from.short).")
      }
    } catch {
      if case .read = work { return .failed(error) }
      return .notDone(error)
    }
  }
}
