#!/usr/bin/env bash
# Somebody's way out of integrated care and back, a death that was recorded in error, and two records of one person: by
# keys, by the command line, and seen on a list that is open meanwhile.
. "$(dirname "$0")/journey.sh"
scene busyTuesday
mdt() { "$MDT" --store "$STORE" "$@"; }
number=9990000034
in_window list
terminal 80 24
open_mdt
keys /
sees 'Filter ['
type abernathy
sees '1 of 381 shown'
keys Enter
loses 'Filter ['

in_window record
terminal 80 24
open_mdt
keys g f
sees 'Find ['
type 'abernathy ruth'
sees '999 000 0034'
keys Enter
sees '[record]'
keys E
sees 'MDT > Enrolment'
sees 'enrolled since'
sees 'Moved away'
# By the command line, while both screens are open.
status_is 75 mdt enrolment record "$number" invited --reason 'Called'
holds "$HERE/err" 'The person is enrolled.'
status_is 0 mdt enrolment record "$number" moved --reason 'To her son in Leeds'
in_window list
sees '0 of 380 shown'
in_window record
sees 'Enrolled to moved: To her son in Leeds'
sees 'Identified again'
status_is 0 mdt enrolment record "$number" identified --route hospital --reason 'Back, two falls'
status_is 0 mdt enrolment record "$number" invited --reason 'Letter and call'
in_window list
sees '1 of 381 shown'
in_window record
sees 'Identified to invited: Letter and call'

# A death, by keys; what was open stands on its list; taken back, everything is as it was.
status_is 65 mdt enrolment died "$number" 2030-01-01 --reason 'Told'
status_is 0 mdt enrolment died "$number" 2016-01-04 --place home --reason 'Her son rang'
sees 'Died  '
sees 'The death was recorded in error'
in_window list
sees '0 of 380 shown'
mdt worklist after-a-death --plain >"$HERE/out"
holds "$HERE/out" 'Died on 04-Jan-2016'
status_is 0 mdt enrolment died "$number" --void --reason 'Another Ruth'
same invited "$(mdt enrolment show "$number" --plain | awk -F '\t' '$1 == "status" { print $2 }')" 'where she stands'
in_window list
sees '1 of 381 shown'
leave_mdt
in_window record
keys Escape
sees '[record]'
keys Escape
keys Escape
sees 'MDT > Caseload'
keys q
ends_with 0

# Runs of a model in numbers.
mdt risk --plain >"$HERE/out"
holds "$HERE/out" 'QAdmissions'
status_is 0 mdt duplicates
status_is 0 mdt doctor
