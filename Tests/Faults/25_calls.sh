#!/usr/bin/env bash
# FULL ONLY, because `make test` runs the walk anyway. Promise 10: every public call of the store, read from its sources,
# is made once by somebody who may not and once by whoever may, on a file and on a server, and the rows of the audit are
# counted: who, organisation, role, time, purpose. `make check` holds the ways to the database against a list of them.
# Shown to be able to fail: a read that goes round Writing/ is put among the sources first, and the rules must tell; that a
# call that is not in the table is seen is a test of the walk itself.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
echo 25_calls
scratch=$(mktemp -d)
sneak=Sources/CaseStore/Patients/Sneak.swift
trap 'rm -rf "$scratch"; rm -f "$sneak"' EXIT
fault=
printf 'extension CaseStore {\n  func sneak() async throws { _ = try await engine.read { _ in 1 } }\n}\n' >"$sneak"
if Tests/Checks/rules.sh >/dev/null 2>&1; then fault='a read that goes round is not seen'; fi
rm -f "$sneak"
Tests/Checks/rules.sh >"$scratch/rules" || fault='the rules are not kept'
swift build --build-tests >"$scratch/built" 2>&1 || fault='it was not built'
walk() { "$@" swift test --skip-build --filter WalkTests >"$scratch/said" 2>&1 || fault="the walk failed: ${*:-a file}"; }
walk env
told=$(sed -n 's/^the walk: //p' "$scratch/said")
walk env MDT_WALK=whole XDG_STATE_HOME="$scratch/state" TMPDIR="$scratch" Tests/Server/with-server.sh
state=met
if [ -n "$fault" ] || [ -z "$told" ]; then
  state=missed
  tail -n 20 "$scratch/said" >&2
fi
figure="${told:-it did not run}, on a file and on a server${fault:+; $fault}"
printf 'promise\t10\t%s\t%s\n' "$figure" "$state" | tee -a "${RESULTS:-/dev/null}"
[ $state = met ]
