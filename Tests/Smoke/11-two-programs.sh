#!/usr/bin/env bash
# Two people on one store: what one saves the other sees, and two editors of one plan are told and lose nothing.
. "$(dirname "$0")/journey.sh"
scene twoPeople
in_window one
terminal 80 24
open_mdt
edit
open_box
keys Enter
type 'WORDS OF ONE'
sees 'WORDS OF ONE'
leave_box
set_next_review +3m

in_window two
terminal 80 24
open_mdt
in_window watcher
terminal 80 24
open_mdt
sees '! OVERDUE 12d'

in_window two
edit
open_box
keys Enter
type 'WORDS OF TWO'
sees 'WORDS OF TWO'
leave_box

in_window one
keys C-s
sees 'Care plan v2 published.'
in_window watcher
PATIENCE=5 sees 'due in 91d'
in_window two
set_next_review +2m
keys C-s
sees 'CONFLICT'
sees 'THEIRS'
sees 'WORDS OF ONE'
sees 'YOURS'
sees 'WORDS OF TWO'
keys Escape
loses 'CONFLICT'
status_is 0 "$MDT" --store "$STORE" plan show 9990123012 --json
holds "$HERE/out" 'WORDS OF ONE'
lacks "$HERE/out" 'WORDS OF TWO'
# Nothing is lost by leaving: the draft still has the other words.
in_window watcher
keys e
sees '[EDITING]'
sees 'WORDS OF TWO'
in_window one
keys Escape
sees 'MDT > Caseload'
keys q
ends_with 0
status_is 0 "$MDT" --store "$STORE" doctor
