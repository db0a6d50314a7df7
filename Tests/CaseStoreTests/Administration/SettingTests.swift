import CaseModel
import Testing

@testable import CaseStore

@Suite("Settings (0.4)") struct SettingTests {
  @Test("0.4: every setting stands in the table of rules, and its default fits the rule")
  func table() async throws {
    let place = try Place()
    let store = try place.make()
    let settings = try await store.settings()
    #expect(settings.count >= 30)
    for setting in settings {
      let rule = try #require(SettingRule.of(setting.key), "\(setting.key)")
      #expect(rule.fault(in: setting.value) == nil, "\(setting.key)")
      #expect(["V", "K", "D"].contains(String(rule.source.prefix(1))))
      #expect(!setting.basis.isEmpty && !setting.unit.isEmpty)
    }
  }

  @Test("0.4: a value is of its kind and within its bounds, and beside the setting that it may not pass")
  func values() async throws {
    let place = try Place()
    let (store, by) = (try place.make(), Place.start)
    let writing = try await store.writing(at: by)
    let refused = [
      ("plan.review_max_days", "366"), ("plan.review_max_days", "12 months"), ("plan.review_max_days", "0365"),
      ("audit.retention_years", "7"), ("sw.service_from", "24:00"), ("sw.service_from", "9:00"),
      ("sw.service_from", "21:00"), ("sw.service_to", "08:00"), ("caseload.band_red", "nan"),
      ("caseload.band_red", "0.9"), ("caseload.band_amber", "1.2"), ("caseload.band_red", "1e0"),
      ("plan.first_review_min_days", "60"), ("action.escalate_owner_days", "8"), ("risk.target_percentile", "100"),
      ("enrol.notify_days", "22"), ("backup.recipients", "nonsense"), ("mdt.max_cases", "-1"), ("mdt.max_cases", "१०"),
    ]
    for (key, value) in refused {
      do {
        try await store.setSetting(key, to: value, reason: "Try", by: writing)
        Issue.record("\(key) took \(value)")
      } catch {
        #expect(error.kind == .badData && !error.advice.isEmpty && error.reason.contains(key), "\(key): \(error)")
      }
    }
    for (key, value) in [("plan.review_max_days", "182"), ("sw.service_to", "21:30"), ("caseload.band_red", "1.25")] {
      try await store.setSetting(key, to: value, reason: "Try", by: writing)
      #expect(try await store.settings().first { $0.key == key }?.value == value)
    }
    #expect(await store.doctor()["records.settings"]?.problem == nil)
  }

  @Test("0.4: the history says who, when, from what to what and why; the newest first")
  func history() async throws {
    let place = try Place()
    let store = try place.make()
    var by = try await store.writing()
    for (value, reason) in [("12", "Longer meetings"), ("8", "Too many")] {
      try await store.setSetting("mdt.max_cases", to: value, reason: reason, by: by)
      by.at = by.at + 3600
    }
    let changes = try await store.settingHistory(of: "mdt.max_cases")
    #expect(
      changes.map { [$0.before, $0.after, $0.reason] } == [["12", "8", "Too many"], ["10", "12", "Longer meetings"]])
    #expect(changes.allSatisfy { $0.by == "Jo Francis" } && changes[0].at == Place.start + 3600)
    let rows = try await store.auditEvents(limit: 10).filter { $0.action == .settingChange }
    #expect(rows.map(\.purpose) == ["from 12 to 8: Too many", "from 10 to 12: Longer meetings"])
    #expect(rows[0].versionBefore == 2 && rows[0].versionAfter == 3)
    await #expect(throws: Problem.self) { _ = try await store.settingHistory(of: "nothing.of_the_kind") }
  }

  @Test("8.1: settings are an administrator's, with a reason")
  func whose() async throws {
    let it = try await AdministrationScene()
    let other = await it.scene.denied {
      try await it.manager.store.setSetting("mdt.max_cases", to: "12", reason: "Mine", by: it.manager.by)
    }
    #expect(other?.kind == .refused)
    let silent = await it.scene.denied {
      try await it.admin.store.setSetting("mdt.max_cases", to: "12", reason: " ", by: it.admin.by)
    }
    #expect(silent?.kind == .badData)
    try await it.admin.store.setSetting("mdt.max_cases", to: "12", reason: "More", by: it.admin.by)
  }
}
