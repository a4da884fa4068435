#!/bin/bash
# A run beside a process that takes memory in the middle of it, both below one control group with a
# limit and without swap: the run takes no new work until the other is gone, and then finishes.
#
#   benchmarks/neighbour.sh [OPTION...]          options of `nightshift run`
#
# From the environment: LIMIT, MB for both together (1600); HOLD, for how many seconds the neighbour
# keeps its memory (60); AFTER, how many units are written before it comes (16); LEAVE, how many MB
# it leaves (60).
#
# Exit status 0 when the run finished with the alert in its database and in its last lines, 77 when
# control groups cannot be made here, 1 otherwise.
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
limit=${LIMIT:-1600}
hold=${HOLD:-60}
after=${AFTER:-16}
leave=${LEAVE:-60}

# shellcheck source=benchmarks/control-group.sh
. "$home/benchmarks/control-group.sh"
for tool in sqlite3 python3; do
  command -v "$tool" >/dev/null || skip "needs $tool"
done

group=$top/nightshift-neighbour-$$
mkdir "$group" 2>/dev/null || skip "cannot make a control group in $top"
work=$(mktemp -d)
pids=()

# Ends what this script started, and takes its groups away.
clean_up() {
  for pid in "${pids[@]}"; do
    kill "$pid" 2>/dev/null || :
    wait "$pid" 2>/dev/null || :
  done
  for ((i = 0; i < 50; i++)); do
    rmdir "$group/run" "$group/other" 2>/dev/null || :
    rmdir "$group" 2>/dev/null && break
    sleep 0.1
  done
  rm -rf "$work"
}
trap clean_up EXIT

echo $((limit << 20)) >"$group/$max" || skip "cannot set a limit in $group"
if [ -w "$group/$swap" ]; then
  if [ "$max" = memory.max ]; then echo 0; else echo $((limit << 20)); fi >"$group/$swap"
fi
[ ! -f "$group/cgroup.subtree_control" ] || echo +memory >"$group/cgroup.subtree_control"
mkdir "$group/run" "$group/other"

# What the group cannot do without, in MB: all but the page cache.
needed() {
  local cache
  cache=$(awk -v v1="$max" '
    v1 != "memory.max" && /^total_(in)?active_file / { sum += $2 }
    v1 == "memory.max" && /^(in)?active_file / { sum += $2 }
    END { printf "%d", sum }' "$group/memory.stat")
  echo $((($(cat "$group/$usage") - cache) >> 20))
}

db=$work/research.db
said() {
  sqlite3 -readonly "$db" "$1" 2>/dev/null || :
}

bash -c 'echo $$ >"$0/cgroup.procs" && exec "$@"' "$group/run" \
  "$home/nightshift" run --sampleSeconds=1 "$@" "--research=$db" >"$work/out" 2>&1 &
run=$!
pids+=("$run")

units=0
while kill -0 "$run" 2>/dev/null; do
  units=$(said "SELECT COUNT(*) FROM units")
  [ "${units:-0}" -lt "$after" ] || break
  sleep 0.2
done
kill -0 "$run" 2>/dev/null || {
  cat "$work/out"
  echo "the run ended before $after units were written"
  exit 1
}

take=$((limit - $(needed) - leave))
[ "$take" -gt 0 ] || {
  echo "no room for a neighbour: the run needs $(needed) MB of $limit"
  exit 1
}
bash -c 'echo $$ >"$0/cgroup.procs" && exec python3 -c "$1" "$2" "$3"' "$group/other" \
  'import sys, time; held = bytearray(b"x") * (int(sys.argv[1]) << 20); time.sleep(int(sys.argv[2]))' \
  "$take" "$hold" &
other=$!
pids+=("$other")
echo "after $units units a neighbour takes $take MB for $hold s"
for ((i = 0; i < hold; i += 5)); do
  sleep 5
  echo "  after $((i + 5)) s: $(said 'SELECT COUNT(*) FROM units') units, $(needed) of $limit MB needed"
done
wait "$other" || echo "the neighbour ended with status $?"
echo "the neighbour is gone"
status=0
wait "$run" || status=$?
grep -E '^(finished|measured|ALERT)' "$work/out" || tail -n 5 "$work/out"
said "SELECT severity || ' ' || kind || ' from ' || at || ' to ' || COALESCE(ended_at, 'the end') FROM alerts"
if [ "$status" -eq 0 ] && grep -q '^ALERT .*held_back' "$work/out" &&
  [ "$(said "SELECT COUNT(*) > 0 FROM alerts WHERE kind = 'held_back' AND ended_at IS NOT NULL")" = 1 ]; then
  echo 'the run waited, finished, and said so'
else
  echo "not as it should be: exit status $status"
  exit 1
fi
