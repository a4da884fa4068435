package nightshift.pipelines;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/**
 * A made-up research database with many nights, each as full as a real one: for measuring what
 * reads it. {@code ManyNights FILE [NIGHTS [SYMBOLS]]}.
 */
final class ManyNights {
  private static final List<String> STRATEGIES =
      List.of(
          "bollinger_reversion",
          "donchian_breakout",
          "high_52w",
          "pairs",
          "rsi_reversal",
          "sma_cross",
          "ts_momentum",
          "xs_momentum");
  private static final int FIRST_FOLD = 2020;
  private static final int LAST_FOLD = 2025;
  private static final int SAMPLES = 2_000;

  private final Connection connection;
  private final Random random = new Random(1);

  private ManyNights(Connection connection) {
    this.connection = connection;
  }

  public static void main(String[] args) throws Exception {
    int nights = args.length > 1 ? Integer.parseInt(args[1]) : 365;
    int symbols = args.length > 2 ? Integer.parseInt(args[2]) : 2_556;
    write(Path.of(args[0]), nights, symbols);
  }

  /** Fills a database that a search has made, so that the tables are the program's own. */
  static void write(Path file, int nights, int symbols) throws Exception {
    Files.deleteIfExists(file);
    Cli run = Cli.run(Cli.BUNDLED, file);
    if (run.status() != 0) {
      throw new IllegalStateException(run.err());
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      connection.setAutoCommit(false);
      ManyNights many = new ManyNights(connection);
      for (int night = 0; night < nights; night++) {
        many.night(night, symbols, night == nights - 1);
      }
      statement.executeUpdate("DELETE FROM runs WHERE market = 'market'");
      connection.commit();
    }
  }

  private void insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String id(int night) {
    return String.format("%016x", 0x5eed0000L + night);
  }

  private void night(int night, int symbols, boolean last) throws SQLException {
    String run = id(night);
    Instant begin = Instant.parse("2025-01-01T01:00:00Z").plus(night, ChronoUnit.DAYS);
    insert(
        """
        INSERT INTO runs (run_id, status, started_at, finished_at, nightshift_version, market,
          market_location, settings, resources, symbols, folds, units, units_failed, evaluations,
          bars_evaluated, seconds, peak_rss_bytes)
        VALUES (?, 'finished', ?, ?, '1', 'whole', '/whole', '{"seed":"1"}', '{}', ?, 6, 48, 0, 9000,
          1000000, ?, ?)""",
        run,
        begin.toString(),
        begin.plusSeconds(9_000).toString(),
        symbols,
        9_000 + random.nextInt(900),
        600_000_000L + random.nextInt(100_000_000));
    for (String strategy : STRATEGIES) {
      strategy(run, strategy, symbols);
    }
    for (int fold = FIRST_FOLD; fold <= LAST_FOLD; fold++) {
      daily(run, "buy_and_hold", fold, "{}");
    }
    samples(run, begin, last ? SAMPLES * 3 : SAMPLES / 10);
    insert(
        "INSERT INTO alerts VALUES (?, 'temperature', ?, NULL, 'WARN', '86 degrees')",
        run,
        begin.toString());
    for (int i = 0; i < 40; i++) {
      insert(
          "INSERT INTO quarantine (run_id, symbol, rule, first_date, row_count, detail)"
              + " VALUES (?, ?, 'price_spike', '2020-01-01', 1, 'a spike')",
          run,
          symbol(i));
    }
  }

  private static String symbol(int i) {
    return String.format("SYM%05d", i);
  }

  private void strategy(String run, String strategy, int symbols) throws SQLException {
    for (int fold = FIRST_FOLD; fold <= LAST_FOLD; fold++) {
      for (int rank = 1; rank <= 10; rank++) {
        insert(
            """
            INSERT INTO fitness (run_id, strategy, fold, island, train_from, train_to, test_from,
              test_to, rank, params, objective, is_sharpe, is_trades, oos_sharpe, oos_trades,
              oos_missing_opens, oos_sharpe_0x, oos_sharpe_2x, oos_total_return)
            VALUES (?, ?, ?, 0, '', '', '', '', ?, ?, 1.0, ?, 100, ?, 20, 0, 1, 0.5, 0.1)""",
            run,
            strategy,
            fold,
            rank,
            params(rank),
            2 + random.nextGaussian(),
            random.nextGaussian());
      }
      daily(run, strategy, fold, params(1));
      for (int generation = 1; generation <= 30; generation++) {
        insert(
            "INSERT INTO generations (run_id, strategy, fold, island, generation, evaluated, valid,"
                + " distinct_members, best, mean, sd) VALUES (?, ?, ?, 0, ?, 20, 20, 20, ?, ?, 1)",
            run,
            strategy,
            fold,
            generation,
            2 - 1.0 / generation,
            1 - 1.0 / generation);
      }
    }
    insert(
        """
        INSERT INTO verdicts (run_id, strategy, fold, params, verdict, reason, folds, stitched_days,
          stitched_sharpe, trials, pbo, dsr)
        VALUES (?, ?, ?, ?, 'doubtful', 'made up', 6, 1500, ?, 1000, 0.4, 0.6)""",
        run,
        strategy,
        LAST_FOLD,
        params(1),
        random.nextGaussian());
    for (String parameter : List.of("fast", "slow", "band")) {
      insert("INSERT INTO stability VALUES (?, ?, ?, 6, 1, 20, 10, 0.4)", run, strategy, parameter);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO symbol_fitness VALUES (?, ?, ?, 0, ?, ?, ?, 0.5, 3)")) {
      for (int i = 0; i < symbols; i++) {
        statement.setString(1, run);
        statement.setString(2, strategy);
        statement.setInt(3, LAST_FOLD);
        statement.setString(4, params(1));
        statement.setString(5, symbol(i));
        statement.setDouble(6, random.nextGaussian() * 0.2);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static String params(int rank) {
    return "{\"fast\":\"%d\",\"slow\":\"200\",\"band\":\"0.5\"}".formatted(rank);
  }

  private void daily(String run, String strategy, int fold, String params) throws SQLException {
    int[] days =
        LocalDate.of(fold, 1, 1)
            .datesUntil(LocalDate.of(fold + 1, 1, 1))
            .filter(day -> day.getDayOfWeek().getValue() <= 5)
            .mapToInt(day -> (int) day.toEpochDay())
            .toArray();
    ByteBuffer packed =
        ByteBuffer.allocate(days.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer returns =
        ByteBuffer.allocate(days.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int day : days) {
      packed.putInt(day);
      returns.putDouble(random.nextGaussian() * 0.01);
    }
    insert(
        "INSERT INTO daily_returns VALUES (?, ?, ?, 0, ?, ?, ?)",
        run,
        strategy,
        fold,
        params,
        packed.array(),
        returns.array());
  }

  private void samples(String run, Instant begin, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      insert(
          "INSERT INTO memory_samples (run_id, at, rss_bytes, heap_bytes, available_bytes,"
              + " budget_bytes, leased_bytes, temperature) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          run,
          begin.plusSeconds(i * 5L).toString(),
          500_000_000L + random.nextInt(100_000_000),
          200_000_000L,
          2_000_000_000L,
          900_000_000L,
          100_000_000L,
          60 + random.nextDouble() * 20);
    }
  }
}
