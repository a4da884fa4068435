package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a search ends by the clock, and what there is then. */
class TimeLimitTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;

  /** A clock that is set by hand. */
  private static final class Hands extends Clock {
    private Instant now;

    Hands(String local) {
      set(local);
    }

    void set(String local) {
      now = java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Override
    public ZoneId getZone() {
      return BERLIN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T23:00, 06:30, 2026-01-06T06:29, 2026-01-06T06:30",
    "2026-01-05T02:00, 06:30, 2026-01-05T06:29, 2026-01-05T06:30",
    "2026-01-05T06:30, 06:30, 2026-01-06T06:29, 2026-01-06T06:30",
    // Clocks go from 2 to 3, and from 3 back to 2.
    "2026-03-28T23:00, 02:30, 2026-03-29T01:59, 2026-03-29T03:30",
    "2026-10-24T23:00, 06:30, 2026-10-25T06:29, 2026-10-25T06:30",
  })
  void aTimeOfDayIsTheNext(String start, LocalTime until, String before, String after) {
    Hands clock = new Hands(start);
    TimeLimit limit = new TimeLimit(clock, Optional.of(until), Optional.empty());
    assertThat(limit.reached()).isEmpty();
    clock.set(before);
    assertThat(limit.reached()).isEmpty();
    clock.set(after);
    assertThat(limit.reached()).contains("--until=" + until);
  }

  @Test
  void aTimeSpanCountsFromTheStart() throws Exception {
    Hands clock = new Hands("2026-01-05T23:00");
    TimeLimit limit =
        new TimeLimit(clock, Optional.of(LocalTime.of(6, 30)), Optional.of(Duration.ofMillis(300)));
    clock.set("2026-01-05T23:59");
    assertThat(limit.reached()).isEmpty();
    Thread.sleep(310);
    assertThat(limit.reached()).contains("--maxDuration=0.3s");
    assertThat(new TimeLimit(clock, Optional.empty(), Optional.empty()).reached()).isEmpty();
  }

  private Cli run(Path database, String... more) {
    String[] fixed = {
      "run",
      "--profile=pi_safe",
      "--market=" + Cli.BUNDLED,
      "--research=" + database,
      "--maxYears=10",
      "--maxSymbols=12",
      "--holdout=3",
      "--population=200",
      "--generations=4"
    };
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Cli.call(all);
  }

  /** Makes the whole result, and then gives a third of the time that this took, Java being warm. */
  private String aThirdOfTheWhole(Path database) {
    assertThat(run(folder.resolve("warm.db")).status()).isZero();
    long start = System.nanoTime();
    assertThat(run(database).status()).isZero();
    return "--maxDuration=" + Math.max(1, (System.nanoTime() - start) / 3_000_000_000L) + "s";
  }

  @Test
  void theSearchEndsWithWhatThereIsAndTheNextRunCompletesIt() throws Exception {
    Path whole = folder.resolve("whole.db");
    String limit = aThirdOfTheWhole(whole);
    List<String> expected = Dump.of(whole);
    Path database = folder.resolve("limited.db");
    Cli limited = run(database, limit);
    assertThat(limited.status()).as(limited.err()).isZero();
    assertThat(limited.out())
        .containsPattern(
            "ALERT     WARN partial: the search ended by --maxDuration=.* with \\d+ of 56 units.*;"
                + " the next run with the same settings continues");
    assertThat(Dump.query(database, "SELECT status, cause FROM runs"))
        .singleElement()
        .asString()
        .startsWith("partial|the search ended by --maxDuration=");
    assertThat(expected)
        .as("what is there is what the whole run has")
        .containsAll(
            Dump.of(database).stream()
                .filter(line -> line.matches("(units|generations|symbol_fitness|daily)\\|.*"))
                .toList());
    int latest =
        Dump.query(database, "SELECT * FROM units WHERE fold = (SELECT MAX(fold) FROM units)")
            .size();
    List<String> shown = Dump.query(database, "SELECT strategy, params, objective FROM champions");
    if (latest == 8) {
      assertThat(shown)
          .isEqualTo(Dump.query(whole, "SELECT strategy, params, objective FROM champions"));
    }
    Cli rest = run(database);
    assertThat(rest.status()).as(rest.err()).isZero();
    assertThat(Dump.of(database)).isEqualTo(expected);
    assertThat(Dump.query(database, "SELECT status, cause FROM runs"))
        .containsExactly("finished|null");
    assertThat(rest.out()).contains("continues what was started on ");
    assertThat(run(database).out())
        .as("the alert of a limit is over when the run goes on")
        .contains("finished  already, on ")
        .doesNotContain(" partial: ");
  }

  @Test
  void aRunMadeAnewTakesItsOwnPlaceWhenItIsWholeOnly() throws Exception {
    Path database = folder.resolve("research.db");
    String limit = aThirdOfTheWhole(database);
    List<String> expected = Dump.of(database);
    String champions = "SELECT * FROM champions ORDER BY strategy";
    List<String> before = Dump.query(database, champions);
    Cli limited = run(database, "--fresh", limit);
    assertThat(limited.status()).as(limited.err()).isZero();
    assertThat(limited.out())
        .contains("what it makes anew had finished, and stays what champions shows");
    assertThat(Dump.query(database, champions)).isEqualTo(before);
    assertThat(Dump.query(database, "SELECT status FROM runs ORDER BY LENGTH(run_id)"))
        .containsExactly("finished", "partial");
    Cli rest = run(database);
    assertThat(rest.status()).as(rest.err()).isZero();
    assertThat(rest.out()).contains("continues what was started on ");
    assertThat(Dump.of(database)).isEqualTo(expected);
    assertThat(Dump.query(database, "SELECT status FROM runs")).containsExactly("finished");
  }

  @Test
  void tooLittleDoesNotTakeThePlaceOfTheRunBefore() throws Exception {
    Path database = folder.resolve("research.db");
    Cli before = Cli.run(Cli.BUNDLED, database);
    assertThat(before.status()).isZero();
    List<String> champions = Dump.query(database, "SELECT * FROM champions");
    Cli limited =
        Cli.call(
            "run",
            "--profile=pi_safe",
            "--market=" + Cli.BUNDLED,
            "--research=" + database,
            "--maxSymbols=60",
            "--population=2000",
            "--generations=500",
            "--steadyGenerations=500",
            "--maxDuration=1s",
            "--strict");
    assertThat(limited.status()).as(limited.err()).isEqualTo(3);
    assertThat(limited.out())
        .contains("so champions stay those of the run before; the next run with the same settings");
    assertThat(Dump.query(database, "SELECT * FROM champions")).isEqualTo(champions);
    assertThat(Dump.query(database, "SELECT status FROM runs ORDER BY status"))
        .containsExactly("finished", "partial");
  }

  @ParameterizedTest
  @CsvSource({"--until=25:00, HH:MM", "--maxDuration=2 weeks, 2h30m", "--maxDuration=0s, 2h30m"})
  void whatIsNoTimeIsRefused(String option, String hint) {
    Cli run = Cli.run(Cli.BUNDLED, folder.resolve("none.db"), option);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(option.substring(0, option.indexOf('=')), hint);
  }

  @Test
  void limitsAreNoPartOfWhatARunIsKnownBy() {
    String plan = Cli.call("plan", "--market=" + Cli.BUNDLED).out().lines().findFirst().get();
    assertThat(
            Cli.call(
                    "plan",
                    "--market=" + Cli.BUNDLED,
                    "--until=06:30",
                    "--maxDuration=PT2H30M",
                    "--unitTimeout=1h30m",
                    "--maxFailed=3")
                .out()
                .lines()
                .findFirst())
        .contains(plan);
  }
}
