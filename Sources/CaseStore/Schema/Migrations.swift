/// The steps of the schema in their order, the same on both engines.
enum Migrations {
  static var all: [any Migration.Type] {
    [
      Migration0001.self, Migration0002.self, Migration0003.self, Migration0004.self, Migration0005.self,
      Migration0006.self, Migration0007.self, Migration0008.self, Migration0010.self,
    ]
  }
  /// The number of the schema that this program knows.
  static var newest: Int { all.map { $0.version }.max() ?? 0 }
}
