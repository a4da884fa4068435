package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recognised as a market, and what is said about the rest. */
class MarketsTest {
  private static final Set<Column> CLOSE = EnumSet.of(Column.CLOSE);

  @TempDir Path folder;

  private AbstractThrowableAssert<?, ?> assertRefused(Path path) {
    return assertThatThrownBy(() -> Markets.open(path.toString(), Adjust.AUTO))
        .isInstanceOf(MarketException.class)
        .hasMessageNotContaining("\n")
        .hasMessageContaining(path.toString());
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path symbolFile(String name) throws IOException {
    Path file = folder.resolve(name);
    ParquetSample.oneSymbol().write(file, SampleBars.rowsOf("AAPL"));
    return file;
  }

  private static BarSlice read(Market market, String symbol) throws MarketException {
    return market.read(symbol, CLOSE, LocalDate.MIN, LocalDate.MAX);
  }

  @Test
  void refusesAPathWhereNothingIs() {
    Path nowhere = folder.resolve("nowhere");
    assertRefused(nowhere).hasMessageContaining("no such file or folder");
    assertRefused(folder.resolve("no.db"));
    assertThat(nowhere).doesNotExist();
    assertThat(folder.resolve("no.db")).doesNotExist();
    assertThatThrownBy(() -> Markets.open(" ", Adjust.AUTO)).hasMessageContaining("empty");
  }

  @Test
  void refusesAFolderWithoutPricesAndSaysWhatIsThere() throws Exception {
    assertRefused(folder).hasMessageContaining("is empty");
    file("AAPL.csv", new byte[3]);
    file("MSFT.csv", new byte[3]);
    Files.createDirectory(folder.resolve("more"));
    assertRefused(folder).hasMessageContaining("2 .csv files, 1 folders");
  }

  @Test
  void refusesFilesThatAreNoMarket() throws Exception {
    assertRefused(file("empty.parquet", new byte[0])).hasMessageContaining("empty (0 bytes)");
    assertRefused(file("empty.db", new byte[0])).hasMessageContaining("empty (0 bytes)");
    assertRefused(file("a.parquet", "date,close\n".getBytes()))
        .hasMessageContaining("not a Parquet file, it begins with \"date\"");
    assertRefused(file("a.db", "no database at all".getBytes()))
        .hasMessageContaining("neither a Parquet file nor an SQLite database");
    assertRefused(file("short.parquet", "PAR1".getBytes())).hasMessageContaining("cut short");
  }

  @Test
  void refusesAParquetFileCutInHalf() throws Exception {
    Path whole = symbolFile("AAPL.parquet");
    byte[] bytes = Files.readAllBytes(whole);
    assertRefused(file("half.parquet", Arrays.copyOf(bytes, bytes.length / 2)))
        .hasMessageContaining("cut short");
  }

  @Test
  void saysWhichSelectedFileOfAFolderIsBroken() throws Exception {
    symbolFile("AAPL.parquet");
    file("MSFT.parquet", "garbage".getBytes());
    file("NULL.parquet", new byte[0]);
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("AAPL", "MSFT", "NULL");
      assertThat(read(market, "AAPL").size()).isPositive();
      assertThatThrownBy(() -> read(market, "MSFT"))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining(folder.resolve("MSFT.parquet").toString())
          .hasMessageContaining("not a Parquet file");
      assertThatThrownBy(() -> market.coverage("NULL"))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining("empty (0 bytes)");
    }
  }

