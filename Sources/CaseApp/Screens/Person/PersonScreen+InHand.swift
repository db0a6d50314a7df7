import CaseModel
import TerminalKit

/// What is under way beside the plan: the marker, open referrals, follow-ups. Nothing stands there where nothing is.
extension PersonScreen {
  func inHand(_ work: WorkInHand, _ audience: Audience, _ page: inout Page<Link>) {
    if work.isSafeguardingMarked {
      page.fact("Safeguarding", "! marker: ring the duty social worker", .urgent)
    }
    for referral in work.referrals {
      let isLate = referral.due.map { $0 < around.now } ?? false
      let due = referral.due.map { ", \(isLate ? "! was due" : "answer by") \(moment($0, audience))" } ?? ", answered"
      page.fact(
        "Referral", "\(referral.kind.words), received \(moment(referral.receivedAt, audience))\(due)",
        isLate ? .urgent : .body)
    }
    if let first = work.followUps.first {
      let more = work.followUps.count > 1 ? ", and \(work.followUps.count - 1) more" : ""
      let isLate = first < around.today
      page.fact(
        "Follow-up", "\(isLate ? "! " : "")to be seen again by \(first.shown(to: audience))\(more)",
        isLate ? .urgent : .body)
    }
  }

  private func moment(_ moment: Moment, _ audience: Audience) -> String {
    moment.day == around.today ? "today \(moment.clockSaid)" : "\(moment.day.shown(to: audience)) \(moment.clockSaid)"
  }
}
