import CaseModel

/// Whether a value may be a setting's: by its kind, by its bounds, and beside the setting that it may not pass.
enum SettingValue {
  static func check(_ value: String, of setting: Setting, doing what: String, _ connection: any Connection) throws {
    guard let rule = SettingRule.of(setting.key) else { return }
    if let fault = rule.fault(in: value) {
      throw Problem(
        what, because: "\"\(value)\" does not fit \(setting.key), which is counted in \(setting.unit): \(fault).",
        try: "Give such a value; now it is \(setting.value).", kind: .badData)
    }
    guard let other = rule.other,
      let beside = try connection.first(
        "SELECT value FROM setting WHERE key = $1", [.text(other.key)], { try $0.text() })
    else { return }
    let passes = other.isBelow ? rule.isGreater(value, than: beside) : rule.isGreater(beside, than: value)
    guard passes else { return }
    throw Problem(
      what,
      because: "\(setting.key) may not be \(other.isBelow ? "more" : "less") than \(other.key), which is \(beside).",
      try: "Change \(other.key) first, or give a value that fits beside it.", kind: .badData)
  }
}
