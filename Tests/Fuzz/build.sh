#!/bin/sh
# Builds the pure import sources outside SwiftPM, for the other scripts here.
#
#   Tests/Fuzz/build.sh FOLDER MAIN.swift [swiftc options...]
#
# Makes FOLDER/program from SafeText, CaseModel, CaseExchange and MAIN.swift. The options go to every module, so
# -sanitize=fuzzer puts libFuzzer's counters into all of them.
set -eu
folder=$1
main=$2
shift 2
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$folder"
features="-swift-version 6 -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault"
features="$features -enable-upcoming-feature MemberImportVisibility"
for module in SafeText CaseModel CaseExchange; do
  # shellcheck disable=SC2046,SC2086
  swiftc -O -wmo -parse-as-library $features "$@" -I "$folder" -module-name "$module" \
    -emit-module -emit-module-path "$folder/$module.swiftmodule" \
    -c $(find "$root/Sources/$module" -name '*.swift' | sort) -o "$folder/$module.o"
done
# shellcheck disable=SC2086
swiftc -O -parse-as-library -swift-version 6 "$@" -I "$folder" -module-name Program "$root/Tests/Fuzz/$main" \
  "$folder/SafeText.o" "$folder/CaseModel.o" "$folder/CaseExchange.o" -o "$folder/program"
