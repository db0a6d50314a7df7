#!/usr/bin/env bash
# Surroundings that mean harm: variables, folders and files that are not what they are taken for. Whatever is said about
# them has no byte in it that a terminal obeys, on standard output, standard error, in the log and on the screen.
. "$(dirname "$0")/journey.sh"
unset MDT_TEST_SERVER
STORE=$HERE/records/store.mdt
mkdir "$HERE/records"
scene twoPeople "$STORE"

clean() { # clean FILE WHAT: no control character but line ends and tabs, nothing that turns the direction of writing
  if LC_ALL=C grep -naP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xa9]|\xef\xbb\xbf' "$1" >&2; then
    fail "$2 has bytes in it that a terminal obeys"
  fi
  iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1 || fail "$2 is not UTF-8"
}
three() { # three WHAT: said in three sentences, on standard error alone
  [ ! -s "$HERE/out" ] || fail "$1: something stands on standard output"
  [ "$(tr '\n' ' ' <"$HERE/err" | grep -oE '[.:?)] +[A-Z]' | wc -l)" -ge 2 ] || fail "$1: no three sentences: $(cat "$HERE/err")"
}
bad=$'\e]0;owned\a\e[31m\e[6n \xc2\x9b31m \xe2\x80\xaenamhaR\xe2\x80\x8b \x9b31m \xff\xfe \r\n\x7f'

# The control of the check itself.
printf '%s' "$bad" >"$HERE/control"
if LC_ALL=C grep -qaP '[\x00-\x08\x0b-\x1f\x7f]' "$HERE/control"; then :; else fail "the check finds nothing"; fi

# The store's place, from the variable, the option, and the folders that it is looked for in.
count=0
for place in "$bad" "$HERE/$bad" "/$bad/x" "postgresql://$bad/mdt" "service=$bad" $'a\nb' "$(printf 'x%.0s' {1..5000})"; do
  for verb in list doctor "plan show 9990123012" "audit verify" "backup $HERE"; do
    count=$((count + 1))
    # shellcheck disable=SC2086
    env MDT_STORE="$place" "$MDT" $verb >"$HERE/out" 2>"$HERE/err" </dev/null && fail "MDT_STORE $(printf %q "$place") opens"
    clean "$HERE/out" "the output about MDT_STORE"
    clean "$HERE/err" "the words about MDT_STORE"
    # shellcheck disable=SC2086
    "$MDT" --store "$place" $verb >"$HERE/out" 2>"$HERE/err" </dev/null && fail "--store $(printf %q "$place") opens"
    clean "$HERE/out" "the output about --store"
    clean "$HERE/err" "the words about --store"
  done
done
for variable in HOME XDG_DATA_HOME XDG_STATE_HOME; do
  env -u XDG_DATA_HOME -u XDG_STATE_HOME "$variable=/tmp/$bad" "$MDT" list >"$HERE/out" 2>"$HERE/err" </dev/null || true
  clean "$HERE/err" "the words about $variable"
done
for person in "$bad" '' 'root'; do
  "$MDT" --store "$STORE" --as "$person" list >"$HERE/out" 2>"$HERE/err" && fail "--as is heeded"
  clean "$HERE/err" "the words about --as"
  env SSH_ORIGINAL_COMMAND="$bad" "$MDT" --store "$STORE" --as "$person" list >"$HERE/out" 2>"$HERE/err" && fail "--as is heeded"
  clean "$HERE/err" "the words about a command"
done

# Who one is does not come from variables, and neither does what is shown of it.
printf 'quit\n' | env USER="$bad" LOGNAME="$bad" SSH_ORIGINAL_COMMAND="$bad" SSH_CONNECTION="$bad" TZ="$bad" HOSTNAME="$bad" \
  "$MDT" --store "$STORE" --linear >"$HERE/out" 2>"$HERE/err" || fail "USER: $(cat "$HERE/err")"
holds "$HERE/out" 'J. Francis, care navigator'
clean "$HERE/out" "linear mode"
clean "$HERE/err" "linear mode's words"

