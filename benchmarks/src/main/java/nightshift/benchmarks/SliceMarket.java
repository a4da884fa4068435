package nightshift.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightshift.io.market.Adjust;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.io.market.Markets;
import nightshift.testdata.GenerateMarket;

/** A made-up market to read from: a folder of Parquet files, or an SQLite file. */
final class SliceMarket {
  private static final int SLICE_SYMBOLS = 50;

  private SliceMarket() {}

  /** Makes the market of 2,556 symbols and 10 years, unless it is there. */
  static Path at(String location) throws IOException {
    Path path = Path.of(location).toAbsolutePath();
    if (!Files.exists(path)) {
      Files.createDirectories(path.getParent());
      GenerateMarket.main(new String[] {"--to=" + path, "--symbols=2556", "--years=10"});
    }
    return path;
  }

  static Market open(Path path) throws MarketException {
    return Markets.open(path.toString(), Adjust.AUTO);
  }

  /** Fifty symbols from all over the market. */
  static List<String> fifty(Market market) throws MarketException {
    List<String> all = market.symbols();
    return IntStream.range(0, SLICE_SYMBOLS)
        .mapToObj(i -> all.get(i * all.size() / SLICE_SYMBOLS))
        .toList();
  }

  /** The files of some symbols in a folder of Parquet files. */
  static List<Path> files(Path folder, List<String> symbols) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String symbol : symbols) {
      Path file = folder.resolve(symbol + ".parquet");
      if (!Files.exists(file)) {
        throw new IOException(
            "no file " + file + "; this benchmark reads a folder of Parquet files");
      }
      files.add(file);
    }
    return files;
  }
}
