import CaseModel

/// Records as JSON and as tab-separated lines. The keys are documented in `docs/manual/command-line.md` and stay.
extension CaseloadRow {
  /// The columns of `--plain`, and the keys of `--json`, in order.
  static let columns = [
    "nhs_number", "family_name", "given_names", "preferred_name", "title", "born", "died", "gender", "practice_code",
    "locality", "risk_score", "risk_unit", "risk_model", "risk_run_on", "care_plan_status", "care_plan_review_due",
    "named_social_worker", "enrolment_status", "similar_name", "data_quality", "no_plan_reason",
  ]

  func values(on today: Day) -> [(String, JSON)] {
    [
      ("nhs_number", JSON(nhsNumber?.digits)), ("family_name", .text(name.family)),
      ("given_names", .text(name.given)), ("preferred_name", JSON(name.preferred)), ("title", JSON(name.title)),
      ("born", .text(born.iso)), ("died", JSON(died?.iso)), ("gender", JSON(gender?.words.lowercased())),
      ("practice_code", JSON(practiceCode)), ("locality", JSON(locality)), ("risk_score", JSON(riskValue)),
      ("risk_unit", JSON(riskUnit?.rawValue)), ("risk_model", JSON(riskModel)), ("risk_run_on", JSON(riskRunOn?.iso)),
      ("care_plan_status", .text(planStatus?.rawValue ?? "none")), ("care_plan_review_due", JSON(reviewDue?.iso)),
      ("named_social_worker", JSON(namedSocialWorker)), ("enrolment_status", .text(enrolment.rawValue)),
      ("similar_name", .flag(hasSimilar)), ("data_quality", .integer(dataQualityCount)),
      ("no_plan_reason", JSON(noPlanReason)),
    ]
  }

  func json(on today: Day) -> JSON { .object(values(on: today)) }
  func plain(on today: Day) -> [String] { values(on: today).map { $0.1.plainText } }
}

extension JSON {
  /// As a field of a tab-separated line; what is absent is empty.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .absent: ""
    case .integer, .number, .flag: rendered()
    case .list(let values): values.map(\.plainText).joined(separator: "; ")
    case .object(let pairs): pairs.map { "\($0.0)=\($0.1.plainText)" }.joined(separator: "; ")
    }
  }
}

extension JSON {
  /// Every value with the keys that lead to it, for `--plain`: `needs.1.goals.2.text`. A list of single values is one
  /// field, as in the files that are imported.
  func leaves(under path: String = "") -> [(path: String, value: String)] {
    let start = path.isEmpty ? "" : path + "."
    switch self {
    case .object(let pairs): return pairs.flatMap { $0.1.leaves(under: start + $0.0) }
    case .list(let values) where values.contains(where: \.hasParts):
      return values.enumerated().flatMap { $1.leaves(under: start + String($0 + 1)) }
    default: return [(path, plainText)]
    }
  }

  private var hasParts: Bool {
    switch self {
    case .object, .list: true
    case .text, .integer, .number, .flag, .absent: false
    }
  }
}

