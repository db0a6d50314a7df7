#!/usr/bin/env bash
# Runs the fault harnesses beside this file, in order: run.sh [NAME...], a name may be its number (with its 0).
# FAULTS=full, which is meant when nothing is said, takes hours, builds for release and writes docs/promises.md; FAULTS=short takes some
# minutes, times nothing and is a part of `make test`. SEED=N gives a run's random choices again; KEEP=1 leaves what a
# harness that failed worked on; STORE=server within Tests/Server/with-server.sh runs those that make sense on every engine on PostgreSQL.
#
# A harness is a file whose name begins with a number and ends in .py or .sh. It prints what it does, adds
# `promise<TAB>number<TAB>figure<TAB>met|missed|short` lines to the file RESULTS, and ends with 0 when all is well. One
# with "FULL ONLY" in it is left out of the short run, one with "EVERY ENGINE" in it is run on a STORE that was given.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
export FAULTS=${FAULTS:-full} LC_ALL=C.UTF-8
Tests/Checks/packages.sh python3 gcc libc6-dev tmux || exit
kept=$PWD/.build/faults/$FAULTS
mkdir -p "$kept"
if [ "$FAULTS" = full ]; then
  for product in mdt mdt-load mdt-scene; do
    swift build -c release --static-swift-stdlib --product $product || exit
  done
  # Copies, so that somebody may go on building meanwhile.
  export MDT_BIN=$kept/bin
  mkdir -p "$MDT_BIN"
  built=$(swift build -c release --static-swift-stdlib --show-bin-path)
  cp --remove-destination "$built"/mdt "$built"/mdt-load "$built"/mdt-scene "$MDT_BIN" || exit
else
  MDT_BIN=${MDT_BIN:-$(swift build --show-bin-path)}
  export MDT_BIN
fi
trap 'kill "$running" 2>/dev/null; exit 130' INT TERM HUP
running= passed=0 failed=()
for harness in Tests/Faults/[0-9]*; do
  name=$(basename "$harness")
  if [ $# -gt 0 ] && [[ " $* " != *" ${name%.*} "* && " $* " != *" ${name%%_*} "* ]]; then continue; fi
  if [ "$FAULTS" != full ] && grep -q 'FULL ONLY' "$harness"; then
    echo "${name%.*}: in the full run only"
    continue
  fi
  if [ -n "${STORE:-}" ] && ! grep -q 'EVERY ENGINE' "$harness"; then continue; fi
  # What is found on a server stands on the page beside what is found in a file.
  export RESULTS=$kept/${name%.*}${STORE:+.server}.tsv.new
  : >"$RESULTS"
  case $name in
    *.py) python3 "$harness" & ;;
    *.sh) bash "$harness" "$MDT_BIN/mdt" "$MDT_BIN/mdt-scene" & ;;
  esac
  running=$!
  if wait "$running"; then passed=$((passed + 1)); else failed+=("${name%.*}"); fi
  mv "$RESULTS" "${RESULTS%.new}"
done
echo "fault harnesses ($FAULTS): $passed passed, ${#failed[@]} failed${failed[*]:+: ${failed[*]}}"
if [ "$FAULTS" = full ]; then python3 Tests/Faults/promises.py "$kept" docs/promises.md || exit; fi
[ ${#failed[@]} = 0 ] && [ $passed -gt 0 ]
