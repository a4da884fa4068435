package nightshift.pipelines.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The memory of a process and of all that it started, as Linux tells it. */
final class ProcessTree {
  private static final Path PROC = Path.of("/proc");
  private static final long KB = 1024;

  /** Looking for new children reads all of {@code /proc}, which is not done at each look. */
  private static final long NANOS_BETWEEN_FAMILIES = 500_000_000;

  private final ProcessHandle root;
  private List<ProcessHandle> family;
  private long familyAt;
  private long peakResident;
  private long peakVirtual;

  ProcessTree(ProcessHandle root) {
    this.root = root;
    this.family = List.of(root);
    this.familyAt = System.nanoTime();
  }

  /** Looks at them, and gives the bytes that they have in memory now, 0 when they have ended. */
  long look() {
    if (System.nanoTime() - familyAt > NANOS_BETWEEN_FAMILIES) {
      family = members();
      familyAt = System.nanoTime();
    }
    long resident = 0;
    for (ProcessHandle member : family) {
      for (String line : status(member)) {
        resident += bytes(line, "VmRSS:");
        peakResident = Math.max(peakResident, bytes(line, "VmHWM:"));
        if (member.equals(root)) {
          peakVirtual = Math.max(bytes(line, "VmPeak:"), peakVirtual);
        }
      }
    }
    peakResident = Math.max(peakResident, resident);
    return resident;
  }

  private List<ProcessHandle> members() {
    List<ProcessHandle> members = new ArrayList<>(List.of(root));
    root.descendants().forEach(members::add);
    return members;
  }

  private static List<String> status(ProcessHandle process) {
    try {
      return Files.readAllLines(PROC.resolve(Long.toString(process.pid())).resolve("status"));
    } catch (IOException ended) {
      return List.of();
    }
  }

  private static long bytes(String line, String key) {
    return line.startsWith(key) ? Long.parseLong(line.replaceAll("\\D", "")) * KB : 0;
  }

  /** The most that one process, or all at one moment, had in memory; in bytes. */
  long peakResident() {
    return peakResident;
  }

  /**
   * The most addresses that the first process has reserved, in bytes. Others are not counted: a
   * launcher asks Java for a word or two before it becomes the program.
   */
  long peakVirtual() {
    return peakVirtual;
  }

  /** Kills them all, those first that would start others. */
  void kill() {
    List<ProcessHandle> members = members();
    members.addAll(family);
    members.forEach(ProcessHandle::destroyForcibly);
  }
}
