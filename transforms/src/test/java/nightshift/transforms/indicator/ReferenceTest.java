package nightshift.transforms.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two years of SPY, and what an independent library (Stock.Indicators for .NET) made of them. */
class ReferenceTest {
  private static Path folder;
  private static double[] high;
  private static double[] low;
  private static double[] close;
  private static int length;

  @BeforeAll
  static void quotes() throws IOException {
    folder = realData().resolve("indicators");
    assumeTrue(Files.isDirectory(folder), "no reference indicators at " + folder);
    List<CSVRecord> rows;
    try (Reader reader = Files.newBufferedReader(folder.resolve("quotes.csv"))) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      rows = format.parse(reader).getRecords();
    }
    high = column(rows, "high");
    low = column(rows, "low");
    close = column(rows, "close");
    length = close.length;
  }

  /** {@code shared/realdata} beside the project. */
  private static Path realData() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("profiles")) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared").resolve("realdata");
  }

  private static double[] column(List<CSVRecord> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }

  @Test
  void sma() throws IOException {
    check("sma", "sma", Averages.sma(close, length, 20));
  }

  @Test
  void ema() throws IOException {
    check("ema", "ema", Averages.ema(close, length, 20));
  }

  @Test
  void rsi() throws IOException {
    check("rsi", "rsi", Wilder.rsi(close, length, 14));
  }

  @Test
  void atr() throws IOException {
    double[] range = new double[length];
    Wilder.trueRange(high, low, close, length, range);
    check("atr", "tr", range);
    check("atr", "atr", Wilder.atr(high, low, close, length, 14));
  }

  @Test
  void macd() throws IOException {
    Macd macd = Macd.of(close, length, 12, 26, 9);
    check("macd", "macd", macd.line());
    check("macd", "signal", macd.signal());
    check("macd", "histogram", macd.histogram());
  }

  @Test
  void bollinger() throws IOException {
    check("bb", "sma", "upperBand", "lowerBand", Bands.bollinger(close, length, 20, 2));
  }

  @Test
  void donchian() throws IOException {
    check(
        "donchian", "centerline", "upperBand", "lowerBand", Bands.donchian(high, low, length, 20));
  }

  @Test
  void keltner() throws IOException {
    Bands keltner = Bands.keltner(high, low, close, length, 20, 10, 2);
    check("keltner", "centerline", "upperBand", "lowerBand", keltner);
  }

  /** The file holds changes over 14 bars. */
  @Test
  void roc() throws IOException {
    check("roc", "roc", Momentum.roc(close, length, 14));
  }

  private static void check(String file, String middle, String upper, String lower, Bands bands)
      throws IOException {
    check(file, middle, bands.middle());
    check(file, upper, bands.upper());
    check(file, lower, bands.lower());
  }

  private static void check(String file, String field, double[] actual) throws IOException {
    double[] expected = reference(file, field);
    assertThat(actual).hasSameSizeAs(expected);
    for (int t = 0; t < expected.length; t++) {
      String where = field + " at bar " + t;
      if (Double.isNaN(expected[t])) {
        assertThat(actual[t]).as(where).isNaN();
      } else {
        assertThat(actual[t]).as(where).isCloseTo(expected[t], within(1e-10));
      }
    }
  }

  private static double[] reference(String file, String field) throws IOException {
    JsonNode rows = new ObjectMapper().readTree(folder.resolve(file + ".standard.json").toFile());
    List<Double> values = new ArrayList<>();
    for (JsonNode row : rows) {
      values.add(row.required(field).asDouble(Double.NaN));
    }
    assertThat(values).anyMatch(Double::isFinite);
    return Stream.of(values.toArray(Double[]::new)).mapToDouble(Double::doubleValue).toArray();
  }
}
