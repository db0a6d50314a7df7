#!/usr/bin/env bash
# What the verbs print, for people and for programs, and how they end.
. "$(dirname "$0")/journey.sh"
scene busyTuesday
mdt() { "$MDT" --store "$STORE" "$@"; }
tab=$(printf '\t')
line() { # line TEXT: a whole line of what was printed
  grep -qxF -- "$1" "$HERE/out" || {
    head -n 40 "$HERE/out" "$HERE/err" >&2
    fail "no line \"$1\""
  }
}
number=$(mdt list --view overdue --limit 1 --plain | cut -f 1)

# Plain output has a program's forms: the keys of the JSON, ISO dates, ten digits, names in parts (screens 6).
status_is 0 mdt show "$number" --plain
line "nhs_number${tab}9991941436"
line "family_name${tab}Begum"
line "born${tab}1948-09-28"
line "care_plan.version${tab}1"
line "partners.2.facts.Last A&E attendance${tab}2015-07-01"
line "care_plan_review_due${tab}2015-08-12"
grep -qE '^care_plan\.needs\.1\.goals\.1\.text'"$tab" "$HERE/out" || fail "a goal has no path of keys"
if grep -qE '[0-9]{2}-[A-Z][a-z]{2}-[0-9]{4} \(|999 194' "$HERE/out"; then fail "plain output has forms for people"; fi
status_is 0 mdt plan show "$number" --plain
grep -qE '^about_me\.most_important'"$tab" "$HERE/out" || fail "a section has another name than in the JSON"
lacks "$HERE/out" aboutMe

# A person stands where a person belongs: identifiers are for programs, and beside each is the name.
uuid='[0-9a-f]{8}-[0-9a-f]{4}-'
status_is 0 mdt plan show "$number"
grep -qE 'Review owner: [A-Z][a-z]+ ' "$HERE/out" || fail "the review owner has no name"
if grep -qE "$uuid" "$HERE/out"; then fail "a plan for people has identifiers"; fi
holds "$HERE/out" '! OUT OF DATE: the review was due 12-Aug-2015, 146 days ago.'
status_is 0 mdt_json plan show "$number"
holds "$HERE/out" '"review_owner_name": "'
owner=$(grep -m 1 -oE '"review_owner": "[^"]+"' "$HERE/out" | cut -d '"' -f 4)
status_is 0 mdt_json staff
holds "$HERE/out" "\"id\": \"$owner\""
status_is 0 mdt audit list --limit 30
if grep -qE "$uuid|care_|R9904" "$HERE/out"; then fail "the audit for people has codes"; fi
holds "$HERE/out" 'Jo Francis, care navigator, GP Care Group  opened  record of BEGUM, Mohammed (Mr), NHS No. 999 194 1436'
status_is 0 mdt_json audit list --limit 1
holds "$HERE/out" '"patient_family_name": "Begum"'

# The care plan within a person is what plan show gives.
status_is 0 mdt_json show "$number"
same 2 "$(grep -cF '"nhs_number": "9991941436"' "$HERE/out")" "how often the NHS number stands in a person's JSON"

# A change that was made ends with 0, whether or not it could be told.
make_store() { # make_store PATH
  status_is 0 "$MDT" --store "$1" init --name 'Jo Francis' --role care_navigator --organisation R9904
  for what in organisations practices staff; do
    status_is 0 "$MDT" --store "$1" import "$what" "$ROOT/sample-data/$what.csv"
  done
}
make_store "$HERE/fresh.mdt"
people() { "$MDT" --store "$1" list --plain 2>"$HERE/err" | wc -l; }
for name in closed full left; do cp "$HERE/fresh.mdt" "$HERE/$name.mdt"; done
bring() { "$MDT" --store "$HERE/$1.mdt" import caseload "$ROOT/sample-data/caseload-south-west.csv"; }
got=0
bring closed >&- 2>"$HERE/err" || got=$?
same 0 "$got" "the exit status of an import with closed output"
holds "$HERE/err" 'caseload-south-west.csv was imported (412 rows: 412 new'
got=0
bring full >/dev/full 2>"$HERE/err" || got=$?
same 0 "$got" "the exit status of an import with full output"
got=0
{ bring left 2>"$HERE/err" || echo "$?" >"$HERE/status"; } | head -n 0
[ ! -e "$HERE/status" ] || fail "an import whose reader has gone ends with $(cat "$HERE/status")"
for name in closed full left; do same 400 "$(people "$HERE/$name.mdt")" "people after an import ($name)"; done
status_is 0 "$MDT" --store "$HERE/closed.mdt" doctor
got=0
mdt list >&- 2>"$HERE/err" || got=$?
same 73 "$got" "the exit status of a list that cannot be printed"

