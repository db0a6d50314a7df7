#!/usr/bin/env bash
# FULL ONLY. Every Swift test under the thread and the address sanitizer, each built in a folder of its own.
# Shown to be able to fail: a test that increments a variable from two tasks, or reads behind an array's end through a
# pointer, ends the run with the sanitizer's report.
set -euo pipefail
cd "$(dirname "$0")/../.."
status=0
# One test after the other: all at once they take so long that those who wait for a lock are told to try again.
run() { # run KIND
  local log=.build-$1/test.log
  mkdir -p ".build-$1"
  nice -n 15 swift build --build-tests --sanitize="$2" --scratch-path ".build-$1" >"$log" 2>&1 || { tail -n 30 "$log"; return 1; }
  if ! nice -n 15 swift test --no-parallel --skip-build --sanitize="$2" --scratch-path ".build-$1" >>"$log" 2>&1; then
    grep -E 'WARNING: ThreadSanitizer|ERROR: AddressSanitizer|SUMMARY|✘' "$log" | sort | uniq -c | head -n 30
    return 1
  fi
  if grep -qE 'WARNING: ThreadSanitizer|ERROR: AddressSanitizer' "$log"; then
    grep -E 'SUMMARY' "$log" | sort | uniq -c | head -n 30
    return 1
  fi
  grep -E 'Test run with' "$log"
}
tell() { if [ -n "${RESULTS:-}" ]; then printf 'fact\tsanitizers\t%s\n' "$1" >>"$RESULTS"; fi; }
echo 'swift test --sanitize=thread'
if run tsan thread; then tell 'every Swift test passes under the thread sanitizer'; else
  status=1
  tell 'the thread sanitizer FOUND something'
fi
echo 'swift test --sanitize=address'
export ASAN_OPTIONS=detect_leaks=0
if run asan address; then tell 'every Swift test passes under the address sanitizer'; else
  status=1
  tell 'the address sanitizer FOUND something'
fi
exit $status
