package nightshift.io.research;

import static nightshift.io.research.Samples.MONDAY;
import static nightshift.io.research.Samples.failedUnit;
import static nightshift.io.research.Samples.fitness;
import static nightshift.io.research.Samples.outcome;
import static nightshift.io.research.Samples.run;
import static nightshift.io.research.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResearchDatabaseTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("deep").resolve("research.db");
  }

  private List<String> query(String sql) throws SQLException {
    return query(file(), sql);
  }

  private static List<String> query(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
        lines.add(String.join("|", cells));
      }
      return lines;
    }
  }

  private List<Champion> champions() throws ResearchException {
    try (ResearchReader reader = ResearchReader.open(file())) {
      return reader.champions();
    }
  }

  @Test
  void hasEveryTableOfTheDesign() throws Exception {
    ResearchDatabase.at(file()).close();
    assertThat(query("SELECT name FROM sqlite_master WHERE type = 'table'"))
        .contains(
            "runs",
            "units",
            "fitness",
            "generations",
            "trials",
            "fronts",
            "symbol_fitness",
            "pairs",
            "quarantine",
            "memory_samples",
            "alerts",
            "stages",
            "daily_returns",
            "verdicts");
    assertThat(query("SELECT name FROM sqlite_master WHERE type = 'view'")).contains("champions");
    assertThat(query("SELECT name FROM pragma_table_info('fitness')"))
        .contains(
            "run_id",
            "strategy",
            "fold",
            "train_from",
            "train_to",
            "test_from",
            "test_to",
            "rank",
            "params",
            "objective",
            "is_sharpe",
            "oos_sharpe",
            "oos_cagr",
            "oos_max_drawdown",
            "oos_trades",
            "psr",
            "dsr",
            "trials",
            "pbo");
    assertThat(query("SELECT name FROM pragma_table_info('memory_samples')"))
        .containsExactly(
            "run_id",
            "at",
            "rss_bytes",
            "vsz_bytes",
            "heap_bytes",
            "available_bytes",
            "budget_bytes",
            "leased_bytes",
            "peak_rss_bytes",
            "file_rss_bytes",
            "mapped_bytes",
            "swap_bytes",
            "cgroup_bytes",
            "cgroup_cache_bytes",
            "cgroup_limit_bytes",
            "stall_some",
            "stall_full",
            "temperature",
            "throttled");
  }

  @Test
  void writesAUnitAndNullForWhatIsUndefined() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5)));
    }
    assertThat(query("SELECT params, objective, oos_sharpe, oos_trades, rank FROM fitness"))
        .containsExactly("{\"a\":1}|1.5|null|12|null");
    assertThat(query("SELECT generation, best, sd, front FROM generations ORDER BY 1"))
        .containsExactly("1|1.5|0.4|null", "2|1.8|null|7");
    assertThat(
            query(
                """
                SELECT params, objective, place, priority, value, oos_value, is_trades, crowding
                FROM fronts ORDER BY priority"""))
        .containsExactly(
            "{\"a\":1}|sharpe|1|1|1.5|null|40|null", "{\"a\":1}|volatility|1|2|0.2|0.3|40|0.5");
    assertThat(query("SELECT params, objective, run_id FROM trials ORDER BY 1"))
        .containsExactly("{\"a\":1}|1.0|r1", "{\"a\":2}|null|r1");
    assertThat(query("SELECT symbol, oos_trades FROM symbol_fitness")).containsExactly("AAA|3");
    assertThat(query("SELECT symbol, rule, detail FROM quarantine"))
        .containsExactly("BBB|unreadable|cut in half");
    assertThat(query("SELECT status, evaluations, cause FROM units"))
        .containsExactly("finished|30|null");
  }

  @Test
  void writesWhatStandsBesideAUnitsCandidates() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      database.writeUnit(unit("r1", 1, fitness("{\"a\":1}", 1.5)));
    }
    assertThat(
            query(
                """
                SELECT oos_missing_opens, oos_avg_drawdown, oos_max_drawdown_days,
                  oos_avg_drawdown_days, oos_expectancy, oos_best_trade, oos_worst_trade, oos_alpha,
                  oos_beta, oos_skew, oos_kurtosis, oos_sharpe_0x, oos_total_return_0x,
                  oos_sharpe_2x, oos_total_return_2x, psr FROM fitness WHERE island = 0"""))
        .containsExactly(
            "0|-0.02|31.0|null|0.01|0.2|-0.1|0.03|0.7|-0.5|4.0|1.1|0.12|null|0.08|0.9");
    assertThat(query("SELECT * FROM baselines"))
        .containsExactly(
            "r1|sma_cross|2017|textbook|{\"a\":3}|0.8|1.0|null|0.1|0.1|0.2|-0.05|2.0|1.5|0.6|12"
                + "|0.5|3.0");
  }

  @Test
  void aChampionStandsBesideWhatItHasToBeat() throws Exception {
    UnitRows.AtCosts held = new UnitRows.AtCosts(1.3, 0.2);
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5), fitness("{\"a\":2}", 9)));
      assertThat(champions()).as("not before the run has finished").isEmpty();
      try (ResearchReader reader = ResearchReader.open(file())) {
        assertThat(reader.bestOfFolds("r1"))
            .containsExactly(new BestOfFold("sma_cross", 2017, "{\"a\":2}"));
      }
      HoldoutRow row =
          new HoldoutRow(
              "sma_cross",
              2017,
              "{\"a\":2}",
              "2018-01-01",
              "2018-06-30",
              Samples.figures(0.4),
              Double.NaN,
              0.5,
              held);
      Afterwards found =
          new Afterwards(
              List.of(row), List.of(new StabilityRow("sma_cross", "a", 1, 2, 2, 2, Double.NaN)));
      for (int time = 0; time < 2; time++) {
        database.finishRun(
            "r1",
            found,
            evidence -> new Judge.Judgement(List.of(), List.of()),
            () -> outcome(MONDAY));
      }
    }
    Champion.Beside beside = champions().get(0).beside();
    assertThat(beside).isEqualTo(new Champion.Beside(Double.NaN, 0.8, Double.NaN, 0.4));
    assertThat(query("SELECT hold_from, alpha, beta, buy_and_hold_total_return FROM holdout"))
        .containsExactly("2018-01-01|null|0.5|0.2");
    assertThat(query("SELECT * FROM stability"))
        .containsExactly("r1|sma_cross|a|1|2.0|2.0|2.0|null");
    assertThat(query("SELECT folds, efficiency, folds_with_gain FROM walk_forward"))
        .containsExactly("1|null|1");
  }

  @Test
  void writingAUnitAgainLeavesWhatTheLastOneHas() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5), fitness("{\"a\":2}", 1.2)));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5), fitness("{\"a\":3}", 1.1)));
      database.writeUnit(unit("r1", 1, fitness("{\"a\":9}", 1.1)));
    }
    assertThat(query("SELECT island, params FROM fitness ORDER BY 1, 2"))
        .containsExactly("0|{\"a\":1}", "0|{\"a\":3}", "1|{\"a\":9}");
    assertThat(query("SELECT COUNT(*) FROM units")).containsExactly("2");
  }

  @Test
  void islandsAreMergedWhenTheRunFinishes() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(
          unit("r1", 0, fitness("{\"a\":1}", 1.5), fitness("{\"a\":2}", Double.NaN)));
      database.writeUnit(unit("r1", 1, fitness("{\"a\":1}", 1.5), fitness("{\"a\":3}", 2.5)));
      assertThat(champions()).isEmpty();
      database.finishRun("r1", outcome(MONDAY));
      assertThat(champions())
          .extracting(Champion::params, Champion::objective, Champion::oosTrades)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("{\"a\":3}", 2.5, 12));
      assertThat(champions().get(0).oosSharpe()).isNaN();
    }
    assertThat(query("SELECT rank, island, params FROM fitness ORDER BY params, island"))
        .containsExactly("2|0|{\"a\":1}", "null|1|{\"a\":1}", "3|0|{\"a\":2}", "1|1|{\"a\":3}");
  }

  @Test
  void championsAreThoseOfTheRunThatFinishedLast() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("zz", MONDAY));
      database.writeUnit(unit("zz", 0, fitness("{\"a\":1}", 1.5)));
      database.finishRun("zz", outcome(MONDAY));
      database.beginRun(run("aa", MONDAY.plusSeconds(86_400)));
      database.writeUnit(unit("aa", 0, fitness("{\"a\":2}", 0.5)));
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":1}");
      database.failRun("aa", outcome(MONDAY.plusSeconds(86_500)), "power cut");
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":1}");
      database.beginRun(run("aa", MONDAY.plusSeconds(172_800)));
      database.finishRun("aa", outcome(MONDAY.plusSeconds(172_900)));
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":2}");
    }
    assertThat(query("SELECT run_id, status, cause FROM runs ORDER BY 1"))
        .containsExactly("aa|finished|null", "zz|finished|null");
  }

  @Test
  void aRunMadeAgainStaysVisibleMeanwhile() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      database.finishRun("r1", outcome(MONDAY));
      database.beginRun(run("r1", MONDAY.plusSeconds(9)));
      assertThat(champions()).hasSize(1);
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      assertThat(champions()).hasSize(1);
    }
  }

  private static Judge.Judgement nothing(RunEvidence evidence) {
    return new Judge.Judgement(List.of(), List.of());
  }

  @Test
  void whatIsMadeAnewTakesThePlaceOfTheOldAtOnce() throws Exception {
    String anew = FreshRun.of("r1");
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      database.writeUnit(unit("r1", 1, fitness("{\"a\":9}", 1)));
      database.finishRun("r1", outcome(MONDAY));
      database.beginRun(run(anew, MONDAY.plusSeconds(9)));
      database.writeUnit(unit(anew, 0, fitness("{\"a\":2}", 2.5)));
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":1}");
      database.failRun(anew, outcome(MONDAY.plusSeconds(10)), "power cut");
      database.continueRun(run(anew, MONDAY.plusSeconds(11)));
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":1}");
      database.finishRun(
          anew,
          Afterwards.NOTHING,
          ResearchDatabaseTest::nothing,
          () -> outcome(MONDAY.plusSeconds(12)));
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":2}");
    }
    for (String table : List.of("runs", "units", "fitness", "generations", "baselines", "trials")) {
      assertThat(query("SELECT DISTINCT run_id FROM " + table)).as(table).containsExactly("r1");
    }
    assertThat(query("SELECT COUNT(*) FROM units")).containsExactly("1");
  }

  @Test
  void aRunThatGoesOnKeepsWhatItHasAndKnowsHowFarItIs() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file());
        ResearchReader reader = ResearchReader.open(file())) {
      assertThat(reader.standing("r1")).isEmpty();
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 3, fitness("{\"a\":1}", 1.5)));
      database.writeUnit(Samples.failedUnit("r1", 4, "no room"));
      database.continueRun(run("r1", MONDAY.plusSeconds(9)));
      RunStanding standing = reader.standing("r1").orElseThrow();
      assertThat(standing)
          .isEqualTo(
              new RunStanding(
                  "running",
                  "2026-01-05T02:00:09.000Z",
                  "",
                  8,
                  Set.of(new UnitKey("sma_cross", 2017, 3)),
                  1));
      assertThat(standing.isComplete()).isFalse();
      assertThat(reader.sums("r1")).isEqualTo(new UnitSums(1, 30, 3000));
      assertThat(reader.quarantinedByRule("r1")).hasSize(1);
      database.finishRun("r1", outcome(MONDAY));
      assertThat(reader.standing("r1").orElseThrow().isComplete())
          .as("a run that ended before its last unit")
          .isFalse();
    }
  }

  /** As after a limit of time: it has finished, and goes on the next night. */
  @Test
  void aRunThatGoesOnAfterItFinishedShowsWhatItHadUntilItFinishesAgain() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", 1.5)));
      database.finishRun("r1", outcome(MONDAY));
      database.continueRun(run("r1", MONDAY.plusSeconds(9)));
      UnitRows later = unit("r1", 1, fitness("{\"a\":2}", 2.5));
      UnitRows.Unit u = later.unit();
      database.writeUnit(
          new UnitRows(
              new UnitRows.Unit("r1", u.market(), u.strategy(), 2018, 1, 50, 2, 30, 3000, ""),
              later.fitness(),
              later.generations(),
              later.trials(),
              later.front(),
              later.symbols(),
              later.dailyReturns(),
              later.baselines(),
              later.quarantine()));
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":1}");
      database.finishRun("r1", outcome(MONDAY.plusSeconds(10)));
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":2}");
    }
  }

  @Test
  void aMarketIsComparedWithWhatARunSawOfItLast() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      assertThat(database.noteMarket("/m", Map.of("A", 1L, "B", -2L, "C", 3L), MONDAY).symbols())
          .isEmpty();
      assertThat(database.noteMarket("/other", Map.of("A", 9L), MONDAY).symbols()).isEmpty();
      assertThat(database.noteMarket("/m", Map.of("A", 1L, "D", 4L), MONDAY.plusSeconds(1)))
          .as("one less, one that no run has looked at")
          .isEqualTo(new MarketChange(List.of(), ""));
      assertThat(
              database.noteMarket("/m", Map.of("A", 7L, "B", 8L, "C", 3L), MONDAY.plusSeconds(2)))
          .isEqualTo(new MarketChange(List.of("A", "B"), "2026-01-05T02:00:01.000Z"));
      assertThat(
              database
                  .noteMarket("/m", Map.of("A", 7L, "B", 8L, "C", 3L), MONDAY.plusSeconds(3))
                  .symbols())
          .isEmpty();
    }
  }

  @Test
  void aRunThatIsAskedForAgainIsTheOneThatIsShown() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      for (int night = 1; night <= 2; night++) {
        database.beginRun(run("r" + night, MONDAY));
        database.writeUnit(unit("r" + night, 0, fitness("{\"a\":" + night + "}", 1.5)));
        database.finishRun("r" + night, outcome(MONDAY.plusSeconds(night)));
      }
      database.showAgain("r2", MONDAY.plusSeconds(99));
      assertThat(query("SELECT MAX(finished_at) FROM runs"))
          .as("it was shown anyway")
          .containsExactly("2026-01-05T02:00:02.000Z");
      database.showAgain("r1", MONDAY.plusSeconds(99));
      assertThat(champions()).extracting(Champion::params).containsExactly("{\"a\":1}");
    }
  }

  @Test
  void aCandidateWithoutAnObjectiveIsNoChampion() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeUnit(unit("r1", 0, fitness("{\"a\":1}", Double.NaN)));
      database.finishRun("r1", outcome(MONDAY));
      assertThat(champions()).isEmpty();
    }
  }

  @Test
  void trialsOutliveTheNights() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.writeUnit(unit("night1", 0));
      database.writeUnit(unit("night2", 0));
    }
    assertThat(query("SELECT run_id, COUNT(*) FROM trials GROUP BY 1")).containsExactly("night1|2");
  }

  @Test
  void aUnitWrittenAgainHasItsLastFrontAndAReaderThatOfTheLatestFold() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.writeUnit(unit("r1", 0));
      database.writeUnit(unit("r1", 1));
      database.writeUnit(unit("r2", 0));
      try (ResearchReader reader = ResearchReader.open(file())) {
        assertThat(reader.fronts("r1"))
            .containsExactly(
                new FrontRow("sma_cross", 0, "{\"a\":1}", "sharpe", 1.5, 40),
                new FrontRow("sma_cross", 0, "{\"a\":1}", "volatility", 0.2, 40),
                new FrontRow("sma_cross", 1, "{\"a\":1}", "sharpe", 1.5, 40),
                new FrontRow("sma_cross", 1, "{\"a\":1}", "volatility", 0.2, 40));
        assertThat(reader.fronts("another")).isEmpty();
      }
      database.writeUnit(failedUnit("r1", 0, "power cut"));
    }
    assertThat(query("SELECT DISTINCT run_id, island FROM fronts ORDER BY 1, 2"))
        .containsExactly("r1|1", "r2|0");
  }

  @Test
  void aReaderTellsWhatWentWrong() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.writeUnit(unit("r1", 0));
      database.writeUnit(failedUnit("r1", 2, "second"));
      database.writeUnit(failedUnit("r1", 1, "first"));
    }
    try (ResearchReader reader = ResearchReader.open(file())) {
      assertThat(reader.failures("r1"))
          .containsExactly(
              "sma_cross, fold 2017, island 1: first", "sma_cross, fold 2017, island 2: second");
      assertThat(reader.unreadable("r1")).containsExactly("cut in half");
      assertThat(reader.quarantinedByRule("r1")).isEqualTo(Map.of("unreadable", 1));
      assertThat(reader.symbolsSetAside("r1")).isZero();
      assertThat(reader.quarantinedByRule("another")).isEmpty();
    }
  }

  @Test
  void aReaderCreatesNothing() {
    assertThatThrownBy(() -> ResearchReader.open(file()))
        .hasMessageContaining("there is no research database at " + file());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFailedUnitIsInTheLedgerWithItsCause() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.writeUnit(failedUnit("r1", 3, "ArithmeticException"));
    }
    assertThat(query("SELECT status, cause FROM units"))
        .containsExactly("failed|ArithmeticException");
  }

  @Test
  void aUnitIsWrittenWhollyOrNotAtAll() throws Exception {
    UnitRows whole = unit("r1", 0, fitness("{\"a\":1}", Double.POSITIVE_INFINITY));
    UnitRows broken =
        new UnitRows(
            whole.unit(),
            whole.fitness(),
            whole.generations(),
            whole.trials(),
            whole.front(),
            List.of(new UnitRows.SymbolFitness("{}", null, 0, 0, 0)),
            List.of(),
            List.of(),
            List.of());
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      assertThatThrownBy(() -> database.writeUnit(broken))
          .isInstanceOf(ResearchException.class)
          .hasMessageContaining(file().toString());
      database.writeUnit(unit("r1", 1));
    }
    assertThat(query("SELECT island FROM units")).containsExactly("1");
    assertThat(query("SELECT COUNT(*) FROM generations WHERE island = 0")).containsExactly("0");
    assertThat(query("SELECT COUNT(*) FROM fitness")).containsExactly("0");
  }

  @Test
  void whatIsInfiniteIsUndefined() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.writeUnit(unit("r1", 0, fitness("{}", Double.NEGATIVE_INFINITY)));
    }
    assertThat(query("SELECT objective FROM fitness")).containsExactly("null");
  }

  @Test
  void ofOverlappingFindingsTheLargestIsKeptWhateverTheOrder() throws Exception {
    QuarantineRow few = new QuarantineRow("AAA", "missing_open", "2017-01-02", 3, 3, "kept", "few");
    QuarantineRow many =
        new QuarantineRow("AAA", "missing_open", "2017-01-02", 9, 9, "kept", "many");
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.quarantine("up", List.of(few));
      database.quarantine("up", List.of(many));
      database.quarantine("down", List.of(many));
      database.quarantine("down", List.of(few));
    }
    assertThat(query("SELECT run_id, row_count, detail FROM quarantine ORDER BY 1"))
        .containsExactly("down|9|many", "up|9|many");
  }

  @Test
  void oneWriterAFile() throws Exception {
    ResearchDatabase database = ResearchDatabase.at(file());
    assertThat(ResearchDatabase.at(folder.resolve("deep/../deep/research.db"))).isSameAs(database);
    database.close();
    ResearchDatabase next = ResearchDatabase.at(file());
    assertThat(next).isNotSameAs(database);
    next.close();
  }

  @Test
  void lookingWhetherItCanBeWrittenCreatesNothing() throws Exception {
    ResearchDatabase.requireWritable(file());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesWhatIsNotAResearchDatabase() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.db"), "to whom it may concern");
    assertThatThrownBy(() -> ResearchDatabase.requireWritable(text))
        .hasMessageContaining("notes.db is not an SQLite database");
    Path other = folder.resolve("photos.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE photos (name TEXT)");
    }
    byte[] before = Files.readAllBytes(other);
    assertThatThrownBy(() -> ResearchDatabase.at(other))
        .hasMessageContaining("photos.db is an SQLite database, but not a research database");
    assertThat(Files.readAllBytes(other)).isEqualTo(before);
    assertThatThrownBy(() -> ResearchDatabase.requireWritable(folder))
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> ResearchDatabase.requireWritable(text.resolve("x.db")))
        .hasMessageContaining("is not a writable folder");
  }

  @Test
  void samplesHaveNullForWhatIsUnknown() throws Exception {
    Instant at = MONDAY.plusMillis(250);
    MemorySample.Machine nothing =
        new MemorySample.Machine(9, -1, -1, -1, Double.NaN, Double.NaN, Double.NaN, -1);
    MemorySample.Machine all = new MemorySample.Machine(9, 10, 11, 12, 1.5, 0.5, 51.5, 0);
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeSamples(
          "r1",
          List.of(
              new MemorySample(MONDAY, 1, 2, -1, 4, -1, 6, -1, 8, 0, nothing),
              new MemorySample(at, 1, 2, 3, 4, 5, 6, 7, 8, 0, all)));
    }
    assertThat(
            query(
                """
                SELECT at, rss_bytes, peak_rss_bytes, file_rss_bytes, vsz_bytes, swap_bytes,
                  heap_bytes, mapped_bytes, budget_bytes, leased_bytes, available_bytes,
                  cgroup_bytes, cgroup_cache_bytes, cgroup_limit_bytes, stall_some, stall_full,
                  temperature, throttled FROM memory_samples ORDER BY at"""))
        .containsExactly(
            "2026-01-05T02:00:00.000Z|1|2|null|4|null|6|null|8|0|9|null|null|null|null|null|null|null",
            "2026-01-05T02:00:00.250Z|1|2|3|4|5|6|7|8|0|9|10|11|12|1.5|0.5|51.5|0");
  }

  @Test
  void anAlertIsOneRowFromItsBeginningToItsEnd() throws Exception {
    Instant end = MONDAY.plusSeconds(40);
    Instant later = MONDAY.plusSeconds(90);
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.alert("r1", new AlertRow("temperature", MONDAY, Optional.empty(), "WARN", "81"));
      database.alert("r1", new AlertRow("temperature", MONDAY, Optional.of(end), "CRITICAL", "91"));
      database.alert("r1", new AlertRow("temperature", later, Optional.empty(), "WARN", "81"));
      assertThat(query("SELECT kind, at, ended_at, severity, message FROM alerts ORDER BY at"))
          .containsExactly(
              "temperature|2026-01-05T02:00:00.000Z|2026-01-05T02:00:40.000Z|CRITICAL|91",
              "temperature|2026-01-05T02:01:30.000Z|null|WARN|81");
      database.beginRun(run("r1", MONDAY));
    }
    assertThat(query("SELECT * FROM alerts")).isEmpty();
  }

  @Test
  void whatWasSaidOfTheEndOfARunGoesWhenItGoesOn() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      for (String kind : List.of("temperature", "partial", "failed_units", "holdout")) {
        database.alert("r1", new AlertRow(kind, MONDAY, Optional.empty(), "WARN", kind));
      }
      database.continueRun(run("r1", MONDAY.plusSeconds(90)));
    }
    assertThat(query("SELECT kind FROM alerts")).containsExactly("temperature");
  }

  @Test
  void aRunThatEndedEarlyIsShownAsAWholeOneIs() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file());
        ResearchReader reader = ResearchReader.open(file())) {
      database.beginRun(run("r1", MONDAY));
      database.leavePartial("r1", outcome(MONDAY), "time");
      assertThat(reader.shown()).isEmpty();
      database.finishPartly(
          "r1",
          "time",
          Afterwards.NOTHING,
          evidence -> new Judge.Judgement(List.of(), List.of()),
          () -> outcome(MONDAY));
      assertThat(reader.shown()).contains("r1");
      assertThat(reader.standing("r1").orElseThrow().isComplete()).isFalse();
    }
    assertThat(query("SELECT status, cause FROM runs")).containsExactly("partial|time");
  }

  @Test
  void theEstimateStandsBesideWhatWasMeasured() throws Exception {
    String sql =
        """
        SELECT estimated_peak_bytes, peak_rss_bytes, estimated_read_bytes, read_bytes,
          estimated_seconds, seconds FROM runs""";
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      assertThat(query(sql)).containsExactly("2097152|null|3145728|null|10.5|null");
      database.finishRun("r1", outcome(MONDAY));
    }
    assertThat(query(sql)).containsExactly("2097152|1048576|3145728|4194304|10.5|12.5");
  }

  /** The statements of a version of the schema, as that version of the program ran them. */
  private static void create(Statement statement, int version) throws Exception {
    try (InputStream in = Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anOlderFileIsMigratedAndKeepsItsRows(int version) throws Exception {
    Files.createDirectories(file().getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (int v = 1; v <= version; v++) {
        create(statement, v);
      }
      statement.executeUpdate("INSERT INTO nightshift_schema VALUES (" + version + ")");
      statement.executeUpdate(
          """
          INSERT INTO runs (run_id, status, started_at, nightshift_version, market,
            market_location, settings, resources, symbols, folds, units)
          VALUES ('old', 'finished', 'then', '1', 'm', '/m', '{}', '{}', 1, 1, 1)""");
      statement.executeUpdate(
          "INSERT INTO memory_samples VALUES ('old', 'then', 1, 2, 3, 4, 5, 6)");
      statement.executeUpdate(
          """
          INSERT INTO alerts VALUES ('old', 'then', 'WARN', 'memory', 'much'),
            ('old', 'then', 'WARN', 'memory', 'more'), ('old', 'later', 'WARN', 'memory', 'again')
          """);
    }
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.writeStages("new", List.of(new StageRow("reading", 1, 2, 3, 4, 5)));
      database.alert("old", new AlertRow("memory", MONDAY, Optional.empty(), "WARN", "new"));
    }
    assertThat(query("SELECT version FROM nightshift_schema")).containsExactly("6");
    assertThat(query("SELECT run_id, read_bytes FROM runs")).containsExactly("old|null");
    assertThat(query("SELECT leased_bytes, peak_rss_bytes FROM memory_samples"))
        .containsExactly("6|null");
    assertThat(query("SELECT at, ended_at, severity, message FROM alerts ORDER BY rowid"))
        .containsExactly(
            "later|null|WARN|again",
            "then|null|WARN|more / much",
            "2026-01-05T02:00:00.000Z|null|WARN|new");
    assertThat(query("SELECT count, peak_rss_bytes, read_bytes FROM stages"))
        .containsExactly("3|4|5");
    assertThat(query("SELECT name FROM sqlite_master WHERE name LIKE 'alerts_%'")).isEmpty();
    assertThat(champions()).isEmpty();
  }

  @Test
  void generationsOfVersion3HaveNoFront() throws Exception {
    Files.createDirectories(file().getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (int v = 1; v <= 3; v++) {
        create(statement, v);
      }
      statement.executeUpdate("INSERT INTO nightshift_schema VALUES (3)");
      statement.executeUpdate(
          "INSERT INTO generations VALUES ('old', 'pairs', 2017, 0, 1, 20, 9, 20, 1.5, 1, 0.5)");
    }
    ResearchDatabase.at(file()).close();
    assertThat(query("SELECT best, front FROM generations")).containsExactly("1.5|null");
    assertThat(query("SELECT * FROM fronts")).isEmpty();
  }

  @Test
  void stagesAreThoseOfTheLatestTime() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(run("r1", MONDAY));
      database.writeStages(
          "r1",
          List.of(
              new StageRow("gc", Double.NaN, 2, 3, -1, -1),
              new StageRow("reading", 1, 2, 3, 4, 5)));
      database.writeStages("r1", List.of(new StageRow("reading", 4, 5, 6, 7, 8)));
      assertThat(query("SELECT * FROM stages ORDER BY stage"))
          .containsExactly("r1|gc|null|2.0|3|null|null", "r1|reading|4.0|5.0|6|7|8");
      database.beginRun(run("r1", MONDAY));
    }
    assertThat(query("SELECT * FROM stages")).isEmpty();
  }

  @Test
  void refusesASchemaOfTheFuture() throws Exception {
    ResearchDatabase.at(file()).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE nightshift_schema SET version = 99");
    }
    assertThatThrownBy(() -> ResearchDatabase.at(file()))
        .hasMessageContaining("schema version 99")
        .hasMessageContaining("use a newer Nightshift");
  }

  @Test
  void anEmptyFileIsFilled() throws IOException, SQLException {
    Files.createDirectories(file().getParent());
    Files.createFile(file());
    ResearchDatabase.at(file()).close();
    assertThat(query("SELECT version FROM nightshift_schema")).containsExactly("6");
  }
}
