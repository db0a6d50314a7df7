#!/usr/bin/env bash
# Care Act work, carers and safeguarding (4.3, 4.4): danger is asked first, whoever raised a concern reads it, a marker is all
# that others see, and its text is nowhere else.
. "$(dirname "$0")/journey.sh"
scene busyTuesday
mdt() { "$MDT" --store "$STORE" "$@"; }
rahela=9990123012 winston=9990202206

# A colleague has raised one about Winston Clarke: there is a marker and no more.
status_is 0 mdt social-care "$winston"
holds "$HERE/out" 'Safeguarding marker: ring the duty social worker.'
holds "$HERE/out" 'Needs assessment (s.9): Requested'
status_is 0 mdt social-care carers
holds "$HERE/out" 'assessment requested'

status_is 64 mdt social-care concern "$rahela" neglect
holds "$HERE/err" 'Ring 999 or the police first'
raise() { mdt social-care concern "$rahela" neglect --danger none_now <<<'No food in the house since Sunday'; }
status_is 0 raise
holds "$HERE/out" 'a record rings nobody'

terminal 80 24
open_mdt
keys /
sees 'Filter ['
type "$rahela"
keys Enter
loses 'Filter ['
keys Enter
sees '[record]'
keys S
sees '! SAFEGUARDING MARKER'
sees 'No food in the house since Sunday'
keys s
sees 'Is anybody in danger now?'
keys C-s
sees 'Error: Is anybody in danger now?'
keys Escape
loses 'Error'
keys n
sees 'A piece of Care Act work'
keys 1 C-s
sees 'Recorded: Needs assessment (s.9).'
keys Escape
sees '! marker: ring the duty social worker'
leave_mdt

# Its words are in no file beside the record, and in nothing that is said of it.
status_is 0 mdt audit list --plain
lacks "$HERE/out" 'No food'
status_is 0 mdt show "$rahela" --json
lacks "$HERE/out" 'No food'
status_is 0 mdt audit verify
status_is 0 mdt doctor
