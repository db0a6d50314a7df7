#!/usr/bin/env bash
# Where everybody begins: the worklists with their counts, which the command line gives as well. What somebody else does
# meanwhile is seen on the screen that is open.
. "$(dirname "$0")/journey.sh"
unset MDT_BEGIN
scene busyTuesday
terminal 80 24
run "'$MDT' --store '$STORE'; echo status:\$?"
sees 'MDT > Today'
sees 'Plans due or overdue'
loses 'counting'
read -r count late < <("$MDT" --store "$STORE" worklist --plain | awk -F '\t' '$1 == "plans_due" { print $2, $3 }')
[ "$count" -gt 20 ] && [ "$late" -gt 0 ] || fail "nothing waits in the demo: $count, $late"
sees "! $count, $late late"
same "$count" "$("$MDT" --store "$STORE" worklist plans-due --plain | wc -l)" "the lines of the list"
same "$late" "$("$MDT" --store "$STORE" worklist plans-due --plain | awk -F '\t' '$9 == "yes" || $9 == "true"' | wc -l)" "the late ones"
"$MDT" --store "$STORE" worklist plans-due --json | python3 -c 'import json, sys; rows = json.load(sys.stdin); assert all(r["why"] and r["to_do"] for r in rows), rows[:1]'
status_is 65 "$MDT" --store "$STORE" worklist everything
keys Down Enter
sees 'MDT > Plans due or overdue'
sees "$count wait."
sees 'Review the plan, or say why not.'
keys Enter
sees 'Care plan'
keys Escape
sees 'MDT > Plans due or overdue'
keys Escape
sees 'MDT > Today'
keys Tab
sees 'MDT > Caseload'
keys g w
sees 'MDT > Today'
keys q
sees 'MDT > Caseload'
keys q
ends_with 0
# Somebody may begin elsewhere.
run "clear; '$MDT' --store '$STORE' --begin find; echo status:\$?"
sees 'MDT > Find'
keys Escape
sees 'MDT > Caseload'
keys q
ends_with 0
status_is 65 env MDT_BEGIN=nowhere "$MDT" --store "$STORE"
