"""Promise 3: nobody's edit is silently lost. Four editors append tags of their own to the same answers of the same plans.

Shown to be able to fail in every run: the same with editors who put their text over what others wrote in between (last
write wins) must lose tags.

EVERY ENGINE: it uses the store only through `mdt-load`.
"""

import os
from harness import *


def edit(seconds, *options):
    elsewhere = folder(elsewhere=True)
    store = make_store(folder(), people=400)
    files = [os.path.join(elsewhere, f"told{editor}") for editor in range(1, 5)]
    said = finish([start(LOAD, "tag", store, "--editor", editor, "--seconds", seconds, "--acknowledge", file, *options)
                   for editor, file in enumerate(files, 1)], timeout=seconds + 120)
    status, counts, words = verify(store, *files)
    return status, counts, counted(said, "conflicts"), words


def body():
    status, counts, conflicts, words = edit(pick(6, 60))
    blind, false_counts, _, _ = edit(pick(2, 5), "--last-write-wins", "yes")
    if blind != 65:
        raise Ended("editors who write over each other lose nothing: this harness would not see a loss")
    if status != 0:
        print(f"  {words}")
    figure = (f"{counts.get('lost', -1)} missing of {counts.get('acknowledged', 0):,} tags, {conflicts:,} conflicts;"
              f" {false_counts['lost']} of {false_counts['acknowledged']} missing where the last to write wins")
    return report(3, figure, status == 0 and conflicts > 0)


main(body)
