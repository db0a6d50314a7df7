import CaseModel
import CaseStore

extension ReferralsScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .read(let about, let closed):
      do throws(Problem) {
        return .loaded(try await read(about, closed: closed, world))
      } catch {
        return .failed(error)
      }
    case .open(let id, let patient):
      do throws(Problem) {
        let all = try await world.store.referrals(of: patient)
        guard let referral = all.first(where: { $0.id == id }) else {
          throw Problem(
            "The referral was not opened.", because: "It is not there any more.", try: "Read the list again.",
            kind: .notFound)
        }
        return .opened(referral, try await world.store.peek(patient).patient)
      } catch {
        return .notRecorded(error)
      }
    default:
      do throws(Problem) {
        return .recorded(try await write(work, world))
      } catch {
        return .notRecorded(error)
      }
    }
  }

  private static func read(
    _ about: ID<Patient>?, closed: Bool, _ world: World
  ) async throws(Problem) -> Content {
    let store = world.store
    let standards = try await store.responseStandards()
    guard let about else {
      return Content(referrals: try await store.referrals(closed: closed), standards: standards)
    }
    do throws(Problem) {
      let referrals = try await store.referrals(of: about)
      return Content(patient: try await store.peek(about).patient, referrals: referrals, standards: standards)
    } catch {
      guard error.kind == .closed else { throw error }
      // A referral of somebody whose record is closed is taken down all the same, with who they are and no more.
      let person = try await store.closedRecord(about)
      guard person.mayClaim else { throw error }
      return Content(patient: person.patient, referrals: [], standards: standards, whyClosed: error)
    }
  }

  private static func write(_ work: Work, _ world: World) async throws(Problem) -> String {
    let (store, by) = (world.store, world.writing)
    switch work {
    case .record(let request, let patient):
      _ = try await store.record(request, of: patient, by: by)
      return "Recorded. Its clock has run since \(request.receivedAt.clockSaid)."
    case .answer(let id, let patient, let response):
      try await store.respond(to: id, of: patient, response, by: by)
      return "Recorded: \(response.kind.words.lowercasedFirst) at \(response.at.clockSaid)."
    case .close(let id, let patient, let closing):
      try await store.close(id, of: patient, closing, by: by)
      return "Closed: \(closing.outcome.words.lowercasedFirst)."
    case .void(let id, let patient, let reason):
      try await store.voidReferral(id, of: patient, reason: reason, by: by)
      return "The referral is void, and stays to be read."
    case .read, .open: return ""
    }
  }
}
