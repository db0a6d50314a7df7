#!/bin/sh
# Fuzzes the CSV reader and the import parsers with libFuzzer (store.md promise 19).
#
#   Tests/Fuzz/fuzz.sh [SECONDS]      default 60
#
# The pure sources are built outside SwiftPM with `swiftc -sanitize=fuzzer`, since SwiftPM has no target of that kind.
# The corpus starts with the sample data and is kept in .build/fuzz/corpus; what crashes is written to .build/fuzz.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$root/.build/fuzz
"$root/Tests/Fuzz/build.sh" "$folder" ImportFuzzer.swift -sanitize=fuzzer
mkdir -p "$folder/corpus"
for name in organisations practices staff caseload-with-mistakes caseload-south-west; do
  head -c 3000 "$root/sample-data/$name.csv" >"$folder/corpus/$name"
done
cd "$folder"
# The runtime's own backtracer would take the place of libFuzzer's report.
SWIFT_BACKTRACE=enable=no ./program -max_total_time="${1:-60}" -max_len=1024 -rss_limit_mb=1024 -print_final_stats=1 \
  -dict="$root/Tests/Fuzz/csv.dict" corpus
