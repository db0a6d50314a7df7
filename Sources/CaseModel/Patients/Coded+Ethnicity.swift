/// Ethnic category, England (handbook 7.4).
public enum EthnicCategory: String, Coded {
  case whiteBritish = "A"
  case whiteIrish = "B"
  case otherWhite = "C"
  case whiteAndBlackCaribbean = "D"
  case whiteAndBlackAfrican = "E"
  case whiteAndAsian = "F"
  case otherMixed = "G"
  case indian = "H"
  case pakistani = "J"
  case bangladeshi = "K"
  case otherAsian = "L"
  case blackCaribbean = "M"
  case blackAfrican = "N"
  case otherBlack = "P"
  case chinese = "R"
  case other = "S"
  case notStated = "Z"
  case notKnown = "99"

  public var words: String {
    switch self {
    case .whiteBritish: "White British"
    case .whiteIrish: "White Irish"
    case .otherWhite: "Other White"
    case .whiteAndBlackCaribbean: "White and Black Caribbean"
    case .whiteAndBlackAfrican: "White and Black African"
    case .whiteAndAsian: "White and Asian"
    case .otherMixed: "Other Mixed"
    case .indian: "Indian"
    case .pakistani: "Pakistani"
    case .bangladeshi: "Bangladeshi"
    case .otherAsian: "Other Asian"
    case .blackCaribbean: "Black Caribbean"
    case .blackAfrican: "Black African"
    case .otherBlack: "Other Black"
    case .chinese: "Chinese"
    case .other: "Other ethnic group"
    case .notStated: "Not stated"
    case .notKnown: "Not known"
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .whiteBritish: ["British"]
    case .whiteIrish: ["Irish"]
    case .otherWhite: ["any other White background", "White other"]
    case .otherMixed: ["any other mixed background", "Mixed other"]
    case .indian: ["Asian or Asian British Indian", "British Indian"]
    case .pakistani: ["Asian or Asian British Pakistani", "British Pakistani"]
    case .bangladeshi: ["Asian or Asian British Bangladeshi", "British Bangladeshi"]
    case .otherAsian: ["any other Asian background", "Asian other"]
    case .blackCaribbean: ["Caribbean", "Black or Black British Caribbean"]
    case .blackAfrican: ["African", "Black or Black British African"]
    case .otherBlack: ["any other Black background", "Black other"]
    case .other: ["any other ethnic group", "other"]
    case .notStated: ["refused"]
    case .notKnown: ["unknown", "not recorded"]
    default: []
    }
  }

  /// The six groups that reports count by: White A to C, Mixed D to G, Asian H to L, Black M to P, Other R and S,
  /// Unknown Z and 99.
  public enum Group: String, Coded {
    case white, mixed, asian, black, other, unknown

    public var words: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  public var group: Group {
    switch self {
    case .whiteBritish, .whiteIrish, .otherWhite: .white
    case .whiteAndBlackCaribbean, .whiteAndBlackAfrican, .whiteAndAsian, .otherMixed: .mixed
    case .indian, .pakistani, .bangladeshi, .otherAsian: .asian
    case .blackCaribbean, .blackAfrican, .otherBlack: .black
    case .chinese, .other: .other
    case .notStated, .notKnown: .unknown
    }
  }
}
