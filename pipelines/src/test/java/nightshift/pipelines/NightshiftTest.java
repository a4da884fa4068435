package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nightshift.profiles.Kind;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightshiftTest {
  private static final Setting<Path> FROM =
      new Setting<>("from", SettingGroup.COMMAND, Kind.path("a path"), "", "", "What to take.");

  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** What the command was given last. */
  private Context given;

  private Callable<Integer> deed = () -> Command.DONE;

  private record Named(String name, List<Setting<?>> own, NightshiftTest test) implements Command {
    @Override
    public String summary() {
      return "Does " + name + " to 100 %n.";
    }

    @Override
    public int run(Context context) throws Exception {
      test.given = context;
      context.out().println(name + " was run");
      return test.deed.call();
    }
  }

  private int nightshift(String... args) {
    List<Command> commands =
        List.of(
            new Named("run", List.of(), this),
            new Named("fetch", List.of(FROM), this),
            new ProfilesCommand());
    return new Nightshift(commands, environment, print(out), print(err)).run(args);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void runIsWhatIsDoneWithoutACommand() {
    assertThat(nightshift()).isZero();
    assertThat(nightshift("--seed=7")).isZero();
    assertThat(given.settings().get(Settings.SEED)).isEqualTo(7);
    assertThat(nightshift("run", "--seed=8")).isZero();
    assertThat(given.settings().get(Settings.SEED)).isEqualTo(8);
    assertThat(out()).isEqualToNormalizingNewlines("run was run\n".repeat(3));
    assertThat(err()).isEmpty();
  }

  @Test
  void aCommandHasItsOwnOptions() {
    assertThat(nightshift("fetch", "--from=/x", "--strict", "--symbols", "@@,A")).isEqualTo(2);
    assertThat(nightshift("fetch", "--from=/x", "--strict", "--symbols", "B,A")).isZero();
    assertThat(given.settings().get(FROM)).isEqualTo(Path.of("/x"));
    assertThat(given.settings().get(Settings.STRICT)).isTrue();
    assertThat(given.settings().get(Settings.SYMBOLS)).containsExactly("B", "A");
  }

  @Test
  void aFileOfSymbolsIsNotAFileOfArguments(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine"), "AAPL\nMSFT\n");
    assertThat(nightshift("run", "--symbols", "@" + file)).isZero();
    assertThat(given.settings().get(Settings.SYMBOLS)).containsExactly("AAPL", "MSFT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu | unknown command 'rnu' (did you mean run?); commands are run, fetch, profiles",
        "run --maxsymbols=3 | unknown option --maxsymbols (did you mean --maxSymbols?);"
            + " nightshift run --help lists what is allowed",
        "run --from=x | unknown option --from; nightshift run --help lists what is allowed",
        "run fast | unexpected 'fast', options begin with --;"
            + " nightshift run --help lists what is allowed",
        "--seed=1 --seed=2 | --seed is given twice",
        "--seed | --seed needs a value: it must be 0 to 9223372036854775807",
        "--seed= | --seed must be 0 to 9223372036854775807, got ''",
        "--workers=-1 | --workers must be 1 to 1024 or cores, got '-1'",
        "--strict=perhaps | --strict must be true or false, got 'perhaps'",
        "fetch | --from is missing: it must be a path",
        "--profile=pi_saef | unknown profile 'pi_saef' (did you mean pi_safe?); allowed are auto,"
            + " pi_safe, pi_balanced, workstation and the path of a .properties file",
      })
  void wrongUseIsOneLine(String line, String message) {
    assertThat(nightshift(line.split(" "))).isEqualTo(2);
    assertThat(err()).isEqualToNormalizingNewlines("nightshift: " + message + "\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void aWrongVariableIsOneLine() {
    environment.put("NIGHTSHIFT_RUNNER", "DrectRunner");
    assertThat(nightshift()).isEqualTo(2);
    assertThat(err())
        .isEqualToNormalizingNewlines(
            "nightshift: NIGHTSHIFT_RUNNER must be DirectRunner or FlinkRunner, got 'DrectRunner'"
                + " (did you mean DirectRunner?)\n");
  }

  @Test
  void theStatusIsThatOfTheCommandOrOfWhatWentWrong() {
    deed = () -> Command.NOT_CLEAN;
    assertThat(nightshift()).isEqualTo(3);
    deed =
        () -> {
          throw new UsageException("no such market");
        };
    assertThat(nightshift()).isEqualTo(2);
    deed =
        () -> {
          throw new FailedRunException("disk full");
        };
    assertThat(nightshift()).isEqualTo(1);
    deed =
        () -> {
          throw new IOException("two\n  lines");
        };
    assertThat(nightshift()).isEqualTo(1);
    deed =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    assertThat(nightshift()).isEqualTo(1);
    assertThat(err())
        .isEqualToNormalizingNewlines(
            """
            nightshift: no such market
            nightshift: disk full
            nightshift: java.io.IOException: two lines (--verbose shows where)
            nightshift: java.lang.OutOfMemoryError: Java heap space (--verbose shows where)
            """);
  }

  @Test
  void verboseShowsWhere() {
    deed =
        () -> {
          throw new IllegalStateException("broken");
        };
    assertThat(nightshift("--verbose")).isEqualTo(1);
    assertThat(err()).contains("nightshift: java.lang.IllegalStateException: broken", "\tat ");
    err.reset();
    environment.put("NIGHTSHIFT_VERBOSE", "true");
    assertThat(nightshift()).isEqualTo(1);
    assertThat(err()).contains("\tat ");
  }

  @Test
  void helpListsCommandsAndTheirOptions() {
    assertThat(nightshift("--help")).isZero();
    assertThat(out()).contains("fetch", "Does fetch to 100 %n.", "profiles");
    out.reset();

    assertThat(nightshift("fetch", "--help")).isZero();
    assertThat(out())
        .contains("Options of this command", "--from=VALUE", "[a path]")
        .contains("What is searched (changes results):")
        .contains("[symbols, 1 to 100000 or all; default 50; pi_balanced 150; workstation");
    for (Setting<?> setting : Settings.ALL) {
      assertThat(out()).contains("  " + setting.option());
    }
    assertThat(given).isNull();
  }

  @Test
  void versionIsOneLine() {
    assertThat(nightshift("--version")).isZero();
    assertThat(out()).startsWith("nightshift ").contains("Java " + Runtime.version().feature());
    assertThat(out().lines()).hasSize(1);
  }

  @Test
  void profilesShowsEverySettingAndItsSource() {
    environment.put("NIGHTSHIFT_SEED", "7");
    assertThat(nightshift("profiles", "--profile=pi_safe", "--memory=400", "--market=/m")).isZero();
    for (Setting<?> setting : Settings.ALL) {
      assertThat(out()).contains("\n  " + setting.name() + " ");
    }
    assertThat(out())
        .containsPattern("profile +pi_safe, chosen by name")
        .containsPattern("market +/m\\R")
        .containsPattern("  seed +7 +environment NIGHTSHIFT_SEED")
        .containsPattern("  memory +400 MB +option --memory")
        .containsPattern("  maxSymbols +50 symbols +profile pi_safe line 8")
        .containsPattern("  generations +15 generations +default")
        .containsPattern("  memory +400 MB: heap 272, classes 72, code 20, stacks 5, direct 6")
        .contains("MALLOC_ARENA_MAX=1 -Xmx272m ")
        .contains("-XX:+UseSerialGC -Xmn32m -XX:TieredStopAtLevel=1");
  }
}