  @Test
  void opensNoFileButThoseThatAreRead() throws Exception {
    for (int i = 0; i < 20; i++) {
      symbolFile("S" + i + ".parquet");
    }
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      BarSlice before = read(market, "S3");
      for (String symbol : market.symbols()) {
        if (!symbol.equals("S3") && !symbol.equals("S7")) {
          file(symbol + ".parquet", "garbage".getBytes());
        }
      }
      assertThat(market.filesOpened()).isEqualTo(1);
      assertThat(read(market, "S3").column(Column.CLOSE)).isEqualTo(before.column(Column.CLOSE));
    }
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).hasSize(20);
      assertThat(market.filesOpened()).isZero();
      market.coverage("S3");
      read(market, "S3");
      read(market, "S7");
      assertThat(market.filesOpened()).isEqualTo(2);
    }
  }

  @Test
  void takesASingleFileOfOneSymbol() throws Exception {
    Path file = symbolFile("BRK.B.snappy.parquet");
    for (Path path : List.of(file, folder)) {
      try (Market market = Markets.open(path.toString(), Adjust.AUTO)) {
        assertThat(market.symbols()).containsExactly("BRK.B");
        assertThat(read(market, "BRK.B").size()).isPositive();
      }
    }
  }

  @Test
  void doesNotMixTheSymbolsOfAFileNamedAfterOne() throws Exception {
    symbolFile("AAPL.parquet");
    ParquetSample.manySymbols().write(folder.resolve("nasdaq.parquet"), SampleBars.rows());
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      assertThatThrownBy(() -> read(market, "nasdaq"))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining("several symbols");
    }
  }

  @Test
  void takesFoldersNamedLikeFilesAsSparkWritesThem() throws Exception {
    symbolFile("AAPL.parquet/part-00000-1.c000.snappy.parquet");
    symbolFile("MSFT.parquet");
    file("AAPL.parquet/_SUCCESS", new byte[0]);
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("AAPL", "MSFT");
      assertThat(read(market, "AAPL").size()).isEqualTo(read(market, "MSFT").size());
    }
  }

  @Test
  void refusesTwoFilesOfOneSymbol() throws Exception {
    symbolFile("AAPL.parquet");
    symbolFile("AAPL.snappy.parquet");
    assertRefused(folder).hasMessageContaining("AAPL; keep one");
  }

  @Test
  void ignoresHiddenFilesAndResolvesEscapes() throws Exception {
    symbolFile("%5EN225.parquet");
    symbolFile("100%.parquet");
    symbolFile("BTC%2FUSD.parquet");
    file("._AAPL.parquet", new byte[3]);
    file("_metadata.parquet", new byte[3]);
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("100%", "BTC/USD", "^N225");
      assertThat(read(market, "BTC/USD").size()).isPositive();
    }
  }

  @Test
  void keepsAPartitionWithAHostileNameInside() throws Exception {
    symbolFile("symbol=..%2F..%2Fx/part-0.parquet");
    symbolFile("symbol=__HIVE_DEFAULT_PARTITION__/part-0.parquet");
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("../../x");
      assertThat(read(market, "../../x").size()).isPositive();
    }
  }

  @Test
  void refusesADatabaseWithoutBars() throws Exception {
    Path file = folder.resolve("other.db");
    sql(file, "CREATE TABLE \"odd \"\" table\" (a, b)");
    assertRefused(file).hasMessageContaining("no table with bars").hasMessageContaining("odd");
    Path none = folder.resolve("none.db");
    sql(none, "PRAGMA user_version = 3");
    assertRefused(none).hasMessageContaining("it has no table");
  }

  @Test
  void refusesADamagedDatabase() throws Exception {
    Path file = folder.resolve("damaged.db");
    sql(file, "CREATE TABLE bars (symbol, date, close)");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);
    assertRefused(file).hasMessageContaining("cannot be read");
  }

  @Test
  void cannotChooseBetweenTwoTables() throws Exception {
    Path file = folder.resolve("two.db");
    sql(
        file,
        "CREATE TABLE daily (symbol, date, close)",
        "CREATE TABLE weekly (symbol, date, close)");
    assertRefused(file).hasMessageContaining("[daily, weekly]");
    sql(file, "CREATE TABLE bars (symbol, date, close)");
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      assertThat(market.kind()).isEqualTo("SQLite table bars");
      assertThat(market.symbols()).isEmpty();
    }
  }

  @Test
  void readsADatabaseThatMustNotBeWritten() throws Exception {
    Path file = folder.resolve("bars.db");
    sql(
        file,
        "PRAGMA journal_mode = WAL",
        "CREATE TABLE bars (symbol, date, close)",
        "INSERT INTO bars VALUES ('A', '2020-01-02', 5)");
    assertThat(file.toFile().setWritable(false)).isTrue();
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      assertThat(read(market, "A").column(Column.CLOSE)).containsExactly(5);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file);
    }
  }

  private static void sql(Path file, String... statements) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
