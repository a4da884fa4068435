package nightshift.pipelines.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nightshift.profiles.ProcessMemory;

/**
 * Starts children one after the other, and measures each. However this process ends, short of being
 * killed itself, the child is ended first and what it left is removed.
 */
public final class Children implements AutoCloseable {
  private static final int MILLIS_BETWEEN_LOOKS = 50;
  private static final double MB = 1 << 20;

  /** Ended by Ctrl-C, which reaches this process and its child in any order. */
  private static final int INTERRUPTED = 128 + 2;

  private static final int MILLIS_TO_HEAR_OF_IT = 500;

  private final Launcher launcher;
  private final HardLimit limit;
  private final WorkFolder folder;
  private final Thread hook = new Thread(this::abandon, "end-children");
  private volatile boolean ending;

  /**
   * @param folder for what they write; removed with these children
   */
  public Children(Launcher launcher, HardLimit limit, WorkFolder folder) {
    this.launcher = launcher;
    this.limit = limit;
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Runs a job to its end.
   *
   * @throws IOException when it cannot be started, or its place not be made or removed; not when
   *     the child fails, which is a result
   */
  public Measurement run(Job job, Bounds bounds) throws IOException, InterruptedException {
    return run(launcher.run(job, folder.database()), bounds);
  }

  /** Runs a command to its end. */
  Measurement run(List<String> command, Bounds bounds) throws IOException, InterruptedException {
    Measurement measurement;
    synchronized (this) {
      measurement = ending ? null : measure(command, bounds);
      folder.removeDatabase();
    }
    if (ending) {
      // This process is about to end, and has nothing to say any more.
      new CountDownLatch(1).await();
    }
    return measurement;
  }

  private Measurement measure(List<String> command, Bounds bounds)
      throws IOException, InterruptedException {
    try (Confinement place = limit.confine(bounds.limitBytes())) {
      Process process = start(place.words(command));
      ProcessTree tree = new ProcessTree(process.toHandle());
      Ending ending;
      double seconds;
      try {
        long begun = System.nanoTime();
        ending = watch(process, tree, bounds);
        seconds = (System.nanoTime() - begun) / 1e9;
      } finally {
        end(process, tree);
      }
      boolean killed = place.killed(process.exitValue());
      return measurement(killed ? overLimit(bounds) : ending, seconds, tree, place.peak());
    }
  }

  private record Ending(Outcome outcome, String reason) {}

  private Process start(List<String> words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(text("out").toFile())
            .redirectError(text("err").toFile());
    Launcher.clean(builder.environment());
    return builder.start();
  }

  private Path text(String stream) {
    return folder.path().resolve("child." + stream);
  }

  private Ending watch(Process process, ProcessTree tree, Bounds bounds)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + (long) Math.min(bounds.maxSeconds() * 1e9, 1e18);
    while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
      long resident = tree.look();
      if (ending) {
        return new Ending(Outcome.FAILED, "interrupted");
      }
      // Pages of files, which the kernel takes back, are in this too: what the kernel limits is
      // left to it.
      if (!limit.isHard() && resident > bounds.limitBytes()) {
        return overLimit(bounds);
      }
      if (System.nanoTime() > end) {
        return new Ending(Outcome.OVER_TIME, line("ended after %.1f s", bounds.maxSeconds()));
      }
      long available = ProcessMemory.now().available();
      if (available >= 0 && available < bounds.availableBytes()) {
        return new Ending(
            Outcome.MACHINE_LOW,
            line("ended, as the machine had only %.0f MB left", available / MB));
      }
    }
    int status = process.exitValue();
    if (status == INTERRUPTED) {
      Thread.sleep(MILLIS_TO_HEAR_OF_IT);
    }
    return status == 0
        ? new Ending(Outcome.FINISHED, "")
        : new Ending(Outcome.FAILED, line("exit status %d: %s", status, lastWords()));
  }

  private static Ending overLimit(Bounds bounds) {
    return new Ending(
        Outcome.OVER_LIMIT, line("killed at the limit of %.0f MB", bounds.limitBytes() / MB));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** The last line that a child printed, its errors before anything else. */
  private String lastWords() throws IOException {
    for (String stream : List.of("err", "out")) {
      List<String> lines =
          new String(Files.readAllBytes(text(stream)), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      if (!lines.isEmpty()) {
        return lines.get(lines.size() - 1).strip();
      }
    }
    return "it said nothing";
  }

  private static void end(Process process, ProcessTree tree) {
    boolean interrupted = false;
    tree.kill();
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Measurement measurement(
      Ending ending, double seconds, ProcessTree tree, OptionalLong groupPeak) {
    return new Measurement(
        ending.outcome(),
        seconds,
        tree.peakResident(),
        tree.peakVirtual(),
        groupPeak,
        ending.reason());
  }

  /** The process ends: so does the child, within a look of its watch. */
  private void abandon() {
    ending = true;
    synchronized (this) {
      try {
        folder.remove();
      } catch (IOException e) {
        System.err.println("nightshift: cannot remove " + folder.path() + ": " + e);
      }
    }
  }

  /** Removes what they left. */
  @Override
  public void close() throws IOException {
    folder.remove();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // Then the hook does, or did, the same.
    }
  }
}
