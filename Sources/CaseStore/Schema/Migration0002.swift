/// Backups: who they are made for when nobody is named.
enum Migration0002: Migration {
  static let version = 2

  static let statements = [
    """
    INSERT INTO setting (key, value, unit, basis) VALUES
      ('backup.recipients', '', 'public keys', 'who can open the backups; mdt keys makes a pair');
    """
  ]
}
