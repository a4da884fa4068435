package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own, for what a process as a whole does. */
final class ChildRun {
  private static final long MOST_SECONDS = 120;

  private final Process process;
  private final Path out;

  private ChildRun(Process process, Path out) {
    this.process = process;
    this.out = out;
  }

  /**
   * Starts {@code run}, on the bundled market if the options name no other.
   *
   * @param folder gets what it says
   * @param before words before {@code java}, such as those of a shell that sets limits
   * @param classes folders that are on the class path besides, as text; empty for none
   */
  static ChildRun start(
      Path folder, List<String> before, String classes, Path research, String... options)
      throws IOException {
    List<String> words = new ArrayList<>(before);
    List<String> heap =
        Stream.of(options)
            .filter(option -> option.startsWith("--jvm.heap="))
            .map(option -> option.substring(option.indexOf('=') + 1))
            .toList();
    boolean bundled = Stream.of(options).noneMatch(option -> option.startsWith("--market="));
    String path = System.getProperty("java.class.path");
    words.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + (heap.isEmpty() ? "160" : heap.get(0)) + "m",
            "-XX:+UseSerialGC",
            "-cp",
            classes.isEmpty() ? path : classes + File.pathSeparator + path,
            "nightshift.pipelines.Nightshift",
            "run",
            "--profile=pi_safe",
            "--research=" + research));
    if (bundled) {
      words.add("--market=" + Cli.BUNDLED);
    }
    words.addAll(List.of(options));
    Path out = Files.createTempFile(folder, "child", ".out");
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    return new ChildRun(process, out);
  }

  /** Waits until the database has a unit. */
  void awaitUnit(Path research) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(research)
          && !Dump.query(research, "SELECT 1 FROM sqlite_master WHERE name = 'units'").isEmpty()
          && !Dump.query(research, "SELECT 1 FROM units").isEmpty()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no unit was written: " + text());
  }

  void signal(String name) throws Exception {
    int status =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(status).isZero();
  }

  /** The exit status. */
  int await(long seconds) throws Exception {
    try {
      assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as(text()).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  int await() throws Exception {
    return await(MOST_SECONDS);
  }

  /** All it said so far. */
  String text() throws IOException {
    return Files.readString(out);
  }

  String lastLine() throws IOException {
    return text().lines().reduce((first, last) -> last).orElse("");
  }
}
