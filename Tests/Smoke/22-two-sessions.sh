#!/usr/bin/env bash
# The same person signed in twice writes one plan in both: each session has a draft of its own, and D lists both.
. "$(dirname "$0")/journey.sh"
scene twoPeople
in_window one
terminal 80 24
open_mdt
edit
open_box
type 'WORDS OF ONE '
sees 'WORDS OF ONE'

in_window two
terminal 80 24
open_mdt
keys e
sees '[EDITING]'
sees 'You are writing this plan in another session too; this one starts from v1.'
lacks_words() { ! screen | grep -q 'WORDS OF ONE'; }
lacks_words || fail "the second session shows the first one's text"
open_box
type 'WORDS OF TWO '
sees 'WORDS OF TWO'
leave_box

in_window one
type 'AND MORE '
sees 'AND MORE'
leave_box
keys Escape
sees 'MDT > Caseload'
in_window two
keys Escape
sees 'MDT > Caseload'
keys D
sees 'Unsaved drafts'
sees 'WORDS OF ONE AND MORE'
sees 'WORDS OF TWO'
keys Escape
leave_mdt
in_window one
keys q
ends_with 0
status_is 0 "$MDT" --store "$STORE" doctor
