#!/usr/bin/env bash
# Speed beside the sqlite3 shell, in one run: interleaved rounds, medians and ratios.
#
#   tests/bench/run.sh [--sizes "10000 100000 1000000"] [--rounds 5] [--build DIR] [--keep]
#
# import: `jiezhuan member import` (validated, an event a row, verified, durable) beside `sqlite3 .import` of the same file into a table
#         with the same columns, PRIMARY KEY on the ID number and an index on the branch, with default settings and with a cache of 1 GB.
# show:   `jiezhuan member show` beside the same record asked of the sqlite3 shell, as whole processes.
# Needs a release build, sqlite3 and GNU time (/usr/bin/time). Nothing is written outside a temporary directory.
set -euo pipefail

sizes="10000 100000 1000000"
rounds=5
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$here/build/release
keep=no
while [ $# -gt 0 ]; do
    case $1 in
    --sizes) sizes=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --build) build=$(cd "$2" && pwd); shift 2 ;;
    --keep) keep=yes; shift ;;
    *) sed -n '2,9p' "$0" >&2; exit 2 ;;
    esac
done
program=$build/cli/jiezhuan
generate=$build/tools/generate/jiezhuan-generate
for needed in "$program" "$generate"; do
    [ -x "$needed" ] || { echo "missing $needed: cmake --preset release && cmake --build --preset release" >&2; exit 2; }
done
for tool in sqlite3 /usr/bin/time; do
    command -v "$tool" >/dev/null || { echo "missing $tool: apt-get install sqlite3 time" >&2; exit 2; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/jiezhuan-bench.XXXXXX")
[ $keep = yes ] || trap 'rm -rf "$work"' EXIT
export LANG=C.UTF-8 JIEZHUAN_LEDGER=
results=$work/results # size what seconds rss_kb

# measure SIZE WHAT COMMAND…: one line of results.
measure() {
    local size=$1 what=$2
    shift 2
    /usr/bin/time -q -o "$work/time" -f '%e %M' "$@" >"$work/out" 2>"$work/err" || {
        echo "$what failed:" >&2
        cat "$work/out" "$work/err" >&2
        exit 1
    }
    echo "$size $what $(cat "$work/time")" >>"$results"
}

prepare() {
    local size=$1 dir=$work/$1
    mkdir -p "$dir"
    "$generate" members --count "$size" --seed 1 --out "$dir/members.csv" --orgs "$dir/orgs.csv"
    tail -n +2 "$dir/members.csv" >"$dir/rows.csv"
    (cd "$dir" && "$program" init --name 中国共产党江南市临江区望江街道工作委员会 --ledger empty.jz --quiet &&
        "$program" org import orgs.csv --ledger empty.jz --quiet)
    local columns
    columns=$(head -1 "$dir/members.csv" | sed 's/^\xEF\xBB\xBF//; s/\r$//')
    {
        echo "CREATE TABLE member ($(tr ',' '\n' <<<"$columns" | awk '{
            printf "%s\"%s\" TEXT%s", (NR > 1 ? ", " : ""), $0, ($0 ~ /身份/ ? " PRIMARY KEY" : "") }'));"
        echo "CREATE INDEX member_branch ON member (\"$(tr ',' '\n' <<<"$columns" | grep -m1 所在党组织)\");"
    } >"$dir/schema.sql"
    grep -q 'PRIMARY KEY.*所在党组织' "$dir/schema.sql" || { echo "the peer's table has no key or index" >&2; exit 1; }
}

one_round() {
    local size=$1 dir=$work/$1
    rm -f "$dir"/ours.jz* "$dir"/peer*.db "$dir"/anchors.log "$dir"/jiezhuan.toml
    cp "$dir/empty.jz" "$dir/ours.jz"
    measure "$size" import "$program" member import "$dir/members.csv" --ledger "$dir/ours.jz" --quiet
    sqlite3 "$dir/peer.db" <"$dir/schema.sql"
    measure "$size" sqlite sqlite3 "$dir/peer.db" ".mode csv" ".import $dir/rows.csv member"
    sqlite3 "$dir/peer-cache.db" <"$dir/schema.sql"
    measure "$size" sqlite-1GB sqlite3 "$dir/peer-cache.db" "PRAGMA cache_size=-1000000" ".mode csv" ".import $dir/rows.csv member"
}

# Whole processes are short: 20 of them a measurement.
show_round() {
    local size=$1 dir=$work/$1 i
    local last; last=$(sqlite3 "$dir/ours.jz" "SELECT max(id) FROM member")
    cat >"$work/ours.sh" <<SCRIPT
for i in \$(seq 1 20); do "$program" member show M\$(($last - i * 7)) --ledger "$dir/ours.jz" --quiet; done
SCRIPT
    sed -i "s/\\\$((\($last\) - i \* 7))/\$((\1 - i * 7))/" "$work/ours.sh"
    cat >"$work/peer.sh" <<SCRIPT
for i in \$(seq 1 20); do sqlite3 "$dir/ours.jz" "SELECT * FROM member WHERE id = \$(($last - i * 7))"; done
SCRIPT
    measure "$size" show bash "$work/ours.sh"
    measure "$size" sqlite-show bash "$work/peer.sh"
}

echo "preparing: $sizes" >&2
for size in $sizes; do prepare "$size"; done
for round in $(seq 1 "$rounds"); do
    for size in $sizes; do
        echo "round $round of $rounds: $size" >&2
        one_round "$size"
        show_round "$size"
    done
done

awk '
function median(key,   n, i, j, v, t) {
    n = count[key]
    for (i = 1; i <= n; i++) v[i] = seconds[key, i]
    for (i = 2; i <= n; i++) { t = v[i]; for (j = i - 1; j > 0 && v[j] > t; j--) v[j + 1] = v[j]; v[j + 1] = t }
    return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
}
{
    key = $1 " " $2
    seconds[key, ++count[key]] = $3
    if ($4 > rss[key]) rss[key] = $4
    if (!($1 in seen)) { seen[$1] = 1; order[++sizes] = $1 }
}
END {
    printf "%10s %10s %10s %10s %10s %8s %8s %8s\n", "members", "import s", "sqlite s", "1GB s", "us/row", "/sqlite", "/1GB", "RSS MB"
    for (s = 1; s <= sizes; s++) {
        size = order[s]
        ours = median(size " import"); peer = median(size " sqlite"); cached = median(size " sqlite-1GB")
        row[size] = ours / size
        printf "%10d %10.2f %10.2f %10.2f %10.2f %8.2f %8.2f %8.0f\n", size, ours, peer, cached, 1e6 * ours / size, ours / peer, ours / cached, rss[size " import"] / 1024
    }
    if ((1000000 in row) && (100000 in row)) printf "per row, 1M / 100k: %.2f (wanted: at most 1.3)\n", row[1000000] / row[100000]
    printf "\n%10s %12s %12s %8s\n", "members", "show ms", "sqlite3 ms", "ratio"
    for (s = 1; s <= sizes; s++) {
        size = order[s]
        ours = median(size " show"); peer = median(size " sqlite-show")
        printf "%10d %12.2f %12.2f %8.2f\n", size, 1000 * ours / 20, 1000 * peer / 20, ours / peer
    }
}' "$results"