# Languages that there are not, and names in them.
for language in C POSIX "$bad" ../../etc/passwd xx_YY.garbage C.ISO-8859-1 "$(printf 'x%.0s' {1..5000})"; do
  status_is 0 env -u LC_ALL LANG="$language" LC_CTYPE="$language" "$MDT" --store "$STORE" list
  clean "$HERE/out" "a list with LANG $(printf %q "$language" | head -c 60)"
  holds "$HERE/out" 'BEGUM, Rahela'
done
status_is 69 env LANG=C "$MDT" --store $'\xff\xfe\x9b31m' list
clean "$HERE/err" "a path that is not UTF-8"

# Homes that are none: reading and writing go on, and the screen opens or says why not.
touch "$HERE/file"
mkdir -m 500 "$HERE/locked"
for home in '' relative / "$HERE/file" "$HERE/locked/x" /proc /dev/null; do
  status_is 0 env -u XDG_STATE_HOME -u XDG_DATA_HOME HOME="$home" "$MDT" --store "$STORE" show 9990123012
  printf '%s\n' 'g f' begum 1 e 11 "A draft with HOME $home" | env -u XDG_STATE_HOME -u XDG_DATA_HOME HOME="$home" \
    "$MDT" --store "$STORE" --linear >"$HERE/out" 2>"$HERE/err" || fail "HOME=$home: $(cat "$HERE/err")"
done
grep -rqF 'A draft with HOME' "$STORE.drafts" || fail "no draft was kept"
terminal 80 24
turn=0
answers() { # answers COMMAND: at the shell; the status it ends with
  turn=$((turn + 1))
  run "clear; $1; echo turn-$turn:\$?"
  sees "turn-$turn:$2"
}
before=$(now_settings)
for home in "$HERE/file" /proc /dev/null; do
  answers "env -u XDG_STATE_HOME HOME='$home' '$MDT' --store '$STORE' 2>'$HERE/err' >'$HERE/nothing'" 73
  : >"$HERE/out"
  three "HOME=$home"
done
export_bad=$(printf %q "$bad")
for kind in "$bad" ../../etc/passwd /etc/passwd dumb '' "$(printf 'x%.0s' {1..500})" 'screen-256color/../x' .; do
  answers "TERM=$(printf %q "$kind") '$MDT' --store '$STORE' 2>'$HERE/err'" 69
  : >"$HERE/out"
  clean "$HERE/err" "the words about TERM"
  three "TERM $(printf %q "$kind" | head -c 60)"
done
same "$before" "$(now_settings)" "the terminal's settings"

# The whole screen with all of it at once: what is sent is what is sent without it, but for nothing that drives.
{
  for variable in USER LOGNAME HOSTNAME COLUMNS COLORTERM TERMINFO_DIRS LANG; do echo "export $variable=$export_bad"; done
  echo "export LINES=-1 TERMINFO=/dev/null; exec '$MDT' --store '$STORE'"
} >"$HERE/all.sh"
title=$(t display-message -p -t "$WINDOW" '#{pane_title}')
run clear
record "$HERE/bytes"
run "bash '$HERE/all.sh'; echo status:\$?"
sees 'MDT > Caseload'
keys q
ends_with 0
same "$title" "$(t display-message -p -t "$WINDOW" '#{pane_title}')" "the window's title"
if LC_ALL=C grep -aqP '\x07|\xc2[\x80-\x9f]|\xe2\x80[\x8b\xaa-\xae]' "$HERE/bytes"; then fail "the screen has bytes that drive a terminal"; fi
if [ -s "$XDG_STATE_HOME/mdt/mdt.log" ]; then clean "$XDG_STATE_HOME/mdt/mdt.log" "the log"; fi

# Streams that are closed or end at once.
for streams in '<&-' '>&-' '2>&-' '<&- >&- 2>&-' '</dev/null >/dev/full'; do
  eval "'$MDT' --store '$STORE' list $streams" >/dev/null 2>"$HERE/err" || true
done
status_is 0 "$MDT" --store "$STORE" audit verify

