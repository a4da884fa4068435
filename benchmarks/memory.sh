#!/bin/bash
# What runs take of memory, each as a whole process under a control group with a hard limit (page
# cache included) and without swap; prints a table beside what the plan had said.
#
#   benchmarks/memory.sh MARKET [CASE...]
#
# MARKET is the generated market of 2,556 symbols and 10 years (testdata/README.md). Cases: reference,
# reference512, one320, two512, free; all but free where none is given. A line shows the exit status,
# the largest resident and virtual size of Java, the largest use of the group, the plan's estimate, and
# a sum over the results: equal sums are equal results.
#
# Exit status 77 when control groups cannot be made here.
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
# shellcheck source=benchmarks/control-group.sh
. "$home/benchmarks/control-group.sh"
command -v sqlite3 >/dev/null || skip 'needs sqlite3'
market=$1
shift
group=$top/nightshift-memory-$$
work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf "$work"; rmdir "$group" 2>/dev/null || :' EXIT

# The first run after a build makes the archive of classes; it is not measured.
"$home/nightshift" run --profile=pi_safe --maxSymbols=5 --generations=2 "--research=$work/warm.db" \
  >/dev/null

# measure NAME LIMIT OPTION...
measure() {
  name=$1 limit=$2
  shift 2
  mkdir "$group" 2>/dev/null || skip "cannot make a control group in $top"
  echo $((limit << 20)) >"$group/$max"
  if [ -w "$group/$swap" ]; then
    if [ "$swap" = memory.swap.max ]; then echo 0; else echo $((limit << 20)); fi >"$group/$swap"
  fi
  rm -f "$work"/research.db*
  begun=$SECONDS
  sh -c 'echo $$ >"$1/cgroup.procs"; shift; exec "$@"' sh "$group" \
    "$home/nightshift" run "--research=$work/research.db" "$@" >"$work/out" 2>"$work/err" &
  pid=$!
  virtual=0
  while kill -0 $pid 2>/dev/null; do
    # The process is the launcher's shell first, and becomes Java.
    now=$(sed -n 's/^VmPeak:[ \t]*\([0-9]*\) kB/\1/p' "/proc/$pid/status" 2>/dev/null || :)
    [ "${now:-0}" -gt "$virtual" ] && virtual=$now
    sleep 0.2
  done
  status=0
  wait $pid || status=$?
  IFS='|' read -r rss estimate < <(sqlite3 "$work/research.db" \
    'SELECT peak_rss_bytes >> 20, estimated_peak_bytes >> 20 FROM runs' 2>/dev/null || echo '?|?')
  sum=$(for table in fitness generations trials symbol_fitness; do
    sqlite3 "$work/research.db" "SELECT * FROM $table" 2>/dev/null | sort
  done | cksum | cut -d' ' -f1)
  printf '| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n' "$name" "$limit" "$status" "$rss" \
    $((virtual >> 10)) $(($(cat "$group/$peak") >> 20)) "$estimate" $((SECONDS - begun)) "$sum"
  sleep 0.2
  rmdir "$group"
}

echo '| case | limit, MB | status | resident, MB | virtual, MB | group, MB | planned, MB | s | results |'
echo '|---|---:|---:|---:|---:|---:|---:|---:|---:|'
whole=(--profile=pi_balanced --maxSymbols=all --maxYears=10 "--market=$market")
reference=(--profile=pi_safe --market=bundled --maxSymbols=25 --maxYears=1 --workers=1)
for case in "${@:-reference reference512 one320 two512}"; do
  for one in $case; do
    case $one in
      reference) measure "$one" 320 "${reference[@]}" --memory=288 ;;
      reference512) measure "$one" 512 "${reference[@]}" --memory=448 ;;
      one320) measure "$one" 320 "${whole[@]}" --memory=306 --workers=1 --malloc.arenas=1 ;;
      two512) measure "$one" 512 "${whole[@]}" --memory=448 ;;
      free) measure "$one" 4096 "${whole[@]}" --memory=2048 ;;
      *) echo "no case $one" >&2 && exit 2 ;;
    esac
  done
done
