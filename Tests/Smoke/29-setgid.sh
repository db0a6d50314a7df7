#!/usr/bin/env bash
# A setgid installation with two people who have accounts: who they are, and what the group's rights do not give them.
. "$(dirname "$0")/journey.sh"
. "$(dirname "$0")/people.sh"
need_root 120
people ann ben
group=mdtg$$
mkdir -m 755 "$HERE/bin" "$HERE/records" "$HERE/notes"
install -m 755 "$MDT" "$HERE/bin/mdt"
plain=$HERE/bin/plain
install -m 755 "$MDT" "$plain"
mdt=$HERE/bin/mdt
scene twoPeople "$STORE"
root_mdt() { "$plain" --store "$STORE" "$@"; }
staff_file "Ann Alder=$ann" "Ben Birch=$ben" >"$HERE/staff.csv"
status_is 0 root_mdt import staff "$HERE/staff.csv"
status_is 0 root_mdt privileges propose privacy_officer "$ann" --reason 'For this journey'
privilege=$(root_mdt privileges --plain | tail -n 1 | cut -f 1)

# Installing: said first, done by root alone, and never with a program that others can change.
before=$(stat -c '%a %U %G' "$mdt" "$STORE" "$HERE/records")
install_it() { "$mdt" install setgid --store "$STORE" --group "$group" "$@"; }
status_is 0 install_it
holds "$HERE/out" "set the rights of $mdt (root:$group, mode 02755)"
same "$before" "$(stat -c '%a %U %G' "$mdt" "$STORE" "$HERE/records")" "the rights after a dry run"
status_is 69 as "$ann" "$mdt" install setgid --store "$STORE" --group "$group" --do
three 'installing as somebody'
status_is 65 "$mdt" install setgid --store "$STORE" --group 'a b' --do
chmod 777 "$HERE/bin"
status_is 69 install_it --do
three 'a program that others can change'
chmod 755 "$HERE/bin"
touch "$HERE/records/holiday.jpg"
status_is 73 install_it --do
three 'a folder with other things'
rm "$HERE/records/holiday.jpg"
status_is 0 install_it --do
same "2755 root $group" "$(stat -c '%a %U %G' "$mdt")" "the program"
same "660 root $group" "$(stat -c '%a %U %G' "$STORE")" "the store"
same "2770 root $group" "$(stat -c '%a %U %G' "$HERE/records")" "the folder"
status_is 0 install_it --do
holds "$HERE/out" 'Already so: set the rights of'
lacks "$HERE/out" 'Done:'
usermod --append --groups "$group" "$ben"
status_is 69 install_it --do
three 'a member of the group'
gpasswd --delete "$ben" "$group" >/dev/null

# Who somebody is: the account, whatever else they say.
signs_in_as() { # signs_in_as NAME ACCOUNT [VARIABLE=VALUE...] [OPTION...]
  local name=$1 account=$2 variables=()
  shift 2
  while [[ ${1:-} == [A-Z]*=* ]]; do variables+=("$1") && shift; done
  echo quit | as "$account" "${variables[@]}" "$mdt" --linear "$@" >"$HERE/out" 2>"$HERE/err" || fail "sign-in: $(cat "$HERE/err")"
  lacks "$HERE/out" "Others may read"
  same "$name, care navigator" "$(who "$HERE/out")" "who signs in"
}
signs_in_as 'A. Alder' "$ann"
signs_in_as 'B. Birch' "$ben"
signs_in_as 'A. Alder' "$ann" USER="$ben" LOGNAME="$ben" SUDO_USER="$ben" USERNAME="$ben" MDT_AS="$ben"
status_is 69 as "$ann" "$mdt" --as "$ben" list
holds "$HERE/err" '--as is heeded only'
three 'somebody else by --as'
status_is 0 as "$ben" "$mdt" privileges confirm "$privilege"

# The file is reached by the program alone.
status_is 1 as "$ann" cat "$STORE"
status_is 2 as "$ann" ls "$HERE/records"
with_group "$ann" "$group" cat "$STORE" >/dev/null || fail "the group cannot read the store, so the checks show nothing"

