#!/usr/bin/env bash
# An administrator's work: somebody begins, changes, leaves and leaves people; a practice moves; a setting changes; and
# what nobody gives themself.
. "$(dirname "$0")/journey.sh"
scene busyTuesday
mdt() { "$MDT" --store "$STORE" "$@"; }

# Somebody begins, with a post and an account; another post, another role, each with its days.
status_is 0 mdt staff add "Lena Park" --role gp --organisation F99003 --account lpark
status_is 0 mdt staff member lpark --role gp --organisation F99004 --from 2016-02-01
status_is 0 mdt staff role lpark consultant --at F99003 --from 2016-03-01
status_is 0 mdt staff training lpark --on 2015-12-01
status_is 0 mdt staff show lpark
holds "$HERE/out" 'Consultant, Tallow Square Practice: begins 01-Mar-2016'
holds "$HERE/out" 'GP, Tallow Square Practice: from 05-Jan-2016 to 29-Feb-2016'
holds "$HERE/out" 'data security training until 01-Dec-2016'
status_is 75 mdt staff add "Somebody Else" --role gp --organisation F99003 --account lpark
holds "$HERE/err" "The account is Lena Park's."

# Nobody gives themself anything: by the verbs, and by a file.
status_is 69 mdt staff member "Jo Francis" --role gp --organisation F99003
status_is 69 mdt staff role "Jo Francis" gp
status_is 69 mdt staff add "Jo Francis" --role gp --organisation F99003 --account jo2 --namesake
status_is 69 mdt staff account lpark "$(id -un)"
status_is 69 mdt organisations link F99011 --locality "South West" --reason "Moves"
printf 'name,role,organisation,locality,account\nJo Francis,gp,F99003,,%s\n' "$(id -un)" >"$HERE/own.csv"
status_is 65 mdt import staff "$HERE/own.csv"
cat "$HERE/out" "$HERE/err" >"$HERE/both"
holds "$HERE/both" 'Nobody gives themself another role.'

# Somebody leaves: what is left is said, and stays listed until somebody has it.
leaver=$(mdt show 9990123012 --plain | sed -n 's/^named_social_worker\t//p' | head -n 1)
[ -n "$leaver" ] || leaver="Ade Bankole"
status_is 0 mdt staff leave "$leaver" --on 2016-01-05 --reason "New post"
holds "$HERE/out" 'They leave behind:'
holds "$HERE/out" 'Named social worker of '
status_is 0 mdt staff left
holds "$HERE/out" 'BEGUM, Rahela (Mrs), NHS No. 999 012 3012: named social worker, about to be left by'
# A care navigator who administers sees whom, and assigns nobody.
status_is 69 mdt staff handover "$leaver" "Callum Oyelaran"
holds "$HERE/err" 'Your role may not'

# A practice moves on a day, and the lists know it then.
status_is 0 mdt organisations link F99003 --locality "North West" --from 2016-02-01 --reason "Networks merge"
status_is 0 mdt organisations show F99003
holds "$HERE/out" 'North West: from 01-Feb-2016'
holds "$HERE/out" 'Network 3, South West: from 01-Apr-2009 to 31-Jan-2016'
status_is 65 mdt organisations link F99003 --locality "Soth West" --from 2016-03-01 --reason "A slip"

# A setting, with its bounds and its history.
status_is 65 mdt settings set plan.review_max_days 400 --reason "Too long"
status_is 0 mdt settings set plan.review_max_days 182 --reason "Half a year"
status_is 0 mdt settings history plan.review_max_days
holds "$HERE/out" 'Jo Francis  from 365 to 182: Half a year'
status_is 0 mdt audit own --limit 50
holds "$HERE/out" 'from 365 to 182: Half a year'
holds "$HERE/out" 'was refused'

# The same on the screen.
terminal 80 24
open_mdt
keys g s
sees 'MDT > Administration'
sees '! '
keys Enter
sees 'MDT > Staff'
keys /
sees 'Filter ['
type 'lena park'
keys Enter
sees '1 line'
keys Enter
sees 'Post 1'
keys D
sees 'At the midnight that follows'
type '31 jan'
sees 'Sun 31-Jan-2016'
keys Tab
sees 'Question 2 of 2'
type 'Moves away'
keys C-s
sees 'leaves after 31-Jan-2016'
fits 80 || fail "a row is wider than the terminal"
keys Escape
sees '1 line'
keys Escape
sees 'MDT > Administration'
keys :
sees 'Type to find a command'
type 'settings'
keys Enter
sees 'MDT > Settings'
keys /
sees 'Filter ['
type 'cutoff'
keys Enter
sees '1 line'
keys e
sees 'Change setting: mdt.cutoff_hours'
keys C-u
type '9999'
keys Tab
sees 'Question 2 of 2'
type 'Try'
keys C-s
sees 'it is a whole number from 1 to 336'
keys Escape
sees '1 line'
keys Escape
sees 'MDT > Administration'
resize 120 40
sees 'Left by leavers'
resize 80 24
leave_mdt
if [ -s "$XDG_STATE_HOME/mdt/mdt.log" ]; then fail "the log has something in it: $(head -c 300 "$XDG_STATE_HOME/mdt/mdt.log")"; fi

# Read line by line.
printf 'staff\nquit\n' | mdt --linear >"$HERE/lines"
holds "$HERE/lines" 'MDT, Staff'
status_is 0 mdt doctor
