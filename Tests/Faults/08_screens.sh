#!/usr/bin/env bash
# Promise 8, before a person: a save and a draft on a disk that fails are told in three sentences, the text stays in front
# of them, lists are read meanwhile, and the same program goes on once the fault is gone. 08_screens.sh MDT SCENES
# Shown to be able to fail: with the fault taken away before ^S ("" for the first `fault`), "was not saved" never comes.
. "$(dirname "$0")/../Smoke/journey.sh"
echo 08_screens
shim=$HERE/faults.so
gcc -O2 -shared -fPIC -o "$shim" "$ROOT/Tests/Faults/shims/faults.c" -ldl
control=$HERE/control
built=$MDT
MDT=$HERE/mdt
cat >"$MDT" <<END
#!/bin/sh
exec env LD_PRELOAD='$shim' FAULTS_FOLDER='$HERE/store' FAULTS_CONTROL='$control' '$built' "\$@"
END
chmod +x "$MDT"
round=0
fault() { # fault WORDS: what fails from now on; nothing where there are none
  round=$((round + 1))
  printf '%s' "${1:+$round $1}" >"$control.new"
  mv "$control.new" "$control"
}
fault ''
for what in 'ENOSPC write -wal:The disk is full.' 'EIO write -wal:The disk reported a failure.' 'EIO sync -wal:The disk reported a failure.'; do
  rm -rf "$STORE"*
  scene twoPeople
  in_window "$(echo "${what%%:*}" | tr ' ' '-')"
  terminal 100 30
  open_mdt
  edit
  open_box
  type 'TYPED ON A BAD DISK '
  sees 'TYPED ON A BAD DISK'
  leave_box
  set_next_review +3m
  fault "${what%%:*} 1 always"
  keys C-s
  sees 'The care plan was not saved.'
  sees "${what#*:}"
  sees '[EDITING]'
  # Nothing half done, and others read.
  status_is 0 "$MDT" --store "$STORE" list
  holds "$HERE/out" 'BEGUM'
  status_is 0 "$built" --store "$STORE" --read-only plan show 9990123012 --json
  lacks "$HERE/out" 'TYPED ON A BAD DISK'
  fault ''
  keys C-s
  sees 'Care plan v2 published.'
  leave_mdt
  status_is 0 "$built" --store "$STORE" plan show 9990123012 --json
  holds "$HERE/out" 'TYPED ON A BAD DISK'
  status_is 0 "$built" --store "$STORE" audit verify
done
# A draft: what cannot be kept is said at once, and it is kept as soon as it can be.
for what in 'ENOSPC write .drafts' 'EIO sync .drafts'; do
  rm -rf "$STORE"*
  scene twoPeople
  in_window "draft-${what%% *}"
  terminal 100 30
  open_mdt
  edit
  open_box
  fault "$what 1 always"
  type 'KEPT LATER '
  sees 'KEPT LATER'
  sees 'draft'
  sees 'not kept'
  fault ''
  type 'AND MORE '
  sees 'AND MORE'
  sees 'draft kept'
  kill -9 "$(program)"
  sees 'status:137'
  run 'stty sane; tput rmcup; clear'
  grep -q 'KEPT LATER AND MORE' "$STORE".drafts/*.json || fail "the draft does not have what was typed"
done
figure='three saves and two drafts on failing disks told on the screen, and kept once the fault was gone'
state=short
if [ "${FAULTS:-full}" = full ]; then state=met; fi
echo "  promise 8: $figure: $state"
if [ -n "${RESULTS:-}" ]; then printf 'promise\t8\t%s\t%s\n' "$figure" "$state" >>"$RESULTS"; fi
