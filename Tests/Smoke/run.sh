#!/usr/bin/env bash
# Runs every journey of the built program in a real terminal. run.sh MDT SCENES [NAME...]; a name may be its number.
set -uo pipefail
mdt=$(realpath "$1") scenes=$(realpath "$2") || exit 64
cd "$(dirname "$0")" || exit
shift 2
SCENE_FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/mdt-scenes.XXXXXX")
export SCENE_FOLDER
trap 'rm -rf "$SCENE_FOLDER"' EXIT
trap 'exit 130' INT TERM HUP
passed=0 failed=0
for journey in [0-9]*.sh; do
  name=${journey%.sh}
  if [ $# -gt 0 ] && [[ " $* " != *" $name "* && " $* " != *" ${name%%-*} "* ]]; then continue; fi
  begun=${EPOCHREALTIME/./}
  # Whoever runs this with nohup ignores hang-ups; the programs in the journeys do not.
  if env --default-signal=HUP bash "$journey" "$mdt" "$scenes"; then
    passed=$((passed + 1))
    printf '  %-18s %5d ms\n' "$name" $(((${EPOCHREALTIME/./} - begun) / 1000))
  else
    failed=$((failed + 1))
  fi
done
echo "journeys: $passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
