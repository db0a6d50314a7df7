"""Promise 15: left alone, the screen locks and shows nothing of anybody.

The program runs in a terminal of this harness with a person's record open and words in a box, and nobody presses a key
any more. When it has locked, everything that is sent to the terminal from the first byte of the lock on is looked through
for what stands in the record; then again after others have changed the records, and after the window has another size.
The window's title, the program's arguments and what it writes beside the store are looked through as well. The full run
waits for the five minutes that a new store has, the short one sets one minute.

Shown to be able to fail: the same words are found in what was sent before the lock.
"""

import os, re, time
from harness import *
from terminal import Terminal

WORDS = [b"BEGUM", b"Begum", b"Rahela", b"CLARKE", b"Clarke", b"Winston", b"999 0", b"9990", b"1941", b"COPD",
         b"Left in the mid"]
# What moves the cursor or changes the look stands between letters that are drawn apart.
CONTROL = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>78]|[\x00-\x1f]")


def found_in(data):
    plain = CONTROL.sub(b"", data)
    return sorted({word.decode() for word in WORDS if word in data or word in plain})


def titles(data):
    return re.findall(rb"\x1b\](?:0|1|2);[^\x07\x1b]*", data)


def until_locked(terminal, patience):
    """What was sent from the picture of the lock on, and when it began."""
    end = time.monotonic() + patience
    while b"LOCKED" not in terminal.seen:
        if time.monotonic() > end:
            raise Ended(f"it did not lock: {terminal.seen[-300:]}")
        terminal.read(0.05)
    return time.monotonic()


def body():
    minutes = 5 if FULL else 1
    at = folder()
    store = make_store(at)
    if not FULL:
        must(MDT, "--store", store, "settings", "set", "session.idle_minutes", "1", "--reason", "a harness waits")
    terminal = Terminal(store)
    terminal.wait("Caseload")
    terminal.wait("BEGUM")
    before = terminal.seen
    terminal.after("e", "EDITING")
    terminal.wait("What is most important")
    terminal.after("\r", "help")
    for letter in "Left in the mid":
        terminal.keys(letter)
        terminal.read(0.05)
    last = time.monotonic()
    terminal.read(0.5)
    if not found_in(before):
        raise Ended("nothing of the record was sent before the lock: this harness would not see what is sent after it")
    before += terminal.seen
    terminal.seen = b""
    took = until_locked(terminal, minutes * 60 + 60) - last
    terminal.read(2)
    # The cover is one picture: what came before its first byte is of the time before.
    seen = terminal.seen
    # Others write, and the window changes.
    must(MDT, "--store", store, "settings", "set", "mdt.max_cases", "9", "--reason", "a harness writes")
    time.sleep(2.5)
    terminal.read(1)
    terminal.size(24, 80)
    terminal.read(1)
    terminal.size(40, 120)
    terminal.read(1)
    after = terminal.seen
    shown = found_in(after)
    with open(f"/proc/{terminal.pid}/cmdline", "rb") as file:
        arguments = file.read()
    named = titles(before + after)
    kept = any(b"Left in the mid" in open(os.path.join(store + ".drafts", name), "rb").read()
               for name in os.listdir(store + ".drafts") if name.endswith(".json"))
    # Leaving writes nothing of the record either.
    terminal.keys("q")
    terminal.read(0.5)
    terminal.keys("y")
    end = time.monotonic() + 20
    while os.waitpid(terminal.pid, os.WNOHANG)[0] == 0 and time.monotonic() < end:
        terminal.read(0.1)
    terminal.read(0.2)
    shown += found_in(terminal.seen)
    os.close(terminal.fd)
    good = not shown and not named and not found_in(arguments) and kept and abs(took - minutes * 60) <= 5
    if shown:
        print(f"  shown after the lock: {', '.join(shown)}")
    return report(15, f"locked {took:.1f} s after the last key where {minutes * 60} s are set; "
                      f"{len(terminal.seen)} bytes sent after it, {'nothing' if not shown else 'NAMES'} of anybody in them, "
                      f"{len(named)} window titles; the words typed were {'kept' if kept else 'LOST'}", good)


main(body)
