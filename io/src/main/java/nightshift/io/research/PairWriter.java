package nightshift.io.research;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The statements that write pairs. The caller owns the transaction. */
final class PairWriter {
  private static final String KEY = "WHERE run_id = ? AND strategy = ? AND fold = ? AND island = ?";

  private static final String INSERT =
      """
      INSERT INTO pairs (run_id, strategy, fold, island, formation_from, formation_to, rank,
        symbol_a, symbol_b, sector, params, distance, correlation, hedge_ratio, intercept, adf,
        lags, p_value, half_life)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run_id, strategy, fold, island, formation_to, symbol_a, symbol_b)
        DO UPDATE SET formation_from = excluded.formation_from, rank = excluded.rank,
        sector = excluded.sector, params = excluded.params, distance = excluded.distance,
        correlation = excluded.correlation, hedge_ratio = excluded.hedge_ratio,
        intercept = excluded.intercept, adf = excluded.adf, lags = excluded.lags,
        p_value = excluded.p_value, half_life = excluded.half_life""";

  private PairWriter() {}

  /**
   * Replaces the pairs of a unit, or of a refresh.
   *
   * @param strategy that trades them; of a refresh {@code pairs}
   * @param fold the test year; 0 of a refresh, as the island is
   */
  static void replace(
      Connection connection,
      String runId,
      String strategy,
      int fold,
      int island,
      List<PairRow> rows)
      throws SQLException {
    try (PreparedStatement old = connection.prepareStatement("DELETE FROM pairs " + KEY)) {
      set(old, runId, strategy, fold, island);
      old.executeUpdate();
    }
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (PairRow row : rows) {
        set(
            insert,
            runId,
            strategy,
            fold,
            island,
            row.formationFrom(),
            row.formationTo(),
            row.rank(),
            row.symbolA(),
            row.symbolB(),
            known(row.sector()),
            known(row.params()),
            row.distance(),
            known(row.correlation()),
            known(row.hedgeRatio()),
            known(row.intercept()),
            known(row.adf()),
            row.lags(),
            known(row.pValue()),
            known(row.halfLife()));
        insert.executeUpdate();
      }
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
