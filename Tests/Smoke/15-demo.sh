#!/usr/bin/env bash
# `make demo` without a terminal proves that the first screen appears, and leaves nothing running.
. "$(dirname "$0")/journey.sh"
unset MDT_BEGIN
demo() { TMPDIR=$HERE "$ROOT/Tests/Checks/demo.sh" "$MDT" "$SCENES" twoPeople; }
status_is 0 demo
holds "$HERE/out" 'Plans due or overdue'
holds "$HERE/out" 'The first screen appears.'
command=$(grep -F -- '--store' "$HERE/out")
store=${command##*--store }
terminal 80 24
run "$command"
sees 'MDT > Today'
keys q
sees 'BEGUM, Rahela (Mrs)'
keys q
sees 'ready>'
status_is 0 "$MDT" --store "$store" list --plain
# In a terminal it opens, and the throwaway store goes with it.
run "clear; TMPDIR='$HERE' '$ROOT/Tests/Checks/demo.sh' '$MDT' '$SCENES' twoPeople; echo status:\$?"
sees 'MDT > Today'
keys q
sees 'BEGUM, Rahela (Mrs)'
keys q
ends_with 0
same 1 "$(find "$HERE" -maxdepth 1 -name 'mdt-demo.*' | wc -l)" "folders left by make demo"
