package nightshift.pipelines.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A memory control group for one child, made and removed here.
 *
 * @param folder of the group
 * @param files how this version of control groups calls its files
 */
record ControlGroup(Path folder, Names files) implements Confinement {
  private static final int TRIES = 100;
  private static final int MILLIS_BETWEEN = 20;

  /**
   * The files of a group.
   *
   * @param limit takes bytes
   * @param swap what keeps the child from swap; absent on kernels without
   * @param swapText what is written to it, for a limit
   * @param peak the most that was charged
   * @param events has a line {@code oom_kill N}
   */
  enum Names {
    VERSION_1(
        "memory.limit_in_bytes",
        "memory.memsw.limit_in_bytes",
        "memory.max_usage_in_bytes",
        "memory.oom_control"),
    VERSION_2("memory.max", "memory.swap.max", "memory.peak", "memory.events");

    final String limit;
    final String swap;
    final String peak;
    final String events;

    Names(String limit, String swap, String peak, String events) {
      this.limit = limit;
      this.swap = swap;
      this.peak = peak;
      this.events = events;
    }

    /** Version 1 limits memory and swap together, version 2 swap alone. */
    String swapText(long bytes) {
      return this == VERSION_1 ? Long.toString(bytes) : "0";
    }
  }

  /**
   * Makes a group.
   *
   * @throws IOException when it may not be made, or does not take the limit
   */
  static ControlGroup make(Path folder, Names files, long bytes) throws IOException {
    Files.createDirectory(folder);
    ControlGroup group = new ControlGroup(folder, files);
    try {
      group.write(files.limit, Long.toString(bytes));
      if (Files.exists(folder.resolve(files.swap))) {
        group.write(files.swap, files.swapText(bytes));
      }
      return group;
    } catch (IOException e) {
      group.close();
      throw e;
    }
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  /** A shell puts itself into the group and then becomes the command. */
  @Override
  public List<String> words(List<String> command) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("sh", "-c", "echo $$ >\"$0/cgroup.procs\" && exec \"$@\""));
    words.add(folder.toString());
    words.addAll(command);
    return words;
  }

  @Override
  public OptionalLong peak() throws IOException {
    Path file = folder.resolve(files.peak);
    return Files.exists(file)
        ? OptionalLong.of(Long.parseLong(Files.readString(file).strip()))
        : OptionalLong.empty();
  }

  @Override
  public boolean killed(int status) throws IOException {
    return Files.readAllLines(folder.resolve(files.events)).stream()
        .anyMatch(line -> line.startsWith("oom_kill ") && !line.equals("oom_kill 0"));
  }

  /** Kills every process in the group. */
  void endAll() throws IOException {
    for (String pid : Files.readAllLines(folder.resolve("cgroup.procs"))) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** The kernel takes a moment to let go of processes that have ended. */
  @Override
  public void close() throws IOException {
    for (int tried = 1; Files.exists(folder); tried++) {
      try {
        Files.delete(folder);
      } catch (IOException e) {
        if (tried == TRIES) {
          throw new IOException("cannot remove the control group " + folder, e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
