#!/usr/bin/env bash
# Speed beside the sqlite3 shell, in one run: interleaved rounds, medians and ratios.
#
#   tests/bench/run.sh [--sizes "10000 100000 1000000"] [--rounds 5] [--build DIR] [--keep]
#
# import: `jiezhuan member import` (validated, an event a row, verified, durable) beside `sqlite3 .import` of the same file into a table
#         with the same columns, PRIMARY KEY on the ID number and an index on the branch, with default settings and with a cache of 1 GB.
# single commands: each beside the same question, or one durable INSERT, asked of the sqlite3 shell on the same ledger, as whole processes;
#         `explain` beside `member show`.
# rules:  the CPU time of the rules of an import beside that of the whole import.
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
    *) sed -n '2,12p' "$0" >&2; exit 2 ;;
    esac
done
program=$build/cli/jiezhuan
generate=$build/tools/generate/jiezhuan-generate
rules=$build/tests/bench/jiezhuan-rule-cost
for needed in "$program" "$generate" "$rules"; do
    [ -x "$needed" ] || { echo "missing $needed: cmake --preset release && cmake --build --preset release" >&2; exit 2; }
done
for tool in sqlite3 /usr/bin/time; do
    command -v "$tool" >/dev/null || { echo "missing $tool: apt-get install sqlite3 time" >&2; exit 2; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/jiezhuan-bench.XXXXXX")
[ $keep = yes ] || trap 'rm -rf "$work"' EXIT
export LANG=C.UTF-8 JIEZHUAN_LEDGER=
results=$work/results # size what times seconds cpu_seconds rss_kb

# measure SIZE "WHAT TIMES" COMMAND…: one line of results.
measure() {
    local size=$1 what=$2
    shift 2
    /usr/bin/time -q -o "$work/time" -f '%e %U %S %M' "$@" >"$work/out" 2>"$work/err" || {
        echo "$what failed:" >&2
        cat "$work/out" "$work/err" >&2
        exit 1
    }
    awk -v what="$size $what" '{ print what, $1, $2 + $3, $4 }' "$work/time" >>"$results"
}

prepare() {
    local size=$1 dir=$work/$1
    mkdir -p "$dir/empty" "$dir/peer" # two copies of a ledger in one directory are refused
    "$generate" members --count "$size" --seed 1 --out "$dir/members.csv" --orgs "$dir/orgs.csv"
    tail -n +2 "$dir/members.csv" >"$dir/rows.csv"
    (cd "$dir/empty" && "$program" init --name 中国共产党江南市临江区望江街道工作委员会 --ledger empty.jz --quiet &&
        "$program" org import ../orgs.csv --ledger empty.jz --quiet) >"$work/out"
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
    cp "$dir/empty/empty.jz" "$dir/ours.jz"
    measure "$size" "import 1" "$program" member import "$dir/members.csv" --ledger "$dir/ours.jz" --quiet
    sqlite3 "$dir/peer.db" <"$dir/schema.sql"
    measure "$size" "sqlite 1" sqlite3 "$dir/peer.db" ".mode csv" ".import $dir/rows.csv member"
    sqlite3 "$dir/peer-cache.db" <"$dir/schema.sql"
    measure "$size" "sqlite-1GB 1" sqlite3 "$dir/peer-cache.db" "PRAGMA cache_size=-1000000" ".mode csv" ".import $dir/rows.csv member"
}

# What single commands work on: transfers, one of them with a letter, and a copy that the peer writes to.
prepare_single() {
    local size=$1 dir=$work/$1 to=中国共产党海州市滨海区海港街道工作委员会 i
    ours() { "$program" "$@" --ledger "$dir/ours.jz" --quiet >"$work/out"; }
    ours org add --outside yes --name $to --short-name 海港街道党工委 --kind working_committee --distance other_province
    last=$(sqlite3 "$dir/ours.jz" "SELECT max(id) FROM member")
    for i in 1 2 3; do
        ours transfer open "M$((last - i))" --kind out --to 海港街道党工委 --reason moved_home
    done
    transfer=$(sqlite3 "$dir/ours.jz" "SELECT max(id) FROM transfer")
    branch=$(sqlite3 "$dir/ours.jz" "SELECT branch FROM member WHERE id = $((last - 9))")
    part=$(sqlite3 "$dir/ours.jz" "SELECT substr(name, 2) FROM member WHERE length(name) = 3 AND id > $last / 2 LIMIT 1")
    cp "$dir/ours.jz" "$dir/peer/copy.db"
}

# repeat TIMES COMMAND…: a script that runs it so often; N stands for a number that differs each time.
repeat() {
    local times=$1
    shift
    printf 'for n in $(seq 1 %s); do %s; done\n' "$times" "$*" >"$work/script.sh"
}
# pair SIZE WHAT TIMES OURS PEER
pair() {
    repeat "$3" "$4"; measure "$1" "$2 $3" bash "$work/script.sh"
    repeat "$3" "$5"; measure "$1" "sqlite-$2 $3" bash "$work/script.sh"
}

# Whole processes are short: many of them a measurement.
single_round() {
    local size=$1 dir=$work/$1 last transfer branch part
    prepare_single "$size"
    local ledger="--ledger '$dir/ours.jz' --quiet" columns="id, name, sex, birth, stage, category, standing, branch"
    local peer="sqlite3 '$dir/ours.jz'"
    pair "$size" show 20 "'$program' member show M\$(($last - n * 7)) $ledger" \
        "$peer \"SELECT * FROM member WHERE id = \$(($last - n * 7))\""
    pair "$size" transfer 20 "'$program' transfer show T$transfer $ledger" \
        "$peer 'SELECT * FROM transfer JOIN member ON member.id = transfer.member WHERE transfer.id = $transfer'"
    pair "$size" branch 20 "'$program' member list --branch O$branch --format csv $ledger" \
        "$peer -csv 'SELECT $columns FROM member WHERE branch = $branch AND standing IN (2, 3)'"
    pair "$size" part-of-name 3 "'$program' member find --name '$part' --format csv $ledger" \
        "$peer -csv \"SELECT $columns FROM member WHERE name LIKE '%$part%'\""
    pair "$size" write 20 "'$program' member change M\$(($last - n * 7)) --address \$RANDOM号 $ledger" \
        "sqlite3 '$dir/peer/copy.db' 'INSERT INTO event (body, leaf) VALUES (randomblob(300), randomblob(32))'"
    pair "$size" explain 20 "'$program' explain M\$(($last - n * 7)) $ledger" \
        "'$program' member show M\$(($last - n * 7)) $ledger"
}

echo "preparing: $sizes" >&2
for size in $sizes; do prepare "$size"; done
for round in $(seq 1 "$rounds"); do
    for size in $sizes; do
        echo "round $round of $rounds: $size" >&2
        one_round "$size"
        echo "$size rules 1 0 $("$rules" "$work/$size/ours.jz" 2>/dev/null) 0" >>"$results"
        single_round "$size"
    done
done

awk '
function median_of(values, key,   n, i, j, v, t) {
    n = count[key]
    for (i = 1; i <= n; i++) v[i] = values[key, i]
    for (i = 2; i <= n; i++) { t = v[i]; for (j = i - 1; j > 0 && v[j] > t; j--) v[j + 1] = v[j]; v[j + 1] = t }
    return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
}
function median(key) { return median_of(seconds, key) }
{
    key = $1 " " $2
    often[key] = $3
    seconds[key, ++count[key]] = $4
    cpu[key, count[key]] = $5
    if ($6 > rss[key]) rss[key] = $6
    if (!($1 in seen)) { seen[$1] = 1; order[++sizes] = $1 }
}
END {
    printf "%10s %10s %10s %10s %10s %8s %8s %8s %10s\n", "members", "import s", "sqlite s", "1GB s", "us/row", "/sqlite", "/1GB", "RSS MB", "rules/CPU"
    for (s = 1; s <= sizes; s++) {
        size = order[s]
        ours = median(size " import"); peer = median(size " sqlite"); cached = median(size " sqlite-1GB")
        row[size] = ours / size
        printf "%10d %10.2f %10.2f %10.2f %10.2f %8.2f %8.2f %8.0f %10.2f\n", size, ours, peer, cached, 1e6 * ours / size, ours / peer, ours / cached, rss[size " import"] / 1024, median_of(cpu, size " rules") / median_of(cpu, size " import")
    }
    if ((1000000 in row) && (100000 in row)) printf "per row, 1M / 100k: %.2f (wanted: at most 1.3)\n", row[1000000] / row[100000]
    split("show 3 transfer 3 branch 3 part-of-name 2 write 2 explain 3", single)
    printf "\n%10s %14s %10s %10s %8s %8s\n", "members", "command", "ours ms", "peer ms", "ratio", "wanted"
    for (s = 1; s <= sizes; s++) for (i = 1; i in single; i += 2) {
        what = single[i]; wanted = single[i + 1]
        ours = median(order[s] " " what); peer = median(order[s] " sqlite-" what)
        times = often[order[s] " " what]
        printf "%10d %14s %10.2f %10.2f %8.2f %8d\n", order[s], what, 1000 * ours / times, 1000 * peer / times, ours / peer, wanted
    }
}' "$results"
