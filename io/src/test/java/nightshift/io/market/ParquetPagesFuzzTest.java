package nightshift.io.market;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Any bytes in the place of the pages of a file whose footer is good. */
class ParquetPagesFuzzTest {
  private static final AnyMarket MARKET = new AnyMarket(".parquet");
  private static final byte[][] FILES = {
    FuzzSamples.parquet("UNCOMPRESSED", true),
    FuzzSamples.parquet("UNCOMPRESSED", false),
    FuzzSamples.parquet("SNAPPY", true),
    FuzzSamples.parquet("LZ4_RAW", false),
    FuzzSamples.parquet("GZIP", true),
    FuzzSamples.parquet("ZSTD", false)
  };
  private static final int SIGNATURE = 4;

  /**
   * @param pages the first byte chooses the file, the rest stands in the place of its pages
   */
  @FuzzTest
  void readsOrRefuses(byte[] pages) throws IOException {
    if (pages.length > 0) {
      byte[] file = FILES[Byte.toUnsignedInt(pages[0]) % FILES.length].clone();
      int room = FuzzSamples.pages(file).length - SIGNATURE;
      System.arraycopy(pages, 1, file, SIGNATURE, Math.min(room, pages.length - 1));
      MARKET.read(file, Long.MAX_VALUE);
    }
  }
}
