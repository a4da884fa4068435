package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmFlagsTest {

  private static EffectiveSettings settings(String profile) {
    return EffectiveSettings.resolve(
        MachineTest.recorded("pi5-4gb"), List.of(), Map.of(), Map.of("profile", profile));
  }

  @Test
  void comeFromTheProfile() {
    MemoryBudget budget = Resources.of(settings("pi_safe")).budget();
    assertThat(JvmFlags.words(settings("pi_safe"), 17))
        .startsWith("MALLOC_ARENA_MAX=1", "-Xmx383m")
        .containsAll(budget.flags())
        .endsWith("-XX:+UseSerialGC", "-Xmn32m", "-XX:TieredStopAtLevel=1");
  }

  @Test
  void whatIsAskedForComesLastAndWins() {
    EffectiveSettings parallel =
        EffectiveSettings.of(
            MachineTest.recorded("pi5-4gb"),
            Map.of("jvm.flags", "-XX:+UseParallelGC -Xss1m", "jvm.compiler", "full"));
    assertThat(JvmFlags.words(parallel, 17))
        .doesNotContain("-XX:+UseSerialGC")
        .endsWith("-XX:+UseParallelGC", "-Xss1m");
  }

  @Test
  void areQuietOnLaterJava() {
    assertThat(JvmFlags.words(settings("workstation"), 25))
        .endsWith("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }

  /** The Java that runs this test must start with them. */
  @ParameterizedTest
  @ValueSource(strings = {"pi_safe", "pi_balanced", "workstation"})
  void areFlagsOfThisJava(String profile) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    int version = Runtime.version().feature();
    ClassArchive archive = new ClassArchive("none.jsa");
    Stream.concat(
            JvmFlags.words(settings(profile), version).stream(), archive.words(version).stream())
        .filter(word -> word.startsWith("-"))
        .forEach(command::add);
    command.add("-XX:SharedArchiveFile=" + archive.file());
    command.add("-version");
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(java.getInputStream().readAllBytes());
    assertThat(java.waitFor()).as(said).isZero();
    assertThat(said).doesNotContainIgnoringCase("warning");
  }

  @Test
  void readTheSameArgumentsAsTheProgram() {
    String[] args = {"plan", "--memory", "300", "--from=x", "--strict", "--profile=pi_safe", "y"};
    assertThat(JvmFlags.options(args))
        .isEqualTo(Map.of("memory", "300", "strict", "true", "profile", "pi_safe"));
  }

  @Test
  void sayNothingAboutWrongArguments() {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes));
    try {
      JvmFlags.main(new String[] {"--memory=little"});
    } finally {
      System.setOut(out);
    }
    assertThat(bytes.toString()).isBlank();
  }
}
