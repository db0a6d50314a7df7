import CaseModel

/// What is under way for somebody, for whoever has their record open.
enum WorkInHandReading {
  static func all(of patient: ID<Patient>, _ permit: Permit, _ connection: any Connection) throws -> WorkInHand {
    var work = WorkInHand()
    let sight = FindingSight(permit: permit, connection: connection)
    if case .allow = try sight.decide(.readSafeguardingMarker, patient) {
      work.isSafeguardingMarked = try Safeguarding.isMarked(patient, connection)
    }
    work.referrals = try Referrals.all(of: patient, connection).filter(\.isOpen).map { referral in
      WorkInHand.OpenReferral(
        kind: referral.kind, receivedAt: referral.receivedAt,
        due: referral.firstResponse == nil ? referral.clock.due : nil)
    }
    work.followUps = try connection.rows(
      """
      SELECT follow_up_on FROM care_entry WHERE patient_id = $1 AND follow_up_on IS NOT NULL AND followed_up_on IS NULL
      AND entered_in_error = 0 ORDER BY follow_up_on
      """, [.of(patient)]
    ) { try $0.day() }
    return work
  }
}
