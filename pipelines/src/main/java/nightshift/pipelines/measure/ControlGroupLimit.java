package nightshift.pipelines.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds each child in a memory control group of its own, below that of this process.
 *
 * @param parent where groups are made
 */
record ControlGroupLimit(Path parent, ControlGroup.Names files, AtomicInteger made)
    implements HardLimit {
  private static final String PREFIX = "nightshift-child-";
  private static final long PROBE_BYTES = 64L << 20;

  /**
   * Finds a place for groups, and tries one.
   *
   * @param root where {@code proc} and {@code sys} are
   * @return empty where there is none, or it may not be used
   */
  static Optional<HardLimit> find(Path root) {
    return place(root).filter(ControlGroupLimit::works).map(limit -> limit);
  }

  /** Where groups would be made; whether they may be is not tried. */
  static Optional<ControlGroupLimit> place(Path root) {
    Path mounts = root.resolve("sys/fs/cgroup");
    return version1(root, mounts.resolve("memory")).or(() -> version2(root, mounts));
  }

  private static Optional<ControlGroupLimit> version1(Path root, Path mount) {
    return own(root, mount, "memory")
        .filter(group -> Files.exists(group.resolve(ControlGroup.Names.VERSION_1.limit)))
        .map(group -> of(group, ControlGroup.Names.VERSION_1));
  }

  /**
   * A group of version 2 that has processes can have no groups with a limit below it. So the next
   * one above that gives memory to those below is looked for; but not past a limit of our own,
   * which the child would escape.
   */
  private static Optional<ControlGroupLimit> version2(Path root, Path mount) {
    Path group = own(root, mount, "").orElse(mount);
    while (!words(group.resolve("cgroup.subtree_control")).contains("memory")) {
      boolean limited =
          !List.of(List.of(), List.of("max")).contains(words(group.resolve("memory.max")));
      if (limited || group.equals(mount)) {
        return Optional.empty();
      }
      group = group.getParent();
    }
    return Optional.of(of(group, ControlGroup.Names.VERSION_2));
  }

  private static ControlGroupLimit of(Path parent, ControlGroup.Names files) {
    return new ControlGroupLimit(parent, files, new AtomicInteger());
  }

  /**
   * The group of this process in a hierarchy; its root where the path is one outside of the
   * container.
   */
  private static Optional<Path> own(Path root, Path mount, String controller) {
    if (!Files.isDirectory(mount)) {
      return Optional.empty();
    }
    return lines(root.resolve("proc/self/cgroup")).stream()
        .map(line -> line.split(":", 3))
        .filter(fields -> fields.length == 3)
        .filter(fields -> List.of(fields[1].split(",")).contains(controller))
        .map(fields -> mount.resolve(fields[2].replaceFirst("^/+", "")).normalize())
        .findFirst()
        .map(group -> group.startsWith(mount) && Files.isDirectory(group) ? group : mount);
  }

  private static List<String> words(Path file) {
    return lines(file).stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();
  }

  private static List<String> lines(Path file) {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Whether a group can be made, takes a limit and a process, and can be removed. */
  private boolean works() {
    removeLeft();
    try (Confinement group = confine(PROBE_BYTES)) {
      return Probe.output(group.words(List.of("true"))).isPresent();
    } catch (IOException notAllowed) {
      return false;
    }
  }

  /** Ends and removes what was left by one of us that was killed itself. */
  private void removeLeft() {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : left) {
        long maker = Long.parseLong(folder.getFileName().toString().split("-")[2]);
        if (ProcessHandle.of(maker).isEmpty()) {
          try (ControlGroup group = new ControlGroup(folder, files)) {
            group.endAll();
          }
        }
      }
    } catch (IOException | NumberFormatException leftAsItIs) {
      // It is in nobody's way: the next group has another name.
    }
  }

  @Override
  public String description() {
    return "a memory control group for each child";
  }

  @Override
  public boolean isHard() {
    return true;
  }

  @Override
  public Confinement confine(long bytes) throws IOException {
    String name = PREFIX + ProcessHandle.current().pid() + "-" + made.incrementAndGet();
    return ControlGroup.make(parent.resolve(name), files, bytes);
  }
}
