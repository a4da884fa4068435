package nightshift.io.market;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Parquet files in which a column tells the symbol. */
class SymbolColumnMarketTest {

  @Nested
  class SortedBySymbol extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      Path file = folder.resolve("prices.parquet");
      ParquetSample.manySymbols().write(file, rows);
      return file;
    }
  }

  @Nested
  class SortedByDateInManyRowGroups extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      Path file = folder.resolve("prices.parquet");
      List<StoredBar> byDate = rows.stream().sorted(Comparator.comparing(StoredBar::date)).toList();
      ParquetSample.manySymbols().groupRows(500).pageRows(60).write(file, byDate);
      return file;
    }
  }

  @Nested
  class WithoutDictionary extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      Path file = folder.resolve("prices.parquet");
      ParquetSample.manySymbols().plain().pageRows(90).write(file, rows);
      return file;
    }
  }

  @Nested
  class PartsAsSparkWritesThem extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      int third = rows.size() / 3;
      for (int i = 0; i < 3; i++) {
        int end = i == 2 ? rows.size() : (i + 1) * third;
        Path file = folder.resolve("part-0000" + i + "-7a1e.c000.snappy.parquet");
        ParquetSample.manySymbols().write(file, rows.subList(i * third, end));
      }
      return folder;
    }
  }
}
