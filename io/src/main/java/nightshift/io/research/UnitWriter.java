package nightshift.io.research;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statements that write a unit's rows, prepared once. The caller owns the transaction. */
final class UnitWriter implements AutoCloseable {
  private static final String UNIT_KEY = "run_id, strategy, fold, island";

  private final PreparedStatement unit;
  private final PreparedStatement fitness;
  private final PreparedStatement generation;
  private final PreparedStatement trial;
  private final PreparedStatement front;
  private final PreparedStatement symbol;
  private final PreparedStatement daily;
  private final PreparedStatement baseline;
  private final PreparedStatement quarantine;
  private final PreparedStatement oldFitness;
  private final PreparedStatement dropFitness;
  private final PreparedStatement dropGenerations;
  private final PreparedStatement dropFront;
  private final PreparedStatement dropSymbols;
  private final PreparedStatement dropDaily;

  UnitWriter(Connection connection) throws SQLException {
    unit =
        upsert(
            connection,
            "units",
            UNIT_KEY,
            "status, symbols, generations, evaluations, bars_evaluated, cause");
    fitness =
        upsert(
            connection,
            "fitness",
            UNIT_KEY + ", params",
            "train_from, train_to, test_from, test_to, objective, is_sharpe, is_trades, is_days,"
                + " is_skew, is_kurtosis, oos_sharpe,"
                + " oos_sortino, oos_calmar, oos_total_return, oos_cagr, oos_volatility,"
                + " oos_max_drawdown, oos_profit_factor, oos_sqn, oos_win_rate, oos_trades,"
                + " oos_exposure, oos_turnover, oos_missing_opens, oos_avg_drawdown,"
                + " oos_max_drawdown_days, oos_avg_drawdown_days, oos_expectancy, oos_best_trade,"
                + " oos_worst_trade, oos_alpha, oos_beta, oos_skew, oos_kurtosis, oos_sharpe_0x,"
                + " oos_total_return_0x, oos_sharpe_2x, oos_total_return_2x, psr, pbo");
    generation =
        upsert(
            connection,
            "generations",
            UNIT_KEY + ", generation",
            "evaluated, valid, distinct_members, best, mean, sd, front");
    trial =
        connection.prepareStatement(
            // Which of two islands looked at a candidate in full must not depend on who comes
            // first.
            "INSERT INTO trials (market, strategy, fold, params, run_id, objective, sharpe,"
                + " screen_sharpe)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (market, strategy, fold, params)"
                + " DO UPDATE SET sharpe = excluded.sharpe,"
                + " objective = COALESCE(trials.objective, excluded.objective),"
                + " screen_sharpe = CASE WHEN excluded.sharpe IS NULL"
                + " THEN COALESCE(trials.screen_sharpe, excluded.screen_sharpe) END"
                + " WHERE trials.sharpe IS NULL");
    front =
        upsert(
            connection,
            "fronts",
            UNIT_KEY + ", params, objective",
            "place, priority, value, oos_value, is_trades, crowding");
    symbol =
        upsert(
            connection,
            "symbol_fitness",
            UNIT_KEY + ", symbol",
            "params, oos_total_return, oos_sharpe, oos_trades");
    daily = upsert(connection, "daily_returns", UNIT_KEY, "params, days, returns");
    baseline =
        upsert(
            connection,
            "baselines",
            "run_id, strategy, fold, kind",
            "params, " + MainFigures.COLUMNS);
    // Folds overlap, and each tells of the rows that it saw; the one that saw most is kept. Of
    // equals the larger text, so that it does not matter which comes first.
    quarantine =
        connection.prepareStatement(
            "INSERT INTO quarantine (run_id, symbol, rule, first_date, row_count, value, action,"
                + " detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (run_id, symbol, rule, first_date)"
                + " DO UPDATE SET row_count = excluded.row_count, value = excluded.value,"
                + " action = excluded.action, detail = excluded.detail"
                + " WHERE excluded.row_count > quarantine.row_count"
                + " OR (excluded.row_count = quarantine.row_count"
                + " AND excluded.action || excluded.detail > quarantine.action || quarantine.detail)");
    oldFitness = ofUnit(connection, "SELECT params FROM fitness", "");
    dropFitness = ofUnit(connection, "DELETE FROM fitness", " AND params = ?");
    dropGenerations = ofUnit(connection, "DELETE FROM generations", "");
    dropFront = ofUnit(connection, "DELETE FROM fronts", "");
    dropSymbols = ofUnit(connection, "DELETE FROM symbol_fitness", "");
    dropDaily = ofUnit(connection, "DELETE FROM daily_returns", "");
  }

