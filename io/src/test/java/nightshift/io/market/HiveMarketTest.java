package nightshift.io.market;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Folders partitioned as Hive does it. */
class HiveMarketTest {

  @Nested
  class BySymbol extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      for (String symbol : SampleBars.SYMBOLS) {
        Path partition = folder.resolve("symbol=" + escaped(symbol));
        List<StoredBar> own = rows.stream().filter(row -> row.symbol().equals(symbol)).toList();
        // The order of files is the order of the rows: the later row of one day is in the second.
        int half = 401;
        ParquetSample.oneSymbol().write(partition.resolve("part-0.parquet"), own.subList(0, half));
        ParquetSample.oneSymbol()
            .write(partition.resolve("part-1.parquet"), own.subList(half, own.size()));
      }
      return folder;
    }
  }

  @Nested
  class ByYearAndTicker extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      for (String symbol : SampleBars.SYMBOLS) {
        for (int year = 2019; year <= 2021; year++) {
          int wanted = year;
          List<StoredBar> own =
              rows.stream()
                  .filter(row -> row.symbol().equals(symbol) && row.date().getYear() == wanted)
                  .toList();
          Path partition = folder.resolve("year=" + year).resolve("Ticker=" + escaped(symbol));
          ParquetSample.oneSymbol().write(partition.resolve("data_0.parquet"), own);
        }
      }
      return folder;
    }
  }

  private static String escaped(String symbol) {
    return URLEncoder.encode(symbol, StandardCharsets.UTF_8);
  }
}
