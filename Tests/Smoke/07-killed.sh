#!/usr/bin/env bash
# Killed in the middle of typing: the next start offers the draft, and it is whole.
. "$(dirname "$0")/journey.sh"
scene twoPeople
terminal 80 24
open_mdt
keys e
sees '> What is most important to me'
keys Enter
sees '^G help'
keys Enter
type 'Kept through the worst'
sees 'draft kept'
kill -9 "$(program)"
sees 'status:137'
run 'stty sane; tput rmcup; clear'
loses '[EDITING]'
run "clear; '$MDT' --store '$STORE'; echo status:\$?"
sees '1 draft kept'
keys D
sees 'MDT > Unsaved drafts'
sees 'Draft from v1'
sees 'BEGUM, Rahela'
keys Enter
sees '[EDITING]'
sees 'You go on from your draft'
sees 'Kept through the worst'
sees 'To stay in my own home.'
keys Escape
loses '[EDITING]'
keys Escape
sees 'MDT > Caseload'
keys q
ends_with 0
status_is 0 "$MDT" --store "$STORE" audit verify
