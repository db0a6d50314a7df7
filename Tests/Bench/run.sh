#!/usr/bin/env bash
# Builds stores of several sizes (BENCH_SIZES) and measures mdt on them beside its limits. The data stays in
# .build/bench, so a second run starts at once. Needs python3 and gcc, which it installs when they are missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
Tests/Checks/packages.sh python3 gcc libc6-dev sqlite3
sizes=${BENCH_SIZES:-8812 100000 1000000}
data=$PWD/.build/bench
mkdir -p "$data"
swift build -c release --static-swift-stdlib --product mdt
swift build -c release --static-swift-stdlib --product mdt-scene
bin=$(swift build -c release --static-swift-stdlib --show-bin-path)
cc -O2 Tests/Bench/floor.c -o "$data/floor" -lncursesw -lsqlite3
for size in $sizes; do
  store=$data/$size.mdt
  if [ ! -e "$store.ready" ]; then
    rm -rf "$store"* "$data/$size"
    "$bin/mdt" sample "$data/$size" --people "$size" --seed 2016
    "$bin/mdt" --store "$store" init --name "Jo Francis" --role care_navigator --organisation R9904
    for kind in organisations practices staff; do "$bin/mdt" --store "$store" import $kind "$data/$size/$kind.csv" >/dev/null; done
    caseload=$(ls "$data/$size"/caseload-borough*.csv | head -1)
    start=$(date +%s.%N)
    "$bin/mdt" --store "$store" import caseload "$caseload"
    end=$(date +%s.%N)
    awk -v n="$size" -v t="$(echo "$end $start" | awk '{print $1-$2}')" -v b="$(stat -c %s "$store")" \
      'BEGIN { printf "import: %d people in %.1f s, %.0f a second; %.0f bytes a person in the store\n", n, t, n/t, b/n }'
    touch "$store.ready"
  fi
done
python3 Tests/Bench/bench.py "$bin/mdt" "$data/floor" "$data" $sizes
