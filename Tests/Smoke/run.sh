#!/usr/bin/env bash
# Runs every journey of the built program in a real terminal. run.sh MDT SCENES [NAME...]
set -uo pipefail
cd "$(dirname "$0")"
mdt=$1 scenes=$2
shift 2
passed=0 failed=0
for journey in [0-9]*.sh; do
  if [ $# -gt 0 ] && [[ " $* " != *" ${journey%.sh} "* ]]; then continue; fi
  if bash "$journey" "$mdt" "$scenes"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
done
echo "journeys: $passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
