#!/usr/bin/env bash
# FULL ONLY, because `make test` runs every journey anyway. Promise 4: two people on one plan are told and both texts are
# kept (journeys 11 and 22: two real sessions in two windows); with them the journeys that other promises rest on: killed,
# hung up, damaged, full and read-only. 04_journeys.sh MDT SCENES
# Shown to be able to fail: with `sees 'YOURS'` made `sees 'NOBODY'S'` in a copy of journey 11 the run ends with 1.
set -uo pipefail
echo 04_journeys
if "$(dirname "$0")/../Smoke/run.sh" "$1" "$2" 07 08 11 17 18 19 22; then state=met; else state=missed; fi
figure='each conflict shown with both texts, the text that was not saved kept as a draft (journeys 11 and 22)'
echo "  promise 4: $figure: $state"
if [ -n "${RESULTS:-}" ]; then printf 'promise\t4\t%s\t%s\n' "$figure" "$state" >>"$RESULTS"; fi
[ $state = met ]