# Both write: the log, the lock and what is made beside the store serve both.
for person in "$ann" "$ben" "$ann"; do
  rm -f "$STORE.lock"
  status_is 0 as "$person" "$mdt" show 9990123012
done
same "660 $group" "$(stat -c '%a %G' "$STORE.lock")" "the lock that somebody made"

# MDT_STORE and --store: another place is opened with the person's own rights.
install -d -m 2770 -g "$group" "$HERE/elsewhere"
install -m 660 -g "$group" "$STORE" "$HERE/elsewhere/store.mdt"
status_is 69 as "$ann" "$mdt" --store "$HERE/elsewhere/store.mdt" list
three 'another store of the group'
signs_in_as 'A. Alder' "$ann" MDT_STORE="$HERE/elsewhere/store.mdt" XDG_DATA_HOME="$HERE/elsewhere"
status_is 69 as "$ann" "$mdt" --store "$HERE/records/../records/store.mdt" list
three 'the same store under another name'
own=$HERE/home/ann/own.mdt
status_is 0 as "$ann" "$mdt" init --store "$own" --name 'Ann Alder' --role care_navigator --organisation R9904
same "600 $ann $ann" "$(stat -c '%a %U %G' "$own")" "a store of one's own"
status_is 0 as "$ann" "$mdt" --store "$own" list
for verb in "init --name A --role gp --organisation R9904" "copy --to $HERE/home/ann/copy.mdt" \
  "backup $HERE/home/ann" "restore $HERE/staff.csv --key $HERE/staff.csv" "accounts forget $ann"; do
  # shellcheck disable=SC2086
  status_is 69 as "$ann" "$mdt" $verb
  holds "$HERE/err" 'not done with the rights that mdt has here'
  three "$verb"
done
if [ -e "$HERE/home/ann/copy.mdt" ]; then fail "a copy was made"; fi

# Files that a person names are read and written with their own rights.
install -m 640 -g "$group" "$HERE/staff.csv" "$HERE/notes/group.csv"
with_group "$ann" "$group" cat "$HERE/notes/group.csv" >/dev/null
status_is 65 as "$ann" "$mdt" import staff "$HERE/notes/group.csv"
holds "$HERE/err" 'Permission denied'
three 'an import that the group may read'
status_is 65 as "$ann" "$mdt" import staff "$STORE"
holds "$HERE/err" 'Permission denied'
status_is 65 as "$ann" "$mdt" audit verify --head "$HERE/notes/group.csv"
holds "$HERE/err" 'Permission denied'
for place in "$HERE/elsewhere/report" "$HERE/records/report" "$STORE-journal" "$STORE"; do
  status_is 73 as "$ann" "$mdt" audit report 9990123012 --to "$place"
  three "a report to $place"
  status_is 73 as "$ann" "$mdt" audit export "$place"
  if [ "$place" != "$STORE" ] && [ -e "$place" ]; then fail "$place was made"; fi
done
with_group "$ann" "$group" touch "$HERE/elsewhere/shown"
status_is 0 as "$ann" "$mdt" audit report 9990123012 --to "$HERE/home/ann/report"
same "600 $ann $ann" "$(stat -c '%a %U %G' "$HERE/home/ann/report")" "a report of one's own"

# Drafts are their writer's, for the system too.
printf '%s\n' 'g f' begum 1 e 11 'Words of Ann alone' | as "$ann" "$mdt" --linear >"$HERE/out" 2>"$HERE/err" || fail "a draft: $(cat "$HERE/err")"
drafts=$STORE.drafts/u$(id -u "$ann")
same "2700 $ann" "$(stat -c "%a %U" "$drafts")" "the folder of drafts"
draft=$(find "$drafts" -name '*.json')
same "600 $ann" "$(stat -c '%a %U' "$draft")" "the draft"
holds "$draft" 'Words of Ann alone'
status_is 1 with_group "$ben" "$group" cat "$draft"
status_is 1 with_group "$ben" "$group" mv "$drafts" "$STORE.drafts/taken"
printf '%s\n' 'g f' begum 1 e 11 | as "$ben" "$mdt" --linear >"$HERE/out" 2>"$HERE/err" || fail "ben"
lacks "$HERE/out" 'Words of Ann alone'
printf '%s\n' 'g f' begum 1 e 11 | as "$ann" "$mdt" --linear >"$HERE/out" 2>"$HERE/err" || fail "ann again"
holds "$HERE/out" 'Words of Ann alone'
status_is 0 root_mdt doctor