# Files that are given: pipes that nobody writes to, devices, links, and files of the store itself.
store() { "$MDT" --store "$STORE" "$@"; }
mkfifo "$HERE/pipe"
ln -s "$STORE" "$HERE/link"
ln -s "$HERE/nowhere" "$HERE/dangling"
mark=$(sha256sum <"$STORE")
for file in "$HERE/pipe" /dev/null /dev/zero /dev/tty /dev/random "$HERE" "$STORE" "$HERE/link" "$STORE-wal" "$STORE.lock" \
  "$STORE.head-key" "$HERE/dangling" "$HERE/file"; do
  store show 9990123012 >/dev/null # so that there is a log
  timeout 10 "$MDT" --store "$STORE" import staff "$file" >"$HERE/out" 2>"$HERE/err" </dev/null && [ "$file" = "$HERE/file" ] || got=$?
  if [ "${got:-0}" = 124 ]; then fail "an import from $file waits for ever"; fi
  if [ "$file" != "$HERE/file" ]; then
    same 65 "$got" "an import from $file"
    three "an import from $file"
  fi
done
mkfifo "$HERE/lines"
printf 'name,role,organisation\nPia Piper,care_navigator,R9904\n' >"$HERE/lines" &
status_is 0 timeout 10 "$MDT" --store "$STORE" import staff "$HERE/lines"
status_is 0 store import staff <(printf 'name,role,organisation\nQuin Piper,care_navigator,R9904\n')
for file in "$HERE/pipe" /dev/null "$HERE/file" "$STORE" "$HERE/link" "$STORE-wal" "$STORE.lock" "$HERE/dangling" \
  "$STORE-journal" "$STORE.accounts" "$STORE-shm" "$HERE"; do
  for verb in "audit export" "audit report 9990123012 --to" "audit head --to"; do
    # shellcheck disable=SC2086
    status_is 73 timeout 10 "$MDT" --store "$STORE" $verb "$file"
    three "$verb $file"
  done
  printf 'name,role,organisation\n,x,y\n' >"$HERE/rejected.csv"
  status_is 73 timeout 10 "$MDT" --store "$STORE" import staff "$HERE/rejected.csv" --accept-good --rejects "$file"
  three "rejected rows to $file"
done
store keys new "$HERE/key" >"$HERE/public" 2>/dev/null
for file in "$HERE/pipe" /dev/null "$HERE/file" "$STORE" "$HERE/link" "$STORE-wal" "$STORE.lock" "$STORE-journal" "$HERE/dangling"; do
  status_is 73 timeout 20 "$MDT" --store "$STORE" backup "$file" --recipient "$(cat "$HERE/public")"
  three "a backup to $file"
  got=0
  timeout 10 "$MDT" --store "$STORE" restore "$file" --key "$HERE/key" >"$HERE/out" 2>"$HERE/err" </dev/null || got=$?
  case $got in 65 | 69) ;; *) fail "a restore from $file ends with $got" ;; esac
  three "a restore from $file"
done
for file in "$HERE/pipe" /dev/null /dev/zero "$HERE"; do
  got=0
  timeout 10 "$MDT" --store "$file" list >"$HERE/out" 2>"$HERE/err" </dev/null || got=$?
  same 69 "$got" "a store that is $file"
  three "a store that is $file"
done
if [ -e "$STORE-journal" ]; then fail "a journal stands beside the store"; fi
status_is 0 store doctor
status_is 0 store audit verify

# A store of one's own that others may read is set right, and back as it was.
chmod 644 "$STORE"
chmod 755 "$HERE/records"
status_is 0 store install single
same 644 "$(stat -c %a "$STORE")" "the mode after a dry run"
status_is 0 store install single --do
same '600 700' "$(stat -c %a "$STORE" "$HERE/records" | tr '\n' ' ' | sed 's/ $//')" "the modes"
status_is 0 store install single --undo --do
same '644 755' "$(stat -c %a "$STORE" "$HERE/records" | tr '\n' ' ' | sed 's/ $//')" "the modes after undoing"
