import CaseModel
import CaseStore

extension CarePlanScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .open(let id):
        return .loaded(
          try await content(of: try await world.store.person(id, by: world.writing, purpose: "care plan"), world))
      case .reload(let id):
        return .loaded(try await content(of: try await world.store.peek(id), world))
      }
    } catch {
      return .failed(error)
    }
  }

  private static func content(of person: PersonRecord, _ world: World) async throws(Problem) -> Content {
    let id = person.patient.id
    return Content(
      person: person, plan: try await world.store.carePlan(of: id), reviews: try await world.store.reviews(of: id),
      staff: try await world.staffNames(), draftKept: try await world.store.draft(for: id, of: world.actor.id)?.keptAt,
      reviewKept: try await world.store.reviewDraft(for: id, of: world.actor.id)?.keptAt)
  }
}

extension World {
  /// Everybody who works or worked here, as a plan names them.
  func staffNames() async throws(Problem) -> StaffNames {
    var names = StaffNames()
    for member in try await store.staff(activeOn: nil) { names[member.id.text] = member.signature }
    return names
  }
}
