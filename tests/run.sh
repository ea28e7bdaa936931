#!/bin/bash
# Installs what is missing, builds, and runs the everyday tests. The last line is CTest's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash cmake/install-packages.sh build test
if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CMAKE_C_COMPILER_LAUNCHER=ccache
fi
cmake --preset dev </dev/null
cmake --build --preset dev </dev/null

# CTest's own closing lines: how many passed, how long it took.
report=$(mktemp)
trap 'rm -f "$report"' EXIT
status=0
ctest --preset dev </dev/null 2>&1 | tee "$report" || status=$?
grep -E '^[0-9]+% tests passed' "$report" || { echo "CTest ran no tests"; [[ $status -ne 0 ]] || status=1; }
exit "$status"
