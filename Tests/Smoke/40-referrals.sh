#!/usr/bin/env bash
# Referrals with their clocks (4.6, R-RF-01, R-RF-02): recorded on the person's page, run out on the board, answered and closed
# by the command line; what came in the hour that happens twice says which. Visits become a question and an action.
. "$(dirname "$0")/journey.sh"
scene busyTuesday
mdt() { "$MDT" --store "$STORE" "$@"; }
rahela=9990123012

# The board has the scene's referrals, what is over first.
status_is 0 mdt referrals
holds "$HERE/out" 'OVER by'
holds "$HERE/out" 'min left: BEGUM, Rahela (Mrs), NHS No. 999 012 3012'
status_is 0 mdt referrals --closed
holds "$HERE/out" 'BREACH, no answer'
holds "$HERE/out" 'met in 30 min'

terminal 80 24
open_mdt
keys g r
sees 'MDT > Referrals'
sees '4 wait for an answer, 1 over the time; 1 answered and open.'
sees '! OVER by'
keys Enter
sees "of the service's own time"
keys r
sees 'Somebody of the service answered'
keys 2 C-s
sees '! LATE'
keys Escape
sees '3 wait for an answer'

# On the person's page: written down with a time that was received before, and seen on the record.
keys Escape
sees 'MDT > Caseload'
keys /
sees 'Filter ['
type "$rahela"
keys Enter
loses 'Filter ['
keys Enter
sees '[record]'
sees 'BEGUM, Rahela'
keys V
sees 'Visits and advice'
sees 'Joint visit'
keys Down
sees '> 23-Dec-2015'
keys m
sees '+ asked of the meeting'
keys a
sees '[EDITING]'
sees 'Needs, goals    changed'
keys Escape
sees '[visits]'
keys Escape
sees '[record]'
leave_mdt

# The command line: both clocks, what is wrong, and the two hours of one name.
status_is 0 mdt referrals record "$rahela" rapid --from 'Dr Khan' --organisation 'Harford' --situation 'Fell' \
  --recommendation 'See her' --at '08:30'
id=$(cat "$HERE/out")
status_is 64 mdt referrals record "$rahela" rapid --from x --organisation y --situation z --recommendation w \
  --on 2015-10-25 --at '01:30'
holds "$HERE/err" 'Write 01:30 BST for the first, 01:30 GMT for the second'
status_is 64 mdt referrals record "$rahela" rapid --from x --organisation y --situation z --recommendation w \
  --on 2015-03-29 --at '01:30'
holds "$HERE/err" 'there was no 01:30 on that day'
status_is 0 mdt referrals record "$rahela" rapid --from x --organisation y --situation z --recommendation w \
  --on 2015-10-25 --at '01:30 GMT'
status_is 0 mdt referrals void "$(cat "$HERE/out")" --reason 'Only tried'
status_is 65 mdt referrals answer "$id" seen --at '08:00'
holds "$HERE/err" 'It is before'
status_is 0 mdt referrals answer "$id" seen --at '09:30'
holds "$HERE/out" 'met in 1 h 00 min.'
status_is 69 mdt referrals close "$id" admission_avoided --avoided admission --basis rapid_response_at_home \
  --confidence probable --evidence 'The crew had wanted to take her'
holds "$HERE/err" 'Your role may not judge that something was avoided.'
status_is 0 mdt referrals close "$id" not_needed
status_is 75 mdt referrals close "$id" not_needed
status_is 0 mdt referrals --patient "$rahela" --json
holds "$HERE/out" '"elapsed_minutes": 60'
holds "$HERE/out" '"service_minutes": 60'
status_is 0 mdt visits "$rahela"
holds "$HERE/out" 'joint visit with Tolu Adeyemi'
status_is 0 mdt visits follow-ups
holds "$HERE/out" 'Flagged by the ward team'
status_is 0 mdt visits questions
holds "$HERE/out" 'hospital bed downstairs?'
status_is 0 mdt audit verify
status_is 0 mdt doctor
