#!/usr/bin/env bash
# The window is closed in the middle of a word: the draft is there the next time.
. "$(dirname "$0")/journey.sh"
scene twoPeople
terminal 80 24
in_window second
terminal 80 24
open_mdt
keys e
sees '> What is most important to me'
keys Enter
sees '^G help'
keys Enter
type 'Cut off in the mid'
sees 'Cut off in the mid'
process=$(program)
t kill-window -t second
wait_for gone "$process" || fail "the program goes on without a terminal"
in_window main
open_mdt
keys e
sees '[EDITING]'
sees 'Cut off in the mid'
keys Escape
sees 'MDT > Caseload'
keys q
ends_with 0
