import CTerminal
import TerminalKit

extension InputDecoder.Piece {
  /// What the terminal sent, in the words of TerminalKit.
  init(_ event: ct_event) {
    switch Int(event.kind) {
    case CT_PASTE_BEGINS: self = .pasteBegins
    case CT_PASTE_ENDS: self = .pasteEnds
    case CT_KEY: self = .key(Key(code: Int(event.value)))
    default: self = Unicode.Scalar(event.value).map { .scalar($0) } ?? .key(.unknown)
    }
  }
}

extension Key {
  fileprivate init(code: Int) {
    switch code {
    case CT_KEY_UP: self = .up
    case CT_KEY_DOWN: self = .down
    case CT_KEY_LEFT: self = .left
    case CT_KEY_RIGHT: self = .right
    case CT_KEY_WORD_LEFT: self = .wordLeft
    case CT_KEY_WORD_RIGHT: self = .wordRight
    case CT_KEY_PAGE_UP: self = .pageUp
    case CT_KEY_PAGE_DOWN: self = .pageDown
    case CT_KEY_HOME: self = .home
    case CT_KEY_END: self = .end
    case CT_KEY_BACKSPACE: self = .backspace
    case CT_KEY_DELETE: self = .delete
    case CT_KEY_INSERT: self = .insert
    case CT_KEY_ENTER: self = .enter
    case CT_KEY_BACK_TAB: self = .backTab
    default: self = .unknown
    }
  }
}
