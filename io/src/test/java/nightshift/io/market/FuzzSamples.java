package nightshift.io.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Small good files, from which fuzzing starts. */
final class FuzzSamples {
  private static final int ROWS = 12;

  private FuzzSamples() {}

  /**
   * A Parquet file of a few rows.
   *
   * @param many whether it has a symbol column, and pages of version 1 with dictionaries; else it
   *     is of one symbol, with pages of version 2
   */
  static byte[] parquet(String codec, boolean many) {
    try {
      Path file = Files.createTempDirectory("nightshift-fuzz").resolve("A.parquet");
      ParquetSample sample = many ? ParquetSample.manySymbols() : ParquetSample.oneSymbol();
      sample
          .codec(CompressionCodecName.valueOf(codec))
          .version(many ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0)
          .groupRows(ROWS)
          .write(file, rows());
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(file.getParent());
      return bytes;
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  private static List<StoredBar> rows() {
    return SampleBars.rowsOf("AAPL").subList(5, 5 + ROWS + 1);
  }

  /** The beginning of a Parquet file, up to its footer. */
  static byte[] pages(byte[] file) {
    return Arrays.copyOf(file, file.length - 8 - footerLength(file));
  }

  static byte[] footer(byte[] file) {
    int end = file.length - 8;
    return Arrays.copyOfRange(file, end - footerLength(file), end);
  }

  private static int footerLength(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
  }

  /** An SQLite file of small pages, made by these statements. */
  static byte[] sqlite(String... statements) throws IOException, SQLException {
    Path file = Files.createTempDirectory("nightshift-fuzz").resolve("A.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = 512");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    Files.delete(file.getParent());
    return bytes;
  }

  private static String[] table(String create) {
    StringBuilder insert = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      insert
          .append(i == 0 ? "INSERT INTO bars (symbol, date, close) VALUES " : ", ")
          .append("('%s', '%s', %d)".formatted(i % 2 == 0 ? "A" : "B", day(i), i + 1));
    }
    return new String[] {create, insert.toString()};
  }

  private static LocalDate day(int i) {
    return LocalDate.of(2020, 1, 1).plusDays(i);
  }

  private static byte[] index() throws IOException {
    Path file = Files.createTempFile("nightshift-fuzz", ".index");
    TreeMap<Integer, Integer> years = new TreeMap<>(Map.of(2020, 250, 2021, 12));
    Coverage coverage = new Coverage("A", day(0), day(500), years, 1000, 42);
    Path market = Path.of("/market");
    IndexFile.write(
        file,
        market,
        Map.of(
            market.resolve("A.parquet"),
            new CoverageIndex.Entry(new FileStamp(10, 20), Map.of("A", coverage))));
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return Arrays.copyOf(bytes, bytes.length - Long.BYTES);
  }

  /**
   * Writes the files from which fuzzing starts.
   *
   * @param resources the folder {@code src/test/resources} of this module
   */
  public static void main(String[] resources) throws IOException, SQLException {
    Path folder = Path.of(resources[0], "nightshift", "io", "market");
    List<String> codecs = List.of("UNCOMPRESSED", "SNAPPY", "LZ4_RAW", "GZIP", "ZSTD");
    for (int i = 0; i < codecs.size(); i++) {
      for (boolean many : new boolean[] {false, true}) {
        String name = codecs.get(i).toLowerCase(Locale.ROOT) + (many ? "-many" : "-one");
        write(folder, "ParquetFuzzTest", name, parquet(codecs.get(i), many));
      }
    }
    write(folder, "ParquetFooterFuzzTest", "many", footer(parquet("UNCOMPRESSED", true)));
    write(folder, "ParquetFooterFuzzTest", "one", footer(parquet("UNCOMPRESSED", false)));
    String[][] choices = {{"UNCOMPRESSED", "true"}, {"UNCOMPRESSED", "false"}, {"SNAPPY", "true"}};
    for (int i = 0; i < choices.length; i++) {
      byte[] pages = pages(parquet(choices[i][0], Boolean.parseBoolean(choices[i][1])));
      pages[3] = (byte) i;
      write(folder, "ParquetPagesFuzzTest", "file" + i, Arrays.copyOfRange(pages, 3, pages.length));
    }
    String columns = "symbol TEXT, date TEXT, open REAL, high REAL, low REAL, close REAL";
    write(folder, "SqliteFuzzTest", "scan", sqlite(table("CREATE TABLE bars (" + columns + ")")));
    write(
        folder,
        "SqliteFuzzTest",
        "key",
        sqlite(
            table(
                "CREATE TABLE bars (" + columns + ", PRIMARY KEY (symbol, date)) WITHOUT ROWID")));
    write(
        folder,
        "SqliteFuzzTest",
        "index",
        sqlite(table("CREATE TABLE bars (" + columns + ", UNIQUE (symbol, date))")));
    write(folder, "CoverageIndexFuzzTest", "one", index());
  }

  private static void write(Path folder, String test, String name, byte[] bytes)
      throws IOException {
    Path inputs =
        folder
            .resolve(test + "Inputs")
            .resolve(test.startsWith("Coverage") ? "isUsedOrForgotten" : "readsOrRefuses");
    Files.createDirectories(inputs);
    Files.write(inputs.resolve(name), bytes);
  }
}
