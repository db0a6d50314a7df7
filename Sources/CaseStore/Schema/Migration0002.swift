/// Backups: who they are made for when nobody is named. And plans and notes are found by the words that the program makes
/// of them, as names are: strasse finds Straße, a sign such as © within a word is looked for, and both engines find the
/// same; no table changes for that, each engine makes its search anew.
enum Migration0002: Migration {
  static let version = 2

  static let statements = [
    """
    INSERT INTO setting (key, value, unit, basis) VALUES
      ('backup.recipients', '', 'public keys', 'who can open the backups; mdt keys makes a pair');
    """
  ]
}
