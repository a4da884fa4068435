package nightshift.io.research;

import static nightshift.io.research.Samples.MONDAY;
import static nightshift.io.research.Samples.failedUnit;
import static nightshift.io.research.Samples.fitness;
import static nightshift.io.research.Samples.outcome;
import static nightshift.io.research.Samples.run;
import static nightshift.io.research.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a judge is given, and what is kept of what he says. */
class VerdictsTest {
  private static final double NAN = Double.NaN;

  @TempDir Path folder;

  private final List<RunEvidence> seen = new ArrayList<>();

  private Path file() {
    return folder.resolve("research.db");
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
        lines.add(String.join("|", cells));
      }
      return lines;
    }
  }

  private Judge.Judgement judge(RunEvidence evidence) {
    seen.add(evidence);
    return new Judge.Judgement(
        evidence.candidates().stream().map(c -> new Judge.Deflated(c, 0.75)).toList(),
        List.of(
            new VerdictRow(
                "sma_cross",
                2017,
                "{\"a\":1}",
                "doubtful",
                "PBO " + seen.size(),
                1,
                new VerdictRow.Stitched(2, 0.5, 0.1, 0.2, -0.25, 0.9),
                NAN,
                1.5,
                0.3,
                0.75,
                evidence.candidates().get(0).trials().distinct(),
                0.25,
                new VerdictRow.Alpha(0.08, 0.5, 0.04, 0.2),
                new VerdictRow.Family(0.7, 0.6, NAN, 3.5))));
  }

  private static void night(ResearchDatabase database, String runId, UnitRows... units)
      throws ResearchException {
    database.beginRun(run(runId, MONDAY));
    for (UnitRows unit : units) {
      database.writeUnit(unit);
    }
  }

  private static UnitRows tried(String runId, UnitRows.Fitness fitness, UnitRows.Trial... trials) {
    UnitRows rows = unit(runId, 0, fitness);
    return new UnitRows(
        rows.unit(),
        rows.fitness(),
        rows.generations(),
        List.of(trials),
        rows.front(),
        rows.symbols(),
        rows.dailyReturns(),
        rows.baselines(),
        rows.pairs(),
        rows.quarantine());
  }

  @Test
  void daysAreKeptOfTheBestOfEachUnitAndOfBuyAndHold() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      night(database, "r1", unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      night(database, "r1", unit("r1", 1, fitness("{\"a\":9}", 2.5)));
      database.finishRun("r1", Afterwards.NOTHING, this::judge, () -> outcome(MONDAY));
    }
    assertThat(query("SELECT strategy, fold, island, params FROM daily_returns ORDER BY 1, 3"))
        .containsExactly(
            "buy_and_hold|2017|0|{}", "sma_cross|2017|0|{\"a\":1}", "sma_cross|2017|1|{\"a\":9}");
    assertThat(query("SELECT HEX(days), HEX(returns) FROM daily_returns WHERE island = 1"))
        .containsExactly("1043000011430000|0000000000000000000000000000E0BF");
    assertThat(seen.get(0).series()).extracting(RunEvidence.Series::strategy).hasSize(3);
    assertThat(seen.get(0).series().get(0).days()).containsExactly(17168, 17169);
    assertThat(seen.get(0).series().get(0).returns()).containsExactly(0.25, 0.5);
  }

  @Test
  void aUnitThatFailsWhenItIsMadeAgainLeavesNoDays() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      night(database, "r1", unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      night(database, "r1", failedUnit("r1", 0, "broken"));
    }
    assertThat(query("SELECT strategy FROM daily_returns")).containsExactly("buy_and_hold");
  }

  @Test
  void trialsAreCountedOverAllNightsAndFolds() throws Exception {
    UnitRows.Fitness best = fitness("{\"a\":1}", 1.5);
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      night(
          database,
          "r1",
          tried(
              "r1",
              best,
              new UnitRows.Trial("{\"a\":1}", 1, 1.5),
              new UnitRows.Trial("{\"a\":2}", NAN, 0.5),
              new UnitRows.Trial("{\"a\":3}", NAN, NAN)));
      database.finishRun("r1", Afterwards.NOTHING, this::judge, () -> outcome(MONDAY));
      night(
          database,
          "r2",
          tried(
              "r2",
              best,
              new UnitRows.Trial("{\"a\":1}", 1, 9),
              new UnitRows.Trial("{\"a\":4}", 1, 1)));
      database.finishRun(
          "r2", Afterwards.NOTHING, this::judge, () -> outcome(MONDAY.plusSeconds(1)));
      database.finishRun(
          "r2", Afterwards.NOTHING, this::judge, () -> outcome(MONDAY.plusSeconds(2)));
    }
    assertThat(seen)
        .extracting(evidence -> evidence.candidates().get(0).trials().distinct())
        .containsExactly(3L, 4L, 4L);
    RunEvidence.Candidate candidate = seen.get(2).candidates().get(0);
    assertThat(seen.get(0).candidates().get(0).trials().sharpeVariance())
        .isCloseTo(0.5, within(1e-12));
    assertThat(candidate.trials().sharpeVariance()).isCloseTo(0.25, within(1e-12));
    assertThat(candidate)
        .extracting(
            RunEvidence.Candidate::rank,
            RunEvidence.Candidate::isDays,
            RunEvidence.Candidate::isSkew,
            RunEvidence.Candidate::isKurtosis,
            RunEvidence.Candidate::pbo)
        .containsExactly(1, 250, -0.5, 6.0, 0.25);
    assertThat(query("SELECT run_id, dsr, trials, pbo FROM fitness ORDER BY 1"))
        .containsExactly("r1|0.75|3|0.25", "r2|0.75|4|0.25");
    assertThat(query("SELECT run_id, trials, reason, spa_p, block_length FROM verdicts ORDER BY 1"))
        .containsExactly("r1|3|PBO 1|null|3.5", "r2|4|PBO 3|null|3.5");
  }

  /**
   * The variance that a run's judge is given, with trials of its own and one of 1.5 beside them.
   */
  private double varianceWith(String params, double... own) throws Exception {
    UnitRows.Trial[] trials = new UnitRows.Trial[own.length + 1];
    for (int i = 0; i < own.length; i++) {
      trials[i] = new UnitRows.Trial("{\"b\":" + i + "}", 1, own[i]);
    }
    trials[own.length] = new UnitRows.Trial("{\"a\":1}", 1, 1.5);
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginWith(
          "base",
          "r1",
          "market",
          new WarmStart("r0", List.of(new WarmStart.Seed("sma_cross", 2017, params))));
      night(database, "r1", tried("r1", fitness("{\"a\":1}", 1.5), trials));
      database.finishRun("r1", Afterwards.NOTHING, this::judge, () -> outcome(MONDAY));
    }
    assertThat(seen.get(0).candidates().get(0).trials().distinct()).isEqualTo(own.length + 1);
    return seen.get(0).candidates().get(0).trials().sharpeVariance();
  }

  /** 0, 1, 2, 3 and 1.5, of which the last would make the others look closer to each other. */
  @Test
  void whatARunBeganWithDoesNotNarrowTheSpread() throws Exception {
    assertThat(varianceWith("{\"a\":1}", 0, 1, 2, 3)).isCloseTo(5.0 / 3, within(1e-12));
  }

  /** 0, 0 and 1.5, which is far from all others. */
  @Test
  void whatARunBeganWithMayWidenTheSpread() throws Exception {
    assertThat(varianceWith("{\"a\":1}", 0, 0)).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void whatNoRunBeganWithCountsAsAnyOther() throws Exception {
    assertThat(varianceWith("{\"a\":7}", 0, 1, 2, 3)).isCloseTo(1.25, within(1e-12));
  }

  @Test
  void championsHaveTheirVerdicts() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      night(database, "r1", unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      database.finishRun("r1", Afterwards.NOTHING, this::judge, () -> outcome(MONDAY));
    }
    try (ResearchReader reader = ResearchReader.open(file())) {
      assertThat(reader.champions())
          .containsExactly(
              new Champion(
                  "sma_cross",
                  2017,
                  "{\"a\":1}",
                  1.5,
                  1.5,
                  NAN,
                  0.1,
                  -0.05,
                  12,
                  "doubtful",
                  "PBO 1",
                  0.75,
                  0.25,
                  0.5,
                  0.6,
                  NAN,
                  new Champion.Beside(NAN, 0.8, NAN, NAN)));
    }
    assertThat(query("SELECT verdict, dsr, trials, pbo, stitched_psr, alpha_p FROM champions"))
        .containsExactly("doubtful|0.75|2|0.25|0.9|0.04");
  }

  @Test
  void aRunThatCannotBeJudgedIsNotFinished() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      night(database, "r1", unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      assertThatThrownBy(
              () ->
                  database.finishRun(
                      "r1",
                      Afterwards.NOTHING,
                      evidence -> {
                        throw new IllegalStateException("no days");
                      },
                      () -> outcome(MONDAY)))
          .hasMessage("no days");
    }
    assertThat(query("SELECT status, rank FROM runs, fitness")).containsExactly("running|null");
  }

  /** A unit's order among equally good ones is not that of the texts; its best has the days. */
  @Test
  void ofEquallyGoodOnesTheBestOfAUnitIsFirst() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      night(
          database,
          "r1",
          unit("r1", 0, fitness("{\"a\":7}", 1.5), fitness("{\"a\":10}", 1.5)),
          unit("r1", 1, fitness("{\"a\":8}", 1.0), fitness("{\"a\":7}", 1.0)));
      database.finishRun("r1", Afterwards.NOTHING, this::judge, () -> outcome(MONDAY));
    }
    assertThat(query("SELECT params, island FROM fitness WHERE rank = 1"))
        .containsExactly("{\"a\":7}|0");
  }

  @Test
  void aFileOfTheVersionBeforeIsMigrated() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (int version = 1; version <= 3; version++) {
        try (java.io.InputStream in =
            Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
          statement.executeUpdate(new String(in.readAllBytes()));
        }
      }
      statement.executeUpdate("INSERT INTO nightshift_schema VALUES (3)");
      statement.executeUpdate(
          "INSERT INTO trials VALUES ('market', 'sma_cross', 2017, '{\"a\":1}', 'old', 1.0)");
    }
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      night(database, "r1", unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      database.finishRun("r1", Afterwards.NOTHING, this::judge, () -> outcome(MONDAY));
    }
    assertThat(query("SELECT params, run_id, sharpe FROM trials ORDER BY 1"))
        .containsExactly("{\"a\":1}|old|1.5", "{\"a\":2}|r1|0.5");
    assertThat(query("SELECT verdict FROM champions")).containsExactly("doubtful");
  }
}