# Nothing of the person's own gets into the program, and nothing of it out.
cat >"$HERE/mark.c" <<'END'
#include <stdlib.h>
#include <unistd.h>
__attribute__((constructor)) static void mark(void) { write(2, "PRELOADED\n", 10); }
END
gcc -shared -fPIC -o "$HERE/mark.so" "$HERE/mark.c"
status_is 0 as "$ann" LD_PRELOAD="$HERE/mark.so" "$plain" --version
holds "$HERE/err" PRELOADED
for variable in LD_PRELOAD LD_AUDIT; do
  status_is 0 as "$ann" $variable="$HERE/mark.so" "$mdt" --version
  lacks "$HERE/err" PRELOADED
done
mkdir -m 755 "$HERE/lib"
cp "$HERE/mark.so" "$HERE/lib/libncursesw.so.6"
status_is 0 as "$ann" LD_LIBRARY_PATH="$HERE/lib" "$mdt" --version
lacks "$HERE/err" PRELOADED

mkfifo -m 666 "$HERE/in"
child_of() { # child_of JOB NAME: what runs in it, once it has that name
  runs() { child=$(children_of "$1" | tr -d ' ') && [ "$(cat "/proc/$child/comm" 2>/dev/null)" = "$2" ]; }
  wait_for runs "$1" "$2" || fail "$2 does not run"
}
is_in() { grep -q 'linear mode' "$HERE/said"; }
begin_session() {
  exec 7>&-
  : >"$HERE/said"
  as "$ann" SWIFT_BACKTRACE=enable=yes bash -c "ulimit -c unlimited; exec '$mdt' --linear" <"$HERE/in" >"$HERE/said" 2>"$HERE/words" &
  job=$!
  exec 7>"$HERE/in"
  wait_for is_in || fail "no session: $(cat "$HERE/words")"
  child_of "$job" mdt
  session=$child
}
begin_session
attach='import ctypes, sys; c = ctypes.CDLL(None, use_errno=True); r = c.ptrace(16, int(sys.argv[1]), 0, 0); sys.exit(0 if r == 0 else ctypes.get_errno())'
as "$ann" sleep 60 2>/dev/null &
sleeper=$!
child_of "$sleeper" sleep
status_is 0 as "$ann" python3 -c "$attach" "$child"
disown "$sleeper"
kill -9 "$child"
status_is 1 as "$ann" python3 -c "$attach" "$session"
for file in environ mem maps; do status_is 1 as "$ann" head -c 1 "/proc/$session/$file"; done
same 0 "$(stat -c %u "/proc/$session/environ")" "whose the process is, to the others of its account"
for number in SEGV ABRT; do
  cores=$(find "$HERE" -name 'core*' | wc -l)
  as "$ann" kill "-$number" "$session"
  wait "$job" || true
  same "$cores" "$(find "$HERE" -name 'core*' | wc -l)" "core files after $number"
  if grep -qi 'backtrace of\|thread 0\|registers' "$HERE/words"; then fail "a crash tells: $(head -c 500 "$HERE/words")"; fi
  begin_session
done
exec 7>&-
wait "$job" || true
if [ "$(cat /proc/sys/kernel/core_pattern)" = core ]; then
  as "$ann" bash -c 'ulimit -c unlimited; kill -SEGV $$' 2>/dev/null || true
  [ -n "$(find "$HERE/home/ann" -name 'core*')" ] || fail "no program leaves a core file here, so the check shows nothing"
  rm -f "$HERE/home/ann/"core*
