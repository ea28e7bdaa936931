#!/usr/bin/env bash
# Installs what is missing of packages.txt: tools/install-packages.sh build [test]
# Where it may not install, it prints the one line to run as root, and exits with 2.
set -euo pipefail
list=$(cd "$(dirname "$0")/.." && pwd)/packages.txt

wanted=()
for section in "$@"; do
  mapfile -t -O "${#wanted[@]}" wanted < <(awk -v s="[$section]" '/^\[/ {on = ($0 == s); next} on && NF && !/^#/ {print $1}' "$list")
done

missing=()
for package in "${wanted[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -ne 0 ]; then
  printf 'Packages are missing. Run this line as root, then this command again:\n  %s\n' "$line" >&2
  exit 2
fi
echo "Installing ${#missing[@]} packages ..."
export DEBIAN_FRONTEND=noninteractive
{ apt-get -qq update && apt-get -qq install -y --no-install-recommends "${missing[@]}"; } >/tmp/jiezhuan-packages.$$ 2>&1 </dev/null || {
  tail -n 20 /tmp/jiezhuan-packages.$$ >&2
  printf 'The packages could not be installed. Run this line as root:\n  %s\n' "$line" >&2
  exit 2
}
rm -f /tmp/jiezhuan-packages.$$
