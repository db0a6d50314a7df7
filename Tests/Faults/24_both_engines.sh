#!/usr/bin/env bash
# Promise 24: both engines give the same answers to the same random operations, and the same tables. It makes its server.
# FAULTS=full: 50,000 operations; short: 400. SEED=N gives a run again.
set -euo pipefail
cd "$(dirname "$0")/../.."
FAULTS=${FAULTS:-full}
if [[ $FAULTS == full ]]; then operations=50000; else operations=400; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# The ordinary tests have built it where this is a part of them.
if [[ $FAULTS == full || ! -d $(swift build --show-bin-path)/mdtPackageTests.xctest && ! -e $(swift build --show-bin-path)/mdtPackageTests.xctest ]]; then
  swift build --build-tests
fi
status=0
MDT_OPERATIONS=$operations MDT_SEED=${SEED:-$RANDOM} XDG_STATE_HOME=$scratch/state TMPDIR=$scratch \
  Tests/Server/with-server.sh swift test --skip-build --filter TwoEnginesTests >"$scratch/said" 2>&1 || status=$?
told=$(sed -n 's/^both engines: //p' "$scratch/said")
if [[ $status != 0 || -z $told ]]; then
  grep -A3 'seed ' "$scratch/said" | cut -c1-600 >&2 || tail -20 "$scratch/said" >&2
  printf 'promise\t24\tdifferences: %s\tmissed\n' "${told:-it did not run}" | tee -a "${RESULTS:-/dev/null}"
  exit 1
fi
met=met
[[ $FAULTS == full ]] || met=short
printf 'promise\t24\t0 differences in %s\t%s\n' "$told" "$met" | tee -a "${RESULTS:-/dev/null}"
