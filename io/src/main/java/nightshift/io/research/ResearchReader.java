package nightshift.io.research;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a research database, and can neither create nor change one. */
public final class ResearchReader implements AutoCloseable {
  private final SqliteFile file;
  private final Connection connection;

  private ResearchReader(SqliteFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens the database at a path.
   *
   * @throws ResearchException when there is none, or something else
   */
  public static ResearchReader open(Path path) throws ResearchException {
    SqliteFile file = new SqliteFile(path);
    if (!file.exists()) {
      throw new ResearchException(
          "there is no research database at " + file.path() + "; a run makes one");
    }
    file.requireOurs();
    try {
      return new ResearchReader(file, file.openReadOnly());
    } catch (SQLException e) {
      throw file.failed("open", e);
    }
  }

  /** A row as a reader sees it now. */
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The champions, in order of strategy. */
  public List<Champion> champions() throws ResearchException {
    return query(
        """
        SELECT c.strategy, c.fold, c.params, c.objective, c.is_sharpe, c.oos_sharpe, c.oos_cagr,
          c.oos_max_drawdown, c.oos_trades, COALESCE(c.verdict, ''), COALESCE(c.reason, ''), c.dsr,
          c.pbo, c.stitched_sharpe, c.reality_check_p, c.spa_p, c.oos_sharpe_2x, t.sharpe, b.sharpe,
          h.sharpe
        FROM champions c
        LEFT JOIN baselines t ON t.run_id = c.run_id AND t.strategy = c.strategy
          AND t.fold = c.fold AND t.kind = 'textbook'
        LEFT JOIN baselines b ON b.run_id = c.run_id AND b.strategy = c.strategy
          AND b.fold = c.fold AND b.kind = 'buy_and_hold'
        LEFT JOIN holdout h ON h.run_id = c.run_id AND h.strategy = c.strategy
          AND h.params = c.params
        ORDER BY c.strategy""",
        row ->
            new Champion(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                number(row, 4),
                number(row, 5),
                number(row, 6),
                number(row, 7),
                number(row, 8),
                row.getInt(9),
                row.getString(10),
                row.getString(11),
                number(row, 12),
                number(row, 13),
                number(row, 14),
                number(row, 15),
                number(row, 16),
                new Champion.Beside(
                    number(row, 17), number(row, 18), number(row, 19), number(row, 20))));
  }

  /**
   * The best candidate of each strategy and fold of a run, in their order: those that have rank 1,
   * or will have it when the run finishes with what it has found so far.
   */
  public List<BestOfFold> bestOfFolds(String runId) throws ResearchException {
    return query(
        "SELECT strategy, fold, params FROM ("
            + Ranking.OF_RUN
            + ") AS ranked WHERE place = 1 AND objective IS NOT NULL ORDER BY strategy, fold",
        row -> new BestOfFold(row.getString(1), row.getInt(2), row.getString(3)),
        runId);
  }

  /**
   * The fronts of a run's latest fold of each strategy, in order of strategy, island, member and
   * objective, as they were written; empty with a single objective.
   */
  public List<FrontRow> fronts(String runId) throws ResearchException {
    return query(
        """
        SELECT f.strategy, f.island, f.params, f.objective, f.value, f.is_trades FROM fronts f
        WHERE f.run_id = ? AND f.fold = (
          SELECT MAX(g.fold) FROM fronts g
          WHERE g.run_id = f.run_id AND g.strategy = f.strategy)
        ORDER BY f.strategy, f.island, f.place, f.priority""",
        row ->
            new FrontRow(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getDouble(5),
                row.getInt(6)),
        runId);
  }

  /** How many findings of a run are in quarantine, by rule: the most frequent first. */
  public Map<String, Integer> quarantinedByRule(String runId) throws ResearchException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    query(
            "SELECT rule, COUNT(*) FROM quarantine WHERE run_id = ?"
                + " GROUP BY rule ORDER BY COUNT(*) DESC, rule",
            row -> Map.entry(row.getString(1), row.getInt(2)),
            runId)
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  /** Symbols of a run that were read and then set aside as a whole, in some fold or in all. */
  public int symbolsSetAside(String runId) throws ResearchException {
    return query(
            "SELECT COUNT(DISTINCT symbol) FROM quarantine WHERE run_id = ?"
                + " AND action = 'symbol_set_aside' AND rule <> 'unreadable'",
            row -> row.getInt(1),
            runId)
        .get(0);
  }

  /** Why symbols of a run could not be read, in order of the symbols. */
  public List<String> unreadable(String runId) throws ResearchException {
    return query(
        "SELECT detail FROM quarantine WHERE run_id = ? AND rule = 'unreadable' ORDER BY symbol",
        row -> row.getString(1),
        runId);
  }

  /** What a refresh of pairs found, in order of their rank. */
  public List<PairRow> pairs(String refreshId) throws ResearchException {
    return query(
        """
        SELECT formation_from, formation_to, rank, symbol_a, symbol_b, COALESCE(sector, ''),
          COALESCE(params, ''), distance, correlation, hedge_ratio, intercept, adf, lags, p_value,
          half_life
        FROM pairs WHERE run_id = ? ORDER BY rank""",
        row ->
            new PairRow(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                number(row, 8),
                number(row, 9),
                number(row, 10),
                number(row, 11),
                number(row, 12),
                row.getInt(13),
                number(row, 14),
                number(row, 15)),
        refreshId);
  }

  /** A refresh of pairs that has been written. */
  public RefreshRow refresh(String id) throws ResearchException {
    return query(
            """
            SELECT run_id, market, settings, symbols, complete, formation_from, formation_to,
              refreshed_at FROM pair_refreshes WHERE run_id = ?""",
            row ->
                new RefreshRow(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getString(6),
                    row.getString(7),
                    Instant.parse(row.getString(8))),
            id)
        .get(0);
  }

  /** How many units of a run and fold are in the database, failed ones included. */
  public int units(String runId, int fold) throws ResearchException {
    return query(
            "SELECT COUNT(*) FROM units WHERE run_id = ? AND fold = ?",
            row -> row.getInt(1),
            runId,
            fold)
        .get(0);
  }

  /** The run that readers see: the one that finished last, wholly or in part. */
  public Optional<String> shown() throws ResearchException {
    return query(
            "SELECT run_id FROM runs WHERE finished_at IS NOT NULL"
                + " ORDER BY finished_at DESC, run_id LIMIT 1",
            row -> row.getString(1))
        .stream()
        .findFirst();
  }

  /** The run that was begun last, however it ended; empty when there is none. */
  public Optional<LastRun> lastRun() throws ResearchException {
    return query(
            """
            SELECT r.run_id, r.status, r.started_at, COALESCE(r.cause, ''),
              COALESCE(MAX(m.rss_bytes), 0), COALESCE(MAX(m.vsz_bytes), 0),
              COALESCE(MAX(m.budget_bytes), 0)
            FROM (SELECT * FROM runs ORDER BY started_at DESC, run_id LIMIT 1) r
            LEFT JOIN memory_samples m ON m.run_id = r.run_id
            GROUP BY r.run_id, r.status, r.started_at, r.cause""",
            row ->
                new LastRun(
                    row.getString(1),
                    row.getString(2),
                    Instant.parse(row.getString(3)),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7)))
        .stream()
        .findFirst();
  }

