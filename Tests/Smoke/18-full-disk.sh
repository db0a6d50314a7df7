#!/usr/bin/env bash
# On a full disk the list is read and a change is refused in words; with room again it goes on without a restart.
. "$(dirname "$0")/journey.sh"
disk=$HERE/disk
mkdir "$disk"
if ! mount -t tmpfs -o size=4m,mode=700 tmpfs "$disk" 2>/dev/null; then
  echo "  $JOURNEY: skipped, this account may not mount a small disk"
  exit 0
fi
unmount() { # what is open on it goes first
  t kill-server 2>/dev/null || true
  wait_for umount "$disk" 2>/dev/null || umount -l "$disk"
  end_journey
}
trap unmount EXIT
scene twoPeople
cp "$STORE" "$disk/store.mdt"
STORE=$disk/store.mdt
mdt() { "$MDT" --store "$STORE" "$@"; }
fill() { dd if=/dev/zero of="$disk/filler" bs=1k >/dev/null 2>&1 || true; }
fill
before=$(cksum <"$STORE")
for turn in first second; do
  status_is 0 mdt list
  holds "$HERE/out" 'BEGUM, Rahela'
  status_is 69 mdt show 9990123012
  holds "$HERE/err" 'The NHS number was not looked up. The disk is full.'
  same 3 "$(grep -oE '[.]( |$)' "$HERE/err" | wc -l)" "sentences about an opening, the $turn time"
  lacks "$HERE/err" 'draft'
  status_is 0 mdt --read-only show 9990123012
  holds "$HERE/out" 'BEGUM'
done
same "$before" "$(cksum <"$STORE")" "the bytes of the store"
terminal 80 24
open_mdt
keys Enter
sees 'The disk is full, and every opening is recorded'
rm "$disk/filler"
keys Enter
sees 'BEGUM, Rahela'
leave_mdt
# Without a lock file and without room for one.
rm "$STORE".*
fill
status_is 0 mdt list
rm "$disk/filler"
status_is 0 mdt show 9990123012
# The disk is small: whole, and little room, which a start says too.
status_is 78 mdt doctor
holds "$HERE/out" 'The store is whole: 1 thing should be put right.'
holds "$HERE/out" 'Room on its disk: should be put right.'
# A disk that can only be read.
mount -o remount,ro "$disk"
status_is 0 mdt list
holds "$HERE/out" 'BEGUM, Rahela'
status_is 69 mdt show 9990123012
holds "$HERE/err" "The NHS number was not looked up. The store's disk can only be read."
status_is 0 mdt --read-only show 9990123012
