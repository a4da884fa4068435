package nightshift.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
 * Reading from 2,556 Parquet files of 10 years: the closes of 50 symbols in the last year, those of
 * the whole market, and what a fold takes (four columns, six years); DuckDB's JDBC driver on the
 * same files, with all cores as it comes, beside ours on one thread. Warm: files are in memory,
 * classes compiled, the footers of our market known. All give an array for each symbol. The heap is
 * touched beforehand, for the first touch of memory is not reading.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 8, time = 2)
public class SliceReads {
  private static final Set<Column> CLOSE = EnumSet.of(Column.CLOSE);
  private static final Set<Column> PRICES =
      EnumSet.of(Column.OPEN, Column.HIGH, Column.LOW, Column.CLOSE);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static final LocalDate YEAR = LocalDate.of(2025, 1, 1);
  private static final LocalDate SIX_YEARS = LocalDate.of(2020, 1, 1);
  private static final String IN_YEAR = "WHERE date >= DATE '2025-01-01'";

  /** A folder with a Parquet file for each symbol; made when it is not there. */
  @Param("target/slice-market")
  public String market;

  private Market ours;
  private DuckDb duck;
  private List<String> fifty;
  private List<Path> fiftyFiles;
  private String all;

  @Setup
  public void open() throws Exception {
    Path folder = SliceMarket.at(market);
    ours = SliceMarket.open(folder);
    duck = new DuckDb();
    fifty = SliceMarket.fifty(ours);
    fiftyFiles = SliceMarket.files(folder, fifty);
    all = "'" + folder.toString().replace("'", "''") + "/*.parquet'";
    requireSame(sliceOurs(), sliceDuckDbInFileOrder());
  }

  /** Whoever reads other numbers is not compared. Symbols without a bar are no row of DuckDB's. */
  private static void requireSame(List<BarSlice> ours, List<double[]> theirs) {
    List<BarSlice> filled = ours.stream().filter(slice -> slice.size() > 0).toList();
    for (int i = 0; i < filled.size(); i++) {
      if (!Arrays.equals(filled.get(i).column(Column.CLOSE), theirs.get(i))) {
        throw new IllegalStateException(filled.get(i).symbol() + ": DuckDB reads other closes");
      }
    }
  }

  @TearDown
  public void close() throws Exception {
    ours.close();
    duck.close();
  }

  private List<BarSlice> read(Collection<String> symbols, Set<Column> columns, LocalDate from)
      throws MarketException {
    List<BarSlice> slices = new ArrayList<>();
    for (String symbol : symbols) {
      slices.add(ours.read(symbol, columns, from, LAST));
    }
    return slices;
  }

  @Benchmark
  public List<BarSlice> sliceOurs() throws MarketException {
    return read(fifty, CLOSE, YEAR);
  }

  @Benchmark
  public List<double[]> sliceDuckDbInFileOrder() throws Exception {
    return duck.inFileOrder(DuckDb.list(fiftyFiles), IN_YEAR);
  }

  @Benchmark
  public List<double[]> sliceDuckDbSorted() throws Exception {
    return duck.sorted(DuckDb.list(fiftyFiles), IN_YEAR);
  }

  @Benchmark
  public List<double[]> sliceDuckDbOneByOne() throws Exception {
    return duck.oneByOne(fiftyFiles, IN_YEAR);
  }

  @Benchmark
  public List<BarSlice> wholeOurs() throws MarketException {
    return read(ours.symbols(), CLOSE, LocalDate.MIN);
  }

  @Benchmark
  public List<double[]> wholeDuckDbInFileOrder() throws Exception {
    return duck.inFileOrder(all, "");
  }

  /** The bars of a fold, as a panel is loaded. */
  @Benchmark
  public List<BarSlice> foldOurs() throws MarketException {
    return read(ours.symbols(), PRICES, SIX_YEARS);
  }
}
