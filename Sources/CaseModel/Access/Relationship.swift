/// Why somebody may look at a person's record (handbook 8.2): a legitimate relationship.
public enum Relationship: String, Coded {
  /// The person is registered with a practice that this post serves: the practice itself, or one of the locality.
  case registeredPractice = "registered_practice"
  case assigned
  /// From the list being locked until seven days after the minutes.
  case onMeetingList = "on_meeting_list"
  case referralOpen = "referral_open"
  case hospitalEpisode = "hospital_episode"
  /// Claimed by themselves with a reason; a privacy officer is told.
  case selfClaimed = "self_claimed"
  /// Break-glass, for 60 minutes (8.3).
  case emergency

  public var words: String {
    switch self {
    case .registeredPractice: "Registered with a practice they serve"
    case .assigned: "Looks after the person"
    case .onMeetingList: "On the list of their meeting"
    case .referralOpen: "A referral to them is open"
    case .hospitalEpisode: "In hospital under their care"
    case .selfClaimed: "Claimed by themselves, with a reason"
    case .emergency: "Break-glass"
    }
  }
}

/// Why nobody may look at a record although their work would allow it (R-IG-02).
public enum PersonalTie: String, Coded {
  case ownRecord = "own_record"
  case household
  case colleague

  public var words: String {
    switch self {
    case .ownRecord: "Their own record"
    case .household: "Somebody of their household"
    case .colleague: "A colleague"
    }
  }
}
