package nightshift.io.market;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Any bytes in the place of an SQLite file. */
class SqliteFuzzTest {
  private static final AnyMarket MARKET = new AnyMarket(".db");

  @FuzzTest
  void readsOrRefuses(byte[] file) throws IOException {
    // A row takes a few bytes, unless pages are claimed by several others.
    MARKET.read(file, Long.MAX_VALUE);
  }
}
