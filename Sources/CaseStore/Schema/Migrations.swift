/// The steps of the schema in their order, the same on both engines.
enum Migrations {
  static var all: [any Migration.Type] {
    [
      Migration0001.self, Migration0002.self, Migration0003.self, Migration0004.self, Migration0005.self,
      Migration0006.self, Migration0007.self, Migration0008.self, Migration0009.self, Migration0010.self,
      Migration0011.self, Migration0012.self,
    ]
  }

  /// Every table with a person's rows, in the order in which they go with the person's certificate: those of later steps
  /// first, because they refer to earlier ones.
  static var tablesOfPeople: [String] { all.reversed().flatMap { $0.tablesOfPeople } + Migration0008.tables }
  /// The number of the schema that this program knows.
  static var newest: Int { all.map { $0.version }.max() ?? 0 }
}
