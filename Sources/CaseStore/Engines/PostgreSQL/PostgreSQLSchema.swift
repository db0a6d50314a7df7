/// The store's tables as PostgreSQL takes them, made from the one text of the migrations: other names of types, no
/// `STRICT`, triggers that call a function, and references added at the end because tables refer to each other.
struct PostgreSQLSchema {
  private(set) var statements = [String]()
  private var references = [String]()

  /// What the tables lean on. Every function says itself where it looks for tables, so that nobody who calls it can have
  /// it find others.
  static let functions = [
    """
    CREATE FUNCTION mdt_refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $body$
    BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'MDT01'; END
    $body$
    """,
    // The next number as SQLite gives it, so that a store is the same on both. Writers stand in a queue.
    """
    CREATE FUNCTION mdt_next_row_key(of_table regclass) RETURNS bigint LANGUAGE plpgsql
    SET search_path = public, pg_temp AS $body$
    DECLARE newest bigint;
    BEGIN EXECUTE format('SELECT max(row_key) FROM %s', of_table) INTO newest; RETURN COALESCE(newest, 0) + 1; END
    $body$
    """,
  ]

  init(translating texts: [String]) {
    for text in texts { for statement in PostgreSQLSchema.split(text) { add(statement) } }
    statements += references
  }

  private mutating func add(_ statement: String) {
    if statement.hasPrefix("CREATE TABLE ") {
      statements.append(table(statement))
    } else if let trigger = statement.wholeMatch(of: Self.trigger) {
      let events = trigger.event == "DELETE" ? "DELETE" : String(trigger.event)
      statements.append(
        """
        CREATE TRIGGER \(trigger.name) BEFORE \(events) ON \(trigger.table) FOR EACH ROW
        EXECUTE FUNCTION mdt_refuse('\(trigger.words)')
        """)
      if trigger.event == "DELETE" {
        statements.append(
          """
          CREATE TRIGGER \(trigger.name)_at_once BEFORE TRUNCATE ON \(trigger.table) FOR EACH STATEMENT
          EXECUTE FUNCTION mdt_refuse('\(trigger.words)')
          """)
      }
    } else if let guarded = statement.wholeMatch(of: Self.guarded) {
      // What is to be looked up is looked up by the function: a condition here may not.
      statements.append(
        """
        CREATE TRIGGER \(guarded.name) BEFORE DELETE ON \(guarded.table) FOR EACH ROW
        EXECUTE FUNCTION mdt_refuse_without_certificate('\(guarded.words)')
        """)
    } else if let dropped = statement.wholeMatch(of: Self.dropped) {
      statements.append("DROP TRIGGER \(dropped.name)_is_never_deleted ON \(dropped.name)")
    } else if let covering = statement.wholeMatch(of: Self.covering) {
      // An entry of an index has a largest size here: what SQLite keeps beside the key stays in the table.
      statements.append("\(covering.head)\(covering.first),\(covering.second))")
    } else {
      statements.append(PostgreSQLSchema.typed(statement))
    }
  }

  private static var trigger: Regex<(Substring, name: Substring, event: Substring, table: Substring, words: Substring)>
  {
    /CREATE TRIGGER (?<name>\w+) BEFORE (?<event>\w+) ON (?<table>\w+)\s+BEGIN SELECT RAISE\(ABORT, '(?<words>[^']*)'\); END/
  }

  private static var guarded: Regex<(Substring, name: Substring, table: Substring, words: Substring)> {
    /CREATE TRIGGER (?<name>\w+_goes_by_certificate) BEFORE DELETE ON (?<table>\w+)\s+WHEN [^\n]+\s+BEGIN SELECT RAISE\(ABORT, '(?<words>(?:[^']|'')*)'\); END/
  }

  private static var dropped: Regex<(Substring, name: Substring)> { /DROP TRIGGER (?<name>\w+)_is_never_deleted/ }

  private static var covering: Regex<(Substring, head: Substring, first: Substring, second: Substring)> {
    /(?<head>CREATE INDEX \w+ ON \w+ \()(?<first>[^,]+),(?<second>[^,]+)(?:,[^,)]+){6,}\)/
  }

  private static func typed(_ text: String) -> String {
    text.replacing(/\bTEXT\b/, with: "text COLLATE \"C\"").replacing(/\bINTEGER\b/, with: "bigint")
      .replacing(/\bREAL\b/, with: "double precision").replacing(/\bBLOB\b/, with: "bytea")
  }

  private mutating func table(_ statement: String) -> String {
    let name = statement.dropFirst("CREATE TABLE ".count).prefix { $0 != " " }
    var text = statement.replacing(/\) STRICT(, WITHOUT ROWID)?$/, with: ")")
    text = text.replacing(/,?\s+FOREIGN KEY \([^)]*\) REFERENCES \w+ \([^)]*\)/) { match in
      reference(of: String(name), match.output.drop { $0 == "," || $0.isWhitespace }, isDeferred: false)
      return ""
    }
    text = text.replacing(/REFERENCES (\w+ \(\w+\))( DEFERRABLE INITIALLY DEFERRED)?/) { match in
      // The column is the first word of the line.
      let line = text[..<match.range.lowerBound].split(separator: "\n").last ?? ""
      let column = line.split(separator: " ").first ?? ""
      reference(
        of: String(name), "FOREIGN KEY (\(column)) REFERENCES \(match.output.1)", isDeferred: match.output.2 != nil)
      return ""
    }
    text = text.replacing(
      /row_key INTEGER PRIMARY KEY,/, with: "row_key bigint PRIMARY KEY DEFAULT mdt_next_row_key('\(name)'),")
    return PostgreSQLSchema.typed(text)
  }

  private mutating func reference(of table: String, _ clause: some StringProtocol, isDeferred: Bool) {
    references.append(
      "ALTER TABLE \(table) ADD \(clause) DEFERRABLE INITIALLY \(isDeferred ? "DEFERRED" : "IMMEDIATE")")
  }

  /// One statement each, without the semicolon at its end.
  private static func split(_ text: String) -> [String] {
    var found = [String]()
    var lines = [Substring]()
    for line in text.split(separator: "\n") {
      lines.append(line)
      let isTrigger = lines.first?.hasPrefix("CREATE TRIGGER") == true
      guard isTrigger ? line.hasSuffix("END;") : line.hasSuffix(";") else { continue }
      found.append(String(lines.joined(separator: "\n").dropLast()))
      lines = []
    }
    return found
  }
}
