#!/usr/bin/env bash
# The same job as lines, without a terminal: find a person, open, edit a goal, publish.
. "$(dirname "$0")/journey.sh"
scene twoPeople
said() { # said LINE...: what linear mode says to these lines
  printf '%s\n' "$@" | "$MDT" --store "$STORE" --linear >"$HERE/out" 2>"$HERE/err" || fail "linear mode ended with $?"
}
number_of() { # number_of TEXT: of the choice with it, as it stood last
  grep -F -- "$1" "$HERE/out" | tail -n 1 | grep -oE '^[0-9]+' || fail "there is no choice \"$1\""
}
said 'g f' 'begum' 1
holds "$HERE/out" 'BEGUM, Rahela, Mrs.'
holds "$HERE/out" 'Screen: record.'
said 'g f' 'begum' 1 e 3
need=$(number_of 'Goal: I want to get to the mosque')
said 'g f' 'begum' 1 e 3 "$need"
answer=$(number_of "Goal, in the person's own words")
said 'g f' 'begum' 1 e 10
review=$(number_of 'Next review')
said 'g f' 'begum' 1 e 3 "$need" "$answer" 'I want to go by bus' 10 "$review" '+3m' '^S' quit
holds "$HERE/out" 'Care plan v2 published.'
status_is 0 mdt_json plan show 9990123012
holds "$HERE/out" 'I want to go by bus'
grep -qE '"version" ?: ?2' "$HERE/out" || fail "the plan is not version 2"
# The end of the lines in the middle of a draft keeps it.
said 'g f' 'begum' 1 e 11 'Cut off here'
said 'g f' 'begum' 1 e
holds "$HERE/out" 'Cut off here'
holds "$HERE/out" 'You go on from your draft'
