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

  /// In two or three words: "break-glass".
  public var words: String {
    switch self {
    case .registeredPractice: "registered practice"
    case .assigned: "assigned"
    case .onMeetingList: "on the meeting's list"
    case .referralOpen: "open referral"
    case .hospitalEpisode: "in hospital"
    case .selfClaimed: "claimed by themself"
    case .emergency: "break-glass"
    }
  }

  /// Whether nobody but the one who looked has said that there is a relationship.
  public var isOwnWord: Bool { self == .selfClaimed || self == .emergency }
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
