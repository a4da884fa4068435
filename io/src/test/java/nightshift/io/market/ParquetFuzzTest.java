package nightshift.io.market;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Any bytes in the place of a Parquet file. */
class ParquetFuzzTest {
  private static final AnyMarket MARKET = new AnyMarket(".parquet");

  @FuzzTest
  void readsOrRefuses(byte[] file) throws IOException {
    // A run of equal values takes a few bytes, however long it is.
    MARKET.read(file, Long.MAX_VALUE);
  }
}
