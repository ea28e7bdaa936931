#!/usr/bin/env bash
# A clerk's first day with jiezhuan: installs what is missing, builds a release, and does the day's work on the files in data/.
#   bash examples/first-day/run.sh          what a clerk would see; everything that is written lies in examples/first-day/out/
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bash "$root/tools/install-packages.sh" build
cd "$root"
cmake --preset release-only >"$here/build.log" 2>&1 || { cat "$here/build.log"; exit 1; }
cmake --build --preset release-only >>"$here/build.log" 2>&1 || { tail -n 40 "$here/build.log"; exit 1; }

program=$root/build/release-only/cli/jiezhuan
generate=$root/build/release-only/tools/generate/jiezhuan-generate
out=$here/out
rm -rf "$out"
mkdir -p "$out"
cp "$here"/data/*.csv "$out"/
cd "$out"
language=${JIEZHUAN_LANG:-zh_CN.UTF-8}

step() { printf '\n\n━━ %s\n' "$*"; }
# Runs a command, shows at most $lines lines of what it says, and expects exit code $expected.
lines=24
expected=0
clerk() {
  printf '\n$ jiezhuan %s\n' "$*"
  local code=0
  env LC_ALL="$language" "$program" "$@" >said.txt 2>&1 || code=$?
  head -n "$lines" said.txt
  local total
  total=$(wc -l <said.txt)
  [ "$total" -le "$lines" ] || printf '…（共 %s 行）\n' "$total"
  if [ "$code" -ne "$expected" ]; then
    tail -n 30 said.txt
    printf '退出码 %s，应为 %s\n' "$code" "$expected" >&2
    exit 1
  fi
  [ "$code" -eq 0 ] || printf '（退出码 %s）\n' "$code"
  expected=0
  lines=24
}

step '建账：街道党工委，下级与外部党组织'
clerk init --on 2026-11-02 --name 中国共产党江南市临江区望江街道工作委员会 --short-name 望江街道党工委 --operator 陈晓 \
  --address 江南市临江区望江路1号 --phone 0000-88880001 --fax 0000-88880002 --postcode 000001
clerk org import organisations.csv --on 2026-11-02
clerk org import outside.csv --on 2026-11-02

step '花名册：一次看清全部错误，改正后导入；再导入一次，什么也不变'
lines=60 expected=3 clerk member import roster.csv --on 2026-11-02
clerk member import roster-fixed.csv --on 2026-11-02
clerk member import roster-fixed.csv --on 2026-11-02

step '转出：名单批准、开信、打印，一次办完；两行不能办，退回'
expected=4 clerk transfer import outgoing.csv --kind out --on 2026-11-02 --approved-on 2026-11-02 \
  --minutes 街道党工委2026年第11次会议 --issue --print 介绍信.html --allow-partial

step '转入：国企退休党员移交名单'
lines=30 expected=4 clerk transfer import handover.csv --kind in --on 2026-11-23 --from 江南机床厂党委 --batch 江南机床厂退休党员移交 --allow-partial
batch=$("$program" batch list --format csv --columns id,title --no-header | tr -d '\r' | sed -n 's/,江南机床厂退休党员移交$//p')

step '办理表：带建议支部写出，填好收回，一次办完核实、暂缓、退回、接收、编入和回执'
clerk transfer worksheet "$batch" --reveal --purpose 填写办理表 --output 办理表.csv
"$generate" fill-worksheet --in 办理表.csv --out 办理表-已填.csv --on 2026-11-23
lines=16 expected=4 clerk transfer apply 办理表-已填.csv --on 2026-11-23 --receipts 回执.html --allow-partial
lines=40 clerk batch show "$batch" --as-of 2026-11-23

step '下岗失业党员、流动党员'
clerk transfer import laid-off.csv --kind in --on 2026-11-23 --batch 下岗失业党员转入
clerk transfer import migrants.csv --kind enrol --on 2026-11-23 --batch 流动党员登记
clerk transfer due --as-of 2026-11-23

step '回执：寄回的逐件核对，名字不符的不销号'
expected=4 clerk receipt import receipts.csv --on 2026-11-23 --allow-partial

step '今天的情况；到明年一月，哪些逾期、过期'
lines=40 clerk status --as-of 2026-11-23
lines=40 expected=1 clerk reconcile deadlines --as-of 2027-01-20 --width 130

step '备份与验账'
clerk ledger backup 备份.jz
lines=30 clerk ledger verify
printf '\n介绍信、回执、退回的名单都在 examples/first-day/out/\n'
