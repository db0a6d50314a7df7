extension MessagesScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {}
}
