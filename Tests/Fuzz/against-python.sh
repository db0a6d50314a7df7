#!/bin/sh
# Compares the CSV reader with Python's csv module on files made at random.
#
#   Tests/Fuzz/against-python.sh [FILES] [SEED]      default 5000 files, seed 1
#
# Python reads a lone quotation mark, text after a closing one and blank lines as we do; where a quotation mark never
# closes we refuse the file and Python does not, which the script knows.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$root/.build/against-python
"$root/Tests/Fuzz/build.sh" "$folder" PrintRecords.swift
exec python3 "$root/Tests/Fuzz/against_python.py" "$folder/program" "${1:-5000}" "${2:-1}"
