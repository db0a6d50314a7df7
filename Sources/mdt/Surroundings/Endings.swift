import CaseStore
import Dispatch
import Glibc

/// Signals that would stop or end the program wait until nothing is being written (store.md 2). Where the full screen
/// is open its terminal sees to this.
struct Endings {
  private let sources: [any DispatchSourceSignal]

  /// `end` is told of TERM and HUP; without it the program ends by the signal, between two writes.
  /// `also` names further signals that `end` is told of.
  init(_ store: CaseStore, also: [Int32] = [], end: (@Sendable (Int32) -> Void)? = nil) {
    let queue = DispatchQueue(label: "mdt.endings")
    sources = ([SIGTSTP, SIGTERM, SIGHUP] + also).compactMap { number in
      // What whoever started us has ignored, as nohup does, stays ignored.
      var before = sigaction()
      sigaction(number, nil, &before)
      guard before.__sigaction_handler.sa_handler == nil else { return nil }
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if number != SIGTSTP, let end { return end(number) }
        if number != SIGTSTP { store.stopWaiting() }
        Task { await store.betweenWrites { Endings.obey(number) } }
      }
      source.resume()
      return source
    }
  }

  private static func obey(_ number: Int32) {
    // Not TSTP, which is ignored for the sake of its source; the shell sees a stop all the same.
    if number == SIGTSTP { return _ = raise(SIGSTOP) }
    signal(number, SIG_DFL)
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, number)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    raise(number)
  }
}
