#!/bin/bash
# The whole process, as a user runs it, against the smallest Beam pipeline with the same Java and the
# same flags, in turn; prints the medians of wall-clock and processor seconds, and the ratios.
#
#   benchmarks/whole-run.sh [TIMES]              the reference job: 8 strategies, 25 symbols, 1 year,
#                                                population 20, 15 generations, one worker
#   benchmarks/whole-run.sh --run OPTION...      one run with these options, and how its time went
#
# Both processes have an archive of classes, made before they are timed. Quote the ratios: the
# seconds are those of the machine and of what else it does.
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%R %U %S'

if [ "${1-}" = --run ]; then
  shift
  time "$home/nightshift" run "--research=$work/research.db" "$@" |
    grep -E '^(search|finished|time|ALERT)'
  exit
fi

times=${1:-5}
job=(run --profile=pi_safe --market=bundled --strategies=all --maxSymbols=25 --maxYears=1
  --population=20 --generations=15 --workers=1 "--research=$work/research.db")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

run() {
  rm -f "$work"/research.db*
  "$home/nightshift" "${job[@]}"
}

# Once untimed: builds what is to be built, and makes the archive of classes.
run >/dev/null

mkdir "$work/classes"
jar=$home/pipelines/target/nightshift.jar
"${java}c" -d "$work/classes" -cp "$jar" \
  "$home/benchmarks/src/main/java/nightshift/benchmarks/SmallestPipeline.java"
"${java%java}jar" --create --file "$work/smallest.jar" -C "$work/classes" .
flags=()
for word in $("$java" "-Dnightshift.home=$home" -cp "$jar" nightshift.profiles.JvmFlags "${job[@]}" |
  head -n 1); do
  case $word in
    -*) flags+=("$word") ;;
    archive=*) ;;
    *) export "${word?}" ;;
  esac
done
smallest=("$java" "${flags[@]}" -cp "$jar:$work/smallest.jar")
"${smallest[@]}" "-XX:DumpLoadedClassList=$work/smallest.classes" nightshift.benchmarks.SmallestPipeline \
  >/dev/null 2>&1
"${smallest[@]}" -XX:MaxMetaspaceSize=512m -XX:CompressedClassSpaceSize=256m -Xshare:dump "-XX:SharedClassListFile=$work/smallest.classes" \
  "-XX:SharedArchiveFile=$work/smallest.jsa" >/dev/null 2>&1
smallest+=("-XX:SharedArchiveFile=$work/smallest.jsa" nightshift.benchmarks.SmallestPipeline)

for ((i = 0; i < times; i++)); do
  { time run >/dev/null; } 2>>"$work/run.times"
  { time "${smallest[@]}" >/dev/null; } 2>>"$work/smallest.times"
done

# The middle one of the numbers on standard input.
median() {
  sort -n | awk '{ all[NR] = $1 } END { print (all[int((NR + 1) / 2)] + all[int(NR / 2) + 1]) / 2 }'
}

for what in run smallest; do
  wall=$(awk '{ print $1 }' "$work/$what.times" | median)
  cpu=$(awk '{ print $2 + $3 }' "$work/$what.times" | median)
  printf '%-9s %6.2f s wall  %6.2f s processor   (medians of %d)\n' "$what" "$wall" "$cpu" "$times"
  declare "${what}_wall=$wall" "${what}_cpu=$cpu"
done
awk -v run="$run_wall" -v smallest="$smallest_wall" -v run_cpu="$run_cpu" -v smallest_cpu="$smallest_cpu" \
  'BEGIN {
    printf "ratio     %6.2f   wall  %6.2f   processor\n", run / smallest, run_cpu / smallest_cpu
    printf "allowed   %6.2f s wall (1.5 x smallest + 0.5 s): %s\n", 1.5 * smallest + 0.5,
      run <= 1.5 * smallest + 0.5 ? "met" : "not met"
  }'