  private static PreparedStatement ofUnit(Connection connection, String what, String further)
      throws SQLException {
    return connection.prepareStatement(
        what + " WHERE run_id = ? AND strategy = ? AND fold = ? AND island = ?" + further);
  }

  private static PreparedStatement upsert(
      Connection connection, String table, String key, String values) throws SQLException {
    List<String> names = List.of((key + ", " + values).split(", "));
    String marks =
        IntStream.range(0, names.size()).mapToObj(i -> "?").collect(Collectors.joining(", "));
    String updates =
        List.of(values.split(", ")).stream()
            .map(name -> name + " = excluded." + name)
            .collect(Collectors.joining(", "));
    return connection.prepareStatement(
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", names)
            + ") VALUES ("
            + marks
            + ") ON CONFLICT ("
            + key
            + ") DO UPDATE SET "
            + updates);
  }

  /**
   * Replaces all rows of a unit. A candidate that it had before keeps its rank until the run
   * finishes, so that a reader goes on seeing the champions of a run that is made again.
   */
  void write(UnitRows rows) throws SQLException {
    dropOld(rows);
    UnitRows.Unit u = rows.unit();
    for (UnitRows.Fitness f : rows.fitness()) {
      UnitRows.OutOfSample oos = f.oos();
      add(
          fitness,
          u.runId(),
          u.strategy(),
          u.fold(),
          u.island(),
          f.params(),
          f.trainFrom(),
          f.trainTo(),
          f.testFrom(),
          f.testTo(),
          f.objective(),
          f.isSharpe(),
          f.isTrades(),
          f.isShape().days(),
          f.isShape().skew(),
          f.isShape().kurtosis(),
          oos.sharpe(),
          oos.sortino(),
          oos.calmar(),
          oos.totalReturn(),
          oos.cagr(),
          oos.volatility(),
          oos.maxDrawdown(),
          oos.profitFactor(),
          oos.sqn(),
          oos.winRate(),
          oos.trades(),
          oos.exposure(),
          oos.turnover(),
          oos.missingOpens(),
          oos.further().averageDrawdown(),
          oos.further().maxDrawdownDays(),
          oos.further().averageDrawdownDays(),
          oos.further().expectancy(),
          oos.further().bestTrade(),
          oos.further().worstTrade(),
          oos.further().alpha(),
          oos.further().beta(),
          oos.further().skew(),
          oos.further().kurtosis(),
          oos.withoutCosts().sharpe(),
          oos.withoutCosts().totalReturn(),
          oos.twiceTheCosts().sharpe(),
          oos.twiceTheCosts().totalReturn(),
          f.psr(),
          f.pbo());
    }
    for (UnitRows.Generation g : rows.generations()) {
      add(
          generation,
          u.runId(),
          u.strategy(),
          u.fold(),
          u.island(),
          g.generation(),
          g.evaluated(),
          g.valid(),
          g.distinct(),
          g.best(),
          g.mean(),
          g.sd(),
          g.front() == 0 ? null : g.front());
    }
    for (UnitRows.Trial t : rows.trials()) {
      add(
          trial,
          u.market(),
          u.strategy(),
          u.fold(),
          t.params(),
          u.runId(),
          t.objective(),
          t.sharpe(),
          t.screenSharpe());
    }
    for (UnitRows.FrontValue v : rows.front()) {
      add(
          front,
          u.runId(),
          u.strategy(),
          u.fold(),
          u.island(),
          v.params(),
          v.objective(),
          v.place(),
          v.priority(),
          v.value(),
          v.oosValue(),
          v.trades(),
          v.crowding());
    }
    for (UnitRows.SymbolFitness s : rows.symbols()) {
      add(
          symbol,
          u.runId(),
          u.strategy(),
          u.fold(),
          u.island(),
          s.symbol(),
          s.params(),
          s.totalReturn(),
          s.sharpe(),
          s.trades());
    }
    for (UnitRows.DailyReturns d : rows.dailyReturns()) {
      add(
          daily,
          u.runId(),
          d.strategy(),
          u.fold(),
          d.strategy().equals(u.strategy()) ? u.island() : 0,
          d.params(),
          Packed.ints(d.days()),
          Packed.doubles(d.returns()));
    }
    for (UnitRows.Baseline b : rows.baselines()) {
      Object[] key = {u.runId(), u.strategy(), u.fold(), b.kind(), b.params()};
      add(baseline, Stream.of(key, b.figures().cells()).flatMap(Arrays::stream).toArray());
    }
    add(
        unit,
        u.runId(),
        u.strategy(),
        u.fold(),
        u.island(),
        u.failed() ? "failed" : "finished",
        u.symbols(),
        u.generations(),
        u.evaluations(),
        u.barsEvaluated(),
        u.failed() ? u.cause() : null);
    for (PreparedStatement statement :
        List.of(fitness, generation, trial, front, symbol, daily, baseline, unit)) {
      statement.executeBatch();
    }
    quarantine(u.runId(), rows.quarantine());
  }

