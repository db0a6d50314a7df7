#!/usr/bin/env bash
# Opens mdt on a throwaway store. Without a terminal: proves in a pseudo-terminal that the first screen appears.
set -euo pipefail
mdt=$1 scenes=$2 scene=$3
folder=$(mktemp -d "${TMPDIR:-/tmp}/mdt-demo.XXXXXX")
chmod 700 "$folder"
store=$folder/demo.mdt
"$scenes" write "$scene" "$store" --account "$(id -un)"
if [ -t 0 ] && [ -t 1 ]; then
  trap 'rm -rf "$folder"' EXIT
  "$mdt" --store "$store"
  exit
fi
socket=mdt-demo-$$
screen=$folder/screen.txt
cleanup() { tmux -L "$socket" kill-server 2>/dev/null || true; }
trap cleanup EXIT
tmux -L "$socket" -f /dev/null new-session -d -x 80 -y 24 "env TERM=screen-256color '$mdt' --store '$store'"
for _ in $(seq 1 200); do
  tmux -L "$socket" capture-pane -p >"$screen" 2>/dev/null || true
  grep -q 'MDT > Today' "$screen" && grep -q 'late\.$' "$screen" && break
  read -rt 0.05 <> <(:) || true
done
if ! grep -q 'MDT > Today' "$screen"; then
  echo "The first screen did not appear. This is what the terminal showed:" >&2
  cat "$screen" >&2
  exit 1
fi
cat "$screen"
echo
echo "The first screen appears. To open it yourself, run in a terminal:"
echo "  $mdt --store $store"