else
  echo "  $JOURNEY: core files go to a program here, so none was looked for" >&2
fi

# The full screen: a hostile description of the terminal is not taken, and the log goes where the person may write.
mkdir -m 755 "$HERE/terminfo"
infocmp screen-256color >"$HERE/description"
sed -i 's/clear=[^,]*,/clear=HOSTILE,/' "$HERE/description"
tic -o "$HERE/terminfo" "$HERE/description"
cat >"$HERE/as-ann" <<END
cd '$HERE/home/ann' && exec setpriv --reuid $ann --regid $ann --init-groups env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TERM=screen-256color TERMINFO='$HERE/terminfo' TERMINFO_DIRS='$HERE/terminfo' HOME='$HERE/elsewhere' XDG_STATE_HOME="\$STATE" "\$@"
END
for program in plain mdt; do
  in_window "$program"
  terminal 80 24
  record "$HERE/bytes-$program"
  store='' state=$HERE/elsewhere
  [ $program = mdt ] || store="--store $own" state=$HERE/home/ann/state
  run "STATE='$state' bash '$HERE/as-ann' '$HERE/bin/$program' $store; echo status:\$?"
  if [ $program = mdt ]; then
    sees 'MDT > Today'
    keys q
    sees 'MDT > Caseload'
    keys q
    ends_with 0
  else
    hostile() { grep -qa HOSTILE "$HERE/bytes-plain"; }
    wait_for hostile || fail "the hostile terminal shows nothing"
    keys q
  fi
done
if grep -qa HOSTILE "$HERE/bytes-mdt"; then fail "a terminal's description from the person was taken"; fi
if [ -e "$HERE/elsewhere/mdt" ]; then fail "a folder was made where the group may write"; fi
same "$ann" "$(stat -c %U "$HERE/home/ann/.local/state/mdt/mdt.log")" "whose the log is"

# A number that is somebody else's now, and a name that is.
old=$(id -u "$ben")
usermod --uid $((old + 20000)) "$ben"
chown "$ben" "$HERE/home/ben"
status_is 69 as "$ben" "$mdt" list
holds "$HERE/err" "had the number $old when it first signed in here, and has $((old + 20000)) now"
three 'a new number'
status_is 0 root_mdt accounts forget "$ben"
status_is 0 as "$ben" "$mdt" list
usermod --uid "$old" "$ben"
chown "$ben" "$HERE/home/ben"
status_is 0 root_mdt accounts forget "$ben"
status_is 0 as "$ben" "$mdt" list
new=mdtnew$$
accounts+=("$new")
usermod --login "$new" "$ben"
staff_file "Ned New=$new" >"$HERE/staff.csv"
status_is 0 root_mdt import staff "$HERE/staff.csv"
status_is 69 as "$new" "$mdt" list
holds "$HERE/err" "The number $old was that of the account $ben"
three 'a number of before'
usermod --login "$ben" "$new"
status_is 0 as "$ben" "$mdt" list

# What reaches into the store is recorded under the right names.
status_is 0 root_mdt audit list --staff "$ann" --action view
holds "$HERE/out" 'Ann Alder'
status_is 0 root_mdt audit verify

# Undone: exactly as it was, and nobody comes in any more.
status_is 0 install_it --undo
holds "$HERE/out" "take the group $group away"
same "2755 root $group" "$(stat -c '%a %U %G' "$mdt")" "the program after saying how it is undone"
status_is 0 install_it --undo --do
same "$before" "$(stat -c '%a %U %G' "$mdt" "$STORE" "$HERE/records")" "the rights after undoing"
if getent group "$group" >/dev/null; then fail "the group is still there"; fi
if [ -e "/etc/mdt/group-$group" ] || [ -e "/etc/mdt/undo-group-$group" ]; then fail "something is left in /etc/mdt"; fi
status_is 69 as "$ann" "$mdt" --store "$STORE" list
status_is 65 install_it --undo --do
three 'undoing twice'
