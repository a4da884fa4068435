package nightshift.io.research;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a run's evidence before a judge, and writes the judgement. The caller owns the
 * transaction.
 */
final class Verdicts {
  private final Connection connection;
  private final String runId;

  Verdicts(Connection connection, String runId) {
    this.connection = connection;
    this.runId = runId;
  }

  /** Replaces what was judged before. */
  void write(Judge judge) throws SQLException {
    Judge.Judgement judgement = judge.judge(new RunEvidence(candidates(), series()));
    writeDeflated(judgement.deflated());
    try (PreparedStatement drop =
        connection.prepareStatement("DELETE FROM verdicts WHERE run_id = ?")) {
      drop.setString(1, runId);
      drop.executeUpdate();
    }
    writeVerdicts(judgement.verdicts());
  }

  private List<RunEvidence.Candidate> candidates() throws SQLException {
    List<RunEvidence.Candidate> found = new ArrayList<>();
    Map<String, Long> distinct = new HashMap<>();
    Map<String, Double> variances = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT strategy, fold, island, params, rank, objective, is_sharpe, is_days, is_skew,
              is_kurtosis, pbo FROM fitness WHERE run_id = ?
            ORDER BY strategy, fold, island, params""")) {
      statement.setString(1, runId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String strategy = row.getString(1);
          int fold = row.getInt(2);
          String key = strategy + "/" + fold;
          if (!distinct.containsKey(strategy)) {
            distinct.put(strategy, distinct(strategy));
          }
          if (!variances.containsKey(key)) {
            variances.put(key, variance(strategy, fold));
          }
          found.add(
              new RunEvidence.Candidate(
                  strategy,
                  fold,
                  row.getInt(3),
                  row.getString(4),
                  row.getInt(5),
                  number(row, 6),
                  number(row, 7),
                  row.getInt(8),
                  number(row, 9),
                  number(row, 10),
                  number(row, 11),
                  new RunEvidence.Trials(distinct.get(strategy), variances.get(key))));
        }
      }
    }
    return found;
  }

  /** How many different candidates were ever tried for a strategy on the run's market. */
  private long distinct(String strategy) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT COUNT(DISTINCT params) FROM trials
            WHERE market = (SELECT market FROM runs WHERE run_id = ?) AND strategy = ?""")) {
      UnitWriter.fill(statement, runId, strategy);
      try (ResultSet row = statement.executeQuery()) {
        return row.getLong(1);
      }
    }
  }

  /**
   * The variance of the Sharpe ratios tried for a fold, added in order of the parameters. What was
   * taken from an earlier run says nothing of how far apart candidates are: with it and without it,
   * whichever is more.
   */
  private double variance(String strategy, int fold) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT COALESCE(sharpe, screen_sharpe), EXISTS (
                SELECT 1 FROM warm_start_seeds s JOIN warm_starts w ON w.base_id = s.base_id
                WHERE w.market = t.market AND s.strategy = t.strategy AND s.fold = t.fold
                  AND s.params = t.params)
            FROM trials t
            WHERE market = (SELECT market FROM runs WHERE run_id = ?) AND strategy = ?
              AND fold = ? AND COALESCE(sharpe, screen_sharpe) IS NOT NULL
            ORDER BY params""")) {
      UnitWriter.fill(statement, runId, strategy, fold);
      Spread all = new Spread();
      Spread own = new Spread();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(row.getDouble(1));
          if (!row.getBoolean(2)) {
            own.add(row.getDouble(1));
          }
        }
      }
      return own.variance() > all.variance() ? own.variance() : all.variance();
    }
  }

  /** Welford's sums. */
  private static final class Spread {
    private long n;
    private double mean;
    private double squares;

    void add(double value) {
      double off = value - mean;
      n++;
      mean += off / n;
      squares += off * (value - mean);
    }

    double variance() {
      return n < 2 ? Double.NaN : squares / (n - 1);
    }
  }

  private List<RunEvidence.Series> series() throws SQLException {
    List<RunEvidence.Series> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT strategy, fold, params, days, returns FROM daily_returns WHERE run_id = ?
            ORDER BY strategy, fold, island""")) {
      statement.setString(1, runId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new RunEvidence.Series(
                  row.getString(1),
                  row.getInt(2),
                  row.getString(3),
                  Packed.ints(row.getBytes(4)),
                  Packed.doubles(row.getBytes(5))));
        }
      }
    }
    return found;
  }

  private void writeDeflated(List<Judge.Deflated> deflated) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE fitness SET dsr = ?, trials = ?
            WHERE run_id = ? AND strategy = ? AND fold = ? AND island = ? AND params = ?""")) {
      for (Judge.Deflated d : deflated) {
        RunEvidence.Candidate c = d.candidate();
        UnitWriter.fill(
            statement,
            d.dsr(),
            c.trials().distinct(),
            runId,
            c.strategy(),
            c.fold(),
            c.island(),
            c.params());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void writeVerdicts(List<VerdictRow> verdicts) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO verdicts (run_id, strategy, fold, params, verdict, reason, folds,
              stitched_days, stitched_sharpe, stitched_total_return, stitched_cagr,
              stitched_max_drawdown, stitched_psr, min_track_record, is_sharpe, efficiency, dsr,
              trials, pbo, alpha, beta, alpha_p, family_alpha_p, benchmark_sharpe,
              reality_check_p, spa_p, block_length)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (VerdictRow v : verdicts) {
        UnitWriter.fill(
            statement,
            runId,
            v.strategy(),
            v.fold(),
            v.params(),
            v.verdict(),
            v.reason(),
            v.folds(),
            v.stitched().days(),
            v.stitched().sharpe(),
            v.stitched().totalReturn(),
            v.stitched().cagr(),
            v.stitched().maxDrawdown(),
            v.stitched().psr(),
            v.minTrackRecord(),
            v.isSharpe(),
            v.efficiency(),
            v.dsr(),
            v.trials(),
            v.pbo(),
            v.alpha().alpha(),
            v.alpha().beta(),
            v.alpha().p(),
            v.alpha().familyP(),
            v.family().benchmarkSharpe(),
            v.family().realityCheckP(),
            v.family().spaP(),
            v.family().blockLength());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
