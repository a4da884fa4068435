package nightshift.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading the same bars from SQLite: ours, with dates understood and bars checked, beside the bare
 * loop over a {@code SELECT} of the same rows, which takes date and numbers and does nothing else.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 8, time = 2)
public class SqliteSliceReads {
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  /** An SQLite file; made when it is not there. */
  @Param("target/slice-market.db")
  public String database;

  private Market ours;
  private Connection bare;
  private List<String> all;
  private List<String> fifty;

  @Setup
  public void open() throws Exception {
    Path file = SliceMarket.at(database);
    ours = SliceMarket.open(file);
    all = ours.symbols();
    fifty = SliceMarket.fifty(ours);
    bare = DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  @TearDown
  public void close() throws Exception {
    ours.close();
    bare.close();
  }

  private List<BarSlice> ours(List<String> symbols, Set<Column> columns, LocalDate from)
      throws MarketException {
    List<BarSlice> slices = new ArrayList<>();
    for (String symbol : symbols) {
      slices.add(ours.read(symbol, columns, from, LAST));
    }
    return slices;
  }

  private double bare(List<String> symbols, List<String> columns, LocalDate from) throws Exception {
    String sql =
        "SELECT date, %s FROM bars WHERE symbol = ? AND date BETWEEN ? AND ?"
            .formatted(String.join(", ", columns));
    double sum = 0;
    try (PreparedStatement statement = bare.prepareStatement(sql)) {
      for (String symbol : symbols) {
        statement.setString(1, symbol);
        statement.setString(2, from.toString());
        statement.setString(3, LAST.toString());
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            sum += rows.getString(1).length();
            for (int i = 0; i < columns.size(); i++) {
              sum += rows.getDouble(i + 2);
            }
          }
        }
      }
    }
    return sum;
  }

  @Benchmark
  public List<BarSlice> sliceOurs() throws MarketException {
    return ours(fifty, EnumSet.of(Column.CLOSE), LocalDate.of(2025, 1, 1));
  }

  @Benchmark
  public double sliceBare() throws Exception {
    return bare(fifty, List.of("close"), LocalDate.of(2025, 1, 1));
  }

  @Benchmark
  public List<BarSlice> foldOurs() throws MarketException {
    Set<Column> columns = EnumSet.of(Column.OPEN, Column.HIGH, Column.LOW, Column.CLOSE);
    return ours(all, columns, LocalDate.of(2020, 1, 1));
  }

  @Benchmark
  public double foldBare() throws Exception {
    List<String> columns = List.of("open", "high", "low", "close");
    return bare(all, columns, LocalDate.of(2020, 1, 1));
  }
}
