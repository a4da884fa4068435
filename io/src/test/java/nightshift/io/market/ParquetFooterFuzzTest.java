package nightshift.io.market;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Any bytes in the place of a footer, of which the length is right; the pages are good. */
class ParquetFooterFuzzTest {
  private static final AnyMarket MARKET = new AnyMarket(".parquet");
  private static final byte[] PAGES = FuzzSamples.pages(FuzzSamples.parquet("UNCOMPRESSED", true));

  @FuzzTest
  void readsOrRefuses(byte[] footer) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(PAGES);
    file.write(footer);
    ByteBuffer tail = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    tail.putInt(footer.length).put("PAR1".getBytes(StandardCharsets.US_ASCII));
    file.write(tail.array());
    MARKET.read(file.toByteArray(), Long.MAX_VALUE);
  }
}
