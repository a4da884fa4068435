package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightshift.io.research.EarlierChampion;
import nightshift.io.research.WarmStart;
import nightshift.transforms.walkforward.Fold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that begins with champions of the one before. */
class WarmStartTest {
  private static final Pattern RUN = Pattern.compile("(?m)^run +(\\w+)$");
  private static final String SEEDS =
      "SELECT strategy, fold, params FROM warm_start_seeds ORDER BY place";

  @TempDir Path folder;
  private Path database;

  @BeforeEach
  void name() {
    database = folder.resolve("night.db");
  }

  private static Cli call(String command, Path research, String... more) {
    return Cli.call(
        Stream.of(
                new String[] {
                  command,
                  "--profile=pi_safe",
                  "--market=" + Cli.BUNDLED,
                  "--research=" + research,
                  "--maxSymbols=12",
                  "--maxYears=3",
                  "--trainYears=1",
                  "--islands=2",
                  "--population=12",
                  "--generations=3",
                  "--strategies=sma_cross,rsi_reversal"
                },
                more)
            .flatMap(Stream::of)
            .toArray(String[]::new));
  }

  private static Cli run(Path research, String... more) {
    Cli run = call("run", research, more);
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }

  private static String runId(Cli cli) {
    Matcher run = RUN.matcher(cli.out());
    assertThat(run.find()).as(cli.out()).isTrue();
    return run.group(1);
  }

