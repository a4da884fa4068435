package nightshift.io.research;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The one writer of a research database in this process. SQLite takes one writer at a time, so all
 * threads share an instance, and its methods take turns. Every method is one transaction: it is
 * wholly in the database when it returns, and not at all when it throws.
 */
public final class ResearchDatabase implements AutoCloseable {
  private static final Map<Path, ResearchDatabase> OPEN = new HashMap<>();

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final SqliteFile file;
  private final Connection connection;
  private final UnitWriter units;

  private ResearchDatabase(SqliteFile file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.units = new UnitWriter(connection);
  }

  /**
   * Fails unless a research database can be written there; creates and changes nothing.
   *
   * @throws ResearchException with the reason
   */
  public static void requireWritable(Path path) throws ResearchException {
    new SqliteFile(path).requireWritable();
  }

  /**
   * Looks whether the database at a path is damaged, and if it is gives it another name, so that a
   * new one can be made. Nothing is written to it.
   *
   * @return what was found, and the new name, for people; empty when the database is sound, or is
   *     not there
   */
  public static Optional<String> setAsideIfDamaged(Path path) throws ResearchException {
    SqliteFile file = new SqliteFile(path);
    Damage damage = new Damage(file);
    Optional<String> found = damage.find();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "the research database %s is damaged (%s); it was set aside as %s, and a new one is begun"
            .formatted(file.path(), found.get(), damage.setAside()));
  }

  /**
   * The writer of the database at a path, opened (and created, or migrated) at the first call;
   * every further call in this process gets the same, until it is closed.
   */
  public static ResearchDatabase at(Path path) throws ResearchException {
    SqliteFile file = new SqliteFile(path);
    synchronized (OPEN) {
      ResearchDatabase known = OPEN.get(file.path());
      if (known != null) {
        return known;
      }
      ResearchDatabase database = open(file);
      OPEN.put(file.path(), database);
      return database;
    }
  }

  private static ResearchDatabase open(SqliteFile file) throws ResearchException {
    file.requireWritable();
    try {
      Connection connection = file.openForWriting();
      try {
        Schema.createOrMigrate(connection, file.path());
        return new ResearchDatabase(file, connection);
      } catch (SQLException | IOException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (ResearchException e) {
      throw e;
    } catch (SQLException | IOException e) {
      throw file.failed("open", e);
    }
  }

  /** The absolute path of the file. */
  public Path path() {
    return file.path();
  }

  /**
   * Writes that a run begins from nothing: what is known of it from before goes, but not what a
   * reader may see. If the same run finished before, its results stay that until this one finishes;
   * so a run that is made anew works under the name that {@link FreshRun} gives it.
   */
  public void beginRun(RunRow run) throws ResearchException {
    transaction(
        "begin run " + run.runId(),
        () -> {
          for (String table : List.of("quarantine", "alerts", "memory_samples")) {
            execute("DELETE FROM " + table + " WHERE run_id = ?", run.runId());
          }
          start(run);
        });
  }

  /**
   * Writes that a run goes on: everything that it has found, and met, stays. What was said of its
   * end goes, as it was none.
   */
  public void continueRun(RunRow run) throws ResearchException {
    transaction(
        "continue run " + run.runId(),
        () -> {
          execute(
              "DELETE FROM alerts WHERE run_id = ?"
                  + " AND kind IN ('partial', 'failed_units', 'holdout')",
              run.runId());
          start(run);
        });
  }

  /**
   * Writes what a run begins with, before it does.
   *
   * @param baseId what it is known by apart from that; nothing is there under it yet
   * @param runId what it is known by with it
   */
  public void beginWith(String baseId, String runId, String market, WarmStart start)
      throws ResearchException {
    transaction(
        "write the warm start of run " + runId,
        () -> {
          execute(
              "INSERT INTO warm_starts (base_id, market, for_run, from_run) VALUES (?, ?, ?, ?)",
              baseId,
              market,
              runId,
              start.fromRun());
          int place = 0;
          for (WarmStart.Seed seed : start.seeds()) {
            place++;
            execute(
                "INSERT INTO warm_start_seeds (base_id, strategy, fold, place, params)"
                    + " VALUES (?, ?, ?, ?, ?)",
                baseId,
                seed.strategy(),
                seed.fold(),
                place,
                seed.params());
          }
        });
  }

  /** Removes everything of a run but what it tried, which selection still has to be paid for. */
  public void forgetRun(String runId) throws ResearchException {
    transaction("forget run " + runId, () -> forget(runId));
  }

  private void forget(String runId) throws SQLException {
    for (String table : tablesOfRuns()) {
      execute("DELETE FROM " + table + " WHERE run_id = ?", runId);
    }
  }

  /** All that have rows of one run alone, the runs themselves among them. */
  private List<String> tablesOfRuns() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet all =
        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (all.next()) {
        tables.add(all.getString("TABLE_NAME"));
      }
    }
    List<String> found = new ArrayList<>();
    for (String table : tables) {
      try (ResultSet column = connection.getMetaData().getColumns(null, null, table, "run_id")) {
        if (column.next() && !table.equals("trials")) {
          found.add(table);
        }
      }
    }
    return found;
  }

  private void start(RunRow run) throws SQLException {
    execute("DELETE FROM stages WHERE run_id = ?", run.runId());
    execute(
        """
              INSERT INTO runs (run_id, status, started_at, nightshift_version, market,
                market_location, settings, resources, symbols, folds, units,
                estimated_peak_bytes, estimated_read_bytes, estimated_seconds)
              VALUES (?, 'running', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (run_id) DO UPDATE SET status = excluded.status,
                started_at = excluded.started_at,
                nightshift_version = excluded.nightshift_version,
                market_location = excluded.market_location, resources = excluded.resources,
                symbols = excluded.symbols, folds = excluded.folds, units = excluded.units,
                estimated_peak_bytes = excluded.estimated_peak_bytes,
                estimated_read_bytes = excluded.estimated_read_bytes,
                estimated_seconds = excluded.estimated_seconds, cause = NULL""",
        run.runId(),
        text(run.startedAt()),
        run.version(),
        run.market(),
        run.marketLocation(),
        run.settings(),
        run.resources(),
        run.symbols(),
        run.folds(),
        run.units(),
        run.estimate().peakBytes(),
        run.estimate().readBytes(),
        run.estimate().seconds());
  }

  /** Writes all rows of a unit, over those that it left before. */
  public void writeUnit(UnitRows rows) throws ResearchException {
    UnitRows.Unit unit = rows.unit();
    transaction(
        "write unit " + unit,
        () -> {
          units.write(rows);
          PairWriter.replace(
              connection, unit.runId(), unit.strategy(), unit.fold(), unit.island(), rows.pairs());
        });
  }

  /** Forgets what a refresh of pairs met before, but not what it found, until it has found it. */
  public void beginRefresh(String id) throws ResearchException {
    transaction(
        "begin refresh " + id,
        () -> {
          for (String table : List.of("quarantine", "alerts", "memory_samples")) {
            execute("DELETE FROM " + table + " WHERE run_id = ?", id);
          }
        });
  }

  /** Writes what a refresh found, over what it found before. */
  public void writeRefresh(RefreshRow refresh, List<PairRow> pairs) throws ResearchException {
    transaction(
        "write pairs of refresh " + refresh.id(),
        () -> {
          execute(
              """
              INSERT INTO pair_refreshes (run_id, market, settings, symbols, complete,
                formation_from, formation_to, refreshed_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (run_id) DO UPDATE SET market = excluded.market,
                settings = excluded.settings, symbols = excluded.symbols,
                complete = excluded.complete, formation_from = excluded.formation_from,
                formation_to = excluded.formation_to, refreshed_at = excluded.refreshed_at""",
              refresh.id(),
              refresh.market(),
              refresh.settings(),
              refresh.symbols(),
              refresh.complete(),
              refresh.formationFrom(),
              refresh.formationTo(),
              text(refresh.at()));
          PairWriter.replace(connection, refresh.id(), "pairs", 0, 0, pairs);
        });
  }

  /** Writes what was set aside of a run's data. */
  public void quarantine(String runId, List<QuarantineRow> rows) throws ResearchException {
    transaction("write quarantine of run " + runId, () -> units.quarantine(runId, rows));
  }

  /** Writes memory samples of a run. */
  public void writeSamples(String runId, List<MemorySample> samples) throws ResearchException {
    transaction(
        "write memory samples of run " + runId,
        () -> {
          for (MemorySample sample : samples) {
            execute(
                """
                INSERT INTO memory_samples (run_id, at, rss_bytes, peak_rss_bytes, file_rss_bytes,
                  vsz_bytes, swap_bytes, heap_bytes, mapped_bytes, budget_bytes, leased_bytes,
                  available_bytes, cgroup_bytes, cgroup_cache_bytes, cgroup_limit_bytes,
                  stall_some, stall_full, temperature, throttled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""",
                runId,
                text(sample.at()),
                known(sample.rssBytes()),
                known(sample.peakRssBytes()),
                known(sample.fileRssBytes()),
                known(sample.vszBytes()),
                known(sample.swapBytes()),
                known(sample.heapBytes()),
                known(sample.mappedBytes()),
                known(sample.budgetBytes()),
                known(sample.leasedBytes()),
                known(sample.machine().availableBytes()),
                known(sample.machine().cgroupBytes()),
                known(sample.machine().cgroupCacheBytes()),
                known(sample.machine().cgroupLimitBytes()),
                known(sample.machine().stallSome()),
                known(sample.machine().stallFull()),
                known(sample.machine().temperature()),
                known(sample.machine().throttled()));
          }
        });
  }

  /** Writes how the time of a run went, over what was written of it before. */
  public void writeStages(String runId, List<StageRow> stages) throws ResearchException {
    transaction(
        "write stages of run " + runId,
        () -> {
          for (StageRow row : stages) {
            execute(
                """
                INSERT INTO stages (run_id, stage, cpu_seconds, wall_seconds, count,
                  peak_rss_bytes, read_bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (run_id, stage) DO UPDATE SET cpu_seconds = excluded.cpu_seconds,
                  wall_seconds = excluded.wall_seconds, count = excluded.count,
                  peak_rss_bytes = excluded.peak_rss_bytes, read_bytes = excluded.read_bytes""",
                runId,
                row.stage(),
                known(row.cpuSeconds()),
                row.wallSeconds(),
                row.count(),
                known(row.peakRssBytes()),
                known(row.readBytes()));
          }
        });
  }

  /** Writes an alert, over what was written of it before. */
  public void alert(String runId, AlertRow alert) throws ResearchException {
    transaction(
        "write alert of run " + runId,
        () ->
            execute(
                """
                INSERT INTO alerts (run_id, kind, at, ended_at, severity, message)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (run_id, kind, at) DO UPDATE SET ended_at = excluded.ended_at,
                  severity = excluded.severity, message = excluded.message""",
                runId,
                alert.kind(),
                text(alert.at()),
                alert.endedAt().map(ResearchDatabase::text).orElse(null),
                alert.severity(),
                alert.message()));
  }

  /**
   * Compares a market with what a run saw of it last, and remembers what it is now.
   *
   * @param contents what stands for the prices of each symbol that is looked at
   */
  public MarketChange noteMarket(String location, Map<String, Long> contents, Instant now)
      throws ResearchException {
    AtomicReference<MarketChange> change = new AtomicReference<>();
    transaction(
        "note the market in",
        () -> {
          change.set(new MarketMemory(connection, location).compare(contents));
          new MarketMemory(connection, location).remember(contents, text(now));
        });
    return change.get();
  }

  /**
   * Makes a run that has finished, and is complete, the one that readers see.
   *
   * @param at when it was asked for again
   */
  public void showAgain(String runId, Instant at) throws ResearchException {
    transaction(
        "show run " + runId + " again from",
        () ->
            execute(
                """
                UPDATE runs SET finished_at = ? WHERE run_id = ? AND EXISTS (
                  SELECT 1 FROM runs later WHERE later.finished_at > runs.finished_at)""",
                text(at),
                runId));
  }

  /** Finishes a run without a verdict on its champions. */
  public void finishRun(String runId, RunOutcome outcome) throws ResearchException {
    finishRun(
        runId,
        Afterwards.NOTHING,
        evidence -> new Judge.Judgement(List.of(), List.of()),
        () -> outcome);
  }

  private void writeHoldout(String runId, List<HoldoutRow> rows) throws SQLException {
    execute("DELETE FROM holdout WHERE run_id = ?", runId);
    for (HoldoutRow row : rows) {
      Object[] key = {runId, row.strategy(), row.fold(), row.params(), row.from(), row.to()};
      Object[] further = {
        row.alpha(), row.beta(), row.buyAndHold().sharpe(), row.buyAndHold().totalReturn()
      };
      execute(
          "INSERT INTO holdout (run_id, strategy, fold, params, hold_from, hold_to, "
              + MainFigures.COLUMNS
              + ", alpha, beta, buy_and_hold_sharpe, buy_and_hold_total_return) VALUES (?"
              + ", ?".repeat(key.length + row.figures().cells().length + further.length - 1)
              + ")",
          Stream.of(key, row.figures().cells(), further)
              .flatMap(Arrays::stream)
              .map(ResearchDatabase::defined)
              .toArray());
    }
  }

  private void writeStability(String runId, List<StabilityRow> rows) throws SQLException {
    execute("DELETE FROM stability WHERE run_id = ?", runId);
    for (StabilityRow row : rows) {
      execute(
          """
                INSERT INTO stability (run_id, strategy, parameter, folds, lowest, highest, latest,
                  spread) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
          runId,
          row.strategy(),
          row.parameter(),
          row.folds(),
          row.lowest(),
          row.highest(),
          row.latest(),
          known(row.spread()));
    }
  }

  /**
   * Merges the islands (ranks the candidates of each strategy and fold by their objective in
   * sample, of equally good ones the best of a unit first, then by parameters), writes what was
   * found out afterwards, has the champions judged, and marks the run as finished, which is what
   * makes it visible in {@code champions}. A {@link FreshRun} takes the place of the run that it
   * makes anew. All of it is one transaction.
   *
   * @param ending what is known of the run in the end; asked when the champions are judged
   */
  public void finishRun(
      String runId, Afterwards afterwards, Judge judge, Supplier<RunOutcome> ending)
      throws ResearchException {
    finish(runId, "finished", null, afterwards, judge, ending);
  }

  private void finish(
      String runId,
      String status,
      String cause,
      Afterwards afterwards,
      Judge judge,
      Supplier<RunOutcome> ending)
      throws ResearchException {
    transaction(
        "finish run " + runId,
        () -> {
          rank(runId);
          writeStability(runId, afterwards.stability());
          writeHoldout(runId, afterwards.holdout());
          new Verdicts(connection, runId).write(judge);
          RunOutcome outcome = ending.get();
          end(runId, status, outcome, cause);
          execute(
              "UPDATE runs SET finished_at = ? WHERE run_id = ?",
              text(outcome.finishedAt()),
              runId);
          if (FreshRun.is(runId)) {
            publish(runId);
          }
        });
  }

  private void publish(String runId) throws SQLException {
    String published = FreshRun.published(runId);
    forget(published);
    for (String table : tablesOfRuns()) {
      execute("UPDATE " + table + " SET run_id = ? WHERE run_id = ?", published, runId);
    }
    execute("UPDATE trials SET run_id = ? WHERE run_id = ?", published, runId);
  }

  private void rank(String runId) throws SQLException {
    execute("UPDATE fitness SET rank = NULL WHERE run_id = ?", runId);
    execute(
        "UPDATE fitness SET rank = ranked.place FROM ("
            + Ranking.OF_RUN
            + ") AS ranked "
            + """
            WHERE fitness.run_id = ? AND fitness.strategy = ranked.strategy
              AND fitness.fold = ranked.fold AND fitness.island = ranked.island
              AND fitness.params = ranked.params""",
        runId,
        runId);
  }

  /**
   * Finishes a run of which units are missing, as {@link #finishRun} does; its status says so.
   *
   * @param cause why it ended early
   */
  public void finishPartly(
      String runId, String cause, Afterwards afterwards, Judge judge, Supplier<RunOutcome> ending)
      throws ResearchException {
    finish(runId, "partial", cause, afterwards, judge, ending);
  }

  /**
   * Marks the run as one that ended early, with too little to be shown; the last run that finished
   * stays what a reader sees.
   */
  public void leavePartial(String runId, RunOutcome outcome, String cause)
      throws ResearchException {
    transaction("end run " + runId, () -> end(runId, "partial", outcome, cause));
  }

  /** Marks the run as interrupted; the last run that finished stays what a reader sees. */
  public void interruptRun(String runId, RunOutcome outcome, String cause)
      throws ResearchException {
    transaction("interrupt run " + runId, () -> end(runId, "interrupted", outcome, cause));
  }

  /** Marks the run as failed; the last run that finished stays what a reader sees. */
  public void failRun(String runId, RunOutcome outcome, String cause) throws ResearchException {
    transaction("fail run " + runId, () -> end(runId, "failed", outcome, cause));
  }

  private void end(String runId, String status, RunOutcome outcome, String cause)
      throws SQLException {
    execute(
        """
        UPDATE runs SET status = ?, units_failed = ?, evaluations = ?, bars_evaluated = ?,
          files_opened = ?, seconds = ?, peak_rss_bytes = ?, read_bytes = ?, cause = ? WHERE run_id = ?""",
        status,
        outcome.unitsFailed(),
        outcome.evaluations(),
        outcome.barsEvaluated(),
        outcome.filesOpened(),
        outcome.seconds(),
        known(outcome.peakRssBytes()),
        known(outcome.readBytes()),
        cause,
        runId);
  }

  /** Always with three digits behind the second, so that texts sort as times do. */
  private static String text(Instant at) {
    return MILLIS.format(at);
  }

  private static Long known(long bytes) {
    return bytes < 0 ? null : bytes;
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Object defined(Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private interface Change {
    void apply() throws SQLException;
  }

  private synchronized void transaction(String what, Change change) throws ResearchException {
    try {
      connection.setAutoCommit(false);
      change.apply();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      undo(e);
      throw file.failed(what + " in", e);
    } catch (RuntimeException | Error e) {
      undo(e);
      throw e;
    }
  }

  /**
   * Takes back what a transaction has done so far. Where that fails too, SQLite has taken it back
   * by itself, as it does when a disk is full, or the file is gone: then the connection is closed,
   * for to go on with it might commit the half of a transaction. Nothing can be written any more.
   */
  private void undo(Throwable cause) {
    try {
      units.forget();
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
      try {
        connection.close();
      } catch (SQLException unclosed) {
        cause.addSuppressed(unclosed);
      }
    }
  }

  /** Closes the database; nothing may be written after that. */
  @Override
  public void close() throws ResearchException {
    synchronized (OPEN) {
      OPEN.remove(file.path(), this);
    }
    synchronized (this) {
      try {
        units.close();
        connection.close();
      } catch (SQLException e) {
        throw file.failed("close", e);
      }
    }
  }
}
