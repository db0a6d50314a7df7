#!/usr/bin/env bash
# Bengali on the screen, typed into a plan's box letter by letter, erased in part, and kept scalar by scalar.
. "$(dirname "$0")/journey.sh"
scene twoPeople
terminal 80 24
open_mdt
keys Down e
sees '[EDITING]'
sees '> What is most important to me'
keys Enter
sees '^G help'
type 'আমি বাড়িতে থাকতে চাই। ক্ষ্ম'
sees 'আমি বাড়িতে থাকতে চাই। ক্ষ্ম'
# Backspace takes the last sign of a joined letter, not all of it.
keys BSpace BSpace
loses 'ক্ষ্ম'
sees 'চাই। ক্ষ'
type ' é 中文'
sees 'চাই। ক্ষ é 中文'
keys Escape
loses '^G help'
keys C-o
sees 'aved'
keys Escape
sees 'MDT > Caseload'
keys q
ends_with 0
status_is 0 "$MDT" --store "$STORE" plan show 9990202206 --json
holds "$HERE/out" 'আমি বাড়িতে থাকতে চাই। ক্ষ é 中文'