  /**
   * The champions of the run on a market that finished last, wholly or in part: of each strategy
   * and fold the one of rank 1, the latest training first.
   */
  public List<EarlierChampion> championsOfLast(String market) throws ResearchException {
    return query(
        """
        SELECT run_id, strategy, train_to, params FROM fitness
        WHERE rank = 1 AND objective IS NOT NULL AND run_id = (
          SELECT run_id FROM runs WHERE market = ? AND finished_at IS NOT NULL
          ORDER BY finished_at DESC, run_id LIMIT 1)
        ORDER BY strategy, train_to DESC, params""",
        row ->
            new EarlierChampion(
                row.getString(1),
                row.getString(2),
                LocalDate.parse(row.getString(3)),
                row.getString(4)),
        market);
  }

  /**
   * What a run began with.
   *
   * @param baseId what it is known by apart from that
   * @return empty when it never began
   */
  public Optional<WarmStart> warmStart(String baseId) throws ResearchException {
    if (!hasTable("warm_starts")) {
      return Optional.empty();
    }
    List<WarmStart.Seed> seeds =
        query(
            "SELECT strategy, fold, params FROM warm_start_seeds WHERE base_id = ? ORDER BY place",
            row -> new WarmStart.Seed(row.getString(1), row.getInt(2), row.getString(3)),
            baseId);
    return query(
            "SELECT from_run FROM warm_starts WHERE base_id = ?",
            row -> new WarmStart(row.getString(1), seeds),
            baseId)
        .stream()
        .findFirst();
  }

  /** Not there in a database that an earlier program has written, and none has migrated since. */
  private boolean hasTable(String name) throws ResearchException {
    try (ResultSet table = connection.getMetaData().getTables(null, null, name, null)) {
      return table.next();
    } catch (SQLException e) {
      throw file.failed("read", e);
    }
  }

  /** How far a run has come; empty when it never began. */
  public Optional<RunStanding> standing(String runId) throws ResearchException {
    Set<UnitKey> finished =
        Set.copyOf(
            query(
                "SELECT strategy, fold, island FROM units WHERE run_id = ? AND status = 'finished'",
                row -> new UnitKey(row.getString(1), row.getInt(2), row.getInt(3)),
                runId));
    return query(
            """
            SELECT status, started_at, COALESCE(finished_at, ''), units, (
              SELECT COUNT(*) FROM units u WHERE u.run_id = r.run_id AND u.status = 'failed')
            FROM runs r WHERE run_id = ?""",
            row ->
                new RunStanding(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    finished,
                    row.getInt(5)),
            runId)
        .stream()
        .findFirst();
  }

  /** What the units of a run that finished took together, in whichever process they did. */
  public UnitSums sums(String runId) throws ResearchException {
    return query(
            """
            SELECT COUNT(*), COALESCE(SUM(evaluations), 0), COALESCE(SUM(bars_evaluated), 0)
            FROM units WHERE run_id = ? AND status = 'finished'""",
            row -> new UnitSums(row.getInt(1), row.getLong(2), row.getLong(3)),
            runId)
        .get(0);
  }

  /** The alerts of a run, a line each, in the order in which they began. */
  public List<String> alerts(String runId) throws ResearchException {
    return query(
        "SELECT severity || ' ' || kind || ': ' || message FROM alerts WHERE run_id = ?"
            + " ORDER BY at, kind",
        row -> row.getString(1),
        runId);
  }

  /** Why a run's units failed, with which unit it was, in their order. */
  public List<String> failures(String runId) throws ResearchException {
    return query(
        "SELECT strategy || ', fold ' || fold || ', island ' || island || ': ' || cause FROM units"
            + " WHERE run_id = ? AND status = 'failed' ORDER BY strategy, fold, island",
        row -> row.getString(1),
        runId);
  }

  private <T> List<T> query(String sql, Row<T> read, Object... values) throws ResearchException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(read.read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw file.failed("read", e);
    }
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  @Override
  public void close() throws ResearchException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw file.failed("close", e);
    }
  }
}
