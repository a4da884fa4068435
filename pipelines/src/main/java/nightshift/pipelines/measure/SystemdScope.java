package nightshift.pipelines.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Holds each child in a scope that systemd makes, which needs no root.
 *
 * @param start the words before the properties
 */
record SystemdScope(List<String> start) implements HardLimit {
  private static final long PROBE_BYTES = 64L << 20;

  /** SIGKILL, as a shell tells it. */
  private static final int KILLED = 128 + 9;

  /** Prints the limit of the group that it is in; systemd is silent when the kernel has none. */
  private static final List<String> PRINT_LIMIT =
      List.of(
          "sh", "-c", "cat \"/sys/fs/cgroup$(sed -n 's/^0:://p' /proc/self/cgroup)/memory.max\"");

  /** A scope of the user, or else of the system; empty where neither works. */
  static Optional<HardLimit> find() {
    return Stream.of(List.of("systemd-run", "--user"), List.of("systemd-run"))
        .map(SystemdScope::new)
        .filter(SystemdScope::works)
        .<HardLimit>map(scope -> scope)
        .findFirst();
  }

  private boolean works() {
    return Probe.output(confine(PROBE_BYTES).words(PRINT_LIMIT))
        .filter(Long.toString(PROBE_BYTES)::equals)
        .isPresent();
  }

  @Override
  public String description() {
    return "a systemd scope with MemoryMax for each child";
  }

  @Override
  public boolean isHard() {
    return true;
  }

  @Override
  public Confinement confine(long bytes) {
    return new Scope(start, bytes);
  }

  private record Scope(List<String> start, long bytes) implements Confinement {
    @Override
    public List<String> words(List<String> command) {
      List<String> words = new ArrayList<>(start);
      words.addAll(List.of("--scope", "--quiet", "--collect", "--no-ask-password"));
      words.addAll(List.of("-p", "MemoryMax=" + bytes, "-p", "MemorySwapMax=0", "--"));
      words.addAll(command);
      return words;
    }

    /** Gone with the scope, before it can be asked. */
    @Override
    public OptionalLong peak() {
      return OptionalLong.empty();
    }

    @Override
    public boolean killed(int status) {
      return status == KILLED;
    }

    @Override
    public void close() {
      // The scope ends with its last process.
    }
  }
}