  private static Fold fold(int year) {
    return new Fold(
        year,
        LocalDate.of(year - 2, 1, 1),
        LocalDate.of(year - 1, 12, 24),
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 12, 31));
  }

  private static EarlierChampion champion(String trainTo, String params) {
    return new EarlierChampion("before", "s", LocalDate.parse(trainTo), params);
  }

  private static WarmStart chosen(int most, EarlierChampion... champions) {
    return WarmStarts.chosen(
        List.of("s"),
        List.of(fold(2020), fold(2019)),
        most,
        List.of(champions),
        (strategy, params) -> !params.equals("unknown"));
  }

  @Test
  void noSearchIsGivenWhatWasChosenByLaterDays() {
    WarmStart start =
        chosen(
            9,
            champion("2019-12-25", "too late"),
            champion("2019-12-24", "same"),
            champion("2018-12-24", "earlier"),
            champion("2018-06-01", "unknown"));
    assertThat(start.fromRun()).isEqualTo("before");
    assertThat(start.seeds())
        .containsExactly(
            new WarmStart.Seed("s", 2019, "earlier"),
            new WarmStart.Seed("s", 2020, "same"),
            new WarmStart.Seed("s", 2020, "earlier"));
  }

  @Test
  void ofManyTheLatestDifferentOnesAreGiven() {
    WarmStart start =
        chosen(
            2,
            champion("2016-12-24", "c"),
            champion("2018-12-24", "a"),
            champion("2017-12-24", "a"),
            champion("2017-06-24", "b"));
    assertThat(start.seeds())
        .containsExactly(
            new WarmStart.Seed("s", 2019, "a"),
            new WarmStart.Seed("s", 2019, "b"),
            new WarmStart.Seed("s", 2020, "a"),
            new WarmStart.Seed("s", 2020, "b"));
  }

  @Test
  void withoutAnEarlierRunItBeginsWithNothing() throws Exception {
    Cli plan = call("plan", database, "--warmStart=true");
    assertThat(plan.out()).contains("warm      begins with nothing: ");
    assertThat(database).doesNotExist();
    assertThat(run(database, "--warmStart=true").out()).contains("warm      begins with nothing: ");
    Path cold = folder.resolve("cold.db");
    assertThat(run(cold).out()).doesNotContain("warm  ");
    assertThat(Dump.results(database)).isEqualTo(Dump.results(cold));
    assertThat(run(database, "--warmStart=true").out()).contains("nothing was computed");
    assertThat(Dump.query(database, "SELECT COUNT(*) FROM runs")).containsExactly("1");
  }

  /** In each fold the one that was there a year before, and every earlier one. */
  @ParameterizedTest
  @ValueSource(strings = {"adaptive", "genetic"})
  void searchesTakeInWhatTheRunBeforeFound(String optimizer) throws Exception {
    String how = "--optimizer=" + optimizer;
    run(database, "--asOf=2024-12-31", "--seed=1");
    Path other = folder.resolve("other.db");
    Path cold = folder.resolve("cold.db");
    Files.copy(database, other);
    Files.copy(database, cold);

    Cli plan = call("plan", database, how, "--warmStart=true");
    Cli one = run(database, how, "--warmStart=true", "--workers=1");
    run(other, how, "--warmStart=true", "--workers=2");
    run(cold, how);

    assertThat(Dump.of(other)).isEqualTo(Dump.of(database));
    assertThat(runId(one)).isEqualTo(runId(plan));
    assertThat(runId(call("plan", folder.resolve("none.db"), how, "--warmStart=true")))
        .as("with nothing to begin with it is another run")
        .isNotEqualTo(runId(one));
    assertThat(Dump.query(database, "SELECT for_run FROM warm_starts")).containsExactly(runId(one));
    assertThat(Dump.query(database, SEEDS)).isEqualTo(Dump.query(other, SEEDS)).isNotEmpty();
    // Each of them was tried in its fold, and none is from a fold with later days.
    assertThat(
            Dump.query(
                database,
                "SELECT s.params FROM warm_start_seeds s WHERE NOT EXISTS (SELECT 1 FROM trials t"
                    + " WHERE t.strategy = s.strategy AND t.fold = s.fold AND t.params = s.params)"))
        .isEmpty();
    assertThat(
            Dump.query(
                database,
                "SELECT s.params FROM warm_start_seeds s, warm_starts w WHERE NOT EXISTS (SELECT 1"
                    + " FROM fitness f WHERE f.run_id = w.from_run AND f.strategy = s.strategy"
                    + " AND f.params = s.params AND f.rank = 1 AND f.train_to <= (SELECT"
                    + " MAX(g.train_to) FROM fitness g WHERE g.run_id = w.for_run"
                    + " AND g.strategy = s.strategy AND g.fold = s.fold))"))
        .isEmpty();
    // The first generation, and what is known of overfitting by it, is that of a cold search; so is
    // every island but the first.
    for (String sql :
        List.of(
            "SELECT strategy, fold, island, evaluated, valid, best, mean, sd FROM generations"
                + " WHERE generation = 1 AND run_id = '%s' ORDER BY 1, 2, 3",
            "SELECT DISTINCT strategy, fold, island, pbo FROM fitness WHERE run_id = '%s'"
                + " ORDER BY 1, 2, 3",
            "SELECT strategy, fold, params, objective FROM fitness WHERE island = 1"
                + " AND run_id = '%s' ORDER BY 1, 2, 3")) {
      String coldRun =
          Dump.query(cold, "SELECT run_id FROM runs ORDER BY started_at DESC LIMIT 1").get(0);
      assertThat(Dump.query(database, sql.formatted(runId(one))))
          .isNotEmpty()
          .isEqualTo(Dump.query(cold, sql.formatted(coldRun)));
    }
    // And the search ends at least as well where a seed is better than what it found by itself.
    assertThat(
            Dump.query(
                database,
                "SELECT COUNT(*) > 0 FROM warm_start_seeds s JOIN warm_starts w USING (base_id)"
                    + " JOIN fitness f ON f.run_id = w.for_run AND f.strategy = s.strategy"
                    + " AND f.fold = s.fold AND f.params = s.params AND f.island = 0"))
        .containsExactly("1");
  }

  @Test
  void aRunGoesOnWithWhatItBeganWith() throws Exception {
    run(database, "--asOf=2024-12-31", "--seed=1");
    Cli whole = run(database, "--warmStart=true");
    List<String> dump = Dump.of(database);
    List<String> seeds = Dump.query(database, SEEDS);
    // Another one finishes in between, whose champions are others.
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      String of = " WHERE run_id = '" + runId(whole) + "'";
      for (String table : List.of("units", "fitness", "generations", "daily_returns")) {
        statement.executeUpdate("DELETE FROM " + table + of + " AND fold = 2025");
      }
      statement.executeUpdate("UPDATE runs SET status = 'running', finished_at = NULL" + of);
    }
    run(database, "--seed=3", "--exclude=CODB");

    Cli continued = run(database, "--warmStart=true");
    assertThat(runId(continued)).isEqualTo(runId(whole));
    assertThat(continued.out()).contains("continues what was started on ");
    assertThat(Dump.query(database, SEEDS)).isEqualTo(seeds);
    assertThat(ofRun(Dump.of(database), runId(whole))).isEqualTo(ofRun(dump, runId(whole)));

    Cli anew = run(database, "--warmStart=true", "--fresh");
    assertThat(runId(anew)).isEqualTo(runId(whole));
    assertThat(ofRun(Dump.of(database), runId(whole))).isEqualTo(ofRun(dump, runId(whole)));
  }

  /** Without what depends on how much was tried in other runs meanwhile. */
  private static List<String> ofRun(List<String> dump, String runId) {
    return dump.stream()
        .filter(line -> line.contains(runId))
        .filter(
            line ->
                Stream.of("units", "generations", "symbol_fitness", "daily_returns", "stability")
                    .anyMatch(table -> line.startsWith(table + "|")))
        .toList();
  }

  @Test
  void aSearchThatLearnsNothingBeginsWithNothing() {
    Cli refused = call("run", database, "--optimizer=random", "--warmStart=true");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.err().lines())
        .containsExactly(
            "nightshift: --warmStart=true: a search with --optimizer=random learns from nothing;"
                + " name another");
    assertThat(database).doesNotExist();
  }
}