# Several keys sort: each decides where those before it leave people equal.
status_is 0 mdt list --sort 'practice,born-' --plain
awk -F '\t' '{print $9 "\t" $6}' "$HERE/out" | LC_ALL=C sort -c -t "$tab" -k1,1 -k2,2r || fail "ties are not sorted by birth"
status_is 0 mdt list --sort 'practice born-' --plain --limit 7
awk -F '\t' '{print $9 "\t" $6}' "$HERE/out" >"$HERE/seven"
status_is 0 mdt list --sort practice,born- --plain
awk -F '\t' 'NR <= 7 {print $9 "\t" $6}' "$HERE/out" | cmp - "$HERE/seven" || fail "a limit takes others than the first"
status_is 0 mdt list --sort enrolled,name --limit 3
holds "$HERE/err" '3 shown, sorted by enrolled, latest first, then name, A to Z.'

# What is typed wrong is 64 and says what is wrong; 65 is data.
status_is 64 mdt list --sort zzz
holds "$HERE/err" 'People cannot be sorted by zzz.'
status_is 64 mdt list --view nope
status_is 64 mdt list --filter 'risk>>x'
status_is 64 mdt list --limit abc
status_is 64 mdt list --limit -1
holds "$HERE/err" '--limit is 0 or more.'
status_is 64 mdt audit list --limit -1
status_is 64 mdt plan show "$number" --version -1
holds "$HERE/err" '--version is 1 or more'
status_is 64 "$MDT" --store "$HERE/none.mdt" init --name 'Jo Francis' --role wizard --organisation R9904
holds "$HERE/err" 'There is no role wizard.'
[ ! -e "$HERE/none.mdt" ] || fail "a store was made for a role that there is not"
status_is 0 mdt list --filter '-plan:none' --sort -name --limit 1
status_is 65 mdt show 9990000017

# The report of an import is on standard output, a refusal's three sentences are on standard error.
imports() { "$MDT" --store "$HERE/fresh.mdt" import caseload "$@"; }
status_is 65 imports "$ROOT/sample-data/caseload-with-mistakes.csv"
holds "$HERE/out" 'line '
lacks "$HERE/out" 'Nothing was imported'
grep -qE 'Nothing was imported\. [0-9]+ of [0-9]+ rows are not good\. Correct the file' "$HERE/err" || fail "a refusal is not on standard error"
printf '\xff\xfen\0h\0s\0' >"$HERE/wide.csv"
status_is 65 imports "$HERE/wide.csv"
holds "$HERE/err" 'Nothing was imported. wide.csv: Line 1, column 1: From byte 0 on the file is UTF-16.'
[ ! -s "$HERE/out" ] || fail "a refused file has a report"

# For people a list stands in columns, however wide the letters are.
in_column() { # in_column PATTERN: what begins with it does so in the same column of every line
  local line before
  local -A columns=()
  while IFS= read -r line; do
    before=${line%%$1*}
    columns[${#before}]=1
  done <"$HERE/out"
  same 1 "${#columns[@]}" "in how many columns \"$1\" begins"
}
status_is 0 mdt list
holds "$HERE/out" 'ŁUKASIEWICZ'
in_column '[0-9][0-9]-[A-Z][a-z][a-z]-[0-9][0-9][0-9][0-9]'
in_column '[F(][9n][9o][0-9 ][0-9p][0-9r]'
status_is 0 mdt staff
holds "$HERE/out" 'Begoña'
sed -i 's/(no locality)$/South West/; s/North \(West\|East\)$/South West/; s/South East$/South West/' "$HERE/out"
in_column 'South West'
