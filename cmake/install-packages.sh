#!/bin/bash
# Installs what packages.txt lists in the named parts: install-packages.sh build test
# Where it may not install, it prints the one line to run as root and exits with 2.
set -euo pipefail
list=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/packages.txt

packages() { # those of one part
    awk -v part="[$1]" '/^\[/ { inside = $1 == part; next } inside && NF && !/^#/ { print $1 }' "$list"
}

installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

missing=()
for part in "$@"; do
    names=$(packages "$part")
    [[ -n $names ]] || { echo "$list has no part [$part]" >&2; exit 70; }
    for package in $names; do
        installed "$package" || missing+=("$package")
    done
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
if [[ $(id -u) -ne 0 ]]; then
    echo "Packages are missing. Run as root: apt-get update && $install" >&2
    exit 2
fi
export DEBIAN_FRONTEND=noninteractive
echo "Installing: ${missing[*]}" >&2
# The package lists are fetched only where there are none, or they are too old to serve.
$install -qq </dev/null >/dev/null 2>&1 || { apt-get update -qq </dev/null && $install -qq </dev/null >/dev/null; }
