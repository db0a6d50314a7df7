#!/usr/bin/env bash
# Builds stores of several sizes (BENCH_SIZES) and measures mdt on them beside its limits. The data stays in
# .build/bench, so a second run starts at once. Needs python3, gcc, the sqlite3 shell and a PostgreSQL server, which it
# installs when they are missing; with strace there it counts the syncs of a save too. The million takes most of the time:
# BENCH_SIZES="8812 100000" leaves it out. BENCH_ROUNDS and BENCH_SECONDS say how long 1, 8 and 40 writers are at work.
set -euo pipefail
cd "$(dirname "$0")/../.."
Tests/Checks/packages.sh python3 gcc libc6-dev sqlite3 libpq-dev postgresql
sizes=${BENCH_SIZES:-8812 100000 1000000}
data=$PWD/.build/bench
account=$(id -un)
mkdir -p "$data"
swift build -c release --static-swift-stdlib --product mdt
swift build -c release --static-swift-stdlib --product mdt-scene
swift build -c release --static-swift-stdlib --product mdt-load
bin=$(swift build -c release --static-swift-stdlib --show-bin-path)
cc -O2 Tests/Bench/floor.c -o "$data/floor" -lncursesw -lsqlite3
cc -O2 Tests/Bench/inserts.c -o "$data/inserts" -lpq
strip -o "$data/mdt" "$bin/mdt"

seconds() { # seconds COMMAND...: how long it took and the most memory it had, as two numbers
  python3 - "$@" <<'PYTHON'
import os, resource, subprocess, sys, time
start = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(f"{time.monotonic() - start:.2f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f}")
PYTHON
}

for size in $sizes; do
  store=$data/$size.mdt
  if [ ! -e "$store.ready" ]; then
    rm -rf "$store"* "$data/$size" "$data/$size.rejects"
    "$data/mdt" sample "$data/$size" --people "$size" --seed 2016 >/dev/null
    "$data/mdt" --store "$store" init --name "Jo Francis" --role care_navigator --organisation R9904 >/dev/null
    for kind in organisations practices staff; do
      "$data/mdt" --store "$store" import $kind "$data/$size/$kind.csv" >/dev/null
    done
    caseload=$(ls "$data/$size"/caseload-borough*.csv | head -1)
    read -r took memory < <(seconds "$data/mdt" --store "$store" import caseload "$caseload" --accept-good --rejects "$data/$size.rejects")
    bytes=$(stat -c %s "$store")
    rm -f "$data/limit.db"
    ln -sf "$caseload" "$data/limit.csv"
    read -r limit limit_memory < <(cd "$data" && seconds sqlite3 -init "$OLDPWD/Tests/Bench/import.sql" limit.db .quit)
    awk -v n="$size" -v t="$took" -v m="$memory" -v b="$bytes" -v l="$limit" -v lm="$limit_memory" \
      -v lb="$(stat -c %s "$data/limit.db")" 'BEGIN {
      printf "import of %d people: %.1f s, %.0f a second, %d MiB; limit %.1f s, %.0f a second, %d MiB; %.2fx the rate\n",
        n, t, n / t, m, l, n / l, lm, l / t
      printf "store of %d people: %.0f bytes each; limit %.0f\n", n, b / n, lb / n }' | tee "$store.import"
    rm -f "$data/limit.db"
    "$bin/mdt-scene" plans $((size < 4000 ? size / 2 : 2000)) "$store" --account "$account"
    touch "$store.ready"
  else
    cat "$store.import"
  fi
done
python3 Tests/Bench/bench.py "$data/mdt" "$bin/mdt-scene" "$data/floor" "$data" $sizes
MDT_TEST_SERVER_FSYNC=on Tests/Server/with-server.sh \
  python3 Tests/Bench/writers.py "$bin/mdt-load" "$data/floor" "$data/inserts" "$data"
