package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightshift.pipelines.measure.Launcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code undo-test} and {@code calibrate} from end to end, with children of a few seconds. */
class TuningCommandsTest {
  /** As small as the launcher would make it, without what the launcher looks up. */
  private static final String LAUNCHER =
      """
      #!/bin/sh
      exec '%s' -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
      """;

  /** Takes no time, and fails for more than 20 candidates, in the way of a real run. */
  private static final String PRETENDER =
      """
      #!/bin/sh
      case "$*" in
        *--population=20\\ * | *--population=2\\ *) exit 0 ;;
        *) echo 'nightshift: the run failed: no room' >&2; exit 1 ;;
      esac
      """;

  @TempDir Path folder;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    launcher = folder.resolve("launcher");
    program(
        String.format(
            LAUNCHER,
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            Nightshift.class.getName()));
  }

  private void program(String text) throws IOException {
    Files.writeString(launcher, text);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Cli call(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--profile=pi_safe", "--generations=2"));
    if (!more[0].startsWith("--market")) {
      args.add("--market=" + Cli.BUNDLED);
    }
    args.addAll(List.of("--research=" + folder.resolve("new/research.db")));
    args.addAll(List.of(more));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Launcher started = new Launcher(launcher);
    int status =
        new Nightshift(
                List.of(new UndoTestCommand(started), new CalibrateCommand(started)),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(args.toArray(String[]::new));
    assertThat(folder.resolve("new")).as("what children wrote").doesNotExist();
    return new Cli(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void undoTestMeasuresRealRuns() {
    Cli undo = call("undo-test", "--only=checks", "--times=1", "--maxSymbols=4", "--population=4");
    assertThat(undo.status()).as(undo.err()).isZero();
    assertThat(undo.out())
        .containsPattern("(?m)^as it is +\\d{2,3} \\(\\d+\\.\\.\\d+\\) ")
        .containsPattern("(?m)^checks +\\d{2,3} \\(.*beam.checks false -> true$")
        .contains("Each run had 512 MB: ");
    assertThat(undo.err()).contains("1/1  as it is ", "1/1  checks ");
  }

  @Test
  void calibrateWritesAProfileThatRuns() throws Exception {
    program("#!/bin/sh\nexit 0\n");
    Path profile = folder.resolve("mine.properties");
    Cli calibrate =
        call(
            "calibrate",
            "--raise=symbols",
            "--maxSymbols=2",
            "--symbols=KUMC,CODB,FINX",
            "--population=4",
            "--strategies=sma_cross",
            "--to=" + profile);
    assertThat(calibrate.status()).as(calibrate.err()).isZero();
    assertThat(calibrate.out()).containsPattern("maxSymbols = 3 .* fits");
    assertThat(profile).content().contains("\nmaxSymbols = 3\n", "\nsymbols = KUMC,CODB,FINX\n");

    Cli run =
        Cli.call(
            "run",
            "--profile=" + profile,
            "--market=" + Cli.BUNDLED,
            "--research=" + folder.resolve("r.db"));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("3 of 60 symbols");
  }

  @Test
  void aRunThatFailsIsAResult() throws Exception {
    program(PRETENDER);
    Cli undo = call("undo-test", "--only=population,compiler", "--times=2");
    assertThat(undo.status()).as(undo.err()).isZero();
    assertThat(undo.out())
        .contains("2 of 2 exit status 1: nightshift: the run failed: no room; population 20 -> 50");

    Path profile = folder.resolve("mine.properties");
    Cli calibrate = call("calibrate", "--raise=population", "--to=" + profile);
    assertThat(calibrate.status()).as(calibrate.err()).isZero();
    assertThat(calibrate.out()).containsPattern("population = 40 .*no room");
    assertThat(profile).content().contains("\npopulation = 20\n");
  }

  @Test
  void jsonHasEverySingleRun() throws Exception {
    program(PRETENDER);
    Cli undo = call("undo-test", "--only=compiler", "--times=2", "--json");
    assertThat(undo.out().strip()).startsWith("{").endsWith("}");
    assertThat(undo.out().split("\"outcome\" : \"finished\"", -1)).hasSize(5);
    assertThat(undo.out()).contains("\"limit_mb\" : 512", "\"jvm.compiler\" : \"full\"");
  }

  @Test
  void aProfileIsNotOverwrittenUnasked() throws Exception {
    program(PRETENDER);
    Path profile = Files.writeString(folder.resolve("mine.properties"), "mine");
    String[] args = {"--raise=workers", "--to=" + profile, "--overwrite"};
    Cli refused = call("calibrate", args[0], args[1]);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualToNormalizingNewlines(
            "nightshift: --to: "
                + profile
                + " is there already; name another, or add --overwrite to replace it\n");
    assertThat(profile).hasContent("mine");
    assertThat(call("calibrate", args).status()).isZero();
    assertThat(profile).content().startsWith("# Measured by nightshift calibrate on ");
  }

  @Test
  void dryRunRunsAndWritesNothing() throws Exception {
    program("#!/bin/sh\nexit 1\n");
    Path profile = folder.resolve("mine.properties");
    Cli dry = call("calibrate", "--dryRun", "--maxMinutes=1", "--to=" + profile);
    assertThat(dry.status()).as(dry.err()).isZero();
    assertThat(dry.out()).contains("maxSymbols = 60 ", "maxYears = 12 ", "dry run: by estimate");
    assertThat(profile).doesNotExist();
  }

  @Test
  void listSaysWhatWouldChange() {
    Cli list = call("undo-test", "--list", "--maxYears=all");
    assertThat(list.out())
        .contains("population 20 -> 50", "-Xshare:off", "as it is already: nothing to undo");
  }

  @Test
  void aJobThatDoesNotRunAtAllIsOneLine() throws Exception {
    program("#!/bin/sh\necho 'nightshift: no such thing' >&2; exit 2\n");
    Cli undo = call("undo-test", "--only=years");
    assertThat(undo.status()).isEqualTo(2);
    assertThat(undo.err().lines())
        .last()
        .isEqualTo(
            "nightshift: not even a small part of the job runs within 512 MB: exit status 2:"
                + " nightshift: no such thing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "undo-test | --only=wrkers | nothing called 'wrkers' can be undone (did you mean workers?)",
        "undo-test | --limit=100 | --limit must be at least the 512 MB that the job may take",
        "undo-test | --limit=999999 | --limit must be at most the ",
        "undo-test | --tims=3 | unknown option --tims (did you mean --times?)",
        "undo-test | --market=/nowhere | /nowhere",
        "calibrate | --raise=symbol | 'symbol' cannot be raised (did you mean symbols?)",
        "calibrate | --to=/nowhere/a.properties | /nowhere is no folder to write a profile in",
        "calibrate | --to=/tmp/a.txt | must be the path of a .properties file, got /tmp/a.txt",
      })
  void aWrongCallIsOneLine(String command, String option, String message) {
    Cli wrong = call(command, option);
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err().lines()).last().asString().startsWith("nightshift: ").contains(message);
    assertThat(wrong.out()).isEmpty();
  }

  @Test
  void withoutALauncherThereIsNothingToStart() throws Exception {
    Files.delete(launcher);
    Cli undo = call("undo-test", "--only=years");
    assertThat(undo.status()).isEqualTo(2);
    assertThat(undo.err().lines())
        .last()
        .asString()
        .contains("started with the launcher, and there is none at " + launcher);
  }
}
