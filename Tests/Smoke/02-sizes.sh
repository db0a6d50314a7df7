#!/usr/bin/env bash
# Windows of many sizes, while it runs: nothing is lost, the smallest says what it needs.
. "$(dirname "$0")/journey.sh"
scene twoPeople
terminal 80 24
open_mdt
keys Down
sees '>  CLARKE, Winston'
resize 60 18
sees 'CLARKE, Winston'
wait_for fits 60 || fail "a row is wider than 60 columns"
sees '? help'
resize 120 40
sees '02-Feb-1938'
wait_for on_row 40 '? help' || fail "the keys are not on row 40"
sees '>  CLARKE, Winston'
resize 40 10
sees 'mdt needs 60 columns and 18 rows'
resize 20 5
sees 'mdt needs 60'
resize 2 2
keys Up
resize 80 24
sees '>  BEGUM, Rahela'
resize 300 100
wait_for on_row 100 '? help' || fail "the keys are not on row 100"
sees '>  BEGUM, Rahela'
keys q
ends_with 0
