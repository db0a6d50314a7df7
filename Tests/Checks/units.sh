#!/usr/bin/env bash
# systemd takes the units that the manual ships. They name the program where it is installed, and systemd complains
# about a program that is not there, so it is shown a copy of each unit that names the one that was built. units.sh MDT
set -euo pipefail
cd "$(dirname "$0")/../.."
mdt=$(realpath "$1")
Tests/Checks/packages.sh systemd
folder=$(mktemp -d "${TMPDIR:-/tmp}/mdt-units.XXXXXX")
trap 'rm -rf "$folder"' EXIT
for unit in docs/manual/systemd/*; do
  sed "s|^ExecStart=/usr/local/bin/mdt |ExecStart=$mdt |" "$unit" >"$folder/$(basename "$unit")"
done
grep -q "^ExecStart=$mdt " "$folder/mdt-backup.service" || {
  echo 'mdt-backup.service does not start /usr/local/bin/mdt.' >&2
  exit 1
}
# It ends with 0 after some complaints too.
said=$(systemd-analyze verify --man=no "$folder"/mdt-backup.service "$folder"/mdt-backup.timer 2>&1) || {
  printf '%s\n' "$said" >&2
  exit 1
}
if [ -n "$said" ]; then
  printf '%s\n' "$said" >&2
  exit 1
fi
echo 'systemd units: taken.'