  private void dropOld(UnitRows rows) throws SQLException {
    UnitRows.Unit u = rows.unit();
    Set<String> kept =
        rows.fitness().stream().map(UnitRows.Fitness::params).collect(Collectors.toSet());
    fill(oldFitness, u.runId(), u.strategy(), u.fold(), u.island());
    try (ResultSet old = oldFitness.executeQuery()) {
      while (old.next()) {
        if (!kept.contains(old.getString(1))) {
          add(dropFitness, u.runId(), u.strategy(), u.fold(), u.island(), old.getString(1));
        }
      }
    }
    dropFitness.executeBatch();
    for (PreparedStatement drop : List.of(dropGenerations, dropFront, dropSymbols, dropDaily)) {
      fill(drop, u.runId(), u.strategy(), u.fold(), u.island());
      drop.executeUpdate();
    }
  }

  void quarantine(String runId, List<QuarantineRow> rows) throws SQLException {
    for (QuarantineRow q : rows) {
      add(
          quarantine,
          runId,
          q.symbol(),
          q.rule(),
          q.firstDate(),
          q.rows(),
          q.value(),
          q.action(),
          q.detail());
    }
    quarantine.executeBatch();
  }

  private static void add(PreparedStatement statement, Object... values) throws SQLException {
    fill(statement, values);
    statement.addBatch();
  }

  /** NaN becomes NULL: what is undefined is never a number. */
  static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Double number && !Double.isFinite(number)) {
        statement.setNull(i + 1, Types.DOUBLE);
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
  }

  /** Forgets what a transaction that failed had still to write. */
  void forget() throws SQLException {
    for (PreparedStatement statement : all()) {
      statement.clearBatch();
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : all()) {
      statement.close();
    }
  }

  private List<PreparedStatement> all() {
    return List.of(
        unit,
        fitness,
        generation,
        trial,
        front,
        symbol,
        daily,
        baseline,
        quarantine,
        oldFitness,
        dropFitness,
        dropGenerations,
        dropFront,
        dropSymbols,
        dropDaily);
  }
}
