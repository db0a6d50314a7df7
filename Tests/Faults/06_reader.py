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
    store, samples = os.path.join(at, "store.mdt"), os.path.join(at, "samples")
    must(MDT, "sample", samples, "--people", 8812, "--seed", 2016)
    must(MDT, "--store", store, "init", "--name", "Jo Francis", "--role", "care_navigator", "--organisation", "R9904")
    for kind in ("organisations", "practices", "staff"):
        must(MDT, "--store", store, "import", kind, os.path.join(samples, f"{kind}.csv"))
    file = next(name for name in os.listdir(samples) if name.startswith("caseload-borough"))
    must(MDT, "--store", store, "import", "caseload", os.path.join(samples, file), "--accept-good",
         "--rejects", os.path.join(at, "rejects.csv"))
    import pwd
    must(SCENES, "plans", 2000, store, "--account", pwd.getpwuid(os.getuid()).pw_name, timeout=1200)
    return store


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
