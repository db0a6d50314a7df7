"""An import that is killed in the middle is not there at all, or is there whole, and can be given again (faults.md:
"import interrupted by kill -9 at row 4,000").

Shown to be able to fail: an import that was not killed is judged too, and must count as there; the number of kills that
left nothing is told.
"""

import os
from harness import *


def body():
    faults, at = shim("faults"), folder()
    samples = os.path.join(ROOT, "sample-data")
    ready = os.path.join(at, "ready.mdt")
    must(MDT, "--store", ready, "init", "--name", "Jo Francis", "--role", "care_navigator", "--organisation", "R9904")
    for kind in ("organisations", "practices", "staff"):
        must(MDT, "--store", ready, "import", kind, os.path.join(samples, f"{kind}.csv"))
    caseload = os.path.join(samples, pick("caseload-south-west.csv", "caseload-borough.csv"))
    # The whole of it, once, to know how many calls it takes and how many people it brings.
    whole, control, hits, env = place(at, "whole", ready, faults)
    with open(control, "w") as file:
        file.write("1 EIO write * 1000000000 once")
    must(MDT, "--store", whole, "import", "caseload", caseload, env=env)
    wanted = people(whole)
    if wanted < 100:
        raise Ended("the import brings hardly anybody: this harness would not see half of it")
    writes = os.path.getsize(whole) // 4096
    nothing = bad = kills = 0
    for number in range(pick(3, 60)):
        store, control, hits, env = place(at, str(number), ready, faults)
        with open(control, "w") as file:
            file.write(f"1 {random.choice(['KILL', 'KILLHALF'])} write * {random.randint(1, int(writes * 2.2))} once")
        status, out, err = run(MDT, "--store", store, "import", "caseload", caseload, env=env)
        kills += os.path.exists(hits)
        found = people(store)
        nothing += found == 0
        checked, _, words = verify(store)
        again = run(MDT, "--store", store, "import", "caseload", caseload)[0]
        if found not in (0, wanted) or checked != 0 or again != 0 or people(store) != wanted:
            print(f"  killed: {found} of {wanted} people, then {people(store)}; {words}")
            bad += 1
        for end in ("", "-wal", "-shm", ".lock"):
            if os.path.exists(store + end):
                os.unlink(store + end)
    fact(f"an import of {wanted:,} people, killed {kills} times: {bad} half there, {nothing} times nothing of it, and each "
         "could be given again")
    return bad == 0 and kills > 0 and nothing > 0


def place(at, name, ready, faults):
    """A copy of the store that is ready, and what the shim wants to know about it."""
    inside = os.path.join(at, name)
    os.mkdir(inside, 0o700)
    store = os.path.join(inside, "store.mdt")
    shutil.copy(ready, store)
    os.chmod(store, 0o600)
    control, hits = os.path.join(at, f"{name}.control"), os.path.join(at, f"{name}.hits")
    return store, control, hits, {
        "LD_PRELOAD": faults, "FAULTS_FOLDER": inside, "FAULTS_CONTROL": control, "FAULTS_HITS": hits}


def people(store):
    return len(must(MDT, "--store", store, "list", "--plain").splitlines())


main(body)
