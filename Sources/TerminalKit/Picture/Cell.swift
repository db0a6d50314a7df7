/// One terminal column of a picture: a scalar, up to four marks on it, and what it means.
///
/// Sixteen bytes, never allocated: five scalars of 21 bits each and a role.
public struct Cell: Hashable, Sendable, BitwiseCopyable {
  /// How many marks one column can carry.
  public static let mostFollowers = 4

  // low:  base, first and second follower.  high: third and fourth follower, role, trailing half.
  private var low: UInt64
  private var high: UInt64

  private static let scalarBits: UInt64 = 21
  private static let scalarMask: UInt64 = 0x1F_FFFF
  private static let roleShift: UInt64 = 42
  private static let trailingBit: UInt64 = 1 << 62

  /// A column that shows `base`.
  public init(_ base: Unicode.Scalar = " ", as role: Role = .body) {
    low = UInt64(base.value)
    high = UInt64(role.rawValue) << Self.roleShift
  }

  /// The second column of a character that is two columns wide.
  static func trailingHalf(as role: Role) -> Cell {
    var cell = Cell(" ", as: role)
    cell.high |= trailingBit
    return cell
  }

  /// Whether this is the second column of a character two columns wide.
  public var isTrailingHalf: Bool { high & Self.trailingBit != 0 }

  /// The scalar that takes up the column.
  public var base: Unicode.Scalar {
    get { Self.scalar(low) ?? " " }
    set { low = (low & ~Self.scalarMask) | UInt64(newValue.value) }
  }

  /// What the column means.
  public var role: Role {
    get { Role(rawValue: UInt8(truncatingIfNeeded: high >> Self.roleShift)) ?? .body }
    set { high = (high & ~(0xFF << Self.roleShift)) | (UInt64(newValue.rawValue) << Self.roleShift) }
  }

  /// Whether nothing sits on top of the base.
  public var isBare: Bool { low >> Self.scalarBits == 0 }

  /// The marks on the base, none in most cells.
  public var followers: [Unicode.Scalar] {
    isBare ? [] : (0..<Self.mostFollowers).compactMap(follower)
  }

  /// The mark at `index`, from 0 to 3.
  public func follower(_ index: Int) -> Unicode.Scalar? {
    let bits =
      switch index {
      case 0: low >> Self.scalarBits
      case 1: low >> (2 * Self.scalarBits)
      case 2: high
      case 3: high >> Self.scalarBits
      default: UInt64(0)
      }
    return bits & Self.scalarMask == 0 ? nil : Self.scalar(bits)
  }

  /// Puts one more mark on the base; says whether there was room.
  @discardableResult
  mutating func add(_ mark: Unicode.Scalar) -> Bool {
    let bits = UInt64(mark.value)
    if follower(0) == nil {
      low |= bits << Self.scalarBits
    } else if follower(1) == nil {
      low |= bits << (2 * Self.scalarBits)
    } else if follower(2) == nil {
      high |= bits
    } else if follower(3) == nil {
      high |= bits << Self.scalarBits
    } else {
      return false
    }
    return true
  }

  private static func scalar(_ bits: UInt64) -> Unicode.Scalar? {
    Unicode.Scalar(UInt32(truncatingIfNeeded: bits & scalarMask))
  }

  /// Appends what the column shows; a trailing half shows nothing of its own.
  func append(to text: inout String.UnicodeScalarView) {
    guard !isTrailingHalf else { return }
    text.append(base)
    if !isBare { text.append(contentsOf: followers) }
  }
}
