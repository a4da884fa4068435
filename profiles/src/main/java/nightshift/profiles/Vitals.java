package nightshift.profiles;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How this process and its machine are at one moment.
 *
 * @param cgroup the control group with the least room; empty where there is none
 */
public record Vitals(
    ProcessMemory process, Optional<CgroupMemory> cgroup, MemoryStall stall, Thermal thermal) {

  /**
   * Reads them. Which groups and sensors there are is found out once; a process that is moved into
   * another control group later is not followed.
   */
  public static final class Probe {
    private final Path proc;
    private final List<Path> groups;
    private final Path stall;
    private final Thermal.Sources thermal;

    /** A probe of this machine. */
    public static Probe here() {
      return of(Path.of("/"));
    }

    /**
     * A probe of a recorded tree.
     *
     * @param root where {@code proc} and {@code sys} are
     */
    public static Probe of(Path root) {
      return new Probe(
          root.resolve("proc"),
          CgroupMemory.groups(root),
          MemoryStall.file(root),
          Thermal.Sources.of(root));
    }

    private Probe(Path proc, List<Path> groups, Path stall, Thermal.Sources thermal) {
      this.proc = proc;
      this.groups = groups;
      this.stall = stall;
      this.thermal = thermal;
    }

    public Vitals read() {
      return new Vitals(
          ProcessMemory.read(proc),
          CgroupMemory.tightest(groups),
          MemoryStall.read(stall),
          Thermal.read(thermal));
    }
  }
}
