"""Promise 16: a dropped or frozen link loses nothing typed: the draft is kept within 2 s of the last key.

The program runs in a terminal of this harness, which stops reading in the middle of a word, as an SSH client on a frozen
link does; and once more with pictures drawn until all buffers on the way are full. Then it hangs up, and the draft has
the text. (Smoke journeys 07 and 08 kill the program and close the window.)

Shown to be able to fail: the text is looked for before anything was typed, and must not be found.
"""

import glob, os, time
from harness import *
from terminal import Terminal


def kept(store):
    texts = []
    for path in glob.glob(store + ".drafts/*.json"):
        with open(path, errors="replace") as file:
            texts.append(file.read())
    return "\n".join(texts)


def until_kept(store, text, patience=20):
    begun = time.monotonic()
    while text not in kept(store):
        if time.monotonic() - begun > patience:
            return None
        time.sleep(0.01)
    return time.monotonic() - begun


def freeze(pictures):
    at = folder()
    store = make_store(at)
    if until_kept(store, "mid", 0.1) is not None:
        raise Ended("a draft is there before anything was typed: this harness would not see a loss")
    terminal = Terminal(store)
    terminal.wait("Caseload")
    terminal.wait("BEGUM")
    terminal.after("e", "EDITING")
    terminal.wait("What is most important")
    terminal.after("\r", "help")
    words = ""
    for letter in "Cut off in the mid":
        terminal.keys(letter)
        terminal.read(0.01)
    words = "Cut off in the mid"
    # From here on nobody reads what the program draws; whole pictures fill what lies between it and its reader.
    for number in range(pictures):
        terminal.size(40, 120 + number % 2)
        time.sleep(0.03)
    if not pictures:
        terminal.keys("END")
        words += "END"
    took = until_kept(store, words, 5)
    os.close(terminal.fd)  # the link is given up: a hang-up
    end = time.monotonic() + 20
    ended = 0
    while ended == 0 and time.monotonic() < end:
        ended = os.waitpid(terminal.pid, os.WNOHANG)[0]
        time.sleep(0.02)
    if ended == 0:
        os.kill(terminal.pid, 9)
        os.waitpid(terminal.pid, 0)
    there = words in kept(store)
    return took, there, ended != 0


def body():
    took, there, ended = freeze(0)
    shown = "not kept" if took is None else f"kept {took:.2f} s after it"
    full_took, full_there, full_ended = freeze(60)
    if not (ended and full_ended):
        print("  it does not end when its link does")
    if full_took is None and full_there:
        # The program waits in the middle of a picture, and does nothing else meanwhile.
        fact("where a terminal takes nothing at all any more, not even into its buffers, the draft is kept when the link "
             "is given up and not before")
    good = there and full_there and ended and full_ended and took is not None and (took < 2 or not FULL)
    return report(16, f"frozen at the last key: {shown}; frozen and its buffers full: "
                      f"{'all there' if full_there else 'LOST'} after the hang-up", good)


main(body)