extension PersonRecord {
  /// The whole person. `plan` and `versions` come from the care plan.
  func json(plan: CarePlanRecord?, versions: [PlanVersionSummary], _ names: StaffNames, today: Day) -> JSON {
    let p = patient
    return .object([
      ("id", .text(p.id.text)), ("nhs_number", JSON(p.nhsNumber?.digits)),
      ("nhs_unavailable_reason", JSON(p.nhsUnavailableReason?.rawValue)),
      ("nhs_verification", JSON(p.nhsVerification)), ("family_name", .text(p.name.family)),
      ("given_names", .text(p.name.given)), ("preferred_name", JSON(p.name.preferred)), ("title", JSON(p.name.title)),
      ("born", .text(p.born.iso)), ("born_estimated", .flag(p.bornEstimated)), ("died", JSON(p.died?.iso)),
      ("age", .integer(p.age(on: today))), ("gender", JSON(p.gender?.words.lowercased())),
      ("ethnic_category", JSON(p.ethnicCategory?.rawValue)), ("language", JSON(p.language)),
      ("interpreter_required", JSON(p.interpreterRequired)), ("lives_alone", JSON(p.livesAlone)),
      ("known_allergies", JSON(p.knownAllergies)),
      ("long_term_conditions", .list(p.longTermConditions.map { .text($0) })), ("practice_code", JSON(p.practiceCode)),
      ("practice_name", JSON(p.practiceName)), ("network", JSON(p.network)), ("locality", JSON(p.locality)),
      ("note", JSON(p.note)), ("row_version", .integer(p.version)),
      ("addresses", .list(addresses.map(\.json))), ("contacts", contactsJSON(plan, names)),
      ("scores", .list(scores.map(\.json))), ("enrolment_status", JSON(currentEnrolment?.status.rawValue)),
      ("enrolments", .list(enrolments.map(\.json))), ("consents", .list(consents.map(\.json))),
      ("team", .list(team.map(\.json))), ("named_social_worker", JSON(namedSocialWorker?.name)),
      ("partners", .list(partners.map { $0.json(today) })),
      // As the list says it: a draft that only records that the person declined is no plan.
      ("care_plan_status", .text(plan?.noPlanReason == nil ? plan?.status.rawValue ?? "none" : "none")),
      ("no_plan_reason", JSON(plan?.noPlanReason)),
      ("care_plan_review_due", JSON(plan?.status.isInForce == true ? plan?.plan.nextReview?.iso : nil)),
      ("care_plan", plan.map { $0.json(of: p, names) } ?? .absent), ("care_plan_versions", .list(versions.map(\.json))),
      ("safeguarding_marker", .flag(inHand.isSafeguardingMarked)),
      (
        "open_referrals",
        .list(
          inHand.referrals.map {
            .object([
              ("kind", .text($0.kind.rawValue)), ("received_at", .text($0.receivedAt.iso)),
              ("due_at", JSON($0.due?.iso)),
            ])
          })
      ),
      ("history", .list(timeline.map(\.json))), ("data_quality", .list(dataQuality.map { .text($0) })),
      ("unknown_columns", .object(unknownColumns.map { ($0.name, .text($0.value)) })),
    ])
  }

  private func contactsJSON(_ plan: CarePlanRecord?, _ names: StaffNames) -> JSON {
    let own = telecoms.map {
      JSON.object([
        ("kind", .text("own")), ("phone", .text($0.number)), ("use", .text($0.use)), ("rank", .integer($0.rank)),
        ("safe_to_leave_message", JSON($0.safeToLeaveMessage)),
      ])
    }
    let others = (plan?.plan.items(.personalContact) ?? []).map { item in
      JSON.object([("kind", .text("personal"))] + item.fieldsJSON(names))
    }
    return .list(own + others)
  }
}

extension Address {
  var json: JSON {
    .object([("kind", .text(kind)), ("lines", .list(lines.map { .text($0) })), ("postcode", .text(postcode))])
  }
}

extension RiskScore {
  var json: JSON {
    .object([
      ("model", .text(model)), ("model_version", JSON(modelVersion)), ("score", .number(value)),
      ("unit", .text(unit.rawValue)), ("run_on", .text(runOn.iso)), ("percentile", JSON(percentile)),
      ("population", JSON(populationSize)), ("words", .text(inWords())),
    ])
  }
}

extension Enrolment {
  var json: JSON {
    .object([
      ("status", .text(status.rawValue)), ("route", JSON(route?.rawValue)), ("identified_on", JSON(identifiedOn?.iso)),
      ("enrolled_on", JSON(enrolledOn?.iso)), ("ended_on", JSON(endedOn?.iso)), ("end_reason", JSON(endReason)),
      ("practice_at_enrolment", JSON(practiceAtEnrolment)),
    ])
  }
}

extension Consent {
  var json: JSON {
    .object([
      ("subject", .text(subject)), ("basis", .text(basis.rawValue)), ("decision", .text(decision)),
      ("given_by_name", JSON(givenByName)), ("at", .text(at.iso)),
    ])
  }
}

extension TeamMembership {
  var json: JSON {
    .object([
      ("role", .text(role)), ("name", .text(name)), ("organisation", .text(organisation)), ("team", JSON(team)),
      ("phone", JSON(phone)), ("start", .text(start.iso)),
    ])
  }
}

extension PartnerData {
  func json(_ today: Day) -> JSON {
    .object([
      ("organisation_code", .text(organisationCode)), ("organisation", .text(organisationName)),
      ("kind", .text(kind.rawValue)), ("as_of", JSON(asOf?.iso)), ("age", .text(age(on: today))),
      ("source", .text(source)), ("facts", .object(facts.map { ($0.label, $0.json) })),
    ])
  }
}

extension PartnerData.Fact {
  /// A text that is a date is one for programs, too.
  var json: JSON {
    guard case .success(let day) = Day.inFile(text), day.short == text else { return .text(text) }
    return .text(day.iso)
  }
}

extension TimelineEntry {
  var json: JSON { .object([("on", .text(on.iso)), ("who", .text(who)), ("what", .text(what))]) }
}
