#!/usr/bin/env bash
# Installs what is missing, builds the dev preset and runs the everyday tests. Works on a bare Debian 12.
set -euo pipefail
cd "$(dirname "$0")/.."
bash tools/install-packages.sh build test
cmake --preset dev >build-dev.log 2>&1 || { cat build-dev.log; exit 1; }
rm -f build-dev.log
cmake --build --preset dev
ctest --preset dev
