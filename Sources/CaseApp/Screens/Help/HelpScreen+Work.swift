extension HelpScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {}
}
