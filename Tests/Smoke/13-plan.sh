#!/usr/bin/env bash
# The job, with a keyboard at 80x24: review due, open, edit two goals, activate, see version 2, quit, and read it as JSON.
. "$(dirname "$0")/journey.sh"
scene twoPeople
terminal 80 24
open_mdt
keys 2
sees 'View 2 Review due'
sees '1 of 2 shown'
keys Enter
sees '[record]'
edit
keys 3
sees '> Need: Breathless'
keys Down
sees '>   Goal: I want to get to the mosque'
keys Enter
sees 'Importance to the person'
keys Down
open_box
keys C-u
type 'I want to walk to the mosque with Nasima'
leave_box
keys Up
sees '>   Goal: I want to walk'
keys Escape
loses 'Importance to the person'
keys End Up
sees '>   Goal: I want to manage my own tablets'
keys Enter
sees 'Importance to the person'
keys Down
open_box
keys C-u
type 'I want to fill the tablet box myself'
leave_box
set_next_review +3m
keys C-t
sees 'What changed since v1'
sees 'fill the tablet box'
keys Escape
loses 'What changed since v1'
keys C-s
sees 'Care plan v2 published. Every partner sees it now. u undoes.'
sees '[record]'
sees 'Care plan v2  agreed'
keys H
loses '[record]'
sees '2 versions'
sees 'version 2, signed, the newest'
sees 'version 1, signed, superseded'
keys Escape
sees '[record]'
leave_mdt
status_is 0 mdt_json plan show 9990123012
holds "$HERE/out" 'I want to walk to the mosque with Nasima'
holds "$HERE/out" 'I want to fill the tablet box myself'
grep -qE '"version" ?: ?2' "$HERE/out" || fail "the plan is not version 2"
status_is 0 mdt_json plan show 9990123012 --version 1
holds "$HERE/out" 'I want to manage my own tablets'
status_is 0 "$MDT" --store "$STORE" audit verify
status_is 0 "$MDT" --store "$STORE" doctor
