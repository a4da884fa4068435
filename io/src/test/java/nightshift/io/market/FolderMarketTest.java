package nightshift.io.market;

import java.nio.file.Path;
import java.util.List;

/** A folder with one Parquet file a symbol, with the endings that people have. */
class FolderMarketTest extends MarketContract {
  private static final List<String> ENDINGS =
      List.of(".parquet", ".parq", ".snappy.parquet", ".parquet.gzip", ".PARQUET", ".gz.parquet");

  @Override
  Path store(Path folder, List<StoredBar> rows) throws Exception {
    for (int i = 0; i < SampleBars.SYMBOLS.size(); i++) {
      String symbol = SampleBars.SYMBOLS.get(i);
      List<StoredBar> own = rows.stream().filter(row -> row.symbol().equals(symbol)).toList();
      ParquetSample.oneSymbol().write(folder.resolve(symbol + ENDINGS.get(i)), own);
    }
    return folder;
  }
}
