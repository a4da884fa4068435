package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a Java process of its own, which has little memory. */
public final class SmallHeap {
  private SmallHeap() {}

  /**
   * Runs a main class to its end, and expects that it succeeds.
   *
   * @param megabytes of heap; outside the heap there are 8 for buffers
   * @return what it printed
   */
  public static String run(int megabytes, Class<?> main, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xmx" + megabytes + "m", "-XX:MaxDirectMemorySize=8m"));
    String classes = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", classes)));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    File output = File.createTempFile("small-heap", ".txt");
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      process.destroyForcibly();
      String printed = Files.readString(output.toPath(), StandardCharsets.UTF_8).strip();
      assertThat(ended).as(printed).isTrue();
      assertThat(process.exitValue()).as(printed).isZero();
      return printed;
    } finally {
      Files.delete(output.toPath());
    }
  }
}
