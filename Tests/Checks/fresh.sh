#!/usr/bin/env bash
# The pages that the program writes are the ones it would write now.
set -euo pipefail
cd "$(dirname "$0")/../.."
scenes=$1 failed=0
compare() {
  if ! diff -u "docs/$1" <("$scenes" "$2") >&2; then
    echo "docs/$1 is stale. Run make docs and commit it." >&2
    failed=1
  fi
}
compare keys.md keys
compare schema.sql schema
[ $failed = 0 ] && echo 'Generated pages: fresh.'
exit $failed
