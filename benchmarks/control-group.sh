# Sourced by scripts that run something under a limit on memory: finds the memory hierarchy, version
# 1 or 2, and the names of its files. Sets top, usage, peak, max, and swap.

skip() {
  echo "skipped: $1"
  exit 77
}

if [ -f /sys/fs/cgroup/memory/memory.limit_in_bytes ]; then
  top=/sys/fs/cgroup/memory usage=memory.usage_in_bytes peak=memory.max_usage_in_bytes
  max=memory.limit_in_bytes swap=memory.memsw.limit_in_bytes
  own=$(sed -n 's/^[0-9]*:memory://p' /proc/self/cgroup)
  [ -d "$top$own" ] && top=$top$own
elif grep -qw memory /sys/fs/cgroup/cgroup.subtree_control 2>/dev/null; then
  top=/sys/fs/cgroup usage=memory.current peak=memory.peak max=memory.max swap=memory.swap.max
else
  skip 'no memory control groups here'
fi
top=${top%/}
