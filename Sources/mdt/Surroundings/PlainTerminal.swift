import Glibc

/// The terminal of linear mode, which is written in lines: its echo, and what it keeps.
enum PlainTerminal {
  /// What is typed next is shown or not. Nothing happens where lines come from elsewhere.
  static func hideTyping(_ hides: Bool) {
    var settings = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
    let echo = tcflag_t(ECHO)
    settings.c_lflag = hides ? settings.c_lflag & ~echo : settings.c_lflag | echo
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  /// Takes away what stands on the terminal and what was scrolled off it. A terminal that draws nothing is spared.
  static func clear() {
    guard isatty(STDOUT_FILENO) == 1, let term = Host.environment("TERM"), term != "dumb" else { return }
    let sequence = "\u{1B}[H\u{1B}[2J\u{1B}[3J"
    _ = sequence.withCString { write(STDOUT_FILENO, $0, strlen($0)) }
  }
}
