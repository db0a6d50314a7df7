"""Promise 6: lists stay quick while others write. One reads pages of a hundred people, others save flat out beside it.

FULL ONLY: it is timed, so for `make faults` alone. Shown to be able to fail: with `--people 400 --writers 40` on two processors the p99
is above the limit.

EVERY ENGINE: it uses the store only through `mdt-load`.
"""

import os
from harness import *

WRITERS = int(os.environ.get("WRITERS", "4"))


def borough(at):
    """8,812 people, imported as anybody would, and two thousand plans."""
    if GIVEN:
        return make_store(at, people=400)
    return imported_store(at, people=8812)


def body():
    at, elsewhere = folder(), folder(elsewhere=True)
    store = borough(at)
    seconds = pick(5, 60)
    files = [os.path.join(elsewhere, f"told{place}") for place in range(WRITERS)]
    times = os.path.join(elsewhere, "times")
    programs = [start(LOAD, "save", store, "--writer", place, "--of", WRITERS, "--seconds", seconds + 1,
                      "--acknowledge", files[place]) for place in range(WRITERS)]
    programs.append(start(LOAD, "read", store, "--seconds", seconds, "--latencies", times))
    said = finish(programs, timeout=seconds + 300)
    took = latencies([times])
    saved = counted(said, "saved")
    return report(6, f"{told(took)} pages of 100 people, beside {saved / seconds:.0f} saves a second",
                  saved > 0 and len(took) > 0 and share(took, 99) < 50)


main(body)
